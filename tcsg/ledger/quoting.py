"""YAML values on one line, written so that every reader of YAML 1.1 or 1.2 gets the same text back."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tcsg import late

if TYPE_CHECKING:
    from tcsg.model import Raw

_SAFE_FIRST = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789(/_")
"""ASCII characters with which plain text may begin; the others mean something to some reader."""

_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
"""Plain words that some reader takes for a truth value or for nothing, in any case."""

_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_LETTERS = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}

_SCALAR = re.compile(r'"(?:[^"\\]|\\.)*"|[^\[\]{},:"][^\[\]{},:]*')
_ESCAPE = late.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|(.))")
_CLOSED = {"[": "]", "{": "}"}
MAX_KEY = 128
"""Characters of a key, as for the strict reader; more than 1,024 are too many for YAML itself."""
_DEEPEST = 12
"""Levels of brackets that `read_flow` follows."""


def block(text: str) -> str:
    """Return `text` as the value of a key on a line of its own: plain where that is safe, else double-quoted."""
    return text if _plain(text) else quoted(text)


@lru_cache(maxsize=4096)
def flow(text: str) -> str:
    """Return `text` as an item between brackets; a ledger says the same few owners and meetings thousands of times."""
    return text if _plain(text) and not any(mark in text for mark in ",:?[]{}") else quoted(text)


def quoted(text: str) -> str:
    """Return `text` in double quotes on one line; a lone surrogate, for which UTF-8 has no bytes, becomes U+FFFD."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped if escaped.isprintable() else _odd().sub(_escape, escaped)}"'


def flow_value(value: Raw) -> str:
    """Return any value on one line."""
    if value is None:
        return "null"
    if isinstance(value, str):
        return flow(value)
    if isinstance(value, list):
        return f"[{', '.join(map(flow_value, value))}]"
    return f"{{{', '.join(f'{flow(key)}: {flow_value(item)}' for key, item in value.items())}}}"


def read_flow(text: str) -> Raw:
    """Read what `flow_value` wrote.

    Of other text it reads something or raises ValueError or LookupError; writing the value again tells whether it was right.
    """
    value, end = _read(text, 0, 0)
    if end != len(text):
        raise ValueError(text)
    return value


def read_scalar(text: str) -> str | None:
    """Read what `block` or `flow` wrote; `null` is None."""
    if text[:1] == '"':
        return _ESCAPE.sub(_unescape, text[1:-1]) if "\\" in text else text[1:-1]
    return None if text == "null" else text


@cache
def _number() -> re.Pattern[str]:
    """What some reader takes for a number, be it of base 60, or for a day; made when something is written."""
    return re.compile(r"[0-9_.,:+-]*(?:[eE][0-9_.+-]*)?|0[xXoObB][0-9a-fA-F_]*|[0-9]{4}-[0-9].*")


@cache
def _odd() -> re.Pattern[str]:
    """What YAML cannot hold as it is, what it takes for a line end, and lone surrogates; none of it is printable."""
    return re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def _plain(text: str) -> bool:
    first, last = text[:1], text[-1:]
    if first not in _SAFE_FIRST and first < "\xa1":
        return False
    if last == ":" or first.isspace() or last.isspace() or ": " in text or " #" in text:
        return False
    if not text.isprintable() and _odd().search(text):
        return False
    if first.isdigit():
        return not _number().fullmatch(text)
    return text.lower() not in _WORDS


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    code = ord(character)
    return _ESCAPES.get(character) or (f"\\x{code:02x}" if character <= "\xff" else f"\\u{code:04x}")


def _unescape(match: re.Match[str]) -> str:
    return _LETTERS[match[3]] if match[3] else chr(int(match[1] or match[2], 16))


def _read(text: str, at: int, depth: int) -> tuple[Raw, int]:
    match = _SCALAR.match(text, at)
    if match:
        return read_scalar(match[0]), match.end()
    if depth == _DEEPEST:
        raise ValueError(text)
    opened = text[at]
    at += 1
    items: list[Raw] = []
    pairs: dict[str, Raw] = {}
    while text[at] != _CLOSED[opened]:
        item, at = _read(text, at, depth + 1)
        if opened == "{" and isinstance(item, str) and 0 < len(item) <= MAX_KEY:
            pairs[item], at = _read(text, at + 2, depth + 1)
        else:
            items.append(item)
        at += 2 * text.startswith(", ", at)
    return pairs if opened == "{" else items, at + 1
