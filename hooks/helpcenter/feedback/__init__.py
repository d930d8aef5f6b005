"""Answers of readers: received, kept, reported."""
