"""The elements of HTML by what they do to the text of a page."""

from goi_lint.readers.html_marks import FORMATTING

BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hgroup", "html", "legend", "li", "main", "marquee", "menu", "nav", "ol",
    "optgroup", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul",
])  # fmt: skip
"""Elements that begin and end a paragraph; all others stand within a line."""
VOID = frozenset([
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr", "basefont", "frame", "keygen",
])  # fmt: skip
"""Elements that have no end."""
RAW = ["script", "style", "noscript", "template", "iframe", "noembed", "noframes", "xmp", "plaintext"]
"""What shows nothing, and what stands in it is no markup."""
UNSEEN = frozenset([
    "svg", "math", "select", "datalist", "textarea", "button", "object", "applet", "audio", "video", "canvas", "map",
])  # fmt: skip
"""Elements of which nothing is text of the page."""
ENDS = {f"/{tag}>{after}": tag for tag in BLOCKS for after in ("", "\n")}
ENDS |= {f"/{tag}>": "" for tag in ("span", "o:p", *(FORMATTING - {"a"}))}
"""Half of what a page is cut into: the end of a block with no text after it, or of what is no block."""
KEPT_VOID = frozenset(("br", "img", "hr"))
"""Those that show something, or part lines."""
SEEN_TO = VOID | UNSEEN | {"a", "title"}
"""Elements that are no blocks, and yet more than what stands in them."""
