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
from hypothesis import example, given
from hypothesis import strategies as st

from tcsg.errors import MinutesError
from tcsg.model import Committee, Kind, Mention, Minutes
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


def read(text: str) -> Minutes:
    return read_minutes(text, f"minutes/{DAY}.md", "", Committee())


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
            yield Case(
                title, next((note.removeprefix("xfail: ") for note in notes), None), "\n".join(parts[1]).translate(SIGNS), tuple(map(_tidy, parts[2]))
            )
            parts = [[]]
    assert not any(map(any, parts)), f"{path.name} ends in the middle of a case"


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
        ("{d} and {a} to meet about the exchange of cuttings.", "{d}, {a}", ""),
        ("{b} to keep talking to the beekeepers.", "{b}", ""),
        ("After the show in Utrecht, {e} to write about roof gardens.", "{e}", "After the show in Utrecht"),
    ),
    (
        ("Steering group members to send seeds to {c}.", "Steering group members", ""),
        ("{c}/{a} to label them in the autumn.", "{c}, {a}", "in the autumn"),
        ("{a} to find a dry room, with support from {e}.", "{a}", ""),
    ),
    (),
    (
        ("{e} and {b} to draw up the list by 4 April.", "{e}, {b}", "by 4 April"),
        ("Ask the museum for labels ({c}/{d})", "{c}, {d}", ""),
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


def _bullets(actions: list[str], mark: str, indent: str) -> list[str]:
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
            lines += [
                hand.header.format(m=bullet, h=header),
                *_bullets([action[0].format(**initials) for action in actions], hand.mark, hand.indent),
                "",
            ]
    return "\n".join(lines if hand.summary == "first" else lines + _summary(hand, initials))


@pytest.mark.parametrize("hand", [pytest.param(hand, id=" ".join(map(repr, hand))) for hand in _hands()])
def test_the_same_meeting_has_the_same_actions_in_every_hand(hand: Hand) -> None:
    initials = PEOPLE[hand.people]
    expected = sorted(
        (text.format(**initials), owners.format(**initials), due.format(**initials)) for actions in ACTIONS for text, owners, due in actions
    )
    mentions = read(written(hand)).mentions
    found = {
        summary: sorted((m.text, ", ".join(m.owners), m.due.words if m.due else "") for m in mentions if (m.kind is Kind.SUMMARY) is summary)
        for summary in (False, True)
    }
    assert found == {False: expected, True: expected}
    assert sum(m.restates is not None for m in mentions) == len(expected)


# --- bytes and reasons --------------------------------------------------------------------------------------------

BOX = "# Hüttenrat\n\nPresent: Uwe Ähn (UÄ), Jo Abt (JA)\n\n## Actions\n\n- JA to ask the smith\n- JA to pay – 40 € – by 3 April\n"


@pytest.mark.parametrize(
    "data",
    [
        BOX.encode(),
        BOX.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + BOX.encode(),
        b"\xff\xfe" + BOX.replace("\n", "\r\n").encode("utf-16-le"),
        b"\xfe\xff" + BOX.encode("utf-16-be"),
        BOX.replace("\n", "  \n").encode(),
        BOX.rstrip("\n").encode(),
    ],
    ids=["as it is", "CRLF", "BOM", "UTF-16 with CRLF", "UTF-16, big end first", "blanks at line ends", "no last line feed"],
)
def test_how_a_file_is_stored_changes_no_mention(data: bytes) -> None:
    assert list(map(shown, read(decode(data, "minutes/3.md")).mentions)) == [
        "7 | open | JA |  | JA to ask the smith",
        "8 | open | JA | by 3 April | JA to pay – 40 € – by 3 April",
    ]


def test_every_mention_says_why_it_is_one() -> None:
    for mention in read(written(next(_hands()))).mentions:
        assert [reason.line for reason in mention.reasons if reason.about == "action"]
        assert {reason.about for reason in mention.reasons} >= {"action", "owners"} - (set() if mention.owners else {"owners"})


# --- any text ---------------------------------------------------------------------------------------------------------

PIECES = (
    "## Actions⏎Actions:⏎- **Actions:**⏎Summary of actions⏎New:⏎Present: Al Fox (AF)⏎Apologies⏎1. Boats (AF)⏎2.⏎- AF to row⏎ - AF to row by 3 May"
    "⏎\tAF: row. BK to bail (AF)⏎- [ ] row⏎- [x]⏎| Action | Owner |⏎|---|---|⏎| row | AF |⏎||⏎ACTION: AF to row⏎**(Action: AF)**⏎Action:⏎(Action⏎TODO"
    "⏎#action AF row⏎~~AF to row~~ done⏎Done.⏎---⏎```⏎~~~⏎>⏎<!--⏎-->⏎\f⏎⏎"
).split("⏎")
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=30), max_size=25).map("\n".join)


