"""What is not weighed decides nothing: where a review begins with the very words of an action, the ledger is what all evidence makes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from make import carried, ids, mention, series

from tcsg.ledger.carry import Carried
from tcsg.ledger.threads import Group
from tcsg.ledger.weighing import Weighing
from tcsg.model import Mention, Section, Status

LAMPS = "to buy new lamps for the boat shed"
FLAGS = "to buy new flags for the boat shed"


def review(text: str, *owners: str) -> Mention:
    return replace(mention(text, *owners), section=Section.REVIEW, block="Actions of earlier meetings")


def told(carried: Carried) -> object:
    return carried.ledger, carried.findings, [(k.action, k.meeting, k.mention.text, k.grounds) for k in carried.links], carried.questions


SERIES = {
    "one of two that are nearly alike": ([[LAMPS, FLAGS], [f"{LAMPS}. Still going on."]], ("A1.1", "A1.2")),
    "both": ([[LAMPS, FLAGS], [f"{FLAGS}. Still going on.", f"{LAMPS}. They come in May."]], ("A1.1", "A1.2")),
    "one that another mention reviews as well": ([[LAMPS, FLAGS], [f"{LAMPS}. Still going on.", f"{LAMPS}. They come in May."]], None),
    "one of two with the same first sentence": ([[f"{LAMPS}. By post.", f"{LAMPS}. From the shop.", LAMPS], [f"{LAMPS}. Still going on."]], None),
    "the first of a chain": (
        [[LAMPS, FLAGS, f"{LAMPS} and the yard"], [f"{LAMPS}. Still going on.", f"{LAMPS} and the yard. Soon.", f"{FLAGS}. Soon."]],
        ("A1.1", "A1.2", "A1.3"),
    ),
}


@pytest.mark.parametrize(("meetings", "known"), SERIES.values(), ids=list(SERIES))
def test_the_ledger_is_what_all_evidence_makes(meetings: list[list[str]], known: tuple[str, ...] | None, monkeypatch: pytest.MonkeyPatch) -> None:
    first, *later = meetings
    minutes = series([mention(f"KK {text}", "KK") for text in first], *([review(f"KK {text}", "KK") for text in texts] for texts in later))
    found = told(carried(minutes))
    if known is not None:
        assert ids(carried(minutes).ledger) == known
    monkeypatch.setattr(Weighing, "_first", lambda _self, _g, _group: None)
    assert found == told(carried(minutes))


def test_of_two_with_other_owners_none_is_told_where_the_review_names_both(monkeypatch: pytest.MonkeyPatch) -> None:
    minutes = series([mention(f"KK {LAMPS}", "KK"), mention(f"PB {LAMPS}", "PB")], [review(f"KK/PB: {LAMPS}. Still going on.", "KK", "PB")])
    found = told(carried(minutes))
    monkeypatch.setattr(Weighing, "_first", lambda _self, _g, _group: None)
    assert found == told(carried(minutes))


def test_what_cannot_come_near_is_not_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed: list[int] = []
    evidence = Weighing.evidence

    def weigh(self: Weighing, group: Group, n: int, least: float | None = None) -> float:
        weighed.append(n)
        return evidence(self, group, n, least)

    monkeypatch.setattr(Weighing, "evidence", weigh)
    posters = "KK to buy new posters and chairs for the boat shed of the island"
    cables = "KK to buy new cables and ladders for the boat shed of the island"
    carried(series([mention(posters, "KK"), mention(cables, "KK")], [review(f"{cables}. Still going on.", "KK")]))
    assert weighed == [1]


LONG = "to ask all neighbours of the north meadow for their wishes about the new footbridge"


@pytest.mark.parametrize(
    ("first", "second", "actions"),
    [
        (f"{LONG}, KK to knock at every door", LONG, ("A1.1",)),  # what was done stays in the list for a while
        (LONG, LONG.replace("north", "south"), ("A1.1", "A2.1")),
        (LONG, LONG.replace("footbridge", "car park"), ("A1.1", "A2.1")),
        ("to ask all neighbours, KK to knock at doors", "to ask all neighbours", ("A1.1", "A2.1")),  # few words
    ],
)
def test_what_was_closed_and_is_listed_as_closed_again_is_known_by_many_words(first: str, second: str, actions: tuple[str, ...]) -> None:
    closed = [[replace(mention(f"KK {text}", "KK"), status=Status.DONE)] for text in (first, second)]
    assert ids(carried(series(*closed)).ledger) == actions
