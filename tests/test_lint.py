"""The rules on the minutes themselves: what each of them finds, and where a secretary would call it wrong to say anything."""

from __future__ import annotations

import pytest

from conftest import Build, Run

FILE = "minutes/2031-01-15.md"
HEAD = "---\nmeeting: {n}\ndate: {day}\npresent:\n{present}\napologies:\n  EF: Eva Falk\n---\n\n\n"
PRESENT = "  AB: Anna Berg\n  CD: Carl Dahl\n  GH: Gus Holm"
NAMES = "- Anna Berg\n- Carl Dahl\n- Gus Holm"


def minutes(body: str, n: str = "1", day: str = "2031-01-15", present: str = PRESENT) -> str:
    return HEAD.format(n=n, day=day, present=present) + body


def found(tcsg: Run, root: object, code: str) -> list[str]:
    """The findings of a code, each as `line: message`."""
    out = tcsg("check", "--select", code, "--today", "2031-02-01", cwd=root).out  # type: ignore[arg-type]
    return [row.partition(":")[2].rpartition(" [")[0].replace(" warning: ", " ").replace(" info: ", " ") for row in out.splitlines()]


ITEM = "## 1. Hut\n\n**Actions:**\n\n"  # its first action stands at line 17
EARLIER = "3 January"  # before the meeting
LIST = "\n## Summary of actions\n\n"

MARKED = "## 1. Hut\n\nACTION: AB to paint the old hut\n\n## 2. Boat\n\nACTION: CD to sell the boat\n\n## 3. Mill\n\nACTION: GH to ring the mill\n\n"
REVIEW = "## Actions from last meeting\n\n- AB to paint the old hut - done\n- CD to sell the boat - ongoing\n\n## 2. Mill\n\n**Actions:**\n\n"
SPEAKS = "## 1. Hut\n\n- AB: I have seen it.\n- {who}: So have I.\n"


def twice(first: str, again: str) -> str:
    """An action of an item, and the same in the list of all actions."""
    return f"{ITEM}- {first}\n{LIST}- {again}\n"


