"""Ids of commitments in text: `P2025.3`, as minutes name what an action serves."""

from __future__ import annotations

import re

from tcsg import late

ID = late.compile(r"(?<![\w.])[Pp]([0-9]{4}[a-z]{0,2})\.([1-9][0-9]{0,3})(?![\w]|\.\d)")
_BEGUN = late.compile(r"[Pp][0-9]{4}")
"""Without that there is no id; it is found fast."""
_CITED = late.compile(r"A(?<![\w.]A)[0-9A-Za-z-]{1,20}\.\d{1,4}(?![\w.]\d?)")
_GIVEN_ON = late.compile(r"\d{4}[./-]\d{2}[./-]\d{2}$|\d{1,2}[./-]\d{1,2}[./-]\d{4}$")
"""The day on which an action was given: `ACTION 2031-03-04: …`. All of that day share it, so it is no number of theirs."""


def _may_hold(text: str) -> bool:
    """Whether a text may hold an id: a stop stands within it, and not only behind it."""
    return text.find(".", 0, -1) >= 0 and _BEGUN.search(text) is not None


def commitments_in(*texts: str) -> tuple[str, ...]:
    """What is written like the id of a commitment, each once; whether there is such a commitment is known elsewhere."""
    found = [f"P{key}.{number}" for text in texts if text.find(".", 0, -1) >= 0 and _may_hold(text) for key, number in ID.findall(text)]
    return tuple(dict.fromkeys(found))


def without_commitments(text: str) -> str:
    """The text without such ids, and without the brackets that hold nothing else."""
    if not _may_hold(text) or not ID.search(text):
        return text
    bare = ID.sub("", text)
    return re.sub(r"\s{2,}", " ", re.sub(r"[(\[][\s,;/&]*(?:and\s*)?[)\]]", "", bare)).replace(" .", ".").strip()


def cites(number: str | None, text: str) -> tuple[str, ...]:
    """The number that an action bears, and the ids in its words."""
    own = [number] if number and not _GIVEN_ON.match(number) else []
    return tuple(dict.fromkeys([*own, *(_CITED.findall(text) if "." in text[:-1] else ())]))
