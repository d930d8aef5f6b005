"""The help center's logic, free of MkDocs.

Data flows one way, and a module imports only from those named before it:

    diagnostics -> source -> document -> settings -> words -> sounds -> phrases -> typed -> rules -> schedule -> values
                -> model -> site -> markdown -> prose -> schema -> load -> claims -> reviews -> checks -> history
                -> messages -> publish -> vectors -> variants -> inline -> components -> shell -> render -> deploy
                -> commands -> cli
"""
