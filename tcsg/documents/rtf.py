"""Rich text (.rtf) to text by striprtf; what it does not know is told it in RTF: deleted and hidden text, headings."""

from __future__ import annotations

import re

from striprtf.striprtf import rtf_to_text

from tcsg.documents.tables import Cell, pipe_table
from tcsg.errors import MinutesError

_GONE = re.compile(r"\\(?:deleted|v)(?![a-z0-9])(?=[ \\{}\r\n]|1)")
"""From here to the end of the group the text is deleted or hidden; striprtf leaves out what follows `\\*`."""
_OUTLINE = re.compile(r"\\outlinelevel([0-5])(?![0-9])")
_LEVEL = "\ue005"
_HEADING = re.compile(f"{_LEVEL}([0-5])")
_FIELD = re.compile(r"(\\fldinst)\{")
"""striprtf reads links by a pattern that takes for ever on a hostile file; the words of a link come without it."""
_ROW = re.compile(r"(?:[^\n]*\|\n)+")
_MARK = re.compile(r"^[ ]*(?:[\u00b7\u2022\u25e6\u25aa\u25cf\uf0b7\uf0a7]|\bo)[\t ]+")
_NUMBER = re.compile(r"^([\w(][\w.()]{0,8})\t+")
_LEVELS = re.compile(r"^(#+ )([\w(][\w.()]{0,8})\t+")


def rtf_to_markdown(data: bytes) -> str:
    """The text of a rich text file; MinutesError when it cannot be read."""
    source = data.decode("latin-1")
    source = _FIELD.sub(r"\1 {", _GONE.sub(r"\\*\g<0>", source))
    source = _OUTLINE.sub(lambda match: f"{match[0]}{{\\uc0\\u{ord(_LEVEL) - 0x10000} {match[1]}}}", source)
    try:
        text = rtf_to_text(source, errors="replace")
    except (ValueError, IndexError, LookupError, OverflowError) as error:
        raise MinutesError("the file is damaged: it is no rich text that can be read") from error
    text = _ROW.sub(_table, text)
    return "\n\n".join(_line(line) for line in text.split("\n"))


def _table(match: re.Match[str]) -> str:
    rows = [[Cell(cell.strip()) for cell in line.rstrip("|\n").split("|")] for line in match[0].splitlines()]
    return f"\n{pipe_table(rows)}\n".replace("\n|", f"\n|")


def _line(line: str) -> str:
    heading = _HEADING.search(line)
    line = _HEADING.sub("", line).strip()
    return f"{'#' * (int(heading[1]) + 1)} {line}" if heading and line else line
