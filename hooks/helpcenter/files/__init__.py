"""Text that knows its line: files of writers, YAML, and what is wrong in them."""
