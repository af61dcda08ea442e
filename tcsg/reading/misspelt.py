"""`Action` with a letter amiss, where a mark or a title stands, spelt right: `ACITON: Ann to row`, `**Actoin**` above a list.

So are `Actions form last time` and `Pressent` above those who were there.
"""

from __future__ import annotations

import re

from tcsg import late

_RIGHT = "action"


def _amiss(word: str) -> set[str]:
    """The word with two letters changed about, one left out within it, or one twice."""
    swapped = {word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in range(len(word) - 1)}
    missed = {word[:n] + word[n + 1 :] for n in range(1, len(word) - 1)}
    return (swapped | missed | {word[:n] + word[n] + word[n:] for n in range(len(word))}) - {word}


_WRONG = "|".join(sorted(_amiss(_RIGHT) - {"cation", "actin"}))
_NAME = "Acton"
"""What may be somebody's name: a mark is written so but once, where others are written right."""
_MARK = late.compile(
    rf"(\n[ \t>#*_+\[(-]{{0,12}})(?:(?P<capital>{_WRONG.upper()})(?P<many>S?)|(?i:{_WRONG})(?P<more>s?))(?= ?(?:items?|points?|ITEMS?|POINTS?)?"
    r"[*_]{0,3}(?: ?(?:[(\[][^()\[\]\n]{1,40}[)\]]|\d{1,3}))?[*_]{0,3}(?:[ \t]?:|[ \t]*\n)|\][ \t])"
)
"""At the head of a line and before a colon, perhaps with whose it is between them, in brackets, or alone on its line."""

_TODO = late.compile(r"(?<![\w-])(?:TOODO?|TDOO|OTDO|TDODO|TODDO|TTODO)(?![\w-])")
"""`TODO` with a letter amiss, which is no word: wherever others of the page are written right."""
_FORM = late.compile(
    r"(\n[ \t>#*_-]{0,8}(?:[A-Za-z]{2,12} ){0,2}(?:actions|items|points|tasks|to-?dos|minutes) )form"
    r"(?= (?:(?:the|our) )?(?:last|previous|prior|\d{1,2}|January|February|March|April|May|June|July|August|September|October|November|December)\b)",
    re.IGNORECASE,
)
"""`Actions form the last meeting`"""

_OLD = late.compile(
    rf"(?<=\n)([ \t>#*_\d.:)-]{{0,12}})(?:(?P<outstanding>{'|'.join(sorted(_amiss('outstanding')))})|(?:{'|'.join(sorted(_amiss('previous')))}))"
    r"(?= (?:actions?|tasks)\b)",
    re.IGNORECASE,
)
"""`Oustanding actions`, `Previos actions`."""


_PRESENT = {wrong: right for right in ("present", "attendees", "attending", "attendance", "participants") for wrong in _amiss(right)} | {
    "attendence": "attendance",
    "attendies": "attendees",
    "attendess": "attendees",
}
"""The titles of those who were there with a letter amiss."""


def with_present(text: str) -> str:
    """The text with such titles, at the head of their lines, spelt as they were meant."""
    lines = text.split("\n")
    for n, line in enumerate(lines):
        title = line.partition(":")[0].strip(" \t>#*_+-")
        if (right := _PRESENT.get(title.casefold())) is not None:
            lines[n] = line.replace(title, right.capitalize() if title[0].isupper() else right, 1)
    return "\n".join(lines)


def spelt_right(text: str) -> str:
    """The text, with a line feed before and behind it, with such words spelt as they were meant."""
    text = _FORM.sub(r"\1from", text) if "s form " in text else text
    text = _TODO.sub("TODO", text) if "TODO" in text else text
    text = _OLD.sub(lambda found: f"{found[1]}{'Outstanding' if found['outstanding'] else 'Previous'}", text)
    somebody = text.count(_NAME) > 1 or "Action" not in text
    return _MARK.sub(lambda found: found[0] if somebody and found[0].endswith(_NAME) else _meant(found), text)


def _meant(found: re.Match[str]) -> str:
    word = found[0][len(found[1]) :]
    right = "ACTION" if found["capital"] else "Action" if word[0].isupper() else _RIGHT
    return f"{found[1]}{right}{found['many'] or found['more'] or ''}"
