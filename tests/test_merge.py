"""Two ledgers made one: what each side recorded is there once, names are told apart, and only people can disagree."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from histories import hands, serieses
from hypothesis import given, settings
from hypothesis import strategies as st
from make import TODAY, carried, changed, find, ids, mention, minutes, noted, series

from tcsg.errors import LedgerError
from tcsg.ledger.canonical import dump_ledger
from tcsg.ledger.conflicts import conflict_lines, dump_merged, parted
from tcsg.ledger.merge import Merged, merge
from tcsg.ledger.recording import added, placed, record
from tcsg.ledger.records import read_ledger
from tcsg.model import Answer, ByHand, Ledger, Status

MARCH, APRIL, MAY = date(2031, 3, 1), date(2031, 4, 1), date(2031, 5, 1)
TOLD = series(["KK to paint the attic", "PB to order lamps by 3 March"], ["KK to book the ferry"])
BASE = carried(TOLD).ledger


def both(ours: Ledger, theirs: Ledger, base: Ledger = BASE, take: str | None = None) -> Merged:
    """The merge, which is the same whoever merges unless a side is taken."""
    merged, other = merge(base, ours, theirs, TODAY, take), merge(base, theirs, ours, TODAY, take)
    if take is None:
        assert dump_ledger(merged.ledger) == dump_ledger(other.ledger)
        assert merged.said == other.said
        assert len(merged.conflicts) == len(other.conflicts)
    assert read_ledger(dump_ledger(merged.ledger).encode(), "x") == merged.ledger
    return merged


def by_hand(ledger: Ledger, action_id: str, entry: ByHand) -> Ledger:
    return placed(ledger, record(find(ledger, action_id), entry))


DONE, DROPPED = ByHand(MARCH, status=Status.DONE), ByHand(APRIL, status=Status.DROPPED, why="no money")
MOVED, LATER = ByHand(MARCH, due="2031-09-01"), ByHand(APRIL, due="2031-10-01")
NOTE, OTHER = ByHand(MARCH, note="rang the firm"), ByHand(MARCH, note="wrote to the firm")
GIVEN = ByHand(APRIL, owners=("PB",))


def test_nothing_changed_or_one_side_changed_is_that_side() -> None:
    ours = by_hand(BASE, "A1.1", DONE)
    assert both(BASE, BASE).ledger == BASE
    assert both(ours, BASE).ledger == ours
    assert both(ours, ours).ledger == ours


@pytest.mark.parametrize(
    ("one", "other"), [(DONE, MOVED), (DONE, NOTE), (NOTE, OTHER), (MOVED, GIVEN), (DONE, ByHand(APRIL, status=Status.DONE)), (NOTE, NOTE)]
)
def test_what_both_recorded_about_one_action_is_kept_and_holds(one: ByHand, other: ByHand) -> None:
    merged = both(by_hand(BASE, "A1.1", one), by_hand(BASE, "A1.1", other))
    assert merged.conflicts == ()
    assert set(find(merged.ledger, "A1.1").by_hand) == {one, other}
    in_turn = carried(TOLD, replace(by_hand(by_hand(BASE, "A1.1", one), "A1.1", other), reading=None)).ledger
    after = carried(TOLD, merged.ledger).ledger
    assert replace(find(after, "A1.1"), by_hand=()) == replace(find(in_turn, "A1.1"), by_hand=())


@pytest.mark.parametrize(
    ("one", "other", "what"), [(DONE, DROPPED, "status"), (MOVED, LATER, "due"), (GIVEN, ByHand(MARCH, owners=("KK", "PB")), "owners")]
)
def test_what_cannot_both_hold_is_a_conflict_around_the_two_entries(one: ByHand, other: ByHand, what: str) -> None:
    ours, theirs = by_hand(by_hand(BASE, "A1.1", one), "A1.1", NOTE), by_hand(by_hand(BASE, "A1.1", other), "A2.1", DONE)
    merged = both(ours, theirs)
    assert [(c.about, c.what, len(c.ours), len(c.theirs)) for c in merged.conflicts] == [("A1.1", what, 1, 1)]
    text = dump_merged(merged)
    ((line, _),) = conflict_lines(merged)
    lines = text.split("\n")
    assert [lines[line - 1], lines[line + 1], lines[line + 3]] == ["<<<<<<< ours", "=======", ">>>>>>> theirs"]
    with pytest.raises(LedgerError, match=rf"^x:{line}: unresolved merge conflict, lines {line}-{line + 4}; run `tcsg resolve`$"):
        read_ledger(text.encode(), "x")
    sides = parted(text)
    assert sides is not None
    for side, entry in zip(sides[1:], (one, other), strict=True):
        kept = carried(TOLD, read_ledger(side.encode(), "x")).ledger
        assert set(find(kept, "A1.1").by_hand) == {NOTE, entry}
        assert find(kept, "A2.1").by_hand == (DONE,)
        expected = carried(TOLD, noted(BASE, "A1.1", entry)).ledger
        assert getattr(find(kept, "A1.1"), what) == getattr(find(expected, "A1.1"), what)


@pytest.mark.parametrize(("take", "day"), [("ours", "2031-09-01"), ("theirs", "2031-10-01")])
def test_a_side_that_is_taken_settles_the_conflict(take: str, day: str) -> None:
    merged = both(by_hand(BASE, "A1.1", MOVED), by_hand(BASE, "A1.1", LATER), take=take)
    assert merged.conflicts == ()
    assert str(find(carried(TOLD, merged.ledger).ledger, "A1.1").due) == day


def test_what_was_typed_into_one_side_is_an_entry_and_can_disagree() -> None:
    typed = changed(BASE, "A1.1", due=date(2031, 9, 1))
    merged = both(typed, by_hand(BASE, "A1.1", NOTE))
    assert find(merged.ledger, "A1.1").by_hand == (NOTE, ByHand(TODAY, due="2031-09-01"))
    assert len(both(typed, by_hand(BASE, "A1.1", LATER)).conflicts) == 1
    assert both(typed, typed).conflicts == ()


def test_of_a_minuted_and_a_recorded_fact_the_later_one_counts_and_is_no_conflict() -> None:
    told = (*TOLD, *series([mention("KK to paint the attic", due="2031-11-01")], start=4))
    ours, theirs = carried(told, BASE).ledger, by_hand(BASE, "A1.1", MOVED)
    merged = both(ours, theirs)
    assert merged.conflicts == ()
    assert merged.ledger.reading is None
    assert find(carried(told, merged.ledger).ledger, "A1.1").due == date(2031, 11, 1) == find(merged.ledger, "A1.1").due


def test_a_record_that_one_side_found_to_be_another_takes_along_what_the_other_side_recorded() -> None:
    first, second = find(BASE, "A1.1"), find(BASE, "A2.1")
    joined = replace(first, aliases=("A2.1",), seen=("1", "2"))
    ours = replace(BASE, actions=tuple(joined if a.id == "A1.1" else a for a in BASE.actions if a.id != "A2.1"))
    merged = both(ours, by_hand(BASE, "A2.1", DONE))
    assert ids(merged.ledger) == ("A1.1", "A1.2")
    assert find(merged.ledger, "A2.1").by_hand == (DONE,)
    assert second.id in find(merged.ledger, "A1.1").aliases


def test_a_record_that_is_missing_on_one_side_is_kept_and_told_unless_its_minutes_went_too() -> None:
    lost = replace(BASE, actions=BASE.actions[1:])
    merged = both(lost, BASE)
    assert ids(merged.ledger) == ids(BASE)
    assert merged.said == ("A1.1 is missing on one side; it was kept: KK to paint the attic",)
    reverted = carried(TOLD[:1]).ledger
    assert both(reverted, BASE).ledger == reverted


# --- names -------------------------------------------------------------------------------------------------------


def test_one_id_for_two_actions_is_given_to_one_and_told() -> None:
    ours, theirs = (placed(BASE, added(BASE, words, ByHand(MAY, added=words))) for words in ("KK to buy a rake", "PB to sell the boat"))
    assert ids(ours) == ids(theirs)
    merged = both(ours, theirs)
    assert {find(merged.ledger, i).text for i in ("A2.2", "A2.3")} == {"KK to buy a rake", "PB to sell the boat"}
    assert merged.said == ("A2.2 was given on both sides: it is now only `KK to buy a rake`; `PB to sell the boat` is now A2.3",)


def test_an_action_that_is_new_on_both_sides_under_two_ids_keeps_one_and_loses_none() -> None:
    first = TOLD[0]
    rake, boat = mention("KK to buy a rake"), mention("PB to sell the boat")
    longer = minutes(
        *first.mentions,
        replace(rake, line=20, end_line=20),
        replace(boat, line=21, end_line=21),
        day=first.day or MARCH,
        meeting="1",
        path=first.path,
    )
    shorter = minutes(*first.mentions, replace(boat, line=20, end_line=20), day=first.day or MARCH, meeting="1", path=first.path)
    ours, theirs = carried((longer, TOLD[1]), BASE).ledger, carried((shorter, TOLD[1]), BASE).ledger
    assert (find(ours, "A1.3").text, find(theirs, "A1.3").text) == ("KK to buy a rake", "PB to sell the boat")
    merged = both(ours, by_hand(theirs, "A1.3", NOTE))
    assert find(merged.ledger, "A1.3").text == "KK to buy a rake"
    assert find(merged.ledger, "A1.4").text == "PB to sell the boat"
    assert find(merged.ledger, "A1.4").by_hand == (NOTE,)


def test_two_meetings_that_took_one_key_are_told_apart() -> None:
    early, late = (minutes(words, day=day, meeting="3") for words, day in (("KK to buy a rake", APRIL), ("PB to sell the boat", MAY)))
    ours, theirs = carried((*TOLD, early), BASE).ledger, carried((*TOLD, late), BASE).ledger
    merged = both(by_hand(ours, "A3.1", DONE), by_hand(theirs, "A3.1", NOTE))
    assert [(m.key, m.day) for m in merged.ledger.meetings][2:] == [("3", APRIL), ("2031-05-01", MAY)]
    after = carried((*TOLD, early, late), merged.ledger).ledger
    assert (find(after, "A3.1").text, find(after, "A3.1").by_hand) == ("KK to buy a rake", (DONE,))
    assert (find(after, "A2031-05-01.1").text, find(after, "A2031-05-01.1").by_hand) == ("PB to sell the boat", (NOTE,))


def test_answers_of_both_sides_are_kept_and_contradictions_are_conflicts() -> None:
    yes, no, same = Answer("1", "sweep", "action", "yes"), Answer("1", "sweep", "action", "no"), Answer("2", "paint", "same", "A1.1")
    ours, theirs = replace(BASE, answers=(yes,)), replace(BASE, answers=(no, same))
    assert both(ours, replace(BASE, answers=(same,))).ledger.answers == (yes, same)
    merged = both(ours, theirs)
    assert [(c.about, c.what) for c in merged.conflicts] == [("1", "answers")]
    assert '- {meeting: "1", words: sweep, action: "no"}' in dump_merged(merged)
    different = replace(same, verdict="different")
    assert len(both(replace(BASE, answers=(same,)), replace(BASE, answers=(different,))).conflicts) == 1


def test_fields_of_a_newer_tcsg_are_merged_and_can_disagree() -> None:
    one, two = (changed(BASE, "A1.1", extra=(("cost", value),)) for value in ("5", "7"))
    assert find(both(one, by_hand(BASE, "A1.1", DONE)).ledger, "A1.1").extra == (("cost", "5"),)
    merged = both(one, two)
    assert [(c.about, c.what) for c in merged.conflicts] == [("A1.1", "cost")]
    assert '<<<<<<< ours\n  cost: "5"\n=======\n  cost: "7"\n>>>>>>> theirs\n' in dump_merged(merged)
    assert len(both(replace(BASE, extra=(("site", "north"),)), replace(BASE, extra=(("site", "south"),))).conflicts) == 1


def test_a_ledger_that_looks_like_a_placeholder_is_no_way_to_move_a_conflict() -> None:
    sly = ByHand(date.max, note="\0tcsg conflict 0")
    ours, theirs = (by_hand(noted(BASE, "A1.2", sly), "A1.1", entry) for entry in (MOVED, LATER))
    with pytest.raises(LedgerError, match=r"cannot be written"):
        dump_merged(merge(noted(BASE, "A1.2", sly), ours, theirs, TODAY))


# --- laws --------------------------------------------------------------------------------------------------------


def entries(ledger: Ledger) -> Counter[ByHand]:
    return Counter(e for a in ledger.actions for e in a.by_hand)


def assert_any_order_of_merging_three_gives_the_same(drawn: st.DataObject) -> None:
    told = drawn.draw(serieses())
    count = drawn.draw(st.integers(1, len(told)))
    base = carried(told[:count]).ledger
    sides = []
    for _ in range(3):
        there = told[: drawn.draw(st.integers(count, len(told)))]
        ledger = base
        for _ in range(drawn.draw(st.integers(0, 3))):
            ledger = carried(there, drawn.draw(hands(ledger))).ledger
        sides.append(ledger)
    ends = {}
    for order in permutations(range(3)):
        merged = merge(base, merge(base, sides[order[0]], sides[order[1]], TODAY).ledger, sides[order[2]], TODAY)
        ends[order] = merged
        wanted = {i for side in sides for a in side.actions for i in (a.id, *a.aliases)}
        assert wanted <= {i for a in merged.ledger.actions for i in (a.id, *a.aliases)}
    if any(m.conflicts or m.said for m in ends.values()) or _renamed(base, sides):
        return
    results = [carried(told, m.ledger).ledger for m in ends.values()]
    # Records that no minutes hold any more stand in the order in which they got lost.
    assert len({dump_ledger(replace(ledger, actions=tuple(sorted(ledger.actions, key=lambda a: "" if a.seen else a.id)))) for ledger in results}) == 1
    assert not (entries(sides[0]) | entries(sides[1]) | entries(sides[2])) - entries(results[0])


def _renamed(base: Ledger, sides: list[Ledger]) -> bool:
    """Whether two sides disagree, of which the middle ledger does not tell any more."""
    return any(m.conflicts or m.said for m in (merge(base, a, b, TODAY) for a, b in permutations(sides, 2)))


@settings(max_examples=60)
@given(st.data())
def test_any_order_of_merging_three_ledgers_gives_the_same_and_loses_nothing(drawn: st.DataObject) -> None:
    assert_any_order_of_merging_three_gives_the_same(drawn)


@pytest.mark.soak
@settings(max_examples=3000)
@given(st.data())
def test_any_order_of_merging_three_ledgers_gives_the_same_many_times(drawn: st.DataObject) -> None:
    assert_any_order_of_merging_three_gives_the_same(drawn)
