"""Pure functions on text: normal forms, numbers, patterns, YAML."""
