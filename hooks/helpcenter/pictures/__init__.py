"""Where everything in a drawing stands, in which words and colours."""
