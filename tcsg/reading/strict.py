"""The strict reader of YAML: every value is a string, every key and value knows its line, nothing is guessed."""

from __future__ import annotations

import re
from dataclasses import field
from types import MappingProxyType
from typing import TYPE_CHECKING

from tcsg.errors import TcsgError
from tcsg.frozen import frozen, slotted
from tcsg.model import Place, Raw
from tcsg.reading.faults import HALF, in_plain_words, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from yaml.events import CollectionStartEvent, Event, ScalarEvent

MAX_DEPTH = 20
MAX_KEY = 128
"""Characters of a key; written with escapes it must stay below the 1,024 that YAML readers look ahead for its colon."""

_NOTHING = frozenset(("", "~", "null"))
_UNSEEN = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
"""Characters that YAML has no place for, and those that it takes for line ends and we do not."""


@frozen
class Node:
    """A YAML value and the line it begins on: a string, None, a tuple for a list, a read-only mapping."""

    line: int
    value: str | tuple[Node, ...] | MappingProxyType[str, Node] | None
    key_line: int = 0
    """The line of its key, when it is the value of one."""


def load(text: str, path: str, first_line: int = 1, error: type[TcsgError] = TcsgError, *, read: frozenset[str] | None = None) -> Node:
    """Read one YAML document whose first line is line `first_line` of the file `path`.

    Strings only (`null`, `~` and nothing at all are None); no anchors, aliases, tags, merge keys, duplicate keys or
    second document; at most 20 levels. Everything else raises `error` with its line.
    Where only some keys of the document are `read`, the others are another tool's: tags and aliases in them are None, and their
    comments are nobody's loss. A value of a key that is read has nothing to say either when another tool works it out (`!r Sys.Date()`).
    """
    import yaml  # lazy: 14 ms, and a canonical ledger is read without

    def fail(message: str, line: int) -> TcsgError:
        return error(message, Place(path, first_line + line))

    unseen = re.search(_UNSEEN, text)
    if unseen:
        said = f"U+{ord(unseen[0]):04X} is a character that YAML cannot hold; delete it"
        raise fail(said, text.count("\n", 0, unseen.start()))
    builder = _Builder(text, first_line, fail, read)
    try:
        builder.build(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    except yaml.MarkedYAMLError as fault:
        raise fail(*in_plain_words(fault, text)) from None
    except (yaml.YAMLError, ValueError, OverflowError) as fault:
        # What the pure-Python parser lets through: absurd numbers in escapes and directives.
        raise fail(f"this cannot be read as YAML ({fault}); put the value in quotes", builder.line) from None
    root = builder.root
    return Node(first_line, None) if root is None or root.value is None else root


def raw(node: Node) -> Raw:
    """Return the value without its lines."""
    value = node.value
    if isinstance(value, MappingProxyType):
        return {key: raw(item) for key, item in value.items()}
    return [raw(item) for item in value] if isinstance(value, tuple) else value


@slotted
class _Open:
    """A list or a mapping whose end is still to come; `entries` is None for a list."""

    line: int
    entries: dict[str, Node] | None
    items: list[Node] = field(default_factory=list)
    key: str | None = None
    key_line: int = 0


class _Builder:
    """One pass over PyYAML's events with a stack of its own; PyYAML's own tree builders recurse and guess.

    Lines are counted from 0 as PyYAML does; `first_line` is added where they leave.
    """

    def __init__(self, text: str, first_line: int, fail: Callable[[str, int], TcsgError], read: frozenset[str] | None) -> None:
        self.read = read
        self.others = False
        """Whether what comes is below a key that is another tool's."""
        self.text = text
        self.first_line = first_line
        self.fail = fail
        self.line = 0
        self.documents = 0
        self.root: Node | None = None
        self.stack: list[_Open] = []
        self.lost = re.compile(r"[ \t]+(#[^\s#]{1,20})")
        self.surrogate = re.compile("[\ud800-\udfff]")

    def build(self, events: Iterable[Event]) -> None:
        from yaml import events as kinds

        for event in events:
            self.line = event.start_mark.line if event.start_mark else 0
            if isinstance(event, kinds.ScalarEvent):
                self.scalar(event)
            elif isinstance(event, kinds.CollectionStartEvent):
                self.start(event, {} if isinstance(event, kinds.MappingStartEvent) else None)
            elif isinstance(event, kinds.CollectionEndEvent):
                done = self.stack.pop()
                self.add(done.line, tuple(done.items) if done.entries is None else MappingProxyType(done.entries))
            elif isinstance(event, kinds.AliasEvent) and self.others:
                self.add(self.first_line + self.line, None)
            elif isinstance(event, kinds.AliasEvent):
                raise self.fail("a value that begins with `*` is an alias, which tcsg does not read; put it in quotes", self.line)
            elif isinstance(event, kinds.DocumentStartEvent):
                self.documents += 1
                if self.documents > 1:
                    raise self.fail("a second YAML document begins here; keep one, without `---` between", self.line)

    def scalar(self, event: ScalarEvent) -> None:
        computed = self.read is not None and event.tag is not None and event.tag[:1] == "!" != event.tag
        if (event.anchor is not None or event.tag is not None) and not self.others and not computed:
            raise self.marked(event)
        plain, text = event.implicit[0], event.value
        if event.tag is not None:
            plain, text = True, ""
        if plain:
            end = event.end_mark.index if event.end_mark else 0
            if not self.others and self.text[end : end + 1] in (" ", "\t"):
                self.refuse_loss(end)
        elif not text.isascii() and self.surrogate.search(text):
            raise self.fail(HALF, self.line)
        top = self.stack[-1] if self.stack else None
        if top and top.entries is not None and top.key is None:
            self.check_key(top.entries, text, plain=plain)
            top.key, top.key_line = text, self.first_line + self.line
            self.others = text not in self.read if self.read is not None and len(self.stack) == 1 else self.others
        else:
            self.add(self.first_line + self.line, None if plain and text in _NOTHING else text)

    def check_key(self, entries: dict[str, Node], text: str, *, plain: bool) -> None:
        if not text:
            raise self.fail("there is no key before the `:`; write one, or put the value in quotes", self.line)
        if len(text) > MAX_KEY:
            raise self.fail(f"a key of more than {MAX_KEY} characters; is a `:` too many in the text? put it in quotes", self.line)
        if plain and text == "<<":
            raise self.fail("`<<` is a merge key, which tcsg does not read; write the keys out", self.line)
        if text in entries:
            raise self.fail(f"the key {shown(text)} is there twice, first in line {entries[text].key_line}; keep one", self.line)

    def start(self, event: CollectionStartEvent, entries: dict[str, Node] | None) -> None:
        if (event.anchor is not None or event.tag is not None) and not self.others:
            raise self.marked(event)
        if self.stack and self.stack[-1].entries is not None and self.stack[-1].key is None:
            raise self.fail("a key that begins with a bracket; if it is meant as text, put it in quotes", self.line)
        if len(self.stack) == MAX_DEPTH:
            raise self.fail(f"lists and mappings nested more than {MAX_DEPTH} deep; put the value in quotes", self.line)
        self.stack.append(_Open(self.first_line + self.line, entries))

    def add(self, line: int, value: str | tuple[Node, ...] | MappingProxyType[str, Node] | None) -> None:
        if not self.stack:
            self.root = Node(line, value)
            return
        top = self.stack[-1]
        if top.entries is None:
            top.items.append(Node(line, value))
        elif top.key is not None:
            top.entries[top.key] = Node(line, value, top.key_line)
            top.key = None

    def marked(self, event: ScalarEvent | CollectionStartEvent) -> TcsgError:
        what, mark = ("an anchor", "&") if event.anchor is not None else ("a tag", "!")
        return self.fail(f"a value that begins with `{mark}` is {what}, which tcsg does not read; put it in quotes", self.line)

    def refuse_loss(self, end: int) -> None:
        """`Room #4` would be read as `Room`; a comment that is meant as one has a blank after its `#`."""
        lost = self.lost.match(self.text, end)
        if lost:
            said = f"YAML takes {shown(lost[1])} for a comment and loses it; put the value in quotes, or a blank after the `#`"
            raise self.fail(said, self.line)
