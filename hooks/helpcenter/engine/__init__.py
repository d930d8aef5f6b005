"""The checker without a page: what is typed, a plan's verdict, dates. Pure; twins of docs/assets/checker/."""
