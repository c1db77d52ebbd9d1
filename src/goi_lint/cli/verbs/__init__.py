"""The verbs of the command line, one module each, imported when it is asked for."""

VERBS = ("check", "rules", "explain", "checks", "config", "test", "schema", "extract", "baseline", "init")
"""In the order in which `goi-lint --help` lists them."""
