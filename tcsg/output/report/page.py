"""A report as one HTML file: readable without script, from nowhere but itself, on a screen, on paper and read aloud."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

from tcsg.output.report import loom
from tcsg.output.report.blocks import Listing, Numbers, Picture, Sentence, Table
from tcsg.output.report.drawing import inline, text_of
from tcsg.output.report.style import CHART, COLORS, PAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tcsg.figures.values import Thread
    from tcsg.output.report.blocks import Block, Line, Number, Part, Report, Woven

_SHORT = 7
"""Characters of an id for which a narrow column is enough."""
_STYLE = COLORS + CHART + PAGE


def as_html(report: Report, today: date) -> str:
    """The page. Its policy allows one style, named by its hash, and nothing else: no script, no picture, no address."""
    hashed = b64encode(sha256(_STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{hashed}'; img-src data:; base-uri 'none'; form-action 'none'"
    title = " – ".join(filter(None, (report.title, report.committee)))
    return "".join([
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n',
        f'<meta name="color-scheme" content="light dark">\n<link rel="icon" href="data:,">\n<title>{text_of(title)}</title>\n',
        f"<style>{_STYLE}</style>\n</head>\n<body>\n",
        *_head(report),
        '<main id="main">\n',
        *(_part(part, today) for part in report.parts),
        f"</main>\n<footer><p>{text_of(report.footer)}</p></footer>\n</body>\n</html>\n",
    ])  # fmt: skip


def _head(report: Report) -> Iterable[str]:
    yield '<a class="skip" href="#main">Skip to the figures</a>\n<header>\n'
    if report.committee:
        yield f'<p class="committee" dir="auto">{text_of(report.committee)}</p>\n'
    yield f"<h1>{text_of(report.title)}</h1>\n"
    yield from (f'<p dir="auto">{text_of(said)}</p>\n' for said in filter(None, (report.meetings, *report.scope)))
    linked = "".join(f'<li><a href="#{part.name}">{text_of(part.title)}</a></li>' for part in report.parts[1:])
    yield f'<nav aria-label="Sections"><ul>{linked}</ul></nav>\n</header>\n'


def _part(part: Part, today: date) -> str:
    body = "".join(_block(block, today) for block in part.blocks)
    heading = f"{part.name}-heading"
    return f'<section id="{part.name}" aria-labelledby="{heading}">\n<h2 id="{heading}">{text_of(part.title)}</h2>\n{body}</section>\n'


def _block(block: Block, today: date) -> str:
    match block:
        case Sentence():
            return _quiet(block.text) if block.quiet else f"<p>{text_of(block.text)}</p>\n"
        case Numbers():
            return f'<dl class="numbers">{"".join(map(_number, block.numbers))}</dl>\n'
        case Listing():
            return "".join(_listing(block))
        case Table():
            return f'<div class="scroll" tabindex="0" role="region" aria-label="{text_of(block.caption)}">{_table(block)}</div>\n'
        case Picture():
            narrow = "" if block.wide else ' class="narrow"'
            drawn = inline(f"{block.name}-chart", block.drawing, block.title, block.description)
            return f"<figure{narrow}>{drawn}</figure>\n{_data(block.table)}"
        case _:
            return f"{_quiet(block.key)}<figure>{_woven(block, today)}</figure>\n{_data(block.table)}"


def _quiet(text: str | None) -> str:
    return f'<p class="quiet">{text_of(text)}</p>\n' if text else ""


def _number(one: Number) -> str:
    note = f"<small>{text_of(one.note)}</small>" if one.note else ""
    alarm = ' class="alarm"' if one.alarm else ""
    return f"<div><dt>{text_of(one.label)}{note}</dt><dd{alarm}>{text_of(one.value)}</dd></div>"


def _listing(block: Listing) -> Iterable[str]:
    if block.heading is not None:
        remark = f" <span>{text_of(block.remark)}</span>" if block.remark else ""
        yield f'<h3 dir="auto">{text_of(block.heading)}{remark}</h3>\n'
    if not block.lines:
        yield f'<p class="more">{block.more} not listed</p>\n'
        return
    long = " long" if any(len(line.id) > _SHORT for line in block.lines) else ""
    yield f'<ul class="actions{long}" role="list">{"".join(map(_line, block.lines))}</ul>\n'
    if block.more:
        yield f'<p class="more">and {block.more} more</p>\n'


def _line(line: Line) -> str:
    owners = f'<span class="owners" dir="auto">{text_of(line.owners)}</span>' if line.owners else ""
    note = f" <small>{text_of(line.note)}</small>" if line.note else ""
    alarm = ' class="alarm"' if line.alarm else ""
    when = f"<span{alarm}>{text_of(line.when)}</span>" if line.when else ""
    return (
        f'<li><span class="id">{text_of(line.id)}</span><div><p class="text" dir="auto">{text_of(line.text)}</p>{owners}</div>'
        f'<div class="when">{when}{note}</div></li>\n'
    )


def _data(table: Table) -> str:
    """The numbers of a chart, for who wants them or does not see it."""
    label = text_of(table.caption)
    return (
        f"<details><summary>The same as a table<span hidden> {label}</span></summary>"
        f'<div class="scroll" tabindex="0" role="region" aria-label="{label}">{_table(table)}</div></details>\n'
    )


def _table(table: Table) -> str:
    kinds = ['class="n"' if n in table.counts else 'dir="auto"' for n in range(len(table.heads))]
    heads = "".join(f'<th scope="col" {kind}>{text_of(head)}</th>' if head else "<td></td>" for kind, head in zip(kinds, table.heads, strict=True))
    rows = "".join(f"<tr>{_row(row, kinds)}</tr>\n" for row in table.rows)
    return f"<table><caption>{text_of(table.caption)}</caption><thead><tr>{heads}</tr></thead>\n<tbody>{rows}</tbody></table>"


def _row(row: Sequence[str], kinds: Sequence[str]) -> str:
    head, *cells = row
    return f'<th scope="row" dir="auto">{text_of(head)}</th>' + "".join(
        f"<td {kind}>{text_of(cell)}</td>" for kind, cell in zip(kinds[1:], cells, strict=True)
    )


def _woven(block: Woven, today: date) -> str:
    cloth = loom.Loom(block.weave, today)
    axis = cloth.axis()
    head = f'<div class="axis" aria-hidden="true"><svg class="chart" width="100%" height="{axis.height}">{axis.body}</svg></div>'
    rows = "".join(_thread(n, thread, cloth) for n, thread in enumerate(block.weave.threads))
    return f'{head}<ol class="threads" role="list" aria-label="{text_of(block.title)}">{rows}</ol>'


def _thread(n: int, thread: Thread, cloth: loom.Loom) -> str:
    drawing, said = cloth.thread(thread), loom.slip(thread)
    slipped = f' <span class="alarm">{text_of(said)}</span>' if said else ""
    return (
        f'<li><p dir="auto"><b class="id">{text_of(thread.item.id)}</b> {text_of(thread.item.text)}{slipped}</p>'
        f'<svg class="chart" role="img" aria-labelledby="thread-{n}" width="100%" height="{drawing.height}">'
        f'<title id="thread-{n}">{text_of(loom.life(thread))}</title>{drawing.body}</svg></li>\n'
    )
