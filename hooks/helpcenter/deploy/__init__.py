"""A built site becomes a folder for any static host."""
