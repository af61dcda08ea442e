"""Carrying by example: ids that stay, facts that change, minutes that are amended, late, renamed or gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from make import FIRST, TODAY, carried, changed, find, ids, in_turn, mention, minutes, noted, series

from tcsg.ledger.carry import Carried
from tcsg.model import ByHand, Committee, Due, Kind, Reason, Section, Status

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
    assert words(after) == ["A1.1 corrected: reads: AB to varnish the mast and the boom"]


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


def test_by_the_next_meeting_is_the_day_that_the_last_minutes_announce_until_it_is_held() -> None:
    first, second = series([mention(MAST, "AB", due=Due("by the next meeting"))], [KEEL])
    first = replace(first, announced=FIRST + timedelta(weeks=5))
    assert find(carried([first]).ledger, "A1.1").due == FIRST + timedelta(weeks=5)
    assert find(carried([first, second]).ledger, "A1.1").due == FIRST + timedelta(weeks=4)


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


# --- the same action by another way ------------------------------------------------------------------------------


def test_two_records_that_turn_out_to_be_one_keep_the_older_id_and_the_other_is_an_alias() -> None:
    first, second = series([KEEL, "AB to varnish the boom"], [MAST])
    before = noted(carried([first, second]).ledger, "A2.1", ByHand(TODAY, note="half done"))
    amended = series([KEEL, MAST])[0]
    after = carried([amended, second], before)
    one = find(after.ledger, "A2.1")
    assert (one.id, one.aliases, one.seen) == ("A1.2", ("A2.1",), ("1", "2"))
    assert one.by_hand == (ByHand(TODAY, note="half done"),)
    assert carried([amended, second], after.ledger).ledger == after.ledger


def test_late_minutes_older_than_all_give_their_own_number_as_a_further_name() -> None:
    late, first = series([SAIL, MAST], [MAST, KEEL])
    after = carried([late, first], carried([first]).ledger).ledger
    assert [(a.id, a.aliases, a.raised) for a in after.actions] == [("A1.1", (), "1"), ("A2.1", ("A1.2",), "1"), ("A2.2", (), "2")]


def test_an_action_edited_out_where_it_was_raised_lives_on_in_later_minutes() -> None:
    first, second = series([MAST, KEEL], [MAST])
    after = carried([series([KEEL])[0], second], carried([first, second]).ledger).ledger
    assert (find(after, "A1.1").raised, find(after, "A1.1").status) == ("2", Status.OPEN)
    assert ids(after) == ("A1.2", "A1.1")


def test_of_two_actions_with_the_same_words_the_one_whose_owner_is_gone_is_dropped() -> None:
    both = series([mention("send in the figures", "AB"), mention("send in the figures", "CD")])
    one = series([mention("send in the figures", "CD")])
    after = carried(one, carried(both).ledger).ledger
    assert [(a.id, a.status) for a in after.actions] == [("A1.2", Status.OPEN), ("A1.1", Status.DROPPED)]


def test_two_actions_with_the_same_words_that_change_hands_keep_their_ids() -> None:
    text = "send in the figures"
    told = series([mention(text, "AB"), mention(text, "CD")], [mention("figures", "CD", cites=["A1.1"]), mention("figures", "AB", cites=["A1.2"])])
    once = carried(told).ledger
    assert [(a.id, a.owners) for a in once.actions] == [("A1.1", ("CD",)), ("A1.2", ("AB",))]
    assert carried(told, once).ledger == once


def test_an_action_is_not_cited_before_the_meeting_that_gave_it_its_id() -> None:
    told = series([MAST], [mention("that thing, A3.1", cites=["A3.1"])], [KEEL])
    once = carried(told).ledger
    assert find(once, "A3.1").text == KEEL
    assert carried(told, once).ledger == once


# --- closed and open ---------------------------------------------------------------------------------------------


def test_what_was_done_and_is_then_called_dropped_was_closed_on_the_first_day() -> None:
    told = series([MAST], [mention(MAST, status=Status.DONE)], [mention(MAST, status=Status.DROPPED)])
    action = find(carried(told).ledger, "A1.1")
    assert (action.status, action.closed) == (Status.DROPPED, FIRST + timedelta(weeks=4))


def test_the_words_of_a_closed_action_given_again_are_a_new_action() -> None:
    told = series([MAST], [mention(MAST, status=Status.DONE)], [MAST])
    assert ids(carried(told).ledger) == ("A1.1", "A3.1")


def test_an_action_reopened_by_hand_is_found_again_in_the_next_minutes() -> None:
    told = series([MAST], [mention(MAST, status=Status.DONE)], [MAST])
    reopened = noted(carried(told[:2]).ledger, "A1.1", ByHand(FIRST + timedelta(weeks=5), status=Status.OPEN))
    after = carried(told, reopened).ledger
    assert ids(after) == ("A1.1",)
    assert find(after, "A1.1").seen == ("1", "2", "3")


# --- typed into the ledger ---------------------------------------------------------------------------------------


def test_a_reason_typed_with_a_status_is_kept() -> None:
    told = series([MAST])
    typed = changed(carried(told).ledger, "A1.1", status=Status.DROPPED, why="the boat is sold")
    assert find(carried(told, typed).ledger, "A1.1").by_hand == (ByHand(TODAY, status=Status.DROPPED, why="the boat is sold"),)


def test_a_date_taken_out_of_the_ledger_is_no_date() -> None:
    told = series([mention(MAST, due="2031-03-01")])
    after = carried(told, changed(carried(told).ledger, "A1.1", due=None)).ledger
    assert (find(after, "A1.1").due, find(after, "A1.1").by_hand) == (None, (ByHand(TODAY, due="none"),))


def test_what_is_typed_while_other_minutes_are_added_late_or_amended_is_taken_over_all_the_same() -> None:
    told = series([MAST], [KEEL], [SAIL])
    typed = changed(carried(told[1:]).ledger, "A3.1", status=Status.DONE)
    amended = series([], ["CD to scrape the keel and the rudder"])[1]
    after = carried([told[0], amended, told[2]], typed).ledger
    assert find(after, "A3.1").by_hand == (ByHand(TODAY, status=Status.DONE),)
    assert find(after, "A2.1").by_hand == ()


def test_a_status_typed_for_an_action_that_was_edited_out_opens_it_again() -> None:
    dropped = carried(series([MAST]), carried(series([MAST, KEEL])).ledger).ledger
    after = carried(series([MAST]), changed(dropped, "A1.2", status=Status.OPEN))
    assert (find(after.ledger, "A1.2").status, find(after.ledger, "A1.2").why) == (Status.OPEN, None)
    assert [f.code for f in after.findings] == ["unminuted"]


def test_a_copy_of_minutes_under_another_name_is_not_taken_for_somebody_typing() -> None:
    told = series([mention(MAST, due=Due("by the next meeting"))])
    copy = replace(told[0], path="minutes/copy.md")
    after = carried([*told, copy], carried(told).ledger).ledger
    assert all(a.by_hand == () for a in after.actions)


# --- files -------------------------------------------------------------------------------------------------------


def test_a_file_that_another_meeting_was_written_into_does_not_drop_the_actions_of_the_first() -> None:
    first = minutes(MAST, day=FIRST, meeting="7", path="minutes/latest.md")
    second = minutes(KEEL, day=FIRST + timedelta(weeks=4), meeting="8", path="minutes/latest.md")
    after = carried([second], carried([first]).ledger)
    assert [(a.id, a.status) for a in after.ledger.actions] == [("A7.1", Status.OPEN), ("A8.1", Status.OPEN)]
    assert [f.code for f in after.findings] == ["minutes-gone"]


def test_a_corrected_date_or_number_leaves_a_meeting_its_name() -> None:
    before = carried(series([MAST])).ledger
    (one,) = series([MAST])
    other_day = minutes(MAST, day=date(2031, 1, 9), meeting="1", path=one.path)
    other_number = minutes(MAST, day=FIRST, meeting="2", path=one.path)
    assert ids(carried([other_day], before).ledger) == ids(carried([other_number], before).ledger) == ("A1.1",)


def test_minutes_of_another_number_on_the_day_of_minutes_that_are_gone_are_another_meeting() -> None:
    before = carried([minutes(MAST, meeting="7", path="minutes/a.md")]).ledger
    after = carried([minutes(KEEL, meeting="8", path="minutes/b.md")], before).ledger
    assert ids(after) == ("A7.1", "A8.1")


def test_numbers_of_meetings_that_differ_only_in_case_do_not_give_ids_that_do() -> None:
    told = [minutes(MAST, meeting="8a"), minutes(KEEL, day=date(2031, 2, 4), meeting="8A")]
    assert ids(carried(told).ledger) == ("A8a.1", "A2031-02-04.1")


def test_an_action_whose_first_minutes_are_gone_is_still_told_apart_by_its_owner() -> None:
    told = series([mention("write to Nia about the rooms", "AB")], [mention("write to Ravi about the rooms", "CD")])
    before = carried(told).ledger
    assert ids(before) == ("A1.1", "A2.1")
    assert carried(told[1:], before).ledger == before


def test_what_was_closed_in_minutes_that_are_gone_stays_closed() -> None:
    told = series([MAST], [mention(MAST, status=Status.DONE)], [MAST])
    before = carried(told).ledger
    assert carried(told[2:], before).ledger == before
    assert ids(carried([*told[2:], *series([KEEL], start=4)], before).ledger) == ("A1.1", "A3.1", "A4.1")


def test_what_the_minutes_reopen_in_so_many_words_is_the_action_that_was_closed() -> None:
    again = replace(mention(MAST), reasons=(Reason("status", "'Reopened'", 10),))
    told = series([MAST], [mention(MAST, status=Status.DONE)], [again])
    ledger = carried(told).ledger
    assert [(a.id, a.status, a.closed) for a in ledger.actions] == [("A1.1", Status.OPEN, None)]


def test_a_change_of_old_minutes_is_said_to_be_a_correction() -> None:
    told = series([mention(MAST, "KK")], [KEEL])
    before = carried(told).ledger
    amended = series([mention(MAST, "PB")], [KEEL])
    assert [c.words for c in carried(amended, before).changes] == ["A1.1 corrected: owners KK → PB"]


def test_what_one_closing_list_gives_to_two_is_a_task_of_both() -> None:
    shared = [
        replace(mention("report on the working groups", who, kind=Kind.SUMMARY, line=line, restates=restates), block="Summary")
        for who, line, restates in (("KK", 10, None), ("PB", 20, 10))
    ]
    ledger = carried(series(shared, [mention("report on the working groups", "KK", "PB", status=Status.DONE)])).ledger
    assert [(a.owners, a.status) for a in ledger.actions] == [(("KK", "PB"), Status.DONE)]
    item = mention("report on the working groups", "KK", line=10)
    apart = carried(series([item, replace(shared[1], text="working groups: report")])).ledger
    assert apart.actions[0].owners == ("KK",)


def test_of_what_is_told_in_other_words_each_stays_its_own_when_minutes_are_gone() -> None:
    offers = "Marquee offers from the three firms - Ulla - January - 1 of 3"
    accounts = "First accounts - Jan - January - letters from the bank missing"
    told = series(
        ["Order the bunting for the west pier"],
        [replace(mention(offers, "Ulla"), section=Section.REVIEW), replace(mention(accounts, "Jan"), section=Section.REVIEW)],
        [
            replace(mention("Accounts - Jan - passed, we break even at 80 boats on the water", "Jan"), section=Section.REVIEW),
            replace(mention("Marquee - Ulla - February - 2 of 3, no floor from one", "Ulla"), section=Section.REVIEW),
        ],
    )
    known = carried(told)
    mine = {(link.action, link.meeting, link.mention.line) for link in known.links}
    assert {("A2.1", "3", 11), ("A2.2", "3", 10)} <= mine
    assert {(link.action, link.meeting, link.mention.line) for link in carried(told[1:], known.ledger).links} == {m for m in mine if m[1] != "1"}
