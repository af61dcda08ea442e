"""What goes on between meetings: what is no longer mentioned, the matters arising, and handing over."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from make import FIRST, carried, find, mention, noted, series
from society import APRIL, MARCH, SECOND
from society import FIRST as MARCH_TEXT
from test_new import actions

from conftest import Build, Run
from tcsg.ledger.standing import Matter, Silence, Standing, matters, unmentioned
from tcsg.ledger.upcoming import Upcoming
from tcsg.model import Action, ByHand, Committee, Status
from tcsg.output.agenda import by_item, page

MAST = "AB to varnish the mast"
NOBODY = Committee()
LATER = date(2031, 8, 19)


def week(number: int) -> date:
    """The day of a meeting of a series."""
    return FIRST + timedelta(weeks=4 * (number - 1))


def silent(*meetings: list[object], today: date = LATER, entry: ByHand | None = None, after: int = 2) -> int | None:
    """For how many meetings A1.1 is reported as unmentioned."""
    told = series(*meetings)  # type: ignore[arg-type]
    ledger = carried(told).ledger
    if entry is not None:
        ledger = carried(told, noted(ledger, "A1.1", entry)).ledger
    return unmentioned(find(ledger, "A1.1"), Silence(ledger, today), Committee(unmentioned_after=after), today)


def test_an_open_action_is_reported_after_as_many_silent_meetings_as_the_committee_says() -> None:
    assert silent([MAST], []) is None
    assert silent([MAST], [], []) == 2
    assert silent([MAST], [], [MAST], []) is None
    assert silent([MAST], [], after=1) == 1
    assert silent([MAST], [], [], [], after=4) is None


def test_it_does_not_cry_wolf() -> None:
    assert silent([mention(MAST, status=Status.DONE)], [], []) is None, "what is closed is not missed"
    assert silent([mention(MAST, due="2031-12-01")], [], [], today=date(2031, 12, 1)) is None, "nothing was to be said before its day"
    assert silent([mention(MAST, due="2031-12-01")], [], [], today=date(2031, 12, 2)) == 2
    assert silent([MAST], [], [], entry=ByHand(week(3), note="waits for the paint")) is None, "somebody has seen to it since"
    assert silent([MAST], [], [], entry=ByHand(week(1), note="waits for the paint")) == 2
    assert silent([MAST], [], [], today=week(2)) is None, "meetings that are still to come say nothing yet"


def test_check_reports_it_at_the_last_mention(tcsg: Run, workspace: Build) -> None:
    third = (
        SECOND.replace("meeting: 32", "meeting: 33")
        .replace("2031-04-08", "2031-05-06")
        .replace("RL and VH to price a second water butt", "TO to rest")
    )
    home = workspace({MARCH: MARCH_TEXT, APRIL: SECOND, "minutes/2031-05-06.md": third})
    assert tcsg("carry", "-q", cwd=home).code == 0
    result = tcsg("check", "--select", "unmentioned", "--today", "2031-05-07", cwd=home)
    assert result == (
        0,
        (
            f"{MARCH}:16: warning: A31.1 is open, and the last 2 meetings said nothing of it, "
            "TO: TO to mend the pump by 14 March. [unmentioned]\n"
            f"{MARCH}:18: warning: A31.3 is open, and the last 2 meetings said nothing of it, "
            "IB: IB to ask the council about the hedge. [unmentioned]\n"
        ),
        "",
    )
    (home / "minutes" / "committee.yaml").write_text("unmentioned_after: 3\n")
    assert tcsg("check", "--select", "unmentioned", "--today", "2031-05-07", cwd=home).out == ""


# --- the matters arising -----------------------------------------------------------------------------------------


def test_every_open_action_arises_once_and_what_was_closed_since() -> None:
    told = series(
        [mention("AB to mend the oar", due="2031-01-20"), mention("CD to scrape the keel", due="2031-04-01"), MAST, "EF to sew", "GH to rest"],
        ["EF to sew", mention("GH to rest", status=Status.DONE)],
        ["EF to sew", "HJ to sing"],
    )
    done = noted(carried(told).ledger, "A1.4", ByHand(week(3) + timedelta(1), status=Status.DONE))
    result = carried(told, done)
    found = matters(result.ledger, result.links, NOBODY, week(3) + timedelta(2), date(2031, 4, 2))
    assert [(m.action.id, m.standing) for m in found] == [
        ("A1.1", Standing.OVERDUE),
        ("A1.2", Standing.DUE),
        ("A1.3", Standing.UNMENTIONED),
        ("A3.1", Standing.OPEN),
        ("A1.4", Standing.CLOSED),
    ]


@given(actions())
@settings(max_examples=100)
def test_nothing_in_the_words_is_markup_on_the_page(told: tuple[Action, ...]) -> None:
    listed = tuple(Matter(a, Standing.OPEN, 0, None, "1. *Hut* | <b>") for a in told)
    text = page(listed, carried(()).ledger.__class__(actions=told), Upcoming(None, None, None, (), (), None), FIRST, by_item)
    assert text.count("\n- **A4.") == len(told)
    assert not any(line.count("**") > 2 for line in text.splitlines())
    assert "<b>" not in text.replace("\\<b\\>", "")


@pytest.fixture
def home(workspace: Build, tcsg: Run) -> Path:
    register = "meetings: [2031-05-06]\ngroups: {Hedge group: [IB, VH]}\n"
    april = SECOND + "- Hedge group to buy shears.\n"
    root = workspace({MARCH: MARCH_TEXT, APRIL: april, "minutes/committee.yaml": register})
    assert tcsg("carry", "-q", cwd=root).code == 0
    return root


AGENDA = """\
# Matters arising for meeting 33 on 2031-05-06

