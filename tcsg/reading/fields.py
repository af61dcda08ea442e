"""A YAML mapping as its readers want it: typed values by key, and an error with its line for what does not fit."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from tcsg import late
from tcsg.errors import MinutesError, TcsgError
from tcsg.frozen import frozen
from tcsg.model import Place
from tcsg.reading.faults import shown
from tcsg.reading.simple_yaml import load_simple
from tcsg.reading.strict import Node, load, raw

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

Fault: TypeAlias = type[TcsgError]

_DAY = late.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ \tT].*)?")
_LISTED = 12
"""Words that a message lists when none is near the one it found."""


@frozen
class Fields:
    """A mapping that begins at line `start` of the file `path`; what is wrong in it is raised as `fault`."""

    entries: Mapping[str, Node]
    start: int
    path: str
    fault: Fault = TcsgError

    @classmethod
    def of(cls, node: Node, path: str, fault: Fault, what: str) -> Fields:
        """Take `node` for a mapping; nothing at all is an empty one, and `what` names it in the error."""
        if node.value is None:
            return cls({}, node.line, path, fault)
        if isinstance(node.value, MappingProxyType):
            return cls(node.value, node.line, path, fault)
        raise fault(f"{what} is to be written as `key: value`", Place(path, node.line))

    def line(self, key: str) -> int:
        """Return the line of `key`, of the mapping's begin when it is not there."""
        node = self.entries.get(key)
        return node.key_line if node else self.start

    def has(self, key: str) -> bool:
        """Whether there is anything at `key`."""
        node = self.entries.get(key)
        return node is not None and node.value is not None

    def wrong(self, where: str | int, message: str) -> TcsgError:
        """Return the error that says `message` at a line, or at the line of a key."""
        return self.fault(message, Place(self.path, self.line(where) if isinstance(where, str) else where))

    def only(self, known: Collection[str], what: str) -> None:
        """Refuse every key that is not `known`, naming the nearest; `what` names the mapping."""
        for key in self.entries:
            if key not in known:
                raise self.wrong(key, f"{what} has no key {shown(key)}; {nearest(key, known)}")

    def text(self, key: str) -> str | None:
        """Return one text, None when the key is missing or holds nothing."""
        node = self.entries.get(key)
        value = node.value if node else None
        if value is None or isinstance(value, str):
            return value
        raise self.wrong(key, f"{shown(key)} takes one value, not a list or a mapping; if it is text, put it in quotes")

    def need(self, key: str, what: str) -> str:
        """Return one text that must be there."""
        text = self.text(key)
        if text is None:
            raise self.wrong(key, f"{what} needs `{key}: …`")
        return text

    def choice(self, key: str, known: Collection[str]) -> str | None:
        """Return one of the `known` words, None when the key is missing or holds nothing."""
        text = self.text(key)
        if text is None or text in known:
            return text
        raise self.wrong(key, f"{shown(text)} is no {key}; {nearest(text, known)}")

    def day(self, key: str) -> date | None:
        """Return a day written as in ISO 8601; a time of day behind it is not read."""
        text = self.text(key)
        return None if text is None else self._read_day(text, key)

    def days(self, key: str) -> tuple[date, ...]:
        """Return a list of days."""
        return tuple(self._read_day(self.item(node, key), node.line) for node in self.nodes(key))

    def _read_day(self, text: str, where: str | int) -> date:
        match = _DAY.fullmatch(text)
        if not match:
            raise self.wrong(where, f"{shown(text)} is not a day; write it as 2024-06-17")
        try:
            return date.fromisoformat(match[1])
        except ValueError:
            raise self.wrong(where, f"the calendar has no {match[1]}") from None

    def nodes(self, key: str) -> tuple[Node, ...]:
        """Return the items of a list; nothing at all is an empty one."""
        node = self.entries.get(key)
        if node is None or node.value is None:
            return ()
        if isinstance(node.value, tuple):
            return node.value
        raise self.wrong(key, f"{shown(key)} takes a list; write [one, two], or one item a line after `- `")

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        return tuple(self.item(node, key) for node in self.nodes(key))

    def item(self, node: Node, key: str) -> str:
        """Return an item of the list at `key`, which must be a text."""
        if isinstance(node.value, str):
            return node.value
        what = "is empty" if node.value is None else "is not one text"
        raise self.wrong(node.line, f"an item of {shown(key)} {what}; if it is text, put it in quotes")

    def mapping(self, key: str) -> Fields:
        """Return the mapping at `key`; nothing at all is an empty one."""
        node = self.entries.get(key)
        return Fields.of(node or Node(self.start, None), self.path, self.fault, shown(key))

    def mappings(self, key: str) -> tuple[Fields, ...]:
        """Return a list of mappings."""
        return tuple(Fields.of(node, self.path, self.fault, f"an item of {shown(key)}") for node in self.nodes(key))

    def pairs(self, key: str) -> tuple[tuple[str | None, str], ...]:
        """Return key and text of a mapping, None and text of a list; a key with nothing behind it is a text."""
        whole = self.entries.get(key)
        nodes = (whole,) if whole and isinstance(whole.value, MappingProxyType) else self.nodes(key)
        found: list[tuple[str | None, str]] = []
        for node in nodes:
            if isinstance(node.value, MappingProxyType):
                said = Fields(node.value, node.line, self.path, self.fault)
                found += [(name, text) if (text := said.text(name)) else (None, name) for name in node.value]
            else:
                found.append((None, self.item(node, key)))
        return tuple(found)


def nearest(word: str, known: Collection[str]) -> str:
    """Say which of the known words was meant, or else which there are."""
    from difflib import get_close_matches  # lazy: only an error needs it

    close = get_close_matches(word[:40], known, n=1)
    if close:
        return f"did you mean `{close[0]}`?"
    return f"there are {', '.join(list(known)[:_LISTED])}{', …' if len(known) > _LISTED else ''}"


def read_front_matter(text: str, path: str) -> tuple[Fields, str]:
    """Return the front matter of minutes, and the rest with blank lines before it so that its lines keep their numbers."""
    if not text.startswith("---"):
        return Fields({}, 1, path, MinutesError), text
    end = text.find("\n---\n") + 1
    simple = load_simple(text[3:end]) if end and text[3] == "\n" else None
    if simple and isinstance(simple.value, MappingProxyType):
        return Fields(simple.value, 1, path, MinutesError), "\n" * text.count("\n", 0, end) + text[end + 3 :]
    from tcsg.reading.front_matter import StrictHandler  # lazy: brings python-frontmatter and PyYAML

    handler = StrictHandler(path)
    if not handler.detect(text):
        return Fields({}, 1, path, MinutesError), text
    block, body = handler.split(text)
    return Fields(handler.load(block), 1, path, MinutesError), body


__all__ = ["Fault", "Fields", "Node", "load", "nearest", "raw", "read_front_matter", "shown"]
