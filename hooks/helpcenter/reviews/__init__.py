"""Who approved which text, and how it read then."""