FINDS = {
    "owners of an item and of the summary": (
        "owners-differ",
        twice("AB and CD to paint the old hut by the lake", "AB and GH to paint the old hut by the lake"),
        "21: A1.1 belongs to AB, GH here and to AB, CD at line 17; line 17 counts",
    ),
    "one owner of two": (
        "owners-differ",
        twice("AB and CD to paint the old hut by the lake", "AB to paint the old hut by the lake"),
        "21: A1.1 belongs to AB here and to AB, CD at line 17; line 17 counts",
    ),
    "owners who have nobody in common": (
        "owners-differ",
        twice("AB and CD to paint the old hut by the lake", "GH to paint the old hut by the lake"),
        "21: this belongs to GH here and to AB, CD at line 17: GH to paint the old hut by the lake",
    ),
    "helpers": (
        "support-differs",
        twice("AB to paint the old hut, with support from CD / GH", "AB to paint the old hut, with support from EF / GH"),
        "21: AB has the support of EF and GH here and of CD and GH at line 17",
    ),
    "days": (
        "due-differs",
        twice("AB to paint the old hut by 3 May", "AB to paint the old hut by 5 May"),
        "21: A1.1 is due 'by 5 May' here and 'by 3 May' at line 17; line 17 counts",
    ),
    "done and open": (
        "status-differs",
        twice("AB to paint the old hut by the lake", "AB to paint the old hut by the lake - done"),
        "21: A1.1 is done here and open at line 17",
    ),
    "a summary of its own": (
        "summary-differs",
        ITEM + "- AB to paint the old hut\n- CD to sell the boat\n" + LIST + "- GH to ring the mill\n- AB to paint the old hut\n",
        "22: the list 'Summary of actions' names 1 action that no item records (line 22) and lacks 1 action of the items (line 18)",
    ),
    "a closing list that repeats most of the items": (
        "summary-differs",
        MARKED + "## Actions\n\n- AB to paint the old hut\n- CD to sell the boat\n",
        "27: the list 'Actions' lacks 1 action of the items (line 23)",
    ),
    "a number twice": (
        "agenda-twice",
        "## 1. Hut\n\n## 2. Boat\n\n## 2. Mill\n\n## 3. Any other business\n",
        "17: agenda item 2 (Mill) has the number of line 15",
    ),
    "a number again in between": (
        "agenda-twice",
        "## 1. Hut\n\n## 2. Boat\n\n## 3. Mill\n\n## 2. Gate\n\n## 4. Yard\n",
        "19: agenda item 2 (Gate) has the number of line 15",
    ),
    "initials that nobody has": (
        "unknown-initials",
        ITEM + "- AD to paint the hut\n",
        "17: nobody at this meeting has the initials AD; the nearest is AB, Anna Berg",
    ),
    "a speaker who is not listed": (
        "speaker-unlisted",
        SPEAKS.format(who="XY"),
        "16: XY speaks here but is listed neither as present nor as excused",
    ),
    "an absent owner": (
        "owner-absent",
        ITEM + "- Eva to paint the hut\n",
        "17: Eva (Eva Falk) was not there when this was agreed: Eva to paint the hut",
    ),
    "a group without members": (
        "group-undefined",
        ITEM + "- Boat team to row\n",
        "17: 'Boat team' owns an action but is no group of committee.yaml",
    ),
    "two limits": (
        "two-dues",
        ITEM + "- AB to paint the hut by 3 May and the boat by 10 June\n",
        "17: 'by 10 June' is another due date than 'by 3 May', which counts: AB to paint the hut by 3 May and the boat by 10 June",
    ),
    "a column and words": (
        "two-dues",
        "| Action | Owner | Due |\n|---|---|---|\n| Paint the hut by 3 May | AB | 10 May |\n",
        "15: 'by 3 May' is another due date than '10 May', which counts: Paint the hut by 3 May",
    ),
    "running notes": (
        "several-meetings",
        "## 15 January 2031\n\n- ACTION: AB to row\n\n## 4 December 2030\n\n- ACTION: AB to sing\n",
        "17: the minutes of 2030-12-04 stand in the file of 2031-01-15, and their actions count as minuted then; give each meeting its own file",
    ),
    "an id of no action": ("cited-unknown", ITEM + "- AB to go on with A1.7\n", "17: A1.7 is cited here, but there is no such action"),
    "nobody": ("no-owner", ITEM + "- Paint the hut\n", "17: A1.1 has no owner: Paint the hut"),
}


@pytest.mark.parametrize("name", FINDS)
def test_it_is_said_once_at_its_line(tcsg: Run, workspace: Build, name: str) -> None:
    code, body, said = FINDS[name]
    assert found(tcsg, workspace({FILE: minutes(body)}), code) == [said]


