"""What is true, frozen: values, screens, writers' documents, the site and its texts."""
