"""The model as HTML and data: one page, its parts, and what is around it."""
