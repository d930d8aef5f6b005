"""Scripts, words, phrases, sounds and widths of the languages. Knows no site."""
