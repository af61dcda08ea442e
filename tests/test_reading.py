"""Minutes as committees write them, and what a careful secretary reads in them; the cases are in `cases/reading`.

A case is a title, the minutes and the expected mentions, each part ended by a line with a single dot:

    line | status | owners | due words | words of the action

`3-4` is a mention of two lines, `9=4` one that restates line 4. A tab is shown as ␉, a form feed as ␌.
A line `xfail: why` below the title says what the reader does not see yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tcsg.errors import MinutesError
from tcsg.model import AgendaItem, Committee, Kind, Mention, Minutes, Person
from tcsg.reading.minutes import read_minutes
from tcsg.reading.text import decode

CASES = Path(__file__).parent / "cases" / "reading"
SIGNS = str.maketrans({"␉": "\t", "␌": "\f"})
DAY = "2031-03-12"
"""A Wednesday, on which everybody meets who does not say another day."""


class Case(NamedTuple):
    """One example of a case file."""

    title: str
    xfail: str | None
    minutes: str
    expected: tuple[str, ...]


def read(text: str, committee: Committee | None = None) -> Minutes:
    return read_minutes(text, f"minutes/{DAY}.md", "", committee or Committee())


def cases(path: Path) -> Iterator[Case]:
    """The cases of a file in their order."""
    head: list[str] = []
    parts: list[list[str]] = [head]
    for line in path.read_text("utf-8").split("\n"):
        if line != ".":
            parts[-1].append(line)
        elif len(parts) < 3:
            parts.append([])
        else:
            title, *notes = [said for said in parts[0] if said]
            yield Case(title, next((note.removeprefix("xfail: ") for note in notes), None), "\n".join(parts[1]).translate(SIGNS), tuple(map(_tidy, parts[2])))
            parts = [[]]
    assert not any(parts[0]), f"{path.name} ends in the middle of {parts[0]}"


def _tidy(line: str) -> str:
    """A line as `shown` writes it, however its columns are spaced."""
    return " | ".join(column.strip() for column in line.split("|", 4))


def shown(mention: Mention) -> str:
    """A mention as a line of a case."""
    end = f"-{mention.end_line}" if mention.end_line != mention.line else ""
    restates = f"={mention.restates}" if mention.restates else ""
    due = mention.due.words if mention.due else ""
    return f"{mention.line}{end}{restates} | {mention.status} | {', '.join(mention.owners)} | {due} | {mention.text}"


def _parameters() -> Iterator[object]:
    for path in sorted(CASES.glob("*.md")):
        for case in cases(path):
            marks = [pytest.mark.xfail(reason=case.xfail, strict=True)] if case.xfail else []
            yield pytest.param(case, id=f"{path.stem}: {case.title}", marks=marks)


@pytest.mark.parametrize("case", [*_parameters()])
def test_minutes_are_read_as_a_careful_secretary_reads_them(case: Case) -> None:
    assert "\n".join(map(shown, read(case.minutes).mentions)) == "\n".join(case.expected)


# --- one meeting in many hands ------------------------------------------------------------------------------------

PEOPLE = {
    "brook": {"a": "HTB", "b": "LW", "c": "NA", "d": "KO", "e": "PC"},
    "marsh": {"a": "RF", "b": "DMV", "c": "EJ", "d": "IS", "e": "GH"},
}
NAMES = {
    "brook": ("Hilda Tarn Brook", "Lew Wray", "Nora Ames", "Kit Oduya", "Pia Corr"),
    "marsh": ("Rudi Frey", "Dora Mae Vint", "Emil Just", "Ilse Sand", "Gil Hume"),
}
ITEMS = (
    ("Matters arising", "{a}/{b}", "Ongoing actions", "{b}: The stall at the county show was well visited."),
    ("Seed library", "{a}", "Actions", "{c}: I have spoken to the head gardeners. They will think about it and {d} is to visit them."),
    ("Glasshouses", "{d}", None, "{d}: The vents are to be replaced by the contractor in May."),
    ("Any other business", None, "Actions", "{e}: We could show the old tools. Let us make a list of them."),
)
ACTIONS = (
    (
        ("{d} and {a} to meet about the exchange of cuttings.", "d a", None),
        ("{b} to keep talking to the beekeepers.", "b", None),
        ("After the visit to Utrecht, {e} to report on roof gardens.", "e", "After the visit to Utrecht"),
    ),
    (
        ("Steering group members to send seeds to {c}.", "Steering group members", None),
        ("{c}/{a} to label them in the autumn.", "c a", "in the autumn"),
        ("{a} to find a dry room, with support from {e}.", "a", None),
    ),
    (),
    (
        ("{e} and {b} to draw up the list by 4 April.", "e b", "by 4 April"),
        ("Ask the museum for labels ({c}/{d})", "c d", None),
    ),
)


class Hand(NamedTuple):
    """How a secretary writes: title of an item, header of a block, list mark, indentation, where the summary stands, the people."""

    title: str
    header: str
    mark: str
    indent: str
    summary: str
    people: str


def _hands() -> Iterator[Hand]:
    headers = {
        "{n}. {t}": ("{m} **{h}:**", "**{h}**", "{h}:"),
        "## {n}. {t}": ("{m} {h}", "**{h}:**", "### {h}", "{h}"),
        "**{n}. {t}**": ("{m} **{h}**", "*{h}:*", "{h}:"),
    }
    for n, (title, mark, summary) in enumerate(product(headers, ("-", "*", "+", "•", "1."), ("last", "first", "old first"))):
        for header in headers[title]:
            for indent in ("", " ", "  ", "    ", "\t") if "{m}" in header else ("",):
                yield Hand(title, header, mark, indent, summary, ("brook", "marsh")[n % 2])


def _bullets(actions: Iterator[str] | list[str], mark: str, indent: str) -> list[str]:
    return [f"{indent}{mark.replace('1', str(n))} {action}" for n, action in enumerate(actions, 1)]


def _summary(hand: Hand, initials: dict[str, str]) -> list[str]:
    """Everything again, the second item's first two actions in one bullet."""
    texts = [[action[0].format(**initials) for action in actions] for actions in ACTIONS]
    new = [" ".join(texts[1][:2]), *texts[1][2:], *texts[3]]
    parts = [("New:", new), ("Ongoing:", texts[0])]
    lines = [hand.title.replace("{n}. ", "").format(t="Summary of actions"), ""]
    for name, actions in reversed(parts) if hand.summary == "old first" else parts:
        lines += [name, "", *_bullets([f"*{action}*" for action in actions], hand.mark, ""), ""]
    return lines


