"""The rule packs that are shipped with goi-lint: one folder each."""
