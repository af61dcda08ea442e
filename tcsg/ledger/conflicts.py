"""A ledger in conflict as text: written with markers around what two sides cannot both hold, and parted into the sides again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg.errors import LedgerError
from tcsg.ledger.canonical import dump_ledger

if TYPE_CHECKING:
    from tcsg.ledger.merge import Conflict, Merged

_MARK = re.compile(r"^(<{7,}|\|{7,}|={7,}|>{7,})(?: .*|)$")

_OURS = "<<<<<<< ours"


def dump_merged(merged: Merged) -> str:
    """The ledger, with git's markers around the lines of each conflict; LedgerError when they cannot be placed."""
    text = dump_ledger(merged.ledger)
    for conflict in merged.conflicts:
        line = f"\n{conflict.line}\n"
        if text.count(line) != 1:
            raise LedgerError(f"the conflict about {conflict.about} cannot be written")
        lines = (_OURS, *conflict.ours, "=======", *conflict.theirs, ">>>>>>> theirs")
        text = text.replace(line, "\n" + "\n".join(lines) + "\n")
    return text


def conflict_lines(merged: Merged) -> tuple[tuple[int, Conflict], ...]:
    """The conflicts in the order of the text that `dump_merged` gives, each with the line of its first marker."""
    plain = dump_ledger(merged.ledger)
    in_order = sorted(merged.conflicts, key=lambda c: plain.find(f"\n{c.line}\n"))
    lines = [n for n, line in enumerate(dump_merged(merged).split("\n"), 1) if line == _OURS]
    return tuple(zip(lines, in_order, strict=True))


def has_marks(text: str) -> bool:
    """Whether a line of the text is one of git's markers."""
    return any(line[:1] in "<|=>" and _MARK.match(line) for line in text.split("\n") if line)


def parted(text: str) -> tuple[str | None, str, str] | None:
    """The base, ours and theirs of a text with markers; None when it has none, or they do not fit together.

    The base is None unless the markers tell it, as those of git's styles diff3 and zdiff3 do.
    """
    parts: tuple[list[str], list[str], list[str]] = ([], [], [])
    inside: str | None = None
    depth = found = told = 0
    for line in text.split("\n"):
        mark = _MARK.match(line)
        kind = mark[1][0] if mark else ""
        if inside == "|" and kind == "<":  # git's own conflict within the base
            depth += 1
        elif inside == "|" and kind == ">":
            depth -= 1
        elif not depth and mark and len(mark[1]) == 7:
            if kind not in {None: "<", "<": "|=", "|": "=", "=": ">"}[inside]:
                return None
            found += kind == "<"
            told += kind == "|"
            inside = None if kind == ">" else kind
            continue
        for n, side in enumerate(("|", "<", "=")):
            if inside in (None, side):
                parts[n].append(line)
    if inside is not None or not found:
        return None
    base, ours, theirs = ("\n".join(part) for part in parts)
    return base if told == found else None, ours, theirs
