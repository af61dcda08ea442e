"""A self-assessment as a draft in Markdown: a template of questions, filled with claims and gaps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg.errors import MinutesError
from tcsg.model import Place
from tcsg.output.text import count, markdown_cell
from tcsg.plan.claims import Claim, Gap, Part, Row, Scheme
from tcsg.reading.fields import nearest, read_front_matter, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from tcsg.model import Theme
    from tcsg.plan.claims import Line

_SLOT = re.compile(r"\s*\{\{\s*([a-z_]+)\s*\}\}\s*$")
_NUMBER = re.compile(r"[1-9][0-9]{0,2}")
KEYS = ("voice", "months")


def read_scheme(text: str, path: str) -> tuple[Scheme, str]:
    """What a template's front matter asks for, and its page; MinutesError at the line of what is wrong."""
    front, body = read_front_matter(text, path)
    front.only(KEYS, "a template")
    months = front.text("months")
    if months is not None and not _NUMBER.fullmatch(months):
        raise front.wrong("months", f"{shown(months)} is no number of months")
    usual = Scheme()
    return Scheme(front.texts("voice") or usual.voice, int(months) if months else usual.months), body


def filled(page: str, path: str, answers: Mapping[str, Sequence[Line]], themes: Sequence[Theme], today: date) -> str:
    """The page with its answers in place, and a line that counts claims and gaps below its title.

    MinutesError at the line of a name that is no answer.
    """
    lines = page.split("\n")
    slots: dict[int, str] = {}
    for n, line in enumerate(lines):
        slot = _SLOT.match(line)
        if slot is not None:
            if slot[1] not in answers:
                raise MinutesError(f"a template has no {shown(slot[1])}; {nearest(slot[1], tuple(answers))}", Place(path, n + 1))
            slots[n] = slot[1]
    out = [_answer(answers[slots[n]], themes) if n in slots else line for n, line in enumerate(lines)]
    used = [one for name in dict.fromkeys(slots.values()) for one in answers[name]]
    said = _counted(used, today)
    title = next((n for n, line in enumerate(lines) if line.startswith("# ")), None)
    if title is not None:
        out[title] += f"\n\n{said}"
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out)).strip() + "\n"


def _counted(used: Sequence[Line], today: date) -> str:
    claims = sum(isinstance(one, Claim | Row) for one in used)
    gaps = sum(isinstance(one, Gap) for one in used)
    return f"Draft of {today}: {count(claims, 'claim')}, each with its place; {count(gaps, 'gap')}, each marked so."


def _answer(lines: Sequence[Line], themes: Sequence[Theme]) -> str:
    """An answer; rows that follow each other make one table."""
    parts: list[str] = []
    rows: list[Row] = []
    for one in lines:
        if isinstance(one, Row):
            rows.append(one)
            continue
        parts += _table(rows, themes)
        rows = []
        parts += _line(one)
    parts += _table(rows, themes)
    return "\n".join(parts).strip("\n")


def _line(one: Claim | Gap | Part) -> Iterator[str]:
    if isinstance(one, Part):
        yield from ("", f"### {markdown_cell(one.title)}", "")
    elif isinstance(one, Gap):
        yield f"- **Gap:** {_safe(one.text)}"
    else:
        meeting = f"meeting {one.meeting}, " if one.meeting else ""
        yield f"- {markdown_cell(one.text)} ({meeting}{one.place})"


def _safe(text: str) -> str:
    """The words of a gap, what stands between backquotes as it is."""
    return "`".join(part if n % 2 else markdown_cell(part) for n, part in enumerate(text.split("`")))


def _table(rows: Sequence[Row], themes: Sequence[Theme]) -> list[str]:
    if not rows:
        return []
    known = {t.name for t in themes}
    names = [*(t.name for t in themes), *dict.fromkeys(name for row in rows for name in row.commitment.themes if name not in known)]
    letters = {t.name: t.letter for t in themes}
    heads = ["Id", "Commitment", "Impact and evidence", "Who", "By", *(letters.get(n) or n for n in names), "State", "Place"]
    table = ["| " + " | ".join(heads) + " |", "|" + " --- |" * len(heads)]
    table += ["| " + " | ".join(map(markdown_cell, _cells(row, names))) + " |" for row in rows]
    return [*table, ""]


def _cells(row: Row, themes: Iterable[str]) -> list[str]:
    c = row.commitment
    words = c.text if c.activity in (None, c.text) else f"{c.text} – {c.activity}"
    proof = "; ".join(part for part in (c.impact, c.measure if c.measure and c.measure not in (c.impact or "") else None) if part)
    when = "" if c.timescale is None else str(c.timescale.day or c.timescale.words)
    return [str(c.id), words, proof, c.who or "", when, *("X" if name in c.themes else "" for name in themes), row.state, str(row.place)]
