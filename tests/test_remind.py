"""Reminders: whose, in which words, as which files; and whatever the words are, a draft is one message with our headers."""

from __future__ import annotations

import email
import os
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP, default
from pathlib import Path

import pytest
from exported import ledger_of
from hostile import HOSTILE
from hypothesis import given
from hypothesis import strategies as st
from society import APRIL, FIRST, MARCH, SECOND

from conftest import Build, Run
from tcsg.errors import MinutesError
from tcsg.ledger.merging import Who
from tcsg.ledger.query import Row
from tcsg.ledger.standing import matters
from tcsg.model import Action, Committee, Due, Kind, Ledger, Mention, Status
from tcsg.output.mail import address, as_eml
from tcsg.output.reminder import Occasion, Reminder, reminder
from tcsg.output.text import clean
from tcsg.reading.template import LATENESS, Template, load_template
from tcsg.workspace import ready_made

DAY = ("--today", "2031-04-20")
TODAY = date(2031, 6, 1)
USUAL = load_template(ready_made("remind.md"), "remind.md")
REGISTER = """\
name: Allotment Society
meetings: [2031-05-06]
groups: {Members: all}
members:
  VH: {name: Vera Hall, role: Secretary, email: vera@allotment.example}
  TO: {name: Tom Okoro, role: Treasurer, email: tom@allotment.example}
"""
OWN = "minutes/_remind.md"


@pytest.fixture
def home(workspace: Build, tcsg: Run) -> Path:
    third = SECOND.replace("- TO to print", "- Members to weed the paths by 2 May.\n- TO to print")
    root = workspace({MARCH: FIRST, APRIL: third, "minutes/committee.yaml": REGISTER})
    assert tcsg("carry", "-q", *DAY, cwd=root).code == 0
    return root


def draft(data: bytes) -> EmailMessage:
    """A draft as Python's own reader has it, in which it finds nothing wrong."""
    message = email.message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    assert message.defects == []
    assert all(not header.defects for header in message.values())
    return message


# --- the message -------------------------------------------------------------------------------------------------


def test_each_person_gets_one_message_with_their_own_and_their_groups_actions(home: Path, tcsg: Run) -> None:
    result = tcsg("remind", *DAY, cwd=home)
    messages = result.out.split(f"\n{'=' * 72}\n\n")
    assert [m.split("\n")[0] for m in messages] == [
        "To: Vera Hall <vera@allotment.example>",
        "To: Rosa Lind (no address)",
        "To: Tom Okoro <tom@allotment.example>",
        "To: Ines Brand (no address)",
    ]
    assert messages[2] == (
        "To: Tom Okoro <tom@allotment.example>\nSubject: Allotment Society: a reminder of 3 actions, 1 overdue\n\nDear Tom Okoro,\n\n"
        "This is what the minutes of Allotment Society have down for you: 3 actions, 1 overdue. Some of it has waited for a while; if it needs "
        "another day, or other hands, please just say so.\n\n"
        "- A31.1 (TO), due 2031-03-14, 37 days ago – is there a better day?: “TO to mend the pump by 14 March.” – meeting 31, 2031-03-04\n"
        "- A32.2 (TO), due 2031-04-30, in 10 days: “TO to print posters for the open day by 30 April.” – meeting 32, 2031-04-08\n\n"
        "As a member of a group:\n\n"
        "- A32.1 (Members), due 2031-05-02, in 12 days: “Members to weed the paths by 2 May.” – meeting 32, 2031-04-08\n\n"
        "If something is done already, or cannot be done by its day, please tell me before the meeting on 2031-05-06.\n\n"
        "With many thanks\nVera Hall\n"
    )


