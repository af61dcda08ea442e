"""Rich text (.rtf) to Markdown by striprtf, which gives the words; what it knows nothing of is put into the file as words first.

That is where a title, an item of a list and a cell of a table begin: Rich Text Format 1.9.1. Deleted and hidden text is left
out, as are comments, headers, footers and notes.
"""

from __future__ import annotations

import re

from striprtf.striprtf import rtf_to_text

from tcsg.documents.marks import Depths, item
from tcsg.documents.tables import Cell, pipe_table
from tcsg.errors import MinutesError

_GONE = re.compile(r"\\(?:deleted|v)(?=[\s\\{}]|1(?!\d))")
"""From here to the end of the group the text is deleted or hidden; striprtf leaves out what follows `\\*`."""
_FIELD = re.compile(r"(\\fldinst)\{")
"""striprtf looks for links by a pattern that takes for ever on some files; without a match the words of the link stay."""
_STYLE = re.compile(r"\{\\s(\d{1,4})[\\ ]([^{};]{0,2000})(?:\{[^{}]{0,200}\}[^{};]{0,500})?;\}")
_OUTLINE = re.compile(r"\\outlinelevel([0-5])(?!\d)")
_TITLED = re.compile(r"(?:^|[ }])(?:(title)|heading ([1-6]))$", re.IGNORECASE)
_PLACES = re.compile(r"\\(?:(s|li|outlinelevel)(-?\d{1,5})|(listtext|pntext|trowd|cell|row))(?![a-z0-9-])")

_LEVEL, _INDENT, _LIST, _ROW, _CELL, _END = "\ue020", "\ue021", "\ue022", "\ue023", "\ue024", "\ue025"
_NUMBERED = re.compile(f"[{_LEVEL}{_INDENT}](-?[0-9]+);")
_TABLE = re.compile(f"(?:{_ROW}[^{_END}]*{_END}\\|?\\n?\\s*)+")
_LABEL = re.compile(f"{_LIST}([^\\t\\n]{{0,40}})\\t?")
_NUMBER = re.compile(r"(?!o$)[\w(]")


def rtf_to_markdown(data: bytes) -> str:
    """The text of a rich text file; MinutesError when it cannot be read."""
    source = _FIELD.sub(r"\1 {", _GONE.sub(r"\\*\g<0>", data.decode("latin-1")))
    titles = _titles(source)
    source = _PLACES.sub(lambda match: _placed(match, titles), source)
    try:
        text = str(rtf_to_text(source, errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, IndexError, LookupError, OverflowError) as error:
        raise MinutesError("the file is damaged: it is no rich text that can be read") from error
    depths = Depths()
    out, at = [], 0
    for table in _TABLE.finditer(text):
        out += [_paragraphs(text[at : table.start()], depths), _table(table[0])]
        at = table.end()
    return "\n\n".join([*out, _paragraphs(text[at:], depths)])


def _titles(source: str) -> dict[str, int]:
    """The level of each style that is a title: by its outline level, or by its name."""
    found = {}
    for style in _STYLE.finditer(source):
        outline, named = _OUTLINE.search(style[2]), _TITLED.search(style[2].rstrip())
        if outline or named:
            found[style[1]] = int(outline[1]) + 1 if outline else int(named[2] or 1) if named else 1
    return found


def _placed(match: re.Match[str], titles: dict[str, int]) -> str:
    """A control word with what it means as a character, which striprtf takes for text."""
    word, number = match[1] or match[3], match[2]
    match word:
        case "s":
            return match[0] + (_said(_LEVEL, f"{titles[number]};") if number in titles else "")
        case "outlinelevel":
            return match[0] + (_said(_LEVEL, f"{int(number) + 1};") if number in "012345" else "")
        case "li":
            return match[0] + _said(_INDENT, f"{number};")
        case "listtext" | "pntext":
            return f"\\listtext{_said(_LIST)}"
        case "trowd":
            return match[0] + _said(_ROW)
        case "cell":
            return _said(_CELL) + match[0]
    return _said(_END) + match[0]


def _said(mark: str, words: str = "") -> str:
    return f"{{\\uc0\\u{ord(mark) - 0x10000} {words}}}"


def _table(text: str) -> str:
    rows = [[Cell(_paragraphs(cell.lstrip("|"), Depths())) for cell in row.split(_CELL)[:-1]] for row in text.split(_END)]
    return pipe_table([row for row in rows if row])


def _paragraphs(text: str, depths: Depths) -> str:
    return "\n\n".join(_paragraph(line, depths) for line in text.replace(_ROW, "").split("\n"))


def _paragraph(line: str, depths: Depths) -> str:
    levels = [int(level) for level in re.findall(f"{_LEVEL}(-?[0-9]+);", line)]
    indents = [int(indent) for indent in re.findall(f"{_INDENT}(-?[0-9]+);", line)]
    listed, words = _LABEL.search(_NUMBERED.sub("", line)), _LABEL.sub("", _NUMBERED.sub("", line)).strip()
    number = " ".join(listed[1].split()) if listed else ""
    if not words:
        return ""
    if levels or not listed:
        depths.end(indents[-1] if indents else 0)
        return f"{'#' * levels[-1]} {number} {words}".replace("  ", " ") if levels else words
    return item(number if _NUMBER.match(number) else "", depths.of(indents[-1] if indents else 0)) + words
