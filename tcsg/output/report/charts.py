"""The charts of a report as SVG files, each with its title and its words in it, and its colors by day and by night."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.output.report import loom
from tcsg.output.report.blocks import Picture
from tcsg.output.report.drawing import text_of
from tcsg.output.report.parts import pictures
from tcsg.output.report.style import CHART, COLORS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tcsg.output.report.blocks import Report, Woven

_WIDE, _EDGE, _HEAD = 760, 28, 64


def as_files(report: Report, today: date) -> Mapping[str, str]:
    """The charts by the names of their files."""
    return {f"{block.name}.svg": _file(block, report, today) for block in pictures(report.parts)}


def _file(block: Picture | Woven, report: Report, today: date) -> str:
    drawing = block.drawing if isinstance(block, Picture) else loom.whole(block.weave, today)
    high = _HEAD + drawing.height + _EDGE
    size = f'width="{_WIDE}" height="{high}" viewBox="0 0 {_WIDE} {high}"'
    below = ", ".join(filter(None, (report.committee, report.title, *report.scope)))
    return "".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="title desc">\n',
        f'<title id="title">{text_of(block.title)}</title>\n<desc id="desc">{text_of(block.description)}</desc>\n',
        f"<style>{COLORS}{CHART}.ground{{fill:var(--paper)}}</style>\n",
        f'<rect class="ground" width="{_WIDE}" height="{high}"/>\n',
        f'<text class="t strong" x="{_EDGE}" y="30">{text_of(block.title)}</text>\n<text class="m" x="{_EDGE}" y="49">{text_of(below)}</text>\n',
        f'<svg x="{_EDGE}" y="{_HEAD}" width="{_WIDE - 2 * _EDGE}" height="{drawing.height}" overflow="visible">{drawing.body}</svg>\n</svg>\n',
    ])  # fmt: skip