SILENT = {
    "a person under two names": ("owners-differ", twice("AB to paint the old hut by the lake", "Anna Berg to paint the old hut by the lake")),
    "a stranger under two names": ("owners-differ", twice("Elf to paint the old hut by the lake", "Elf Lund to paint the old hut by the lake")),
    "everybody in two words": ("owners-differ", twice("All to read the long report on the hut", "Everyone to read the long report on the hut")),
    "owners in another order": ("owners-differ", twice("AB/CD to paint the old hut", "CD and AB to paint the old hut")),
    "helpers under two names": (
        "support-differs",
        twice("AB to paint the old hut, with support from CD", "AB to paint the old hut, with help from Carl Dahl"),
    ),
    "a summary that is silent on helpers": ("support-differs", twice("AB to paint the old hut, with support from CD", "AB to paint the old hut")),
    "one day in two ways": ("due-differs", twice("AB to paint the old hut by 31 May", "AB to paint the old hut by the end of May")),
    "a phrase without a day": ("due-differs", twice("AB to paint the old hut by 31 May", "AB to paint the old hut as soon as possible")),
    "a summary without dates": ("due-differs", twice("AB to paint the old hut by 31 May", "AB to paint the old hut")),
    "done in both places": ("status-differs", twice("AB to paint the old hut - done", "AB to paint the old hut (done)")),
    "ongoing and open": ("status-differs", twice("AB to paint the old hut", "AB to paint the old hut - ongoing")),
    "a summary in other words": (
        "summary-differs",
        ITEM + "- AB to paint the old hut by the lake\n- CD to sell the boat\n" + LIST + "- Painting of the old hut (AB)\n- Sell the boat (CD)\n",
    ),
    "a list where items record nothing": ("summary-differs", "## 1. Hut\n\nIt was looked at.\n" + LIST + "- AB to paint the hut\n- CD to row\n"),
    "a review of earlier actions": ("summary-differs", REVIEW + "- GH to ring the mill\n- AB to find the key\n"),
    "a log of earlier actions": (
        "summary-differs",
        "## Action log\n\n| Action | Who | Status |\n|---|---|---|\n| Paint the hut | AB | Ongoing |\n\n## 1. Mill\n\nACTION: GH to ring the mill\n",
    ),
    "what is done need not be listed": (
        "summary-differs",
        ITEM + "- AB to row - done\n- CD to sell the boat\n- GH to ring the mill\n" + LIST + "- CD to sell the boat\n- GH to ring the mill\n",
    ),
    "a second part numbered anew": ("agenda-twice", "## 1. Hut\n\n## 2. Boat\n\n## 3. Mill\n\n# Closed part\n\n## 1. Staff\n\n## 2. Pay\n"),
    "numbered actions": ("agenda-twice", "## 1. Hut\n\n# Actions\n\n1. AB to row\n\n2. CD to sing\n"),
    "parts of items": ("agenda-twice", "## 1. Hut\n\n### 1.1 Roof\n\n## 2. Boat\n\n### 2.1 Mast\n"),
    "the day of the next meeting": ("several-meetings", "## 15 January 2031\n\n- AB to row\n\n## Next meeting: 4 April 2031\n"),
    "days of other things": ("several-meetings", "## 15 January 2031\n\n- AB to row\n\n## Regatta, 4 April 2031\n\n## Fair, 9 May 2031\n"),
    "initials of the list": ("unknown-initials", ITEM + "- AB/EF to paint the hut\n"),
    "the short name of a body": ("unknown-initials", ITEM + "- NHSX to send the form\n"),
    "speakers of the list": ("speaker-unlisted", SPEAKS.format(who="EF")),
    "a heading of speech": ("speaker-unlisted", SPEAKS.format(who="URL")),
    "an owner who was there": ("owner-absent", ITEM + "- AB to paint the hut\n"),
    "an absent owner of what is done": ("owner-absent", ITEM + "- EF to paint the hut - done\n"),
    "everybody": ("group-undefined", ITEM + "- All participants to row\n- Everybody to sing\n- Members to clap\n"),
    "a role": ("group-undefined", ITEM + "- The Chair to row\n- Treasurer to sing\n- Chair of the parents' council to dive\n"),
    "a limit and a time of the thing": ("two-dues", ITEM + "- AB to paint the hut by 3 May for the fair on 10 June\n"),
    "one day said twice": ("two-dues", ITEM + "- AB to paint the hut by 31 May, that is by the end of May\n"),
    "a day without its year, told again a meeting later": (
        "two-dues",
        f"## Matters arising\n\n| Action | Owner | Due |\n|---|---|---|\n| Paint the hut by {EARLIER} | AB | {EARLIER} 2031 |\n",
    ),
    "two times of one task": ("two-dues", ITEM + "- AB to collect the fees in May and in October\n"),
    "an id that is one": ("cited-unknown", ITEM + "- AB to paint the hut\n- CD to help with A1.1\n"),
    "an id of a meeting that is not here": ("cited-unknown", ITEM + "- AB to go on with A77.3\n"),
    "a road": ("cited-unknown", ITEM + "- AB to drive along the A1 and M4.2\n"),
    "a doubtful action of nobody": ("no-owner", "## Next steps\n\nThe hut has been there for a long time and nothing is sure.\n"),
    "an action that is closed": ("no-owner", ITEM + "- Paint the hut - done\n"),
}


@pytest.mark.parametrize("name", SILENT)
def test_nothing_is_said(tcsg: Run, workspace: Build, name: str) -> None:
    code, body = SILENT[name]
    assert found(tcsg, workspace({FILE: minutes(body)}), code) == []


