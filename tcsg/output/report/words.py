"""Days, spans and counts as a chair reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.output.text import count

if TYPE_CHECKING:
    from datetime import date

_MONTHS = "January February March April May June July August September October November December".split()


def day(when: date) -> str:
    """`26 Feb 2025`, the same in every locale."""
    return f"{when.day} {month(when)}"


def month(when: date) -> str:
    """`Feb 2025`."""
    return f"{_MONTHS[when.month - 1][:3]} {when.year:04d}"


def long_day(when: date) -> str:
    """`26 February 2025`."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year:04d}"


def span(days: int) -> str:
    """A number of days in the unit that a person would use: `12 days`, `7 weeks`, `5 months`, `3 years`."""
    if days < 42:
        return count(days, "day")
    if days < 120:
        return count(days // 7, "week")
    if days < 730:
        return count(days * 12 // 365, "month")
    return count(days // 365, "year")


def number(value: float | None) -> str:
    """A figure with at most one place after the point; a dash for none."""
    if value is None:
        return "–"
    return f"{value:.0f}" if value == int(value) else f"{value:.1f}"


def listed(words: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def are(number: int, noun: str) -> str:
    """`1 action is`, `2 actions are`, `no action is`."""
    return f"no {noun} is" if number == 0 else f"{count(number, noun)} {'is' if number == 1 else 'are'}"
