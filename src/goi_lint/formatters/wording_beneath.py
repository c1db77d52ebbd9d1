"""What several outputs say under a finding: the mistake that explains it, or where else to look."""

from __future__ import annotations

from collections.abc import Sequence

from goi_lint.errors import Words
from goi_lint.formatters.wording import spot_of
from goi_lint.model.finding import Finding

_MANY = 6
"""Of so many other documents each is named."""


def beneath(findings: Sequence[Finding], language: str) -> list[str]:
    """Return what stands under each finding: the mistake that explains it, or where else to look."""
    if not any(finding.culprit for finding in findings):
        return [_also_in(finding, language) if finding.related else "" for finding in findings]
    from goi_lint.formatters.wording_culprits import explained

    return explained(findings, language)


def _also_in(finding: Finding, language: str) -> str:
    """Return where in other documents to look, once in each; empty where the message names them, or they are many."""
    message = finding.message.in_language(language)
    spots = {
        path: location
        for location in reversed(finding.related)
        if (path := location.path) and path != finding.location.path and path not in message
    }
    if not 0 < len(spots) <= _MANY:
        return ""
    comma = Words("、", ", ").in_language(language)
    listed = comma.join(spot_of(location, language) for location in reversed(spots.values()))
    return Words(f"另见 {listed}", f"see also {listed}").in_language(language)
