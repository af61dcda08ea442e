"""The figures of a report: counts over the ledger, what changed, and the threads that are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from histories import Folder, hands, serieses
from hypothesis import given, settings
from hypothesis import strategies as st
from make import FIRST, TODAY, action, carried, mention, minutes, noted, series

from tcsg.figures import counts
from tcsg.figures.figures import figures, histories_wanted
from tcsg.figures.privacy import veil
from tcsg.figures.threads import MEETINGS, THREADS, drawn, remembered
from tcsg.figures.values import Figures, Kind, Scope
from tcsg.ledger import lives
from tcsg.ledger.history import Mark
from tcsg.ledger.people import Directory
from tcsg.ledger.query import Query, select
from tcsg.model import Action, ByHand, Committee, Ledger, Meeting, Member, Minutes, Person, Status

ALL = tuple(Status)
REGISTER = Committee(name="Hall")


def figures_of(told: Sequence[Minutes], today: date = TODAY, *, known: Ledger | None = None, names: bool = True, limit: int = 100) -> Figures:
    made = carried(told, known, today=today)
    directory = Directory(made.ledger, REGISTER, today)
    rows = select(made.ledger, Query(statuses=ALL), directory, today)
    found = lives.lives(histories_wanted(rows, made.ledger), made.links, made.ledger, REGISTER)
    return figures(rows, made.ledger, directory, found, Scope("Hall", today, names=names, limit=limit))


THREE = series(
    [mention("KK to paint the attic", "KK", due="2031-02-01"), mention("PB to order lamps", "PB"), "book the ferry"],
    [mention("KK to paint the attic", "KK", due="2031-03-01"), mention("PB to order lamps", "PB", status=Status.DONE), "sweep the yard"],
    [mention("KK to paint the attic", "KK", due="2031-04-01"), mention("book the ferry", status=Status.DROPPED), "ring the bell"],
)
"""Meetings on 7 January, 4 February and 4 March 2031."""


def test_the_state_is_counted() -> None:
    found = figures_of(THREE, date(2031, 4, 11))
    assert (found.actions, found.open, found.done, found.dropped, found.undated) == (5, 3, 1, 1, 2)
    assert [(i.id, i.days_late) for i in found.overdue] == [("A1.1", 10)]
    assert found.oldest is not None
    assert (found.oldest.id, found.oldest.age) == ("A1.1", 94)
    assert [(o.owner, o.open, o.overdue) for o in found.loads] == [("KK", 1, 1), ("nobody", 2, 0)]
    assert [(b.open, b.overdue) for b in found.bands] == [(2, 0), (1, 1), (0, 0), (0, 0), (0, 0)]


def test_the_course_ends_with_what_is_open() -> None:
    found = figures_of(THREE, date(2031, 4, 11))
    assert [(m.day, m.raised, m.closed, m.open) for m in found.course] == [
        (FIRST, 3, 0, 3),
        (date(2031, 2, 4), 1, 1, 3),
        (date(2031, 3, 4), 1, 1, 3),
        (date(2031, 4, 11), 0, 0, 3),
    ]


def test_a_year_has_its_numbers() -> None:
    found = figures_of(THREE, date(2032, 2, 3))
    year = found.year
    assert (year.start, year.end) == (date(2031, 2, 4), date(2032, 2, 3))
    assert (year.raised, year.done, year.dropped, year.median_days, year.open) == (2, 1, 1, 28, 3)
    before = found.year_before
    assert (before.end, before.raised, before.done, before.median_days, before.open) == (date(2031, 2, 3), 3, 0, None, 3)
    assert [(s.start.year, s.raised, s.open) for s in found.years] == [(2031, 5, 3), (2032, 0, 3)]


def test_what_changed_at_the_last_meeting_and_since() -> None:
    made = carried(THREE)
    known = noted(made.ledger, "A2.1", ByHand(date(2031, 3, 9), Status.DONE))
    found = figures_of(THREE, known=known).since
    assert found is not None
    assert (found.meeting, found.day) == ("3", date(2031, 3, 4))
    assert [(c.kind, c.item.id, c.before, c.after) for c in found.changes] == [
        (Kind.RAISED, "A3.1", None, None),
        (Kind.DONE, "A2.1", None, "2031-03-09"),
        (Kind.DROPPED, "A1.3", None, "2031-03-04"),
        (Kind.MOVED, "A1.1", "2031-03-01", "2031-04-01"),
    ]


def test_a_thread_has_a_knot_where_its_date_slipped() -> None:
    weave = figures_of(THREE).weave
    thread = weave.threads[0]
    assert [(p.mark, p.meeting) for p in thread.points] == [(Mark.RAISED, "1"), (Mark.MENTIONED, "2"), (Mark.MENTIONED, "3")]
    assert [(k.meeting, k.days) for k in thread.knots] == [("2", 28), ("3", 31)]
    assert [t.item.id for t in weave.threads] == ["A1.1", "A1.2", "A1.3", "A2.1", "A3.1"]
    assert (weave.left_out, weave.earlier) == (0, 0)


def test_of_many_actions_the_open_ones_that_were_carried_most_are_drawn() -> None:
    meetings = tuple(Meeting(str(n), date(2031 + n // 12, n % 12 + 1, 3), f"minutes/{n}.md", "0") for n in range(30))
    keys = [m.key for m in meetings]
    closed = [replace(action(f"A20.{n}", "sweep"), status=Status.DONE, closed=meetings[21 + n % 8].day) for n in range(40)]
    long_ago = [replace(action(f"A2.{n}", "sweep"), status=Status.DONE, closed=meetings[3].day) for n in range(5)]
    carried_on = [replace(action(f"A{20 + n % 3}.{100 + n}", "paint"), seen=tuple(keys[20 + n % 3 : 23 + n % 3 + n])) for n in range(6)]
    ledger = Ledger(meetings, actions=(*closed, *long_ago, *carried_on))
    directory = Directory(ledger, REGISTER, date(2034, 1, 1))
    rows = select(ledger, Query(statuses=ALL), directory, date(2034, 1, 1))
    chosen = drawn(rows, ledger)
    assert len(chosen) == THREADS
    assert {a.id for a in carried_on} <= {r.action.id for r in chosen}
    last = sorted(a.closed for a in closed if a.closed)[-24:]
    assert sorted(r.action.closed for r in chosen if r.action.closed) == last
    weave = figures(rows, ledger, directory, {}, Scope(None, date(2034, 1, 1))).weave
    assert (weave.left_out, weave.earlier) == (len(rows) - THREADS, 20)
    assert len(weave.meetings) <= MEETINGS
    assert not any(t.known for t in weave.threads)


def test_nothing_at_all_has_figures() -> None:
    found = figures_of(())
    assert (found.actions, found.open, found.since, found.oldest, found.years) == (0, 0, None, None, ())
    assert [m.open for m in found.course] == [0]
    assert found.weave.threads == ()


def test_a_list_is_limited_and_says_what_is_left() -> None:
    found = figures_of(series([mention(f"KK to count room {n}", "KK", due="2031-02-01") for n in range(9)]), limit=4)
    assert (len(found.overdue), found.overdue_count) == (4, 9)
    assert [(o.open, len(o.items), o.left_out) for o in found.loads] == [(9, 4, 5)]


def test_what_was_agreed_between_meetings_counts_from_its_own_day() -> None:
    agreed = Action("A1.9", "ring the bell", "1", by_hand=(ByHand(date(2031, 1, 20), added="ring the bell"),))
    days = {"1": FIRST}
    assert counts.spells([agreed], days)[0].begun == date(2031, 1, 20)
    assert counts.spells([replace(agreed, seen=("1",))], days)[0].begun == FIRST


def test_years_before_the_last_dozen_are_one_span() -> None:
    spell = counts.Spell(date(2001, 5, 1), None, Status.OPEN)
    spans = counts.years([spell], date(2031, 1, 1))
    assert len(spans) == counts.YEARS + 1
    assert (spans[0].start, spans[0].end, spans[0].raised) == (date(2001, 1, 1), date(2019, 12, 31), 1)


@pytest.mark.parametrize(("day", "start"), [(date(2032, 2, 29), date(2031, 3, 1)), (date(2031, 12, 31), date(2031, 1, 1))])
def test_twelve_months_end_with_the_day(day: date, start: date) -> None:
    assert counts.year_up_to(day) == (start, day)


SPELLS = st.builds(
    lambda begun, took, status: counts.Spell(begun, None if status is Status.OPEN else date.fromordinal(begun.toordinal() + took), status),
    st.dates(date(2020, 1, 1), date(2034, 12, 31)),
    st.integers(0, 900),
    st.sampled_from(ALL),
)


@given(st.lists(SPELLS, max_size=30), st.dates(date(2030, 1, 1), date(2036, 1, 1)))
def test_the_years_and_the_course_tell_the_same(told: list[counts.Spell], today: date) -> None:
    years = counts.years(told, today)
    ended = [s for s in told if s.end is not None and s.end.year <= max([today.year, *(t.begun.year for t in told if t.begun)])]
    assert sum(y.raised for y in years) == len(told)
    assert sum(y.done + y.dropped for y in years) == len(ended)
    course = counts.course(told, today)
    assert sum(m.raised - m.closed for m in course) == course[-1].open == sum(s.end is None for s in told)
    assert all(m.open >= 0 for m in course)
    at = [m for m in course if m.day <= today]
    assert counts.span(told, *counts.year_up_to(today)).open == at[-1].open


def test_the_line_of_an_action_as_the_ledger_alone_tells_it() -> None:
    meetings = [Meeting(str(n), date(2031, n, 1), f"minutes/{n}.md", "0") for n in range(1, 6)]
    done = replace(action("A1.1", "sweep"), seen=("1", "3", "4"), status=Status.DONE, closed=date(2031, 4, 1))
    assert [(p.mark, p.meeting) for p in remembered(done, meetings)] == [
        (Mark.RAISED, "1"), (Mark.SILENT, "2"), (Mark.MENTIONED, "3"), (Mark.DONE, "4"),
    ]  # fmt: skip


# --- the lives of a few actions, read from a part of the minutes --------------------------------------------------


@pytest.mark.parametrize("id_", ["A1.1", "A1.2", "A1.3", "A2.1", "A3.1"])
def test_a_life_read_from_its_own_minutes_is_the_whole_one(id_: str) -> None:
    made = carried(THREE)
    whole = lives.lives({id_}, made.links, made.ledger, REGISTER)
    paths = lives.files_of({id_}, made.ledger)
    some = [m for m in THREE if m.path in paths]
    links = lives.links_of({id_}, some, made.ledger, REGISTER, TODAY)
    assert lives.lives({id_}, links, made.ledger, REGISTER) == whole
    assert len(whole[id_]) == len(paths)


def test_a_life_that_does_not_end_in_the_ledger_is_not_told() -> None:
    made = carried(THREE)
    other = replace(made.ledger, actions=tuple(replace(a, due=date(2040, 1, 1)) if a.id == "A1.1" else a for a in made.ledger.actions))
    assert lives.lives({"A1.1", "A1.2"}, made.links, other, REGISTER).keys() == {"A1.2"}


def test_two_of_the_same_words_at_one_meeting_are_not_followed() -> None:
    ledger = carried(series(["ring the bell", "Ring the bell", "sweep"])).ledger
    assert lives.followable(["A1.1", "A1.2", "A1.3"], ledger, 100) == {"A1.3"}


def test_only_so_much_is_read_and_the_first_go_first() -> None:
    ledger = carried(THREE).ledger
    assert lives.followable(["A1.1", "A1.2", "A1.3"], ledger, 100) == {"A1.1", "A1.2", "A1.3"}
    assert lives.followable(["A1.1", "A1.2", "A3.1"], ledger, 6) == {"A1.2"}
    assert lives.followable(["A3.1", "A1.1"], ledger, 3) == {"A3.1"}
    assert lives.followable(["A1.1"], ledger, 2) == frozenset()


# --- names ----------------------------------------------------------------------------------------------------------

PEOPLE = (Person("Dr Ailsa van der Berg", "AvdB"), Person("Kenneth Hunter", "KH"), Person("Anne-Marie O'Dowd"), Person("Bo Li", "B"))


def veiled(text: str) -> str:
    told = (minutes(mention("paint", "Zelda"), mention("sweep", "Steering Group members"), people=PEOPLE),)
    register = Committee(members=(Member("Mira Olsen", "MO", also=("@miro", "Mimi")),))
    ledger = carried(told).ledger
    return veil(ledger, register, Directory(ledger, register, TODAY))(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("AvdB and KH to paint", "[name] and [name] to paint"),
        ("Kenneth Hunter to ask Ailsa", "[name] to ask [name]"),
        ("Ken's list, Hunter’s too", "[name]'s list, [name]’s too"),
        ("the hunter and the berg stay", "the hunter and the berg stay"),
        ("ask Anne-Marie, Anne or O'Dowd", "ask [name], [name] or [name]"),
        ("Mira (MO), Mimi, @miro, @stranger", "[name] ([name]), [name], [name], [name]"),
        ("write to a.stranger@example.org today", "write to [name] today"),
        ("Zelda to go", "[name] to go"),
        ("Bo Li. Li asks", "[name] asks"),
        ("B is a letter, KHX a word", "B is a letter, KHX a word"),
        ("Steering Group members to paint", "Steering Group members to paint"),
        ("nobody here", "nobody here"),
    ],
)
def test_names_are_taken_out_of_a_text(text: str, said: str) -> None:
    assert veiled(text) == said


def test_without_names_only_groups_are_left_as_owners() -> None:
    told = series([mention("KK to paint", "KK"), mention("All members to sweep", "All members")])
    found = figures_of(told, names=False)
    assert {t.item.id: t.item.owners for t in found.weave.threads} == {"A1.1": (), "A1.2": ("All members",)}
    assert [t.item.text for t in found.weave.threads] == ["[name] to paint", "All members to sweep"]
    assert (found.loads, found.holders) == ((), 2)


@pytest.mark.parametrize("rounds", [150, pytest.param(4000, marks=pytest.mark.soak)])
def test_a_life_read_from_a_part_of_the_minutes_is_the_whole_one_or_none(rounds: int) -> None:
    known = unknown = 0

    @settings(max_examples=rounds, derandomize=True)
    @given(serieses(), st.data())
    def law(told: Folder, data: st.DataObject) -> None:
        nonlocal known, unknown
        ledger = data.draw(hands(carried(told).ledger))
        made = carried(told, ledger)
        ids = lives.followable([a.id for a in made.ledger.actions if data.draw(st.booleans())], made.ledger, 10_000)
        whole = lives.lives(ids, made.links, made.ledger, REGISTER)
        paths = lives.files_of(ids, made.ledger)
        links = lives.links_of(ids, [m for m in told if m.path in paths], made.ledger, REGISTER, TODAY)
        found = lives.lives(ids, links, made.ledger, REGISTER)
        assert found == {i: whole[i] for i in found}
        known += len(found)
        unknown += len(whole) - len(found)

    law()
    assert known > rounds / 2
    assert unknown < known / 50
