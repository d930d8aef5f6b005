"""Faults planted in the shipped article."""
