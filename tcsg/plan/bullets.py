"""Commitments and entries in lists: what stands at the outer edge is one, what stands further in or follows explains it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tcsg.model import Status
from tcsg.plan.rows import themes_in
from tcsg.plan.values import Commitment, Entry
from tcsg.plan.words import LABELS
from tcsg.reading.markdown import Shape, plain
from tcsg.reading.naming import dated_owners, is_group
from tcsg.reading.status import find_status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tcsg.model import Theme
    from tcsg.plan.outline import Placed
    from tcsg.reading.names import Names

_LABEL = re.compile(r"([A-Za-z][A-Za-z /.]{1,30}?)\s*:\s+(?=\S)")
_CLOSING = re.compile(r"\s*[(\[]([^()\[\]]{1,80})[)\]]\s*[.;]?\s*$")
_INITIALS = re.compile(r"[A-Z]{2,3}")
_SIGNS = " ❖◆►▶➢➤→*•"


@dataclass
class Gathered:
    """An item at the outer edge of a list, with what explains it."""

    first: Placed
    more: list[Placed] = field(default_factory=list)

    @property
    def end(self) -> int:
        """The last line of all of it."""
        return max(p.item.end for p in (self.first, *self.more))


def gathered(part: Sequence[Placed], *, paragraphs: bool) -> list[Gathered]:
    """The outermost list items of a stretch of text, without empty ones; where there is no list, with `paragraphs`, its paragraphs."""
    part = [p for p in part if p.item.shape is not Shape.BULLET or plain(p.item.text).strip(_SIGNS)]
    bullets = [p for p in part if p.item.shape is Shape.BULLET]
    edge = min((p.item.indent for p in bullets), default=0)
    found: list[Gathered] = []
    for one in part:
        outer = one.item.shape is Shape.BULLET and one.item.indent <= edge
        alone = one.item.shape is Shape.LINE and not bullets and paragraphs and not one.item.text.rstrip().endswith(":")
        if outer or alone:
            found.append(Gathered(one))
        elif found and one.item.shape in (Shape.BULLET, Shape.LINE):
            found[-1].more.append(one)
    return found


def entry(one: Gathered) -> Entry:
    """Work that goes on, or an initiative; the paragraphs that follow are part of its words."""
    item = one.first.item
    text = " ".join(plain(p.item.text) for p in (one.first, *one.more)).strip(_SIGNS)
    number = (item.marker or "").rstrip(".)") if (item.marker or "")[:1].isdigit() else None
    return Entry(item.line, one.end, text, (one.first.theme,) if one.first.theme else (), number)


def commitment(one: Gathered, themes: Sequence[Theme], names: Names) -> tuple[Commitment, dict[str, str]]:
    """The commitment of a list item, with the words of the lines below it that are labelled, `Who: AHR`."""
    item = one.first.item
    told = find_status(item.text, names.idiom)
    status = (Status.DONE if item.checked else Status.OPEN) if item.boxed else told.status if told else Status.OPEN
    words = item.text
    if told is not None and told.start == 0 and told.end < len(words):
        words = words[told.end :]
    elif told is not None and 0 < told.start < len(words):
        words = words[: told.start].rstrip(" .–-")
    text, said = _closing(plain(words).strip(_SIGNS + ":"), themes, names)
    details: list[str] = []
    for below in one.more:
        line = plain(below.item.text)
        label = _LABEL.match(line)
        kind = LABELS.get(label[1].casefold().strip()) if label else None
        if label and kind:
            said.setdefault(kind, line[label.end() :].strip())
        else:
            details.append(line)
    themed = themes_in(said.get("theme", ""), themes) or ((one.first.theme,) if one.first.theme else ())
    found = Commitment(
        item.line,
        one.end,
        text,
        themed,
        who=said.get("owner"),
        activity=said.get("activity") or "; ".join(details) or None,
        impact=said.get("impact"),
        measure=said.get("measure"),
        status=status,
        suggested=one.first.suggested,
    )
    return replace(found, purpose=said.get("text")), said


def _closing(text: str, themes: Sequence[Theme], names: Names) -> tuple[str, dict[str, str]]:
    """The words without the brackets that close them, and what these tell: owners, a time, themes."""
    said: dict[str, str] = {}
    while closing := _CLOSING.search(text):
        inside = closing[1].strip()
        listed = themes_in(inside, themes)
        if listed and len(listed) == len(re.findall(r"[\w ]+", inside)):
            said.setdefault("theme", inside)
        elif owners := _answering(inside, names):
            said.setdefault("owner", ", ".join(owners))
            said.setdefault("closing", inside)
        elif re.match(r"(?:by|until|before|in|from|due|end of)\b", inside, re.IGNORECASE):
            said.setdefault("due", inside)
        else:
            break
        text = text[: closing.start()].rstrip()
    return text, said


def _answering(text: str, names: Names) -> tuple[str, ...]:
    """The owners that a bracket names; a short word in capitals may as well be a title or a body, so it must be somebody's initials."""
    owners = dated_owners(text, names)
    sure = all(names.knows(o) or is_group(o) or (not names.initials and _INITIALS.fullmatch(o)) for o in owners)
    return owners if sure else ()


def split_who(text: str) -> tuple[str, ...]:
    """Who answers for something, one by one: what stands between commas, slashes and semicolons."""
    parts = (part.strip(" .") for part in re.split(r"\s*[;,/\n]\s*|\s+&\s+|(?<=\b[A-Z]{2})\s+and\s+(?=[A-Z]{2,4}\b)", text))
    return tuple(dict.fromkeys(part for part in parts if part))


def parts(walk: Iterable[Placed]) -> list[list[Placed]]:
    """The stretches of text between headings and questions, those without words left out."""
    found: dict[int, list[Placed]] = {}
    for one in walk:
        if not one.opens:
            found.setdefault(one.part, []).append(one)
    return list(found.values())
