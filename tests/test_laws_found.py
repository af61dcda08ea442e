"""Histories that once broke a law of the ledger, each as small as it can be made."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from histories import Folder
from make import FIRST, TODAY, carried, find, ids, mention, minutes, series

from tcsg.ledger.canonical import dump_ledger
from tcsg.model import Answer, Due, Kind, Ledger, Mention, Minutes, Person, Section, Status

ATTIC, GREY = "paint the attic before the winter", "the attic to be painted in grey, both walls"
FERRY, LAMPS, BOILER, ROOMS = "book the ferry", "order lamps for the hall", "find out what a new boiler costs", "send the list of rooms to Nia"


def answered(ledger: Ledger, meeting: str, words: str, same: str) -> Ledger:
    return replace(ledger, answers=(*ledger.answers, Answer(meeting, words, "same", same)), reading=None)


def settled(told: tuple[Minutes, ...], known: Ledger) -> Ledger:
    """The ledger, once it is shown that another carry changes nothing."""
    once = carried(told, known)
    twice = carried(told, once.ledger, today=TODAY + timedelta(days=1))
    assert dump_ledger(twice.ledger) == dump_ledger(once.ledger)
    assert twice.changes == ()
    return once.ledger


def gone(told: tuple[Minutes, ...], left: tuple[Minutes, ...]) -> None:
    """With minutes gone the ledger is what it was."""
    ledger = carried(told).ledger
    assert dump_ledger(carried(left, ledger).ledger) == dump_ledger(ledger)


def test_an_answer_holds_when_the_action_it_names_has_other_words_now() -> None:
    known = carried([minutes(LAMPS, meeting="1", path="minutes/a.md")]).ledger
    told = (minutes(mention(ROOMS, cites=["A1.1"]), mention(ATTIC, status=Status.DROPPED), meeting="1", path="minutes/b.md"),)
    ledger = settled(told, answered(known, "1", ATTIC, "A1.1"))
    assert ids(ledger) == ("A1.1",)
    assert ledger.actions[0].text == ROOMS


def test_two_mentions_with_the_words_of_an_answer_are_both_the_action() -> None:
    known = answered(carried(series([ATTIC])).ledger, "1", FERRY, "A1.1")
    ledger = settled(series([mention(FERRY, "PB"), FERRY, ATTIC]), known)
    assert [(a.id, a.text) for a in ledger.actions] == [("A1.1", ATTIC)]


def test_an_action_that_another_was_put_to_keeps_its_own_words_and_id() -> None:
    told = series([ATTIC, GREY])
    ledger = settled(told, answered(carried(told).ledger, "1", GREY, "A1.1"))
    assert [(a.id, a.text, a.aliases) for a in ledger.actions] == [("A1.1", ATTIC, ("A1.2",))]
    moved = series([GREY, ATTIC])
    assert [(a.id, a.text) for a in settled(moved, ledger).actions] == [("A1.1", ATTIC)]


def test_twins_of_a_mention_that_was_put_to_another_action_keep_their_ids() -> None:
    told = series(
        [
            ROOMS,
            mention(GREY, line=11, status=Status.DONE),
            mention(GREY, "KK", line=12),
            mention(GREY, line=13),
            mention(LAMPS, line=14, restates=11, kind=Kind.SUMMARY),
        ]
    )
    ledger = settled(told, answered(carried(told).ledger, "1", LAMPS, "A1.1"))
    assert ids(ledger) == ("A1.1", "A1.3", "A1.4")


def test_a_mention_that_is_the_action_anyway_stays_when_another_is_said_to_be_it_too() -> None:
    told = series([BOILER], [BOILER, "ask the firm again"])
    ledger = carried(told).ledger
    assert ids(ledger) == ("A1.1", "A2.1")
    ledger = settled(told, answered(ledger, "2", "ask the firm again", "A1.1"))
    assert [(a.id, a.aliases) for a in ledger.actions] == [("A1.1", ("A2.1",))]


def test_an_answer_of_a_meeting_that_names_two_files_of_one_day() -> None:
    walls = "paint the attic, both walls, before the winter"
    first = (minutes(GREY, ATTIC, mention(ATTIC, "KK"), path="minutes/b.md"),)
    known = carried(first).ledger
    day = known.meetings[0].key
    told = (minutes(walls, GREY, path="minutes/a.md"), *first)
    settled(told, answered(known, day, GREY, f"A{day}.2"))


def test_an_id_counts_for_more_than_two_likely_pairs() -> None:
    told = series([LAMPS, BOILER], [mention(BOILER, cites=["A1.1"]), LAMPS])
    links = {(k.meeting, k.mention.line): k.action for k in carried(told).links}
    assert links["2", 10] == "A1.1"


def test_a_record_that_began_at_a_meeting_stays_with_what_begins_there() -> None:
    twins_of_a_day = minutes(mention(GREY, line=10), mention(GREY, line=11, status=Status.DONE), path="minutes/b.md")
    told: list[tuple[Minutes, ...]] = [
        (twins_of_a_day,),
        (minutes(GREY, path="minutes/a.md"), twins_of_a_day),
        (minutes(path="minutes/a.md"), minutes(GREY, path="minutes/aa.md"), twins_of_a_day),
    ]
    ledger = Ledger()
    homes = []
    for state in told:
        result = carried(state, ledger)
        ledger = result.ledger
        homes.append({k.mention.line: k.action for k in result.links if k.path == "minutes/b.md"})
    assert homes[1] == homes[2]


# --- minutes that are gone ---------------------------------------------------------------------------------------

SOON = Due("by the next meeting")


def twins(*lines: Mention, number: int = 1, path: str | None = None) -> Minutes:
    return minutes(*lines, day=FIRST + timedelta(weeks=4 * number), meeting=str(number), path=path)


def test_twins_of_which_one_goes_on_in_minutes_that_are_gone() -> None:
    first = twins(mention(LAMPS, due=SOON), mention(LAMPS, due=SOON, status=Status.DONE))
    early = minutes(mention(LAMPS, "PB"), day=FIRST, meeting="7", path="minutes/early.md")
    later = twins(mention(LAMPS, "KK", status=Status.DONE), number=2)
    for left in ([first], [early, first], [first, later], []):
        gone((early, first, later), tuple(left))


def test_twins_keep_their_order_in_the_ledger() -> None:
    first = twins(mention(FERRY, "KK"), mention(LAMPS, "KK"), mention(LAMPS, "PB"))
    gone((first, twins(number=2)), (first,))


def test_an_id_cited_before_it_was_given_misleads_nobody() -> None:
    first = twins(mention(BOILER, "PB", due=Due("soon"), cites=["A2.1"]))
    second = twins(mention(LAMPS, "KK"), number=2)
    third = twins(mention(BOILER, "PB", cites=["A2.1"]), mention(LAMPS, "KK", status=Status.DROPPED), number=3)
    gone((first, second, third), (first, third))
    gone((first, second, third), (third,))


def test_what_is_typed_into_the_record_of_a_twin_stays_though_minutes_are_gone() -> None:
    told = Folder((twins(mention(LAMPS), mention(LAMPS)), twins(mention(FERRY), number=2)))
    ledger = carried(told).ledger
    one = find(ledger, "A1.2")
    typed = replace(ledger, actions=tuple(replace(a, owners=("PB",)) if a is one else a for a in ledger.actions))
    assert find(carried(told[:1], typed).ledger, "A1.2").owners == ("PB",)


def test_minutes_that_are_what_they_were_bring_nothing_back() -> None:
    lamps = "order 3 lamps for the hall"
    attic, last = minutes(ATTIC, path="minutes/a1.md"), minutes(ATTIC, mention(ATTIC, "KK"), LAMPS, path="minutes/b2.md")
    late = minutes(lamps, path="minutes/a3.md")
    ledger = carried([attic, minutes(lamps, ATTIC, mention(ATTIC, "KK"), LAMPS, path="minutes/b2.md")]).ledger
    ledger = carried([attic, last], ledger).ledger
    ledger = carried([attic, late, last], ledger).ledger
    before = {link.mention: link.action for link in carried([attic, late, last], ledger).links if link.mention.text == LAMPS}
    emptied = carried([minutes(path="minutes/a1.md"), late, last], ledger)
    assert {link.mention: link.action for link in emptied.links if link.mention.text == LAMPS} == before


def test_what_unchanged_minutes_know_as_one_record_is_no_other() -> None:
    """An action that began in amended minutes was known again by a summary; its id does not go to what it only looks like."""
    ravi = "send the list of rooms to Ravi"
    first, late = minutes(ROOMS, path="minutes/b.md", people=[Person("Guest")]), minutes(ravi, path="minutes/a.md")
    second = minutes(
        mention(ravi, status=Status.DONE, line=10),
        mention(ATTIC, line=11),
        mention("send Nia the list of all the rooms that leak", kind=Kind.SUMMARY, line=12, restates=11),
        day=FIRST + timedelta(days=1),
        path="minutes/c.md",
    )
    known = carried([first, second]).ledger
    began = next(a.id for a in known.actions if a.text == ravi)
    known = carried([late, first, second], known).ledger
    assert find(known, began).seen == tuple(m.key for m in known.meetings if m.path != "minutes/b.md")
    empty = minutes(path="minutes/b.md", people=[Person("Guest")])
    now = settled((late, empty, second), known)
    assert [a.id for a in now.actions if a.text == ravi] == [began]


def test_an_id_that_minutes_give_themselves_tells_nothing_in_them() -> None:
    lamps = "order 3 lamps for the hall"
    told = (
        minutes(lamps, path="minutes/a.md"),
        minutes(ATTIC, replace(mention(lamps), section=Section.REVIEW), mention(lamps, cites=["A1.1"]), meeting="1", path="minutes/b.md"),
        minutes(path="minutes/c.md"),
    )
    ledger = settled(told, carried(told[:2]).ledger)
    assert dump_ledger(ledger) == dump_ledger(carried(told).ledger)
    twins = (
        minutes(ATTIC, path="minutes/a.md"),
        minutes(ATTIC, mention(GREY, cites=["A3.2"]), GREY, replace(mention(ATTIC), section=Section.REVIEW), meeting="3", path="minutes/b.md"),
    )
    assert [a.id for a in settled(twins, carried(twins[:1]).ledger).actions][1:] == ["A3.1", "A3.2"]
