"""A rule pack for goi-lint with a check kind of its own."""
