"""A document to a report: outline, tables, dates, contacts, identity."""

from __future__ import annotations

from goi_lint.assemble.contacts import read_contacts
from goi_lint.assemble.dates import read_dates
from goi_lint.assemble.forms import governing_form, load_forms
from goi_lint.assemble.identity import read_identity, read_title
from goi_lint.assemble.outline import outline_of, regions_of
from goi_lint.assemble.tables import read_tables
from goi_lint.model.document import NOWHERE, Document
from goi_lint.model.report import Given, Report

__all__ = ["assemble", "governing_form", "load_forms"]


def assemble(document: Document, given: Given = Given()) -> Report:  # noqa: B008 - frozen
    """Return the report that the document holds; what is not there is absent in it, never guessed."""
    regions = regions_of(document.blocks)
    title = read_title(regions[0].narrative())
    guess = given.year or (title.year if title else None)
    tables, evidence = read_tables(regions, governing_form(guess) if guess else None, document.sure)
    outline = outline_of(regions, document.whole)
    dates = read_dates(outline, document.published)
    contacts = read_contacts(outline)
    identity = read_identity(title, outline, dates, contacts, given)
    governing = governing_form(identity.year) if identity.year else None
    return Report(
        name=document.name,
        format=document.format,
        title=title,
        identity=identity,
        evidence=type(evidence)(evidence.used, governing, evidence.signs, evidence.mixed),
        outline=outline,
        tables=tables,
        dates=dates,
        contacts=contacts,
        end=document.blocks[-1].place if document.blocks else NOWHERE,
        remarks=document.remarks,
    )
