"""Which form a report follows: all telltale labels of its tables are weighed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from goi_lint.assemble.forms import load_forms
from goi_lint.assemble.items import Item
from goi_lint.assemble.pouring import Given, Source, Sources, source_of
from goi_lint.assemble.vocabulary import telltales
from goi_lint.model.form import Form
from goi_lint.model.report import FormEvidence, Sign
from goi_lint.model.table import LabelKind
from goi_lint.text.normalise import canonical, tidy
from goi_lint.tuples import in_bulk

_FEW = 2


class FormSigns:
    """The signs in a layout; what stands where is the report's."""

    __slots__ = ("_forms", "_sources")

    def __init__(self, forms: Sequence[str], sources: Sequence[Source]) -> None:
        self._forms = forms
        self._sources = Sources(sources)

    def signs_in(self, given: Given) -> list[Sign]:
        """Return the signs in a report of this layout."""
        texts = map(tidy, self._sources.texts_in(given))
        return in_bulk(Sign, (self._forms, texts, self._sources.places_in(given)))


def signs_of(items: Sequence[Item]) -> FormSigns:
    """Return what betrays a form: telltale labels, labels that have cells in one form and none in the other."""
    forms, sources = [], []
    for index, item in enumerate(items):
        if not item.entries:
            continue
        form = telltales().get(canonical(item.text)) or _by_cells(item, items, index + 1)
        if form:
            forms.append(form)
            sources.append(source_of(item))
    return FormSigns(forms, sources)


def _by_cells(item: Item, items: Sequence[Item], after: int) -> str | None:
    """Return the form betrayed by a label that is a row in one form and a group of rows in the other."""
    if len(item.entries) < 2:
        return None
    kinds = {entry.form: entry.kind for entry in item.entries}
    if set(kinds.values()) != {LabelKind.ROW, LabelKind.ROW_GROUP}:
        return None
    wanted = LabelKind.ROW if _has_cells(item, items[after:]) else LabelKind.ROW_GROUP
    return next(form for form, kind in kinds.items() if kind is wanted)


def _has_cells(item: Item, following: Sequence[Item]) -> bool:
    """Tell whether cells of its own follow the label, rather than the labels of its children."""
    for other in following:
        if other.value:
            return True
        if not other.blank:
            return (other.row is None or other.row != item.row) and not _is_child(other, item)
    return False


def _is_child(item: Item, parent: Item) -> bool:
    texts = {entry.label.text for entry in parent.entries}
    return any(texts & set(entry.label.path[-1:]) for entry in item.entries)


def followed(signs: Iterable[Sign]) -> str | None:
    """Return the form that most signs speak for, None where as many speak for another."""
    forms = [sign.form for sign in signs]
    if len(set(forms)) < 2:  # nearly always
        return forms[0] if forms else None
    counted = Counter(forms).most_common()
    return None if counted[0][1] == counted[1][1] else counted[0][0]


def evidence_of(by_table: Iterable[Sequence[Sign]], governing: Form | None) -> FormEvidence:
    """Return the form that the whole report follows; one deviating label in a table makes no mixture."""
    tables = [signs for signs in by_table if signs]
    every = tuple(sign for signs in tables for sign in signs)
    used = followed(every)
    mixed = len({sign.form for sign in every}) > 1 and _is_mixed(tables)
    return FormEvidence(load_forms()[used] if used else None, governing, every, mixed)


def _is_mixed(tables: Sequence[Sequence[Sign]]) -> bool:
    counts = [Counter(sign.form for sign in signs) for signs in tables]
    if any(len(counted) > 1 and min(counted.values()) >= _FEW for counted in counts):
        return True
    return len({form for signs in tables if (form := followed(signs))}) > 1