def test_people_and_filters_choose(home: Path, tcsg: Run) -> None:
    def heads(*words: str) -> list[str]:
        return [line for line in tcsg("remind", *words, *DAY, cwd=home).out.splitlines() if line.startswith(("To:", "- A"))]

    assert [h.split()[1] for h in heads("TO", "ros")] == ["Tom", "A31.1", "A32.2", "A32.1", "Rosa", "A31.2", "A32.1"]
    assert [h.split()[1] for h in heads("--overdue")] == ["Tom", "A31.1"]
    assert [h.split()[1] for h in heads("TO", "--grep", "POSTERS")] == ["Tom", "A32.2"]
    assert heads("TO") == heads("--owner", "TO")
    assert [h.split()[1] for h in heads("TO", "--limit", "1")] == ["Tom", "A31.1"]


def test_who_has_nothing_and_what_nobody_owns_is_said(workspace: Build, tcsg: Run) -> None:
    home = workspace({MARCH: FIRST.replace("IB to ask", "Ask").replace("TO to mend the pump by 14 March.", "Web team to mend the site")})
    result = tcsg("remind", *DAY, cwd=home)
    assert [line for line in result.out.splitlines() if line.startswith("To:")][-1] == "To: Web team (no address)"
    assert "1 action without an owner: in no message" in result.err
    idle = tcsg("remind", "TO", *DAY, cwd=home)
    assert (idle.code, idle.out, idle.err) == (0, "", "Tom Okoro (TO) has no open action\n")
    none = tcsg("remind", "--overdue", *DAY, cwd=home)
    assert (none.code, none.out, none.err) == (0, "", "nobody has an open action that the filters choose\n")


def test_minutes_that_cannot_be_read_are_told_once_and_the_rest_is_reminded_of(home: Path, tcsg: Run) -> None:
    (home / "minutes/2031-04-15.md").write_text("---\ndate: x\n", encoding="utf-8")
    for words in (("remind", "TO"), ("export", "--format", "json"), ("export", "--format", "ics", "--meetings")):
        result = tcsg(*words, *DAY, cwd=home)
        assert result.code == 0
        assert result.out
        assert result.err.count("minutes/2031-04-15.md:1: ") == 1


def said(due: date | None, words: str | None = None, template: Template = USUAL) -> tuple[str, str]:
    """The opening and the line about one action that is due on a day."""
    action = Action("A1.1", "VH to sow", "1", due=due, due_words=words, owners=("VH",), seen=("1",))
    ledger = Ledger((), (), (action,))
    known = {m.action.id: m for m in matters(ledger, (), Committee(), TODAY, None)}
    late = (TODAY - due).days if due and due < TODAY else None
    occasion = Occasion(TODAY, "the society", None, "Vera", {})
    body = reminder(Who("Vera"), (Row(action, late),), known, template, occasion, markdown=False).body.split("\n\n")
    return body[1], body[2]


@pytest.mark.parametrize(
    ("due", "words", "opening", "line"),
    [
        (date(2031, 5, 3), None, "waited for a while", "due 2031-05-03, 29 days ago – is there a better day?"),
        (date(2031, 5, 4), None, "1 overdue. A word on how", "due 2031-05-04, 28 days ago:"),
        (date(2031, 5, 31), None, "1 overdue. A word on how", "due 2031-05-31, 1 day ago:"),
        (date(2031, 6, 1), None, "something due today", "due today:"),
        (date(2031, 6, 15), None, "in the next two weeks", "due 2031-06-15, in 14 days:"),
        (date(2031, 6, 16), None, "Nothing is due yet", "due 2031-06-16:"),
        (None, "when the rain stops", "for you: 1 action.", "due “when the rain stops”:"),
        (None, None, "for you: 1 action.", "no day was set:"),
    ],
)
def test_the_wording_goes_by_lateness(due: date | None, words: str | None, opening: str, line: str) -> None:
    assert opening in said(due, words)[0]
    assert f"- A1.1 (VH), {line}" in said(due, words)[1]


# --- the template ------------------------------------------------------------------------------------------------