def written(hand: Hand) -> str:
    """The meeting in a secretary's hand."""
    initials = PEOPLE[hand.people]
    listed = [f"{name}\tSection {n} ({short})" for n, (name, short) in enumerate(zip(NAMES[hand.people], initials.values(), strict=True), 1)]
    lines = ["Garden Steering Group", "", "Meeting #8", "", "Present:", "", *listed, ""]
    if hand.summary == "first":
        lines += _summary(hand, initials)
    for n, ((title, lead, header, said), actions) in enumerate(zip(ITEMS, ACTIONS, strict=True), 2):
        lines += [hand.title.format(n=n, t=title), "", *([lead.format(**initials), ""] if lead else [])]
        speaker, _, words = said.format(**initials).partition(": ")
        bullet = "-" if hand.mark == "1." else hand.mark
        lines += [f"{bullet} **{speaker}:** {words}", ""]
        if header:
            lines += [hand.header.format(m=bullet, h=header), *_bullets([action[0].format(**initials) for action in actions], hand.mark, hand.indent), ""]
    return "\n".join(lines if hand.summary == "first" else lines + _summary(hand, initials))


@pytest.mark.parametrize("hand", [*_hands()], ids=str)
def test_the_same_meeting_has_the_same_actions_in_every_hand(hand: Hand) -> None:
    initials = PEOPLE[hand.people]
    expected = [
        (text.format(**initials), tuple(initials[o] for o in owners.split()) if owners[1:2] in ("", " ") else (owners,), due)
        for actions in ACTIONS
        for text, owners, due in actions
    ]
    found = [(m.text, m.owners, m.due.words if m.due else None, m.kind) for m in read(written(hand)).mentions]
    assert sorted(said[:3] for said in found if said[3] is not Kind.SUMMARY) == sorted(expected)
    assert sorted(said[:3] for said in found if said[3] is Kind.SUMMARY) == sorted(expected)
