"""`tcsg new`: the next minutes, which read back as just the open actions they were made from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import FIRST, action, carried, mention, minutes
from society import APRIL, MARCH, SECOND
from society import FIRST as MARCH_TEXT

from conftest import Build, Run
from tcsg.ledger.upcoming import Upcoming, upcoming
from tcsg.model import Action, AgendaItem, Committee, Member, Minutes, Person, Status
from tcsg.output.skeleton import skeleton
from tcsg.reading.minutes import read_minutes

PEOPLE = (Person("Anna Berg", "AB", "Secretary"), Person("Carl Dahl", "CD"), Person("Eva Falk", "EF", "Chair, Hut"), Person("Noor O'Hara", "NO"))
DAY = date(2031, 5, 6)

TASKS = (
    "paint the hut", "paint the hut by 20 January", "order 3 lamps, and 5 wicks | each", "send `ls -l` to *everybody*", "fill in form_a_b <here>",
    "read [the rules](https://example.org/a_b)", "tell Carl Dahl of 50% & more", "ask @pat about ~~the~~ boat",
    "write up what was done", "see #12: 1. the boat",
    "look after the boat before the next meeting", "bring the log in the week of 3 March", "mend C:\\hut\\roof", "go on", 'say "no" — twice',
)  # fmt: skip
OWNERS = (("AB",), ("AB", "CD"), ("EF", "AB", "NO"), ("Eva Falk",), ("Hut members",), ("All",), ("Boat team", "CD"), ("the exec",))


@st.composite
def actions(draw: st.DrawFn) -> tuple[Action, ...]:
    """Open actions whose words may be anything, and whose owners and dates need not be those of the words."""
    found = []
    for number in range(1, draw(st.integers(0, 6)) + 1):
        owners = draw(st.sampled_from(OWNERS))
        lead = f"{' and '.join(owners)} to " if draw(st.booleans()) else ""
        due = draw(st.one_of(st.none(), st.dates(date(2030, 1, 1), date(2033, 1, 1))))
        found.append(action(f"A4.{number}", lead + draw(st.sampled_from(TASKS)), *owners, due=due))
    return tuple(found)


def read(text: str, committee: Committee | None = None) -> Minutes:
    return read_minutes(text, f"minutes/{DAY}.md", sha256(text.encode()).hexdigest(), committee or Committee())


@given(actions())
@settings(max_examples=300)
def test_the_file_reads_back_as_just_these_actions_open_with_their_owners_and_dates(told: tuple[Action, ...]) -> None:
    committee = Committee(meetings=(DAY + timedelta(28),))
    text = skeleton(Upcoming("5", DAY, DAY + timedelta(28), PEOPLE, (AgendaItem(9, "Boat & hut", leads=("AB",)),), None), told, committee)
    found = read(text)
    assert [m.cites for m in found.mentions] == [(a.id,) for a in told]
    assert [(m.owners, m.due.day if m.due else None, m.status, m.certain) for m in found.mentions] == [
        (tuple(o.removeprefix("the ") for o in a.owners), a.due, Status.OPEN, True) for a in told
    ]
    assert [m.text for m in found.mentions] == [a.text for a in told]
    assert (found.day, found.meeting, found.next_meeting, found.present, found.apologies) == (DAY, "5", DAY + timedelta(28), PEOPLE, ())
    assert [a.title for a in found.agenda][-3:-1] == ["Boat & hut", "Any other business"]


@given(actions())
@settings(max_examples=100)
def test_carrying_the_file_as_it_is_moves_nothing_but_mentions(told: tuple[Action, ...]) -> None:
    one = minutes(*(mention(a.text, *a.owners) for a in told), day=FIRST, meeting="4", people=PEOPLE)
    before = carried([one]).ledger
    text = skeleton(Upcoming("5", DAY, None, PEOPLE, (), one), before.actions, Committee())
    after = carried([one, read(text)], before)
    assert [(a.id, a.text, a.due, a.status) for a in after.ledger.actions] == [(a.id, a.text, a.due, a.status) for a in before.actions]
    assert all(a.seen == ("4", "5") for a in after.ledger.actions)


@pytest.mark.parametrize(
    ("numbers", "year", "expected"),
    [
        (["8"], 2031, "9"),
        (["8a"], 2031, "9"),
        (["2031/3"], 2031, "2031/4"),
        (["2031/3"], 2032, "2032/1"),
        (["2031-09"], 2031, "2031-10"),
        (["HUT-007"], 2031, "HUT-008"),
        (["1", "2"], 2032, "3"),
        ([None], 2031, None),
        (["final"], 2031, None),
        ([None, "7", None], 2031, "8"),
    ],
)
def test_the_number_goes_on_as_it_was_written(numbers: list[str | None], year: int, expected: str | None) -> None:
    told = [minutes(day=FIRST + timedelta(weeks=n), meeting=number) for n, number in enumerate(numbers)]
    assert upcoming(told, Committee(), date(year, 12, 1)).number == expected


def test_numbers_that_begin_again_each_year_do_so_again() -> None:
    told = [minutes(day=date(2030 + n // 3, 1 + n % 3, 5), meeting=str(1 + n % 3)) for n in range(6)]
    assert upcoming(told, Committee(), date(2032, 1, 5)).number == "1"
    assert upcoming(told, Committee(), date(2031, 4, 5)).number == "4"


def test_the_people_are_those_of_the_last_minutes_who_have_not_left_and_new_members() -> None:
    committee = Committee(
        members=(Member("Anna Berg", "AB"), Member("Carl Dahl", "CD", end=date(2031, 2, 1)), Member("Ida Moe", "IM", start=date(2031, 3, 1)))
    )
    told = [minutes(day=FIRST, people=(Person("A. Berg", "AB"), Person("Carl Dahl", "CD"), Person("Guest")))]
    assert [p.name for p in upcoming(told, committee, DAY).people] == ["A. Berg", "Guest", "Ida Moe"]


def test_items_of_both_last_agendas_come_back_without_the_frame() -> None:
    one = replace(minutes(day=FIRST), agenda=tuple(AgendaItem(n, t) for n, t in enumerate(("Welcome", "Boat 2030", "Hut", "AOB"))))
    two = replace(
        minutes(day=FIRST + timedelta(7)), agenda=tuple(AgendaItem(n, t) for n, t in enumerate(("Welcome", "Rats", "Hut", "Boat (2031)", "AOB")))
    )
    assert [i.title for i in upcoming([one, two], Committee(), DAY).items] == ["Hut", "Boat (2031)"]
    assert upcoming([one], Committee(), DAY).items == ()


# --- the command -------------------------------------------------------------------------------------------------


@pytest.fixture
def home(workspace: Build, tcsg: Run) -> Path:
    root = workspace({MARCH: MARCH_TEXT, APRIL: SECOND, "minutes/committee.yaml": "meetings: [2031-05-06, 2031-06-10]\n"})
    assert tcsg("carry", "-q", cwd=root).code == 0
    return root


def test_the_day_comes_from_the_calendar_and_the_file_is_never_replaced(tcsg: Run, home: Path) -> None:
    printed = tcsg("new", "--dry-run", cwd=home)
    assert not (home / "minutes" / "2031-05-06.md").exists()
    assert tcsg("new", cwd=home) == (0, "", "wrote minutes/2031-05-06.md\n")
    assert (home / "minutes" / "2031-05-06.md").read_text() == printed.out
    (home / "minutes" / "2031-05-06.md").write_text("mine\n")
    result = tcsg("new", "--date", "2031-05-06", cwd=home)
    assert (result.code, (home / "minutes" / "2031-05-06.md").read_text()) == (2, "mine\n")


def test_carrying_the_new_file_carries_every_open_action_and_raises_none(tcsg: Run, home: Path) -> None:
    before = tcsg("actions", cwd=home).out
    assert tcsg("new", cwd=home).code == 0
    said = tcsg("carry", cwd=home)
    assert said.out.splitlines() == [f"A{i} carried at 33" for i in ("31.1", "31.2", "31.3", "32.1")]
    assert tcsg("actions", cwd=home).out == before


def test_a_row_whose_status_says_done_is_done(tcsg: Run, home: Path) -> None:
    assert tcsg("new", cwd=home).code == 0
    path = home / "minutes" / "2031-05-06.md"
    path.write_text("\n".join(line.replace("| open |", "| done |") if "A31.3" in line else line for line in path.read_text().split("\n")))
    assert "A31.3 done; carried at 33" in tcsg("carry", cwd=home).out


def test_a_day_that_nothing_tells_or_that_is_past_is_refused_with_the_cure(tcsg: Run, home: Path) -> None:
    past = tcsg("new", "--date", "2031-04-08", cwd=home)
    assert (past.code, "the last minutes are those of 2031-04-08 (minutes/2031-04-08.md)" in past.err) == (2, True)
    (home / "minutes" / "committee.yaml").unlink()
    unknown = tcsg("new", cwd=home)
    assert (unknown.code, "--date" in unknown.err) == (2, True)
    assert sorted(p.name for p in (home / "minutes").glob("*.md")) == ["2031-03-04.md", "2031-04-08.md"]


def test_the_first_minutes_of_all_and_a_folder_for_each_year(tcsg: Run, workspace: Build) -> None:
    home = workspace()
    assert tcsg("new", "--date", "2031-01-07", cwd=home).code == 0
    (home / "minutes" / "2031").mkdir()
    (home / "minutes" / "2031-01-07.md").rename(home / "minutes" / "2031" / "2031-01-07.md")
    assert tcsg("new", "--date", "2032-01-06", cwd=home) == (0, "", "wrote minutes/2032/2032-01-06.md\n")
    assert "No actions are open." in (home / "minutes" / "2032" / "2032-01-06.md").read_text()