def test_a_committee_writes_its_own_words(home: Path, tcsg: Run) -> None:
    assert tcsg("remind", "--template", cwd=home).out == ready_made("remind.md")
    own = "---\nsubject: 'Hello {name} {{!}}'\nwhen: {overdue: 'seit {late}', long_overdue: 'längst'}\n---\nLiebe(r) {name}!\n\n{actions}\n"
    (home / OWN).write_text(own, encoding="utf-8")
    assert tcsg("remind", "TO", "--overdue", *DAY, cwd=home).out == (
        "To: Tom Okoro <tom@allotment.example>\nSubject: Hello Tom Okoro {!}\n\nLiebe(r) Tom Okoro!\n\n"
        "- A31.1 (TO), längst: “TO to mend the pump by 14 March.” – meeting 31, 2031-03-04\n"
    )


@pytest.mark.parametrize("text", ["", "---\n---\n", ready_made("remind.md"), "---\nkind: template\n---\n\n"])
def test_what_a_template_leaves_out_is_as_it_was(text: str) -> None:
    assert load_template(text, OWN, USUAL) == USUAL


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("Dear {nmae},\n\n{actions}\n", 1, "nothing is called {nmae} here; did you mean `name`?"),
        ("---\nsubject: x\n---\n\nDear {name},\n\n{actions} {\n", 7, "a brace stands alone"),
        ("---\nsubject: x\n---\n\nDear {name}\n\nBye\n", 7, "never says {actions}"),
        ("---\nsubject: 'x'\nwhen:\n  overdue: '{name}'\n---\n{actions}\n", 4, "nothing is called {name} here"),
        ("---\nsubject: 'x'\nwhen:\n  late: 'x'\n---\n{actions}\n", 4, "`when` has no key `late`; did you mean `due_later`?"),
        ("---\nsubjct: x\n---\n", 2, "did you mean `subject`?"),
        ("---\nsubject: [x]\n---\n", 2, "takes one value"),
        ("---\nsubject: '{actions}'\n---\n", 2, "nothing is called {actions} here"),
        ("---\nlong_overdue_after: soon\n---\n", 2, "is no number of days; write 28 days"),
        ("---\nsubject: '{name.__class__}'\n---\n", 2, "nothing is called {name.__class__} here"),
        ("---\nsubject: '{name!r}'\n---\n", 2, "nothing is called {name!r:} here"),
        ("---\nsubject: '{name:>99999999}'\n---\n", 2, "nothing is called {name"),
        ("---\nsubject: '{}'\n---\n", 2, "nothing is called {} here"),
        ("---\nsubject: 'a {0}'\n---\n", 2, "nothing is called {0} here"),
        ("---\nsubject: x\n", 1, "not closed"),
    ],
)
def test_a_fault_in_the_template_is_told_at_its_line(text: str, line: int, words: str, home: Path, tcsg: Run) -> None:
    (home / OWN).write_text(text, encoding="utf-8")
    result = tcsg("remind", "--write", "drafts", *DAY, cwd=home)
    assert (result.code, result.out) == (2, "")
    assert f"{OWN}:{line}: " in result.err
    assert words in result.err
    assert not (home / "drafts").exists()
    assert tcsg("actions", *DAY, cwd=home).code == 0


@given(st.text(st.sampled_from("{}!:.[]0 nameactions\n-'\"\\"), max_size=60))
def test_a_template_is_read_or_refused_at_a_line(text: str) -> None:
    try:
        found = load_template(f"{text}\n{{actions}}", OWN, USUAL)
    except MinutesError as error:
        assert error.place is not None
    else:
        assert {name for name, _ in found.when} == set(LATENESS)


# --- drafts ------------------------------------------------------------------------------------------------------


