"""Writers' files in; a model, or diagnostics, out."""
