"""Actions that change hands, in the words in which secretaries tell it, and what only looks so."""

from __future__ import annotations

from datetime import date

import pytest
from make import carried, ids

from tcsg.ledger.carry import Carried, carry
from tcsg.model import Committee, Ledger, Mention, Minutes, Status
from tcsg.reading.minutes import read_minutes

HEAD = "# Notes\n\nPresent: Ann Bell (AB), Kim Kato (KK), Pat Bold (PB)\n\n"


def read(lines: str, day: int = 1, heading: str = "Actions") -> Minutes:
    return read_minutes(f"{HEAD}## {heading}\n\n{lines}\n", f"minutes/2031-02-0{day}.md", f"{day}" * 64, Committee())


def only(lines: str, heading: str = "Actions") -> Mention:
    (one,) = read(lines, heading=heading).mentions
    return one


@pytest.mark.parametrize("heading", ["Actions", "Review of actions"])
@pytest.mark.parametrize(
    "said",
    [
        ": PB will take this over from KK",
        ". PB to take over.",
        ". PB has taken this over.",
        ". Pat agreed to take this on.",
        ". PB will take over, as Kim is away.",
        ". Reassigned to PB.",
        " – reassigned from KK to PB",
        " (reassigned to PB)",
        " (now with PB)",
        ": handed over to PB",
        " – passed to PB",
        ". This was transferred to PB.",
        " – PB will do this instead of KK",
        ". This will now be done by PB.",
        "; new owner: PB",
        ". PB has picked this up.",
        ". PB volunteered to take this.",
        ". PB is doing this now.",
        " – KK is away, PB will do it",
        " (KK has no time, so PB will see to it)",
        "\n  - PB has picked this up",
        "\n  - PB will take this over from KK",
        "\n  - handed over to PB",
        "\n  - Reassigned to PB",
    ],
)
def test_an_action_that_changes_hands_is_whose_it_is_now(said: str, heading: str) -> None:
    one = only(f"- KK to order lamps for the hall{said}", heading)
    assert (one.text.rstrip("."), len(one.owners), one.former, one.status) == ("KK to order lamps for the hall", 1, ("KK",), Status.OPEN)
    assert one.owners[0] in {"PB", "Pat"}


@pytest.mark.parametrize(
    "line",
    [
        "KK to hand over the keys to PB",
        "KK to give the keys to Nia: handed over to PB",
        "KK to print flyers – passed to the council",
        "KK to print posters – moved to March",
        "KK to write to Nia. Keys given to PB.",
        "KK to see that Pat takes over",
        "KK to thank the crew. PB took over from AB as treasurer.",
        "KK to cook. PB takes over the boat shed.",
        "KK to fetch the flags. PB picked up the keys.",
        "KK to ask PB – he volunteered to take photos",
        "KK to draft a letter. Handed over to the printers.",
    ],
)
def test_what_is_given_to_somebody_is_no_hand_over(line: str) -> None:
    one = only(f"- {line}")
    assert (one.owners, one.former) == (("KK",), ())


def test_somebody_who_takes_over_another_task_has_an_action_of_their_own() -> None:
    assert [m.owners for m in read("- KK to order lamps\n- PB to take over the minutes from Kim").mentions] == [("KK",), ("PB",)]


def then(*meetings: str) -> Carried:
    return carried(tuple(read(lines, day) for day, lines in enumerate(meetings, 1)))


LAMPS = "- KK to order lamps for the hall"


@pytest.mark.parametrize(
    "again",
    [
        "- KK to order lamps for the hall. PB will take this over from KK.",
        "- PB to take over the order of lamps for the hall from KK",
        "- PB to take over ordering the lamps for the hall from Kim",
        "- PB to order lamps for the hall (taking over from KK)",
        "- PB to order lamps for the hall (was KK)",
    ],
)
def test_an_action_is_followed_to_whoever_takes_it_over(again: str) -> None:
    ledger = then(LAMPS, again, "- PB to order lamps for the hall").ledger
    assert [(a.id, a.owners, len(a.seen)) for a in ledger.actions] == [("A2031-02-01.1", ("PB",), 3)]


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("- KK to chair the kitchen group", "- PB to take over the chair from KK"),
        (LAMPS, "- PB to take over the lease of the hall from KK"),
        (LAMPS, "- PB to order chairs for the yard (was KK)"),
    ],
)
def test_whoever_takes_over_something_else_has_another_action(first: str, again: str) -> None:
    assert len(ids(then(first, again).ledger)) == 2


PASSED = ["Kim -> Pat", "Kim → Pat", "Pat (was Kim)", "Pat (from Kim)", "Kim, now Pat", "Kim (now Pat)"]
_HERE = "Present: Kim Kato, Pat Bell, Rosa Sand\n\n"
_TABLE = "## Actions\n\n| Action | Who | State |\n|---|---|---|\n"


def _mentions(text: str) -> tuple[Mention, ...]:
    return read_minutes(_HERE + text, "minutes/2031-02-04.md", "", Committee()).mentions


@pytest.mark.parametrize("place", PASSED)
def test_an_arrow_or_a_bracket_in_the_place_of_an_owner_hands_over(place: str) -> None:
    texts = [
        f"## Actions\n\n- {place}: order the lamps\n",
        f"## Actions\n\n- order the lamps ({place})\n",
        f"{_TABLE}| Order the lamps | {place} | open |\n",
    ]
    found = [m for text in texts if "(" not in place or not text.endswith(f"({place})\n") for m in _mentions(text)]
    assert {(m.owners, m.former) for m in found} == {(("Pat",), ("Kim",))}


@pytest.mark.parametrize("place", PASSED)
def test_what_is_handed_over_so_is_compared_as_it_was(place: str) -> None:
    first = f"{_TABLE}| Order the lamps for the pier | Kim | new |\n| Oars for the skiff | Rosa | new |\n"
    second = f"{_TABLE}| Lamps for the pier | {place} | open |\n"
    third = f"{_TABLE}| Lamps for the pier | Pat | done |\n"
    texts = enumerate((first, second, third), start=1)
    series = tuple(read_minutes(_HERE + text, f"minutes/2031-0{n}-04.md", str(n), Committee()) for n, text in texts)
    actions = carry(series, Ledger(), Committee(), "", date(2031, 12, 31)).ledger.actions
    assert [(a.owners, a.status) for a in actions] == [(("Pat",), Status.DONE), (("Rosa",), Status.OPEN)]


@pytest.mark.parametrize(
    "text", ["- Kim (from Norwich): order the lamps", "- Kim: send the letter on (from Pat)", "- Kim: move the boats, jetty -> slipway"]
)
def test_where_somebody_or_something_comes_from_hands_nothing_over(text: str) -> None:
    assert [(m.owners, m.former) for m in _mentions(f"## Actions\n\n{text}\n")] == [(("Kim",), ())]
