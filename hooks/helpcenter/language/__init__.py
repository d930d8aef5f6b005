"""Scripts, words, phrases, sounds and widths; knows no site."""