def test_drafts_are_messages_that_a_mail_program_opens(home: Path, tcsg: Run) -> None:
    result = tcsg("remind", "--write", "drafts", *DAY, cwd=home)
    assert (result.code, result.out) == (0, "")
    assert result.err.splitlines() == ["no address in committee.yaml: Rosa Lind (RL), Ines Brand (IB)", "wrote 4 files into drafts"]
    names = sorted(path.name for path in (home / "drafts").iterdir())
    assert names == [f"reminder-2031-04-20-{who}.eml" for who in ("IB", "RL", "TO", "VH")]
    message = draft((home / "drafts/reminder-2031-04-20-TO.eml").read_bytes())
    assert message["To"] == "Tom Okoro <tom@allotment.example>"
    assert message["From"] == "Vera Hall <vera@allotment.example>"
    assert message["Subject"] == "Allotment Society: a reminder of 3 actions, 1 overdue"
    assert (message["X-Unsent"], message["Date"].datetime.isoformat()) == ("1", "2031-04-20T12:00:00+00:00")
    assert (message.get_content_type(), message.get_content_charset()) == ("text/plain", "utf-8")
    text = tcsg("remind", "TO", *DAY, cwd=home).out
    assert message.get_content() == text.partition("\n\n")[2].replace("\n", "\r\n")
    assert draft((home / "drafts/reminder-2031-04-20-RL.eml").read_bytes())["To"] is None


def test_the_same_ledger_and_day_give_the_same_drafts_and_none_is_written_over(home: Path, tcsg: Run) -> None:
    for folder, zone in (("one", "UTC"), ("two", "Asia/Tokyo")):
        assert tcsg("remind", "--write", folder, *DAY, cwd=home, env={"TZ": zone}).code == 0
    made = {path.name: path.read_bytes() for path in (home / "one").iterdir()}
    assert made == {path.name: path.read_bytes() for path in (home / "two").iterdir()}
    assert len({draft(data)["Message-ID"] for data in made.values()}) == 4
    (home / "one/reminder-2031-04-20-TO.eml").write_text("mine")
    (home / "one/reminder-2031-04-20-VH.eml").unlink()
    again = tcsg("remind", "--write", "one", *DAY, cwd=home)
    assert again.code == 2
    assert "there already; nothing was written" in again.err
    assert (home / "one/reminder-2031-04-20-TO.eml").read_text() == "mine"
    assert not (home / "one/reminder-2031-04-20-VH.eml").exists()
    later = tcsg("remind", "--write", "one", "--today", "2031-04-21", cwd=home)
    assert later.code == 0
    first = draft(made["reminder-2031-04-20-TO.eml"])["Message-ID"]
    assert draft((home / "one/reminder-2031-04-21-TO.eml").read_bytes())["Message-ID"] != first


@pytest.mark.parametrize(
    ("words", "said_"),
    [
        (("--format", "eml"), "4 drafts are 4 files; add --write DIR, or name one person"),
        (("--format", "eml", "-o", "all.eml"), "add --write DIR"),
        (("-o", "minutes/all.md"), "would be read as minutes"),
        (("--write", "minutes/drafts", "--format", "text"), "would be read as minutes"),
        (("-o", "README"), "README: is there already; nothing was changed"),
        (("-o", "a.txt", "--write", "x"), "one of the two"),
        (("--status", "done"), "leave --status out"),
        (("Zacharias",), "nobody is called 'Zacharias'"),
        (("--from", "vera"), "--from takes an address"),
        (("--from", "a@b\nBcc: all@x.example"), "--from takes an address"),
        (("--from", "Vera <vera@x.example>, all@x.example"), "--from takes an address"),
    ],
)
def test_what_cannot_be_written_is_refused(words: tuple[str, ...], said_: str, home: Path, tcsg: Run) -> None:
    (home / "README").write_text("mine")
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    result = tcsg("remind", *words, *DAY, cwd=home)
    assert (result.code, result.out) == (2, "")
    assert said_ in result.err
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    "text",
    ["vera", "vera@", "@x.example", "a@b@c", "a b@x.example", "a@x.example, b@x.example", '"a\\r\\nBcc: b@x.example"', "ü@x.example", "a..b@x"],
)
def test_what_is_no_address_is_refused_at_its_line(text: str, workspace: Build, tcsg: Run) -> None:
    quoted = text if text.startswith('"') else f'"{text}"'
    home = workspace({MARCH: FIRST, "minutes/committee.yaml": f"members:\n  VH:\n    name: Vera Hall\n    email: {quoted}\n"})
    result = tcsg("actions", cwd=home)
    assert result.code == 2
    assert "minutes/committee.yaml:4: " in result.err
    assert "is no e-mail address; write it as name@example.org" in result.err


