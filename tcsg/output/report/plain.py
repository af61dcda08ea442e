"""A report as Markdown, and as tables on a terminal; a chart is its data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.output.drawing import Column, render, styled
from tcsg.output.drawing import Table as Drawn
from tcsg.output.report.blocks import Listing, Numbers, Sentence, Table
from tcsg.output.text import markdown_cell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tcsg.output.drawing import Piece
    from tcsg.output.report.blocks import Block, Line, Part, Report

_HEADS = ("Id", "Action", "Owners", "When", "")


def as_markdown(report: Report) -> str:
    """A page of Markdown; what would be markup in the texts is escaped."""
    lines = [f"# {markdown_cell(report.title)}\n"]
    lines += [f"{markdown_cell(said)}  " for said in filter(None, (report.committee, report.meetings, *report.scope))]
    for part in report.parts:
        lines.append(f"\n## {markdown_cell(part.title)}\n")
        lines += [piece for block in part.blocks for piece in _markdown(block)]
    return "\n".join([*lines, f"\n---\n\n{markdown_cell(report.footer)}"]) + "\n"


def _markdown(block: Block) -> Iterable[str]:
    match block:
        case Sentence():
            yield f"{markdown_cell(block.text)}\n"
        case Numbers():
            yield from (
                f"- **{markdown_cell(n.value)}** {markdown_cell(n.label)}{f' ({markdown_cell(n.note)})' if n.note else ''}" for n in block.numbers
            )
            yield ""
        case Listing():
            if block.heading:
                yield f"### {markdown_cell(block.heading)}{f' – {markdown_cell(block.remark)}' if block.remark else ''}\n"
            yield from _pipes(_listed(block.lines))
            yield f"\nand {block.more} more\n" if block.more else ""
        case Table():
            yield from _pipes(block)
            yield ""
        case _:
            yield f"*{markdown_cell(block.table.caption)}.*\n"
            yield from _pipes(block.table)
            yield ""


def _pipes(table: Table) -> Iterable[str]:
    yield "| " + " | ".join(markdown_cell(h) for h in table.heads) + " |"
    yield "|" + "".join(" ---: |" if n in table.counts else " --- |" for n in range(len(table.heads)))
    yield from ("| " + " | ".join(markdown_cell(c) for c in row) + " |" for row in table.rows)


def _listed(lines: Iterable[Line]) -> Table:
    """Actions as a table, without the columns that are empty for all of them."""
    rows = [(a.id, a.text, a.owners, a.when, a.note) for a in lines]
    kept = [n for n in range(len(_HEADS)) if n < 2 or any(row[n] for row in rows)]
    return Table("", tuple(_HEADS[n] for n in kept), tuple(tuple(row[n] for n in kept) for row in rows))


def as_tables(report: Report, *, width: int, color: bool) -> str:
    """The report for a terminal."""
    parts: list[Piece] = [styled(report.title, "bold")]
    parts += [styled(said, "dim") for said in filter(None, (report.committee, report.meetings, *report.scope))]
    parts += [piece for part in report.parts for piece in _drawn(part)]
    return render(*parts, styled(""), styled(report.footer, "dim"), width=width, color=color)


def _drawn(part: Part) -> Iterable[Piece]:
    yield styled("")
    yield styled(part.title, "bold underline")
    for n, block in enumerate(part.blocks):
        match block:
            case Sentence():
                yield styled(block.text, "dim" if block.quiet else "")
            case Numbers():
                for one in block.numbers:
                    words = styled(f"{one.value:>6} ", "bold red" if one.alarm else "bold") + styled(one.label)
                    yield words + styled(f" ({one.note})" if one.note else "", "dim")
            case Listing():
                if block.heading:
                    yield from ([styled("")] if n else [])
                    yield styled(block.heading, "bold") + styled(f"  {block.remark}", "dim")
                yield _actions(block.lines)
                yield from ([styled(f"and {block.more} more", "dim")] if block.more else [])
            case Table():
                yield _table(block)
            case _:
                yield _table(block.table)


def _actions(lines: Iterable[Line]) -> Drawn:
    rows = []
    for line in lines:
        words = styled(line.when, "bold red" if line.alarm else "magenta")
        for said in (line.owners, line.note):
            words += styled(f"{' · ' if words.plain and said else ''}{said}", "dim")
        rows.append((styled(line.id, "bold"), styled(line.text)))
        rows += [(styled(""), words)] if words.plain else []
    return Drawn((Column(whole=True), Column()), tuple(rows))


def _table(table: Table) -> Drawn:
    columns = tuple(Column(head, right=n in table.counts) for n, head in enumerate(table.heads))
    return Drawn(columns, tuple(tuple(map(styled, row)) for row in table.rows))
