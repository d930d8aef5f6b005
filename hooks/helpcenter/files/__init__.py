"""Text that knows its line: YAML, Markdown, and what is wrong in them."""
