"""The configuration: `goi-lint.toml`, or `[tool.goi-lint]` in `pyproject.toml`, found from a folder upwards."""
