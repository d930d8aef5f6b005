"""From built pages to a folder that any static host serves: `finish` is the order in which it happens."""
