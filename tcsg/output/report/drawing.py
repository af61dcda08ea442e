"""SVG as text: the few shapes that the charts are drawn with, and the one function that makes a text harmless.

A drawing is as wide as the place it is put in: lengths along it are percents, heights and sizes are pixels, and so its words
stay as large as they are on a telephone and on a wall. Shapes have classes and no colors; the page, or the file, gives them.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.output.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")


@frozen
class Drawing:
    """Shapes as SVG, and how many pixels they are high."""

    height: int
    body: str


def text_of(text: str) -> str:
    """A text as HTML and SVG show it, in an element or an attribute: nothing in it is markup, or hides, or turns the line."""
    return escape(_NO_XML.sub("\ufffd", clean(text)), quote=True)


def number(value: float) -> str:
    """A coordinate: at most two places, the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def percent(value: float) -> str:
    """A place along the drawing, from 0 to 100."""
    return f"{number(value)}%"


def words(x: float, y: float, text: str, kind: str = "t", anchor: str = "") -> str:
    """A text at `x` percent, its baseline at `y` pixels; `anchor` is `middle` or `end` when it does not start there."""
    at = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text class="{kind}" x="{percent(x)}" y="{number(y)}"{at}>{text_of(text)}</text>'


def bar(x: float, y: float, width: float, height: float, kind: str) -> str:
    """A rectangle from `x` percent on, `width` percent wide; nothing when it has no area."""
    if width <= 0 or height <= 0:
        return ""
    return f'<rect class="{kind}" x="{percent(x)}" y="{number(y)}" width="{percent(width)}" height="{number(height)}"/>'


def stroke(x: float, y: float, to_x: float, to_y: float, kind: str) -> str:
    """A line."""
    return f'<line class="{kind}" x1="{percent(x)}" y1="{number(y)}" x2="{percent(to_x)}" y2="{number(to_y)}"/>'


def dot(x: float, y: float, radius: float, kind: str) -> str:
    """A circle."""
    return f'<circle class="{kind}" cx="{percent(x)}" cy="{number(y)}" r="{number(radius)}"/>'


def glyph(x: float, y: float, path: str, kind: str) -> str:
    """A shape given by a path in pixels around the place."""
    return f'<svg x="{percent(x)}" y="{number(y)}" overflow="visible"><path class="{kind}" d="{path}"/></svg>'


def curve(points: Sequence[tuple[float, float]], y: float, height: float, kind: str, *, closed: bool = False) -> str:
    """A line through points of percent and share of the height (1 is the top); `closed` fills what is below it."""
    if not points:
        return ""
    steps = [f"{number(10 * x)} {number(100 - 100 * share)}" for x, share in points]
    path = f"M{steps[0]}" + "".join(f"L{step}" for step in steps[1:])
    path += f"L{number(10 * points[-1][0])} 100L{number(10 * points[0][0])} 100Z" if closed else ""
    inner = f'<path class="{kind}" d="{path}" vector-effect="non-scaling-stroke"/>'
    return (
        f'<svg x="0" y="{number(y)}" width="100%" height="{number(height)}" viewBox="0 0 1000 100" preserveAspectRatio="none" '
        f'overflow="visible">{inner}</svg>'
    )


def placed(y: float, drawing: Drawing, *, x: float = 0, width: str = "100%") -> str:
    """A drawing within another, `y` pixels from its top."""
    return f'<svg x="{number(x)}" y="{number(y)}" width="{width}" height="{drawing.height}" overflow="visible">{drawing.body}</svg>'


def inline(name: str, drawing: Drawing, title: str, description: str) -> str:
    """A drawing as a part of a page, with its words for who does not see it."""
    ids = f"{name}-title {name}-desc"
    return (
        f'<svg class="chart" role="img" aria-labelledby="{ids}" width="100%" height="{drawing.height}">'
        f'<title id="{name}-title">{text_of(title)}</title><desc id="{name}-desc">{text_of(description)}</desc>{drawing.body}</svg>'
    )
