"""Where everything in a drawing is, in which words and colours."""
