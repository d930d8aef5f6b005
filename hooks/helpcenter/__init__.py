"""The help center's logic, free of MkDocs.

Data flows one way, and a module imports only from those named before it:

    diagnostics -> source -> document -> settings -> words -> sounds -> phrases -> typed -> rules -> schedule -> values
                -> screens -> model -> site -> typeset -> figures -> onscreen -> palette -> markdown -> prose -> schema
                -> load -> claims -> reviews -> checks -> history -> messages -> publish -> vectors -> variants
                -> inline -> steps -> components -> shell -> render -> deploy -> commands -> cli
"""
