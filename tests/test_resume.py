"""Carrying on from a checkpoint: what is then told is what following all meetings tells."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from unittest.mock import patch

import pytest
from histories import OWNERS, STATUSES, Folder, amended, files, histories
from hypothesis import given, settings
from hypothesis import strategies as st
from make import FIRST, TODAY, mention, minutes, series

from tcsg.ledger import following
from tcsg.ledger.canonical import dump_ledger
from tcsg.ledger.carry import Carried, carry
from tcsg.ledger.checkpoint import mark
from tcsg.ledger.matching import NotKeptError
from tcsg.ledger.resume import Resumed, Start, resume
from tcsg.model import Answer, ByHand, Committee, Ledger, Mention, Minutes, Status

READING = "reading"


class Shelf:
    """The checkpoints of all carries so far, as the cache has them."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def put(self, result: Carried) -> None:
        for one in result.snapshots:
            if one.whole:
                self.kept[mark(result.ledger, one.place)] = json.dumps(one.value())

    def resumed(self, told: Folder | tuple[Minutes, ...], known: Ledger, recorded: Mapping[str, ByHand]) -> Carried | None:
        """The carry from the checkpoint that fits; None when there is none or when it does not tell enough."""
        if known.reading != READING:
            return None
        paths = {m.path: m for m in told}
        same = {m.path for m in known.meetings if m.path in paths and paths[m.path].sha256 == m.sha256}
        begun = Resumed(known, {m.path: m for m in told if m.path not in same}, paths)
        place = begun.place
        value = self.kept.get(mark(known, place)) if place is not None else None
        if place is None or value is None:
            return None
        try:
            return resume(begun, Start(json.loads(value), known, place, recorded), Committee(), paths.__getitem__)
        except NotKeptError:
            return None


def compared(told: Folder | tuple[Minutes, ...], known: Ledger, shelf: Shelf, recorded: Mapping[str, ByHand]) -> tuple[Carried, bool]:
    """The carry of all meetings, and whether it was compared with one from a checkpoint, which has to be the same."""
    whole = carry(tuple(told), known, Committee(), READING, TODAY, recorded, untyped=True)
    part = shelf.resumed(told, known, recorded)
    if part is not None:
        assert dump_ledger(part.ledger) == dump_ledger(whole.ledger)
        assert part.changes == whole.changes
        assert part.findings == whole.findings
        shelf.put(part)
    else:
        shelf.put(whole)
    return whole, part is not None


@st.composite
def recordings(draw: st.DrawFn, ledger: Ledger) -> dict[str, ByHand]:
    """What a command records in the same breath, if anything."""
    if not ledger.actions or draw(st.booleans()):
        return {}
    on = FIRST + timedelta(days=draw(st.integers(0, 320)))
    entry = draw(
        st.sampled_from(
            (ByHand(on, status=draw(st.sampled_from(STATUSES))), ByHand(on, owners=draw(st.sampled_from(OWNERS))), ByHand(on, due="none"))
        )
    )
    return {draw(st.sampled_from(ledger.actions)).id: entry}


@pytest.mark.parametrize("rounds", [300, pytest.param(9000, marks=pytest.mark.soak)])
def test_from_a_checkpoint_all_is_as_from_the_first_meeting(rounds: int) -> None:
    count = 0

    @settings(max_examples=rounds, derandomize=rounds == 300)
    @given(st.data(), st.sampled_from((0, 1, 12)))
    def law(drawn: st.DataObject, closed_for: int) -> None:
        nonlocal count
        ledger, shelf = Ledger(), Shelf()
        with patch.object(following, "CLOSED_FOR", closed_for):
            for state in drawn.draw(histories(cites=True, losses=True)):
                result, was = compared(state, ledger, shelf, drawn.draw(recordings(ledger)))
                ledger, count = result.ledger, count + was

    law()
    assert count > rounds / 10


