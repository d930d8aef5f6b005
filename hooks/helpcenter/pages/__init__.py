"""The model as HTML and data: one page, its parts, and what stands around it."""
