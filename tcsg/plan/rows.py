"""Commitments in tables: a column for what is promised, others for who, by when, to what effect; and a column a theme, ticked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tcsg.plan.outline import theme_of
from tcsg.plan.values import Commitment
from tcsg.plan.words import BLANKS, COLUMNS, TICKS
from tcsg.reading.markdown import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tcsg.model import Theme
    from tcsg.reading.markdown import Item

_PARTS = re.compile(r"(?:</?(?:li|ul|ol|p)(?: [^<>]{0,200})?>|<br ?/?>|\n)+", re.IGNORECASE)
_MEASURED = re.compile(r"\((?:evidence|measured? by|shown by)\b[^:]{0,20}:\s*(.{3,2000})\)\s*$|\(evidence (from .{3,400})\)\s*$", re.IGNORECASE)
_TITLES = ("text", "activity")
_PROOF = frozenset(("impact", "measure", "owner", "due", "status"))


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column of a table holds; a theme's column has its name in `themes`."""

    kinds: tuple[str | None, ...]
    themes: tuple[str | None, ...]

    @property
    def promises(self) -> bool:
        """Whether the rows are commitments: something is promised, and themes are ticked or somebody answers for it."""
        ticked = sum(name is not None for name in self.themes)
        return any(kind in _TITLES for kind in self.kinds) and (ticked > 1 or bool(_PROOF & {*self.kinds}))


def columns_of(header: Sequence[str], themes: Sequence[Theme], letters: Mapping[str, str]) -> Columns:
    """What the columns below a header hold; `letters` are what the text itself says that letters stand for."""
    known = {(t.letter or t.name[:1]).casefold(): t.name for t in themes}
    known |= {letter.casefold(): theme_of(name, themes) or name for letter, name in letters.items()}
    heads = [plain(h).strip(" :*") for h in header]
    named = [theme_of(head, themes) or known.get(head.casefold()) for head in heads]
    ticked = sum(name is not None for name in named) > 1
    taken: set[str] = set()
    kinds: list[str | None] = []
    for head, name in zip(heads, named, strict=True):
        kind = None if ticked and name else _kind(head)
        kinds.append(None if kind in taken else kind)
        taken.update([kind] if kind else [])
    return Columns(tuple(kinds), tuple(named) if ticked else (None,) * len(heads))


def _kind(head: str) -> str | None:
    key = " ".join(head.casefold().split())
    exact = next((kind for kind, words in COLUMNS.items() if key in words), None)
    if exact is not None or not key:
        return exact
    first = re.split(r"[/:(,&]| and | - ", key, maxsplit=1)[0].strip()
    return next((kind for kind, words in COLUMNS.items() if first in words), None)


def read_row(item: Item, columns: Columns, themes: Sequence[Theme], heading_theme: str | None) -> tuple[Commitment, dict[str, str]] | None:
    """The commitment of a row, with the words of its cells that need the calendar or the people; None when it promises nothing."""
    cells = [*item.cells, *[""] * len(columns.kinds)][: len(columns.kinds)]
    said = {kind: joined(cell) for kind, cell in zip(columns.kinds, cells, strict=True) if kind is not None}
    text = said.get("text") or said.get("activity")
    if not text or not any(map(str.isalnum, text)):
        return None
    ticked = tuple(name for name, cell in zip(columns.themes, cells, strict=True) if name is not None and is_ticked(cell))
    told = themes_in(said.get("theme", ""), themes) or ticked or ((heading_theme,) if heading_theme else ())
    group = joined(cells[0]) if columns.kinds[0] is None and columns.themes[0] is None and not plain(item.header[0]).strip() else ""
    impact = said.get("impact") or None
    measured = _MEASURED.search(impact or "")
    commitment = Commitment(
        item.line,
        item.end,
        text,
        told,
        who=said.get("owner") or None,
        purpose=said.get("text") or None,
        activity=said.get("activity") or None,
        impact=impact,
        measure=said.get("measure") or (measured and (measured[1] or measured[2])) or None,
        group=group or None,
    )
    return commitment, said


def joined(cell: str) -> str:
    """The words of a cell in one line; the items of a list in it, be it of HTML, stand between semicolons."""
    parts = [plain(part).strip(" ;•❖-").strip() for part in _PARTS.split(cell)]
    return "; ".join(part for part in parts if part).replace(":; ", ": ")


def is_ticked(cell: str) -> bool:
    """Whether a cell of a theme's column says that the theme is meant."""
    key = plain(cell).casefold().strip()
    return key in TICKS or key not in BLANKS


def themes_in(text: str, themes: Sequence[Theme]) -> tuple[str, ...]:
    """The themes that a list of names or letters names: `Visibility, Recognition`, `V/R`."""
    found = []
    for part in re.split(r"[,;/&+]| and ", text):
        key = part.strip().casefold()
        name = theme_of(part, themes) or next((t.name for t in themes if key and key == (t.letter or "").casefold()), None)
        found += [name] if name else []
    return tuple(dict.fromkeys(found))
