"""The vocabulary: kinds of value, patterns that read and write, what words say of a rule."""
