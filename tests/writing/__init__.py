"""Writing reports for tests: faultless, with one fault, in every text flavour of real reports."""
