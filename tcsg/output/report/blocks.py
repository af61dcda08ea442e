"""What a section of a report is made of; each format has one way to show each kind of block."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from tcsg.frozen import frozen

if TYPE_CHECKING:
    from tcsg.figures.values import Weave
    from tcsg.output.report.drawing import Drawing


@frozen
class Sentence:
    """A paragraph of plain words; a quiet one is a remark."""

    text: str
    quiet: bool = False


@frozen
class Number:
    """One figure, large, with what it counts below; `alarm` when somebody should act on it."""

    value: str
    label: str
    note: str | None = None
    alarm: bool = False


@frozen
class Numbers:
    """Figures side by side."""

    numbers: tuple[Number, ...]


@frozen
class Table:
    """Rows of cells below their heads; the columns named in `counts` hold numbers."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    counts: frozenset[int] = frozenset()


@frozen
class Line:
    """An action in a list: its words, whose, when, and what else is to be said; `alarm` when it is late."""

    id: str
    text: str
    owners: str
    when: str
    note: str = ""
    alarm: bool = False


@frozen
class Listing:
    """Actions below a heading, and how many more there are."""

    heading: str | None
    lines: tuple[Line, ...]
    more: int = 0
    remark: str = ""
    """Beside the heading."""


@frozen
class Picture:
    """A chart with its words: what it is, what it shows, and its data as a table."""

    name: str
    title: str
    description: str
    drawing: Drawing
    table: Table
    wide: bool = False
    """Whether it gains by all the width there is."""
    remark: str | None = None
    """What the drawing leaves out and the table does not."""


@frozen
class Woven:
    """The carry-forward picture: words in lines, each with its own thread below."""

    name: str
    title: str
    description: str
    weave: Weave
    table: Table
    key: str
    """What its marks mean."""


Block: TypeAlias = "Sentence | Numbers | Table | Listing | Picture | Woven"


@frozen
class Part:
    """A section of a report; `name` is its anchor."""

    name: str
    title: str
    blocks: tuple[Block, ...]


@frozen
class Report:
    """A whole report: its heading lines and its sections."""

    committee: str | None
    title: str
    meetings: str | None
    """How many meetings are behind it, and which was the last."""
    scope: tuple[str, ...]
    """What is left out, a line each: by the filter, and names."""
    parts: tuple[Part, ...]
    footer: str
