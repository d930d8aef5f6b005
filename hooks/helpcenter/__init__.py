"""The help center's logic, free of MkDocs.

Data flows one way, and a module imports only from those named before it:

    diagnostics -> source -> words -> typed -> rules -> model -> markdown -> schema -> load
                -> claims -> checks -> messages -> publish -> render -> site -> cli
"""
