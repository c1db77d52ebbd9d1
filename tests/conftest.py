"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# How long an example takes says more of the machine than of the program.
settings.register_profile("goi-lint", settings(), deadline=None)
settings.load_profile("goi-lint")
