"""Carrying by example: ids that stay, facts that change, minutes that are amended, late, renamed or gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from make import FIRST, TODAY, carried, changed, find, ids, in_turn, mention, minutes, noted, series

from tcsg.ledger.carry import Carried
from tcsg.model import ByHand, Committee, Due, Kind, Status

MAST, KEEL, SAIL = "AB to varnish the mast", "CD to scrape the keel", "EF to patch the old sail"


def words(result: Carried) -> list[str]:
    return [change.words for change in result.changes]


def test_actions_are_numbered_by_their_meeting_in_the_order_of_the_minutes() -> None:
    assert ids(carried(series([MAST, KEEL], [SAIL])).ledger) == ("A1.1", "A1.2", "A2.1")


def test_an_action_that_comes_back_is_carried() -> None:
    result = carried(series([MAST], [MAST], [MAST]))
    assert ids(result.ledger) == ("A1.1",)
    assert find(result.ledger, "A1.1").seen == ("1", "2", "3")
    assert find(result.ledger, "A1.1").times_carried == 2


def test_ids_stay_when_an_action_is_inserted_above_others_in_old_minutes() -> None:
    before = carried(series([MAST, KEEL])).ledger
    after = carried(series([SAIL, MAST, KEEL]), before).ledger
    assert {a.id: a.text for a in after.actions} == {"A1.1": MAST, "A1.2": KEEL, "A1.3": SAIL}


def test_ids_stay_after_a_rewording_in_the_same_minutes() -> None:
    before = carried(series([MAST, KEEL])).ledger
    after = carried(series(["AB to varnish the mast and the boom", KEEL]), before)
    assert find(after.ledger, "A1.1").text == "AB to varnish the mast and the boom"
    assert ids(after.ledger) == ("A1.1", "A1.2")
    assert words(after) == ["A1.1 reads: AB to varnish the mast and the boom"]


def test_ids_stay_after_a_file_is_renamed() -> None:
    (one,) = series([MAST])
    before = carried([one]).ledger
    after = carried([replace(one, path="minutes/2031/january.md")], before)
    assert ids(after.ledger) == ("A1.1",)
    assert after.ledger.meetings[0].path == "minutes/2031/january.md"


def test_late_minutes_that_had_the_action_first_leave_it_its_id() -> None:
    late, first = minutes(MAST, day=FIRST, meeting="7"), minutes(MAST, KEEL, day=FIRST + timedelta(weeks=4), meeting="8")
    before = carried([first]).ledger
    after = carried([late, first], before).ledger
    assert find(after, "A8.1").seen == ("7", "8")
    assert find(after, "A8.1").raised == "7"
    assert ids(after) == ("A8.1", "A8.2")


def test_a_number_that_comes_back_names_the_first_and_the_later_goes_by_its_date() -> None:
    again = minutes(KEEL, day=date(2032, 1, 6), meeting="1")
    assert ids(carried([*series([MAST]), again]).ledger) == ("A1.1", "A2032-01-06.1")


def test_two_meetings_of_a_day_get_a_letter() -> None:
    one, two = minutes(MAST, path="minutes/a.md"), minutes(KEEL, path="minutes/b.md")
    assert ids(carried([one, two]).ledger) == (f"A{FIRST}.1", f"A{FIRST}b.1")


def test_silence_closes_nothing() -> None:
    assert find(carried(series([MAST], [KEEL], [KEEL])).ledger, "A1.1").status is Status.OPEN


def test_minutes_close_an_action_with_their_date() -> None:
    closed = find(carried(series([MAST], [mention(MAST, status=Status.DONE)])).ledger, "A1.1")
    assert (closed.status, closed.closed) == (Status.DONE, FIRST + timedelta(weeks=4))


def test_the_agenda_item_counts_before_the_summary() -> None:
    told = [mention(MAST, "AB", due="2031-03-01"), mention(MAST, "CD", due="2031-04-01", kind=Kind.SUMMARY, restates=10)]
    action = find(carried(series(told)).ledger, "A1.1")
    assert (action.owners, action.due) == (("AB",), date(2031, 3, 1))


def test_the_latest_meeting_that_states_them_gives_owners_and_due() -> None:
    told = series([mention(MAST, "AB", due="2031-03-01")], [mention(MAST, "AB")], [mention(MAST, "AB", "CD", due="2031-05-01")])
    action = find(carried(told).ledger, "A1.1")
    assert (action.owners, action.due) == (("AB", "CD"), date(2031, 5, 1))


def test_an_action_without_a_date_gets_the_committees_default() -> None:
    assert find(carried(series([MAST]), committee=Committee(default_due="28 days")).ledger, "A1.1").due == FIRST + timedelta(days=28)
    assert find(carried(series([MAST], [KEEL]), committee=Committee(default_due="next-meeting")).ledger, "A1.1").due == FIRST + timedelta(weeks=4)


def test_by_the_next_meeting_is_the_day_of_the_next_minutes() -> None:
    told = series([mention(MAST, "AB", due=Due("by the next meeting"))], [KEEL])
    assert find(carried(told[:1]).ledger, "A1.1").due is None
    assert find(carried(told).ledger, "A1.1").due == FIRST + timedelta(weeks=4)


def test_a_mention_that_names_an_id_is_that_action_whatever_its_words() -> None:
    told = series([MAST, KEEL], [mention("that thing again, A1.2", cites=["A1.2"], status=Status.DONE)])
    assert find(carried(told).ledger, "A1.2").status is Status.DONE


def test_what_could_be_two_actions_is_kept_apart_with_a_finding() -> None:
    told = series(
        [mention("AB to order three lamps for the hall", "AB"), mention("CD to order four lamps for the hall", "CD")], ["order lamps for the hall"]
    )
    result = carried(told)
    assert ids(result.ledger) == ("A1.1", "A1.2", "A2.1")
    assert [f.code for f in result.findings] == ["ambiguous-match"]
    assert len(result.questions) == 1


def test_words_edited_out_drop_the_action_and_bring_it_back() -> None:
    before = carried(series([MAST, KEEL])).ledger
    without = carried(series([MAST]), before)
    gone = find(without.ledger, "A1.2")
    assert (gone.status, gone.why) == (Status.DROPPED, "no longer in the minutes")
    back = find(carried(series([MAST, KEEL]), without.ledger).ledger, "A1.2")
    assert (back.status, back.why) == (Status.OPEN, None)


def test_what_somebody_recorded_about_an_edited_out_action_keeps_it_open_with_a_finding() -> None:
    before = noted(carried(series([MAST, KEEL])).ledger, "A1.2", ByHand(TODAY, note="half done"))
    result = carried(series([MAST]), before)
    assert find(result.ledger, "A1.2").status is Status.OPEN
    assert [f.code for f in result.findings] == ["unminuted"]


def test_minutes_that_are_gone_keep_their_actions_and_are_reported() -> None:
    told = series([MAST, KEEL], [mention(MAST, status=Status.DONE)])
    before = carried(told).ledger
    result = carried(told[1:], before)
    assert result.ledger == before
    assert [f.code for f in result.findings] == ["minutes-gone"]


def test_what_is_typed_into_the_ledger_is_taken_over_by_hand_and_said() -> None:
    told = series([mention(MAST, "AB"), mention(KEEL, "CD")])
    typed = changed(carried(told).ledger, "A1.1", status=Status.DONE)
    typed = changed(typed, "A1.2", owners=("EF",), due=date(2031, 6, 1))
    result = carried(told, typed)
    assert find(result.ledger, "A1.1").by_hand == (ByHand(TODAY, status=Status.DONE),)
    assert find(result.ledger, "A1.1").closed == TODAY
    assert find(result.ledger, "A1.2").by_hand == (ByHand(TODAY, due="2031-06-01", owners=("EF",)),)
    assert words(result)[0] == "A1.1 is done, as typed into the ledger"


def test_a_date_made_by_hand_is_not_beaten_by_words_merely_restated_but_by_new_ones() -> None:
    first, second, third = series(
        [mention(MAST, due=Due("in March", date(2031, 3, 31)))], [mention(MAST, due=Due("in March", date(2031, 3, 31)))], []
    )
    by_hand = noted(carried([first]).ledger, "A1.1", ByHand(FIRST + timedelta(days=7), due="2031-09-30", why="the crane is broken"))
    restated = carried([first, second], by_hand).ledger
    assert find(restated, "A1.1").due == date(2031, 9, 30)
    new = replace(third, mentions=(mention(MAST, due=Due("in May", date(2031, 5, 31)), line=10),))
    assert find(carried([first, second, new], restated).ledger, "A1.1").due == date(2031, 5, 31)


def test_the_later_of_hand_and_minutes_counts() -> None:
    told = series([MAST], [mention(MAST)])
    early = noted(carried(told[:1]).ledger, "A1.1", ByHand(FIRST + timedelta(days=1), status=Status.DONE))
    assert find(carried(told, early).ledger, "A1.1").status is Status.OPEN
    late = noted(carried(told).ledger, "A1.1", ByHand(TODAY, status=Status.DONE))
    assert find(carried(told, late).ledger, "A1.1").status is Status.DONE


def test_an_action_agreed_between_meetings_is_found_again_in_the_next_minutes() -> None:
    told = series([MAST], ["CD to scrape the keel with a brush"])
    first = carried(told[:1]).ledger
    agreed = replace(
        find(first, "A1.1"), id="A1.2", text=KEEL, owners=("CD",), seen=(), by_hand=(ByHand(FIRST + timedelta(days=3), owners=("CD",), added=KEEL),)
    )
    result = carried(told, replace(first, actions=(*first.actions, agreed)))
    assert find(result.ledger, "A1.2").seen == ("2",)
    assert ids(result.ledger) == ("A1.1", "A1.2")
    assert result.findings == ()


def test_in_turn_and_at_once_are_the_same_ledger() -> None:
    told = series([MAST, KEEL], [mention(MAST, status=Status.DONE), SAIL], [KEEL, SAIL, "AB to buy rope"])
    assert in_turn(told).ledger == carried(told).ledger
