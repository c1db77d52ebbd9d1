"""The nouns: frozen types without I/O and without patterns."""
