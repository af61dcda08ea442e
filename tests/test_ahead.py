"""Following meetings while later minutes are still being read gives what following all of them gives."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from histories import Folder, serieses
from hypothesis import given
from hypothesis import strategies as st
from make import FIRST, TODAY, mention, minutes, series

from tcsg.ledger.ahead import Ahead
from tcsg.ledger.carry import Carried, carry
from tcsg.ledger.following import CLOSED_FOR
from tcsg.ledger.keys import order_meetings
from tcsg.model import Answer, Committee, Ledger, Minutes, Status
from tcsg.reading.kind import likely_day

THREE = series(["KK to paint the attic", "PB to order lamps"], ["KK to paint the attic"], ["PB to order lamps", "PB to book the ferry"])


def followed(told: Iterable[Minutes]) -> Ahead:
    ahead = Ahead(Committee())
    for one in told:
        ahead.add(one)
    return ahead


def went(ahead: Ahead, told: Iterable[Minutes], known: Ledger | None = None) -> bool:
    """Whether the fold of these minutes could be taken from what was followed."""
    ledger = known or Ledger()
    held = order_meetings(tuple(told), ledger)
    return ahead.folded(held, ledger, {len(held) - 1} - {0}) is not None


def told_by(result: Carried) -> tuple[object, ...]:
    """All that a carry tells."""
    snapshots = [(one.place, one.whole, one.value()) for one in result.snapshots]
    return result.ledger, result.changes, result.findings, result.links, result.questions, snapshots


def by_day(told: Iterable[Minutes]) -> tuple[Minutes, ...]:
    return tuple(sorted(told, key=lambda m: (m.day or FIRST, m.path)))


@given(serieses(cites=True), st.booleans())
def test_it_tells_what_following_all_at_once_tells(told: Folder, in_order: bool) -> None:
    ahead = followed(by_day(told) if in_order else told)
    whole = carry(tuple(told), Ledger(), Committee(), "reading", TODAY)
    assert told_by(carry(tuple(told), Ledger(), Committee(), "reading", TODAY, ahead=ahead)) == told_by(whole)


def test_what_was_closed_long_ago_and_comes_back_is_recorded_as_it_is_now() -> None:
    silent = [["PB to order lamps"]] * (CLOSED_FOR + 3)
    again = mention("KK to paint the attic in green", cites=("A1.1",), status=Status.DROPPED)
    told = series(["KK to paint the attic"], [mention("KK to paint the attic", status=Status.DONE)], *silent, [again], *silent[:2])
    ahead = followed(told)
    result = carry(told, Ledger(), Committee(), "reading", TODAY, ahead=ahead)
    assert told_by(result) == told_by(carry(told, Ledger(), Committee(), "reading", TODAY))
    assert result.ledger.actions[0].seen == ("1", "2", str(len(told) - 2))


def test_minutes_in_the_order_of_their_days_are_followed_while_they_come() -> None:
    assert went(followed(THREE), THREE)
    assert went(followed(THREE[:1]), THREE[:1])


def test_minutes_in_another_order_are_followed_again() -> None:
    assert not went(followed((THREE[1], THREE[0], THREE[2])), THREE)


@pytest.mark.parametrize("told", [THREE[:2], (*THREE[:2], minutes("PB to book the ferry", day=THREE[2].day or FIRST, meeting="3"))])
def test_other_minutes_than_those_that_came_are_followed_again(told: tuple[Minutes, ...]) -> None:
    assert not went(followed(THREE), told)


def test_no_minutes_are_none_that_were_followed() -> None:
    assert not went(Ahead(Committee()), ())


def test_with_an_old_ledger_nothing_is_taken_from_what_was_followed() -> None:
    assert not went(followed(THREE), THREE, carry(THREE, Ledger(), Committee(), "reading", TODAY).ledger)
    assert not went(followed(THREE), THREE, Ledger(answers=(Answer("1", "PB to order lamps", "action", "no"),)))


def test_an_id_of_a_later_meeting_means_nothing_to_an_earlier_one() -> None:
    told = series([mention("PB to see to it", cites=("A3.1",))], ["KK to paint the attic"], ["PB to book the ferry"])
    assert not went(followed(told), told)
    unknown = series([mention("PB to see to it", cites=("A9.1",))], ["KK to paint the attic"], ["PB to book the ferry"])
    assert went(followed(unknown), unknown)


@pytest.mark.parametrize(
    ("path", "text", "day"),
    [
        ("minutes/8.md", "---\nmeeting: 8\ndate: 2031-03-04\n---\nHeld on 5 May 2031", "2031-03-04"),
        ("minutes/8.md", "---\ndate: '2031-03-04'\n---\n", "2031-03-04"),
        ("minutes/2031/2031-03-04.md", "text", "2031-03-04"),
        ("minutes/minutes_20310304_final.txt", "text", "2031-03-04"),
        ("minutes/4 March 2031.md", "text", "2031-03-04"),
        ("minutes/8.md", "# Minutes of the meeting of 4 March 2031\n", "2031-03-04"),
        ("minutes/8.md", "# Minutes\n", ""),
    ],
)
def test_about_what_day_minutes_are_is_told_without_reading_them(path: str, text: str, day: str) -> None:
    assert likely_day(path, text.encode()) == day
