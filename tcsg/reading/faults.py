"""What PyYAML finds wrong, in plain words and with the cure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yaml.error import MarkedYAMLError

_MISFIT = "this does not fit the lines above; check the indentation, or put the value in quotes"
HALF = "an escape that is half a character; write the character itself"
_FAULTS = (
    ("maximum nesting depth", "lists and mappings nested far too deep; put the value in quotes"),
    ("mapping values are not allowed", "a `:` where no key can stand; put the value in quotes, or look for a missing `:` above"),
    ("',' or", "a bracket is opened here and not closed; close it, or put the value in quotes"),
    ("unexpected end of stream", "a quote is opened here and not closed; close it"),
    ("character escape code", HALF),
    ("escape", "a `\\` that begins no escape; write `\\\\`, or put the value in 'single quotes'"),
    ("expected ':'", "a line without `key: value`; write the `:`, or put the value in quotes"),
    ("document start", "more text after the end of the YAML; delete it, or put the value in quotes"),
    ("expected key", _MISFIT),
    ("block end", _MISFIT),
    ("'-' indicator", _MISFIT),
)
"""Words of libyaml's and of PyYAML's own messages, and ours; the first that fits is said."""

_SHOWN = 40
"""Characters of a text of the file that a message repeats."""

_LATE = ("',' or", "unexpected end of stream", "expected ':'", "an alias", "an anchor", "a tag", "block scalar")
"""Faults noticed only after their cause, at times many lines below it: the line where the thing begins is said."""


def in_plain_words(fault: MarkedYAMLError, text: str) -> tuple[str, int]:
    """Return what is wrong and the line of `text`, from 0, to look at."""
    said = f"{fault.context or ''} {fault.problem or ''}".strip()
    late = fault.context_mark and any(words in said for words in _LATE)
    mark = fault.context_mark if late else fault.problem_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    first = lines[line][column : column + 1] if line < len(lines) else ""
    line = min(line, len(lines) - 1)  # libyaml finds the end one line below the last
    if first == "\t":
        return "a tab stands where YAML wants blanks; use blanks", line
    for words, message in _FAULTS:
        if words in said:
            return message, line
    if first.strip():
        return f"a value cannot begin with '{first}'; put it in quotes", line
    if "node content" in said:
        return "the text ends before a bracket is closed; close it, or put the value in quotes", line
    return f"this cannot be read as YAML ({said}); put the value in quotes", line


def shown(text: str) -> str:
    """Return a text of the file as a message repeats it: its beginning, on one line."""
    seen = "".join(character if character.isprintable() else "\ufffd" for character in text[:_SHOWN])
    return f"`{seen}`"