@pytest.mark.parametrize(
    ("code", "body"),
    [
        ("unknown-initials", ITEM + "- XY to paint the hut\n"),
        ("unlisted-initials", ITEM + "- CD to paint the hut\n"),
        ("speaker-unlisted", SPEAKS.format(who="XY")),
    ],
)
def test_initials_are_not_checked_against_a_list_that_gives_none(tcsg: Run, workspace: Build, code: str, body: str) -> None:
    assert found(tcsg, workspace({FILE: minutes(body, present=NAMES)}), code) == []


def test_somebody_without_initials_among_people_with(tcsg: Run, workspace: Build) -> None:
    listed = "- Anna Berg (AB)\n- Carl Dahl\n- Gus Holm (GH)"
    body = SPEAKS.format(who="CD") + "\n**Actions:**\n\n- CD to paint the hut\n"
    root = workspace({FILE: minutes(body, present=listed)})
    assert found(tcsg, root, "unlisted-initials") == ["16: Carl Dahl is listed without initials; CD is probably Carl Dahl"]
    (root / "minutes/committee.yaml").write_text("members: {CD: Carl Dahl}\n", encoding="utf-8")
    assert found(tcsg, root, "unlisted-initials") == []


def test_one_pair_of_initials_for_two_people_and_for_one(tcsg: Run, workspace: Build) -> None:
    two = workspace({FILE: minutes("", present="- Anna Berg (AB)\n- Arno Bock (AB)")})
    assert found(tcsg, two, "same-initials") == ["1: AB are the initials of both Anna Berg and Arno Bock; whose actions are they?"]
    (two / FILE).write_text(minutes("", present="- Anna Berg (AB)\n- Anna Berg (AB), Secretary"), encoding="utf-8")
    assert found(tcsg, two, "same-initials") == []


def test_an_absent_owner_of_what_was_theirs_before(tcsg: Run, workspace: Build) -> None:
    later = minutes("## Actions\n\n- EF to paint the old hut by the lake\n", "2", "2031-02-15")
    root = workspace({FILE: minutes(ITEM + "- EF to paint the old hut by the lake\n"), "minutes/2031-02-15.md": later})
    assert [row.partition(" ")[0] for row in found(tcsg, root, "owner-absent")] == ["17:"]


def test_a_group_is_a_warning_once_the_committee_defines_any(tcsg: Run, workspace: Build) -> None:
    root = workspace({FILE: minutes(ITEM + "- Boat team to row\n")})
    assert ": info: " in tcsg("check", "--select", "group-undefined", cwd=root).out
    assert "group-undefined" not in tcsg("check", cwd=root).out
    (root / "minutes/committee.yaml").write_text("groups: {Exec: [AB]}\n", encoding="utf-8")
    assert ": warning: " in tcsg("check", "--select", "group-undefined", cwd=root).out
    (root / "minutes/committee.yaml").write_text("groups: {Boat team: [AB]}\n", encoding="utf-8")
    assert found(tcsg, root, "group-undefined") == []


NUMBERED = "**ACTION 1.1** AB to paint the hut\n\n**ACTION 1.2** CD to sell the boat\n"


@pytest.mark.parametrize(
    ("body", "cited"),
    [
        ("**ACTION 2.1** GH to finish action 1.9\n", ["1.9"]),
        ("**ACTION 1.9** GH to ring the mill - done\n", ["1.9"]),
        ("**ACTION 1.2** CD to sell the boat - done\n\n**ACTION 2.1** GH to finish action 1.1\n", []),
        ("**ACTION 2.1** GH to print version 1.9 of the map\n", []),
        ("**ACTION 2.1** GH to see to action 77.9\n", []),
    ],
)
def test_a_number_of_the_committees_own_that_is_none(tcsg: Run, workspace: Build, body: str, cited: list[str]) -> None:
    root = workspace({FILE: minutes(NUMBERED), "minutes/2031-02-15.md": minutes(body, "2", "2031-02-15")})
    assert [row.split()[1] for row in found(tcsg, root, "cited-unknown")] == cited


def test_numbers_that_are_no_scheme_are_not_checked(tcsg: Run, workspace: Build) -> None:
    later = minutes("ACTION: GH to finish action 1.9\n", "2", "2031-02-15")
    root = workspace({FILE: minutes("ACTION: AB to paint the hut\n"), "minutes/2031-02-15.md": later})
    assert found(tcsg, root, "cited-unknown") == []
