"""An action's life: its steps end in the action as it is, and any past day is answered as if the later minutes had not come."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from histories import OWNERS, STATUSES, WORDINGS, Folder, hands, histories, serieses
from hypothesis import strategies as st
from make import FIRST, TODAY, carried, find, mention, noted, series
from test_laws import for_every

from tcsg.ledger.carry import Carried
from tcsg.ledger.history import Mark, What, happened, line, slips, steps, until
from tcsg.ledger.recording import added, placed, record
from tcsg.model import ByHand, Committee, Ledger, Status

MAST = "AB to varnish the mast"
NOBODY = Committee()


def life(result: Carried, action_id: str = "A1.1") -> tuple[str, tuple[int, ...]]:
    """The marks of an action's life in ASCII, and its slips."""
    action = find(result.ledger, action_id)
    found = steps(action, [k for k in result.links if k.action == action.id], result.ledger, NOBODY)
    glyphs = {Mark.RAISED: "*", Mark.MENTIONED: "o", Mark.SILENT: ".", Mark.DONE: "v", Mark.DROPPED: "x", Mark.REOPENED: "+"}
    return "".join(glyphs[p.mark] for p in line(found, result.ledger.meetings)), slips(found)


def week(number: int) -> date:
    """The day of a meeting of a series."""
    return FIRST + timedelta(weeks=4 * (number - 1))


@for_every(st.data())
def test_the_last_step_of_a_life_is_the_action_as_it_is(drawn: st.DataObject) -> None:
    ledger = Ledger()
    for state in drawn.draw(histories(cites=True)):
        result = carried(state, drawn.draw(hands(ledger)))
        ledger = result.ledger
        for action in ledger.actions:
            found = steps(action, [k for k in result.links if k.action == action.id], ledger, NOBODY)
            if action.seen:
                last = found[-1].after
                assert (last.status, last.due, last.owners, last.closed) == (action.status, action.due, action.owners, action.closed)
                assert [s.meeting for s in found if s.meeting] == list(action.seen)
                assert [s.day for s in found] == sorted(s.day for s in found)


@st.composite
def recorded(draw: st.DrawFn, ledger: Ledger, first: date, last: date) -> Ledger:
    """The ledger with a few things recorded by hand between two days."""
    for _ in range(draw(st.integers(0, 3))):
        on = first + timedelta(days=draw(st.integers(0, (last - first).days)))
        entry = draw(
            st.sampled_from(
                (ByHand(on, status=draw(st.sampled_from(STATUSES))), ByHand(on, due="2031-08-01"), ByHand(on, owners=draw(st.sampled_from(OWNERS))))
            )
        )
        if draw(st.integers(0, 4)) == 0:
            words = draw(st.sampled_from(WORDINGS))
            ledger = replace(placed(ledger, added(ledger, words, ByHand(on, added=words))), reading=None)
        elif ledger.actions:
            action = draw(st.sampled_from(ledger.actions))
            begun = max([on, *(e.on for e in action.by_hand if e.added is not None)])
            ledger = replace(placed(ledger, record(action, replace(entry, on=begun))), reading=None)
    return ledger


@for_every(serieses(), st.data())
def test_a_past_day_is_answered_as_if_nothing_had_come_after_it(told: Folder, drawn: st.DataObject) -> None:
    day = FIRST + timedelta(days=drawn.draw(st.integers(0, 300)))
    early = Folder(m for m in told if m.day and m.day <= day)
    then = carried(early, drawn.draw(recorded(carried(early).ledger, FIRST, day)))
    known = drawn.draw(recorded(carried(told, then.ledger).ledger, day + timedelta(days=1), TODAY))
    now = carried(told, known).ledger
    past = carried(early, until(now, day), today=day).ledger
    nameless = [Counter(replace(a, id=find(now, a.id).id, aliases=()) for a in ledger.actions) for ledger in (past, then.ledger)]
    assert nameless[0] == nameless[1]
    assert past.meetings == then.ledger.meetings


def test_a_life_is_drawn_meeting_by_meeting() -> None:
    assert life(carried(series([MAST]))) == ("*", ())
    assert life(carried(series([MAST], [MAST], [], [mention(MAST, status=Status.DONE)], []))) == ("*o.v", ())
    assert life(carried(series([MAST], [], []))) == ("*..", ())
    assert life(carried(series([], [MAST], [mention(MAST, status=Status.DROPPED)])), "A2.1") == ("*x", ())
    assert life(carried(series([mention(MAST, status=Status.DONE)]))) == ("v", ())


def test_what_was_recorded_by_hand_stands_between_the_meetings() -> None:
    told = series([MAST], [MAST], [])
    done = noted(carried(told).ledger, "A1.1", ByHand(week(2) + timedelta(days=1), status=Status.DONE))
    assert life(carried(told, done)) == ("*ov", ())
    again = noted(done, "A1.1", ByHand(week(3) + timedelta(days=1), status=Status.OPEN))
    assert life(carried(told, again)) == ("*ov.+", ())


def test_every_time_the_date_slips_counts_by_its_days() -> None:
    dues = ("2031-02-01", "2031-02-15", "2031-02-10", "2031-03-10")
    told = series(*([mention(MAST, due=due)] for due in dues))
    assert life(carried(told))[1] == (14, 28)
    hand = noted(carried(told).ledger, "A1.1", ByHand(week(5), due="2031-03-11"), ByHand(week(6), due="none"), ByHand(week(7), due="2031-09-01"))
    assert life(carried(told, hand))[1] == (14, 28, 1), "no date at all is no slip"


def test_what_each_meeting_changed() -> None:
    told = series(
        [mention(MAST, due="2031-02-01")],
        [mention(MAST.replace("AB", "CD"), "CD", due="2031-03-01")],
        [mention(MAST, "CD", status=Status.DONE)],
    )
    result = carried(told, noted(carried(told[:2]).ledger, "A1.1", ByHand(week(2), owners=("EF",))))
    found = [(h.step.meeting, h.what) for h in happened(result.ledger, result.links, NOBODY)]
    assert found == [("1", What.RAISED), ("2", What.DUE), ("2", What.OWNERS), (None, What.OWNERS), ("3", What.DONE)]
