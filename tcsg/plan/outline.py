"""A plan's text as a walk over its items, each with the theme and the topic of the headings and questions above it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tcsg.plan.values import Topic
from tcsg.plan.words import ASKS, HEADS, QUESTION, SIGNED, SUGGESTED
from tcsg.reading.markdown import Shape, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.model import Theme
    from tcsg.reading.markdown import Item

_ASK, _NAME = 7, 8
"""Levels below every heading: of a question of a form, and of a line that is the name of a theme."""
_BEFORE_NAME = re.compile(r"(?:(?:key )?(?:theme|area|strand|pillar|aim|goal|priority|objective)\b)?\s*[0-9ivx]{0,3}\s*[.:)–—-]*\s*", re.IGNORECASE)
_AFTER_NAME = re.compile(r"\s*(?:\([a-z]{1,3}\)|theme|:)\s*$", re.IGNORECASE)
_LEGEND = re.compile(r"(?<![\w])([A-Z]{1,3})\s*[–—=:-]\s*([A-Z][A-Za-z&’' ]{2,40}?)(?=\s*(?:[;,.|]|$))")
_LONG = 6
"""Words from which on a line may be a question."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An item with what stands above it; `part` numbers the stretch of text from one heading or question to the next."""

    item: Item
    part: int
    topic: Topic | None
    theme: str | None
    label: str | None
    """The nearest heading when it speaks of no topic: in a plan without themes it is one."""
    suggested: bool = False
    opens: bool = False
    """Whether the item is itself a heading, a question or the name of a theme."""


@dataclass(frozen=True, slots=True)
class _Head:
    level: int
    text: str
    topic: Topic | None
    theme: str | None


def placed(items: Sequence[Item], themes: Sequence[Theme]) -> Iterator[Placed]:
    """All items in their order."""
    stack: list[_Head] = []
    part, titled = 0, False
    for item in items:
        head = _head(item, themes, titled=titled)
        titled = titled or (item.shape is Shape.HEADING)
        if head is not None:
            stack = [h for h in stack if h.level < head.level]
            stack.append(head)
            part += 1
        topic = next((h.topic for h in reversed(stack) if h.topic is not None), None)
        theme = next((h.theme for h in reversed(stack) if h.theme is not None), None)
        label = stack[-1].text if stack and stack[-1].topic is None else None
        suggested = any(SUGGESTED.search(h.text) for h in stack)
        yield Placed(item, part, topic, theme, label or None, suggested, opens=head is not None)


def _head(item: Item, themes: Sequence[Theme], *, titled: bool) -> _Head | None:
    """What an item opens: a heading, the name of a theme on a line of its own, a question of a form; None for all others."""
    text = plain(item.text)
    theme = theme_of(text, themes) if item.shape is not Shape.ROW else None
    if item.shape is Shape.HEADING:
        if not titled:  # the title is about the whole
            return _Head(item.level, "", None, theme)
        return _Head(item.level, text, None if theme else _topic(text), theme)
    if theme is not None:
        return _Head(_NAME, "", None, theme)
    if item.shape is Shape.LINE and SIGNED.match(text):
        return _Head(_ASK, "", Topic.SIGNED, None)
    asked = asked_for(item) if item.shape is Shape.LINE else None
    return None if asked is None else _Head(_ASK, "", asked, None)


def _topic(text: str) -> Topic | None:
    key = " ".join(text.casefold().strip(" :.?").split())
    key = re.sub(r"^[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]?\s+", "", key)
    return next((topic for topic, pattern in HEADS if pattern.match(key)), None)


def asked_for(item: Item) -> Topic | None:
    """What a line asks for when it is a question of a form: words that ask, with a colon at the end or before an address."""
    text = re.sub(r"\s*<?https?://\S+\s*$", "", item.text).strip()
    key = plain(text).casefold()
    if not key.endswith(":") or len(key.split()) < _LONG or not QUESTION.search(key):
        return None
    return next((topic for topic, pattern in ASKS if pattern.search(key)), None)


def theme_of(text: str, themes: Sequence[Theme]) -> str | None:
    """The theme whose name a text is, whatever numbers it and whatever brackets stand behind."""
    key = _AFTER_NAME.sub("", text.strip(" *_:")).casefold().strip()
    for theme in themes:
        name = theme.name.casefold()
        if key == name or (key.endswith(name) and _BEFORE_NAME.fullmatch(key[: -len(name)])):
            return theme.name
    return None


def legend(items: Sequence[Item]) -> dict[str, str]:
    """Names by letter, as a line above a table tells them: `V – Visibility; R – Recognition`."""
    for item in items:
        if item.shape is not Shape.ROW:
            found = dict(_LEGEND.findall(plain(item.text)))
            if len(found) > 1:
                return found
    return {}