4 open actions, 1 overdue, 1 due, 1 closed. The last meeting was 32 on 2031-04-08.

## Closed since meeting 32

- **A31.3** IB – **done** on 2031-04-20: IB to ask the council about the hedge. (minutes/2031-03-04.md:18)

## Other matters

- **A31.1** TO – **overdue** by 38 days (due 2031-03-14): TO to mend the pump by 14 March. (minutes/2031-03-04.md:16)
- **A32.1** TO – **due** 2031-04-30: TO to print posters for the open day by 30 April. (minutes/2031-04-08.md:18)
- **A31.2** RL, VH – carried once: RL and VH to price a second water butt (minutes/2031-04-08.md:14)
- **A32.2** Hedge group: Hedge group to buy shears. (minutes/2031-04-08.md:19)
"""


def test_the_page_is_printed(tcsg: Run, home: Path) -> None:
    assert tcsg("done", "31.3", "--on", "2031-04-20", cwd=home).code == 0
    assert tcsg("agenda", "--today", "2031-04-21", cwd=home) == (0, AGENDA, "")
    by_owner = tcsg("agenda", "--by", "owner", "--today", "2031-04-21", cwd=home).out
    assert [line for line in by_owner.splitlines() if line.startswith("## ")][1:] == [
        "## Tom Okoro (TO)",
        "## Rosa Lind (RL)",
        "## Vera Hall (VH)",
        "## Hedge group",
    ]


def test_a_file_is_written_whole_is_no_minutes_and_is_replaced_only_by_force(tcsg: Run, home: Path) -> None:
    path = home / "minutes" / "agenda-2031-05-06.md"
    assert tcsg("agenda", "-o", str(path), "--today", "2031-04-21", cwd=home).code == 0
    written = path.read_text()
    assert written.startswith("---\nkind: agenda\n")
    assert tcsg("carry", "--check", cwd=home).code == 0, "the page is not taken for minutes"
    path = path.rename(home / "agenda.md")
    path.write_text("mine\n")
    refused = tcsg("agenda", "-o", str(path), "--today", "2031-04-21", cwd=home)
    assert (refused.code, path.read_text(), "--force" in refused.err) == (2, "mine\n", True)
    assert tcsg("agenda", "-o", str(path), "--force", "--today", "2031-04-21", cwd=home).code == 0
    assert path.read_text() == written


def test_minutes_begun_for_a_later_day_are_the_next_meeting(tcsg: Run, home: Path) -> None:
    before = tcsg("agenda", "--today", "2031-04-21", cwd=home).out
    assert tcsg("new", "--today", "2031-04-21", cwd=home).code == 0
    assert tcsg("agenda", "--today", "2031-04-21", cwd=home).out == before
    after = tcsg("agenda", "--today", "2031-05-06", cwd=home).out
    assert after.startswith("# Matters arising for meeting 34\n")


def test_a_day_before_the_last_meeting_is_refused(tcsg: Run, home: Path) -> None:
    assert tcsg("agenda", "--date", "2031-04-08", "--today", "2031-04-21", cwd=home).code == 2


# --- handing over ------------------------------------------------------------------------------------------------


def test_what_somebody_still_owns_is_a_paragraph_for_the_agenda(tcsg: Run, home: Path) -> None:
    result = tcsg("handover", "vera", "--today", "2031-04-21", cwd=home)
    assert result == (
        0,
        (
            "## Handover: Vera Hall (VH)\n\nVera Hall (VH) owns 1 open action (1 shared with others). Who takes it on?\n\n"
            "- **A31.2** RL, VH – carried once: RL and VH to price a second water butt (minutes/2031-04-08.md:14)\n\n"
            "This action belongs to a group, which keeps it:\n\n- **A32.2** Hedge group: Hedge group to buy shears. (minutes/2031-04-08.md:19)\n"
        ),
        "",
    )
    assert "owns no open actions" in tcsg("handover", "VH", cwd=workspace_of_nobody(home)).out


def workspace_of_nobody(home: Path) -> Path:
    """The folder after everything was closed."""
    for path in (home / MARCH, home / APRIL):
        path.write_text(path.read_text().replace("\n- ", "\n- [x] "))
    return home


def test_each_action_keeps_its_other_owners_and_all_is_undone_at_once(tcsg: Run, home: Path) -> None:
    before = (home / "minutes" / "ledger.yaml").read_bytes()
    shown = tcsg("handover", "TO", "--to", "VH", cwd=home)
    assert (shown.code, (home / "minutes" / "ledger.yaml").read_bytes()) == (2, before)
    assert shown.err.splitlines()[0] == "A31.1 TO → VH: TO to mend the pump by 14 March."
    done = tcsg("handover", "RL", "--to", "TO", "--to", "VH", "--on", "2031-04-10", "--why", "moves away", "--yes", cwd=home)
    assert done == (0, "A31.2 belongs to TO, VH: RL and VH to price a second water butt.\n", "")
    said = json.loads(tcsg("actions", "--owner", "TO", "--format", "json", cwd=home).out)["actions"]
    assert {a["id"]: a["owners"] for a in said}["A31.2"] == ["TO", "VH"]
    assert "2031-04-10 owners TO, VH; why: moves away" in tcsg("show", "31.2", cwd=home).out
    assert tcsg("undo", cwd=home).out == "undone: handover A31.2\n"
    assert (home / "minutes" / "ledger.yaml").read_bytes() == before


def test_handing_over_to_nobody_else_or_from_nobody_is_refused(tcsg: Run, home: Path) -> None:
    assert tcsg("handover", "TO", "--to", "Tom Okoro", "--yes", cwd=home).code == 2
    assert tcsg("handover", "ZZ", cwd=home).code == 2
    assert "nobody in the minutes or in committee.yaml is called 'QQ'" in tcsg("handover", "TO", "--to", "QQ", "--yes", cwd=home).err


# --- any past day, and what each meeting changed -----------------------------------------------------------------


def test_a_past_day_is_asked_with_as_of(tcsg: Run, home: Path) -> None:
    assert tcsg("done", "31.1", "--on", "2031-04-10", cwd=home).code == 0
    then = tcsg("actions", "--as-of", "2031-04-09", "--format", "json", cwd=home)
    said = json.loads(then.out)
    assert (said["as_of"], [a["id"] for a in said["actions"]]) == ("2031-04-09", ["A31.1", "A32.1", "A31.2", "A31.3", "A32.2"])
    assert (said["actions"][0]["days_late"], said["actions"][0]["closed"]) == (26, None)
    assert tcsg("actions", "--as-of", "2031-03-20", cwd=home).out.count("\n") == 3
    assert tcsg("actions", "--as-of", "2031-03-20", "--today", "2031-03-24", "--overdue", cwd=home).out.split("\t")[3] == "10"
    assert tcsg("actions", "--as-of", "2031-01-01", cwd=home).out == ""


def test_what_each_meeting_changed_is_listed(tcsg: Run, home: Path) -> None:
    assert tcsg("due", "31.1", "2031-04-30", "--on", "2031-03-10", cwd=home).code == 0
    lines = [line.split("\t")[:6] for line in tcsg("meetings", "--changes", cwd=home).out.splitlines()]
    assert lines == [
        ["31", "2031-03-04", "A31.1", "raised", "-", "TO"],
        ["31", "2031-03-04", "A31.2", "raised", "-", "RL, VH"],
        ["31", "2031-03-04", "A31.3", "raised", "-", "IB"],
        ["-", "2031-03-10", "A31.1", "due", "2031-03-14", "2031-04-30"],
        ["32", "2031-04-08", "A32.1", "raised", "-", "TO"],
        ["32", "2031-04-08", "A32.2", "raised", "-", "Hedge group"],
    ]
    said = json.loads(tcsg("meetings", "--changes", "--format", "json", cwd=home).out)
    assert (said["schema"], said["count"], said["changes"][3]["from"], said["changes"][3]["meeting"]) == ("tcsg/changes/1", 6, "2031-03-14", None)
    table = tcsg("meetings", "--changes", "--format", "table", cwd=home).out
    assert "by hand on 2031-03-10\n  A31.1 due 2031-03-14 → 2031-04-30 (47 days later): TO to mend the pump by 14 March.\n" in table


def test_show_draws_the_life_and_says_it_in_words(tcsg: Run, process: Run, home: Path) -> None:
    assert tcsg("due", "31.2", "2031-04-30", "--on", "2031-04-09", cwd=home).code == 0
    assert tcsg("due", "31.2", "2031-05-10", "--on", "2031-04-10", cwd=home).code == 0
    assert tcsg("done", "31.2", "--on", "2031-04-11", cwd=home).code == 0
    shown = tcsg("show", "31.2", "31.1", cwd=home).out
    assert "life     ●○✓  raised at 31, mentioned at 32, done by hand on 2031-04-11\nslipped  once, by 10 days\n" in shown
    assert "life     ●·  raised at 31, silent at 32\n" in shown
    assert "life     *ov  raised at 31" in process("show", "31.2", cwd=home, env={"PYTHONIOENCODING": "ascii"}).out
