"""How much of anything goi-lint takes before it says so: hostile input is normal input."""

from __future__ import annotations

PATTERN_SECONDS = 0.5
"""Longest time that one search with a pattern of a foreign pack may take."""

PATTERN_LENGTH = 2_000
"""Longest pattern of a foreign pack, in characters."""

PATTERN_DEPTH = 50
"""Deepest nesting of groups in a foreign pattern."""

PATTERN_ELEMENTS = 20_000
"""Largest foreign pattern with its counted repeats written out, as `regex` does: 300 bytes for each element."""

YAML_BYTES = 1_000_000
"""Largest YAML file of a pack."""

YAML_DEPTH = 20
"""Deepest nesting in a YAML file of a pack; rules need 5."""

FORMULA_LENGTH = 1_000
"""Longest formula, in characters; the national pack's longest has about 200."""

FORMULA_DEPTH = 40
"""Deepest nesting in a formula."""

CULPRIT_STEPS = 8_000
"""How often an equation of one table may be looked at to find the wrong number among blanks: a tenth of a second."""

MAX_BYTES = 20_000_000
"""A larger file is not read (GOI001). Real reports are under 1 MB."""

MAX_LINES = 200_000
"""Lines of a text file."""

MAX_LINE_CHARACTERS = 200_000
"""Characters of one line of a text file."""

MAX_CELLS = 100_000
"""Tabs and pipes of a text file; the three tables together have fewer than 300 cells."""

MAX_PDF_PAGES = 500
"""Pages of a PDF; real reports have at most some dozens."""

MAX_PDF_PAGE_CHARACTERS = 50_000
"""Characters of one page of a PDF; a full page has about 2,000."""

MAX_PDF_PAGE_OBJECTS = 100_000
"""Objects drawn on one page of a PDF, points of paths included; a page with tables has some hundred."""

MAX_PDF_PAGE_RULINGS = 1_000
"""Different rulings of one direction on one page of a PDF; a page with tables has at most some dozens."""

MAX_PDF_PAGE_CELLS = 20_000
"""Slots of the tables of one page of a PDF, merged cells counted in full."""

DOCX_ENTRIES = 5_000
"""Entries of a Word file; real ones have 10 to 100, most of them pictures."""

DOCX_UNPACKED = 32_000_000
"""Unpacked bytes of all parts of a Word file that are read: body, styles, lists. Real ones have under 3 MB."""

DOCX_RATIO = 300
"""How many times its packed size a part of a Word file may have, from a megabyte on; real ones have 10 to 60 times."""

DOCX_MARKS = 500_000
"""Tags, and attributes, of one part of a Word file: each takes 100 to 250 bytes. Real ones have under 60,000."""

DOCX_DEPTH = 20
"""Tables and text boxes within one another in a Word file."""

DOCX_COLUMNS = 200
"""Columns of a table in a Word file; Word itself makes 63 at most."""

DOCX_SLOTS = 500_000
"""Rows times columns of a table in a Word file."""

HTML_TAGS = 150_000
"""Tags of a web page; real ones have some thousands."""

HTML_CELLS = 100_000
"""Table cells of a web page."""

HTML_STEPS = 200_000_000
"""Open elements of a web page, summed over its tags: what a parser may have to look through. A second's work."""

HTML_COPIES = 500_000
"""Formatting elements left open in a web page, summed over its tags: each block may open them all again."""

HTML_STRAY = 100_000_000
"""Pieces of text outside of the cells of a web page's tables, times their characters."""

HTML_ATTRIBUTES = 20_000
"""Blanks, slashes and quotes in one tag of a web page: it has no more attributes than that."""

HTML_SLOTS = 1_000_000
"""Fields of one table of a web page, those covered by merged cells included."""

DOC_PAGES = 5_000
"""Pages of properties (512 bytes each) in a .doc file; a real report has under 100."""

DOC_DEPTH = 20
"""Tables within one another in a .doc file."""

DOC_SLOTS = 500_000
"""Rows times columns of a table in a .doc file."""

OFFICE_SECONDS = 30
"""Longest time that LibreOffice may take to convert a file that no reader knows."""

MAX_PDF_STREAM_BYTES = 15_000_000
"""What a content stream of a PDF may unpack to: about a million lines. A page of a real report has some 20 kB."""

MAX_PDF_DRAWN_BYTES = 30_000_000
"""What the forms of a PDF may come to where forms draw forms."""

MAX_PDF_SECONDS = 6.0
"""After that time no further page of a PDF is begun; a page of a real report takes 5 ms."""

MAX_PDF_ITEMS = 400_000
"""Characters and rulings of a whole PDF; a real report has some 10,000."""

REMARK_CHARACTERS = 2_000
"""Longest comment to goi-lint in a report; one that is longer, or does not end, ends with its line."""

MAX_REMARKS = 200
"""Comments to goi-lint in one report."""

NARRATIVE_LENGTH = 30_000
"""Characters of the longest paragraph whose numbers are read; a whole report of real text has some 5,000."""

NARRATIVE_NUMBERS = 300
"""Numbers of one paragraph; one with more is no running text, and none of them is read."""

BASELINE_BYTES = 200_000_000
"""Largest baseline; each finding in it takes some 200 bytes."""

MAX_JOBS = 64
"""Processes that judge at a time: more than a machine has processors gain nothing, and each takes 20 MB."""

CONFIG_BYTES = 500_000
"""Largest configuration file."""