def hostile_reminder(text: str, *, markdown: bool = False) -> Reminder:
    """A reminder in which every word that can be filled in is one text."""
    ledger = ledger_of((text, text, text))
    actions = tuple(a for a in ledger.actions if a.status is Status.OPEN)
    mention = Mention(5, 5, text, (text,), Due(text), Status.OPEN, Kind.BLOCK)
    known = {m.action.id: m for m in matters(ledger, (), Committee(), TODAY, None)}
    occasion = Occasion(TODAY, text, None, text, {})
    assert mention.text == text
    return reminder(Who(text), tuple(Row(a, 58) for a in actions), known, USUAL, occasion, markdown=markdown)


HEADERS = ["Message-ID", "Date", "From", "To", "Subject", "X-Unsent", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"]


def is_whole(text: str) -> None:
    """See that a draft of hostile words has our headers only, and every word in its place."""
    one = hostile_reminder(text)
    to, sender = address(text, "tom@allotment.example"), address(text, "vera@allotment.example")
    data = as_eml(one, to, sender, TODAY)
    assert all(len(line) <= 998 and line.isascii() for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    message = draft(data)
    assert message.keys() == HEADERS
    assert [a.addr_spec for a in message["To"].addresses] == ["tom@allotment.example"]
    assert [a.addr_spec for a in message["From"].addresses] == ["vera@allotment.example"]
    assert message.get_content() == one.body.replace("\n", "\r\n")
    assert message["Subject"].replace("= ?", "=?") == one.subject.replace("= ?", "=?")
    assert clean(" ".join(text.split())) in one.body


def test_no_text_becomes_a_header_or_loses_a_letter() -> None:
    for text in HOSTILE:
        is_whole(text)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=120))
def test_no_words_become_a_header_or_lose_a_letter(text: str) -> None:
    is_whole(text)


@pytest.mark.parametrize(
    "text", ["a\r\nBcc: all@x.example", "a\nBcc: b", "a\r\n\r\nbody", "=?utf-8?q?a=0ABcc:_b?=", "a\u2028Bcc: b", "é" * 300, "a," * 90]
)
def test_a_header_cannot_be_smuggled_in(text: str) -> None:
    is_whole(text)


def test_a_page_of_reminders_has_no_markup_but_ours() -> None:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    for text in HOSTILE:
        tokens = parser.parse(hostile_reminder(text, markdown=True).body)
        assert {token.type for token in tokens} & {"html_block", "fence", "code_block", "table_open", "heading_open"} == set()
        kinds = {child.type for token in tokens for child in token.children or ()}
        assert kinds <= {"text", "text_special", "softbreak"}, (ascii(text), kinds)


@pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX")
def test_on_a_terminal_lines_are_wrapped_between_words(home: Path) -> None:
    from test_hostile import on_terminal

    code, shown = on_terminal(home, ["remind", "TO"], columns=60)
    assert code == 0
    assert max(map(len, shown.splitlines())) <= 72  # the rule
    assert "This is what the minutes of Allotment Society" in shown


def test_a_draft_is_made_by_the_librarys_own_policy() -> None:
    one = hostile_reminder("VH to sow")
    data = as_eml(one, None, None, TODAY)
    assert email.message_from_bytes(data, policy=SMTP).as_bytes() == data
    assert draft(data).keys() == [name for name in HEADERS if name not in ("From", "To")]
