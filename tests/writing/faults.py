"""All faults that a report is tested with, each with the rules that speak of it."""

from __future__ import annotations

from writing import faults_tables, faults_text, faults_words
from writing.mutate import Fault

FAULTS: tuple[Fault, ...] = (
    *faults_tables.faults(),
    *faults_text.faults(),
    *faults_words.faults(),
)
