"""Text that knows its line: files of writers, YAML, Markdown, and what is wrong in them."""