@given(st.text() | TEXTS)
@example("2.\nrow")
@example("- [x]\nrow")
def test_any_text_is_minutes_with_mentions_on_its_lines_or_an_error_of_ours(text: str) -> None:
    try:
        minutes = read(text)
    except MinutesError:
        return
    last = text.count("\n") + 1
    for mention in minutes.mentions:
        assert 1 <= mention.line <= mention.end_line <= last
        assert mention.restates is None or any(other.line == mention.restates for other in minutes.mentions)
        assert mention.text
        assert all(mention.owners)
    assert [mention.line for mention in minutes.mentions] == sorted(mention.line for mention in minutes.mentions)


@example("Actions:\n\x0c\nActions:\n\tAF: row. BK to bail (AF)", "```")
@given(TEXTS, st.sampled_from(["```", "~~~~", "```text"]))
def test_nothing_inside_a_fence_is_a_mention(text: str, fence: str) -> None:
    inside = text.replace("`", "'").replace("~", "-").replace("\r", " ")
    assert not read(f"\n{fence}\n{inside}\n{fence.removesuffix('text')}\n").mentions


OWNERS = st.sampled_from(["QB", "QB and RT", "Uma", "Uma Frei", "QB/RT", "Members", "All", "The exec"])
TASKS = st.tuples(OWNERS, st.sampled_from(["to sort", "will sort", "to carry"]), st.sampled_from(["the tins", "pipes", "many old boxes"])).map(
    " ".join
)
LISTS = st.lists(st.tuples(TASKS, st.booleans()), min_size=1, max_size=8)


@given(LISTS, st.sampled_from(["## Actions", "**Action items**", "Actions:"]), st.sampled_from("-*+•"), st.integers(0, 3))
def test_every_item_of_a_list_of_actions_is_a_mention_on_the_line_of_its_first_words(
    tasks: list[tuple[str, bool]], header: str, mark: str, blanks: int
) -> None:
    lines = ["The boats were counted.", "", header, *[""] * blanks]
    for number, (task, wrapped) in enumerate(tasks):
        lines += [f"{mark} {task} of shed {number}", *(["  and of the yard"] if wrapped else [])]
    mentions = read("\n".join(lines)).mentions
    assert [mention.text for mention in mentions] == [
        f"{task} of shed {number}{' and of the yard' if wrapped else ''}" for number, (task, wrapped) in enumerate(tasks)
    ]
    for mention in mentions:
        assert lines[mention.line - 1].removeprefix(mark).strip() == mention.text.removesuffix(" and of the yard")
        assert (mention.end_line > mention.line) == mention.text.endswith("yard")


# --- certain or doubtful ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("## Actions\n\n- PQ to row", True),
        ("## Actions\n\n- row to the lock by 3 May", True),
        ("## Actions\n\n- Ring the lock keeper", True),
        ("## Actions\n\n- Oars", False),
        ("## Next steps\n\n- More rain than last year", False),
        ("## Next steps\n\n- PQ to bail out the boat", True),
        ("- [ ] Oars", False),
        ("- [ ] Ring the lock keeper", True),
        ("The tide turned. ACTION: oars", False),
        ("The tide turned. ACTION: PQ to fetch oars", True),
        ("| Action | Owner |\n|---|---|\n| Oars | PQ |", True),
        ("| Description | Owner | Due |\n|---|---|---|\n| Oars | | |", False),
        ("ACTION: PQ to paint the long boat\n\nWe spoke of colours.\n\nPQ to paint the long boat", True),
    ],
)
def test_what_nobody_owns_and_no_verb_opens_is_doubtful(text: str, certain: bool) -> None:
    mention = read(text).mentions[0]
    assert mention.certain is certain
    assert any(reason.words.startswith("doubtful: ") for reason in mention.reasons) is not certain


def test_a_title_over_a_whole_discussion_makes_doubtful_actions_and_a_mark_in_it_a_certain_one() -> None:
    first = "- Help wanted\n  - a plank is loose\n  - RV will look at it\n- Moorings and fees\n  - the scale is on the board\n"
    points = f"{first}  - two members asked why\n- The regatta\n  - it rained\n"
    found = read(f"## Actions\n\n{points}- https://example.org/boats/12\n  - ACTION: OL to paint it\n  - the colour is wrong\n").mentions
    assert [m.text for m in found if m.certain] == ["OL to paint it"]
    assert "RV will look at it" in [m.text for m in found]


def test_what_only_repeats_an_action_is_doubtful() -> None:
    first, second = read("ACTION: PQ to paint the long boat\n\nWe spoke of colours.\n\nPQ to paint the long boat").mentions
    assert (first.certain, second.certain, second.restates) == (True, False, 1)
