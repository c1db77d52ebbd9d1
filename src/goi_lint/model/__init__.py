"""The nouns: frozen types without I/O and without patterns.

No module here postpones its annotations: a named tuple would have to compile each of them from text at every start.
"""
