"""The help center's logic, free of MkDocs.

Data flows one way, and a module imports only from those named before it:

    diagnostics -> source -> words -> typed -> rules -> values -> model -> site -> markdown -> schema -> load
                -> claims -> checks -> messages -> publish -> inline -> components -> render -> cli
"""
