"""Text that is safe to show: minutes come from Word and e-mail, and may hold anything."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Jump = Callable[[str, int], str]
    """The address that opens a line of a file in an editor."""


def _units(code: int) -> tuple[int, ...]:
    """The UTF-16 units of a character, as JSON escapes it."""
    return (code,) if code < 0x10000 else (0xD800 + (code - 0x10000 >> 10), 0xDC00 + (code & 0x3FF))


_VISIBLE = {0x2028: "<U+2028>", 0x2029: "<U+2029>", 0xFEFF: "<U+FEFF>", 0x00AD: "<U+00AD>"}
"""Characters that hide, turn or break a line of the terminal, and what is shown instead."""

_VISIBLE |= {code: f"<U+{code:04X}>" for code in (0x061C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070))}
_VISIBLE |= {code: f"<U+{code:04X}>" for code in (0x115F, 0x1160, 0x180E, 0x3164, 0xFFA0, *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080))}
_VISIBLE |= {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0))}


@cache
def _in_json() -> dict[int, str]:
    """These characters as JSON escapes them."""
    return {code: "".join(f"\\u{unit:04x}" for unit in _units(code)) for code in _VISIBLE if code >= 0x7F}


def clean(text: str) -> str:
    """The text with control, bidi and zero-width characters made visible; it holds no line break and no escape."""
    return text if text.isascii() and text.isprintable() else text.translate(_VISIBLE)


def linked(text: str, address: str) -> str:
    """The text as a link of a terminal (OSC 8)."""
    return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\"


def json_text(document: object) -> str:
    """A document as JSON of some lines; what `clean` would show otherwise is escaped, so that a terminal may show it."""
    return _json(document, indent=2)


def json_line(document: object) -> str:
    """A document as JSON on one line, escaped as `json_text` does."""
    return _json(document, indent=None)


def _json(document: object, indent: int | None) -> str:
    # Lazy: only these formats need it.
    import json

    return json.dumps(document, ensure_ascii=False, indent=indent).translate(_in_json()) + "\n"


def without_commands(text: str) -> str:
    """The text with a mark before whatever a GitHub workflow would take for a command to it."""
    return re.sub(r"^((?:\x1b\[[0-9;]*m|[^\S\n])*)(?=::|##\[)", r"\1> ", text, flags=re.MULTILINE)


def cell(text: str) -> str:
    """The text as a field of a tab-separated line."""
    return clean(text.replace("\t", " ").replace("\n", " ")) or "-"


def markdown_cell(text: str) -> str:
    """The text as a part of a line of Markdown or a cell of a table: nothing in it is markup, and nobody is pinged."""
    escaped = "".join("\\" + c if c in "\\|<>`[]*_#~&$" else "&#64;" if c == "@" else c for c in clean(text))
    return escaped.replace("](", "]&#40;")  # not every reader sees that a bracket before it makes this no link


def count(number: int, noun: str) -> str:
    """`1 action`, `2 actions`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def wrapped(text: str, *, width: int, indent: str = "", further: str = "") -> str:
    """The text in lines of at most `width`, broken between words only; all but the first begin further in."""
    if len(indent) + len(text) <= width:
        return f"{indent}{text}\n"
    # Lazy: only a line that is too long for its terminal needs it.
    from textwrap import wrap

    lines = wrap(text, max(width, 20), initial_indent=indent, subsequent_indent=indent + further, break_long_words=False, break_on_hyphens=False)
    return "".join(f"{line}\n" for line in lines)


def columns(rows: Iterable[tuple[str, str]], left: int, *, width: int, indent: str = "") -> str:
    """Words and what they mean side by side; where that does not fit into `width`, the meaning below and further in."""
    listed = list(rows)
    if all(len(indent) + max(left, len(word)) + len(said) <= width for word, said in listed):
        return "".join(f"{indent}{word:<{left}}{said}\n" for word, said in listed)
    return "".join(f"{indent}{word}\n{wrapped(said, width=width, indent=indent + '    ')}" for word, said in listed)