@pytest.mark.parametrize("rounds", [30, pytest.param(1800, marks=pytest.mark.soak)])
def test_the_latest_minutes_are_followed_alone(rounds: int) -> None:
    count = 0

    @settings(max_examples=rounds, derandomize=rounds == 30)
    @given(st.data(), st.sampled_from((0, 1, 2)))
    def law(drawn: st.DataObject, closed_for: int) -> None:
        nonlocal count
        told = sorted((drawn.draw(files(n, cites=True)) for n in range(12)), key=lambda m: (m.day or FIRST, m.path))
        ledger, shelf = Ledger(), Shelf()
        with patch.object(following, "CLOSED_FOR", closed_for):
            for n in range(4, len(told) + 1):
                for state in (told[:n], [*told[: n - 1], drawn.draw(amended(told[n - 1], cites=True, losses=False))]):
                    result, was = compared(Folder(state), ledger, shelf, drawn.draw(recordings(ledger)))
                    ledger, count = result.ledger, count + was
                told[n - 1] = state[-1]

    law()
    assert count > 4 * rounds


def long_ago() -> tuple[Minutes, ...]:
    """Twenty meetings; the action of the first is closed at the second, and one of the third stays open."""
    told: list[list[Mention | str]] = [
        [mention("order 3 lamps for the hall", "KK")],
        [mention("order 3 lamps for the hall", "KK", status=Status.DONE)],
        ["write to the council"],
    ]
    return series(*told, *([f"count the spoons of drawer {n}"] for n in range(17)))


def later(*told: Mention | str) -> tuple[Minutes, ...]:
    """The same with other last minutes."""
    last = long_ago()[-1]
    return (*long_ago()[:-1], minutes(*told, day=last.day or FIRST, meeting=last.meeting, path=last.path))


def carried_on(told: tuple[Minutes, ...]) -> tuple[Carried, bool]:
    shelf = Shelf()
    before, _ = compared(long_ago(), Ledger(), shelf, {})
    return compared(told, before.ledger, shelf, {})


def test_what_is_open_is_known_again_after_years() -> None:
    result, was = carried_on(later(mention("write to the council", status=Status.DONE)))
    assert was
    assert next(a for a in result.ledger.actions if a.id == "A3.1").status is Status.DONE


def test_what_is_closed_for_long_is_another_action_when_it_is_given_again() -> None:
    result, was = carried_on(later("order 3 lamps for the hall"))
    assert was
    assert result.ledger.actions[-1].raised == "20"


def test_an_id_of_long_ago_makes_all_meetings_be_followed() -> None:
    result, was = carried_on(later(mention("order 3 lamps for the hall", cites=("A1.1",))))
    assert not was
    assert next(a for a in result.ledger.actions if a.id == "A1.1").seen == ("1", "2", "20")


def test_another_answer_makes_all_meetings_be_followed() -> None:
    shelf = Shelf()
    before, _ = compared(long_ago(), Ledger(), shelf, {})
    answered = replace(before.ledger, answers=(Answer("4", "count the spoons of drawer 0", "same", "A3.1"),))
    assert shelf.resumed(later("sell the piano"), answered, {}) is None


def reopened(on: date) -> tuple[Carried, bool]:
    """Three meetings, of which the second gives again what the first closed; then somebody records that it was open on a day."""
    shelf = Shelf()
    told = series(
        [mention("order 3 lamps for the hall", "KK", status=Status.DONE)], [mention("order 3 lamps for the hall", "KK")], ["sell the piano"]
    )
    before, _ = compared(told, Ledger(), shelf, {})
    assert [(a.id, a.seen) for a in before.ledger.actions] == [("A1.1", ("1",)), ("A2.1", ("2",)), ("A3.1", ("3",))]
    return compared(told, before.ledger, shelf, {"A1.1": ByHand(on, status=Status.OPEN)})


def test_what_is_recorded_of_a_day_before_the_checkpoint_makes_all_meetings_be_followed() -> None:
    result, was = reopened(FIRST + timedelta(days=3))
    assert not was
    assert [(a.id, a.seen) for a in result.ledger.actions] == [("A1.1", ("1", "2")), ("A3.1", ("3",))]


def test_what_is_recorded_of_a_day_after_it_does_not() -> None:
    result, was = reopened(FIRST + timedelta(weeks=4))
    assert was
    assert [a.status for a in result.ledger.actions] == [Status.OPEN] * 3
