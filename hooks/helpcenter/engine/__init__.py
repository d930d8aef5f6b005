"""The checker without a page: what is typed, verdicts, dates; pure, twins of docs/assets/checker/."""
