"""The live site: open tabs show what changed and, beside it, what is wrong; nothing is written."""
