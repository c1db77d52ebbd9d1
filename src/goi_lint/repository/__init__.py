"""Several reports together: whose they are, what the rules over several of them say, and what findings quote."""

from goi_lint.repository.gathering import gathered
from goi_lint.repository.judging import judge_together

__all__ = ["gathered", "judge_together"]
