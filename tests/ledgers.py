"""Ledgers of every kind for the laws: ordinary, odd and hostile ones, and the bytes of damaged ones."""

from __future__ import annotations

import string
from datetime import date

from hypothesis import strategies as st

from tcsg.ledger.canonical import ACTION_KEYS, BY_HAND_KEYS, LEDGER_KEYS
from tcsg.model import Action, Answer, ByHand, Committed, Ledger, Meeting, Person, PlanFile, Raw, Status

ORDINARY = Ledger(
    meetings=(
        Meeting("4", date(2031, 4, 8), "minutes/2031-04-08.md", "5357e2bb" * 8, (Person("Mira Olsen", "MO"), Person("Nia Orr"))),
        Meeting("2031-06-18", date(2031, 6, 18), "minutes/2031/june, second.md", "12345678" * 8),
    ),
    answers=(Answer("4", "Paint: the attic?", "same", "A4.1"), Answer("2031-06-18", "sweep", "action", "yes")),
    actions=(
        Action(
            id="A4.1", text="MO to paint the attic: both walls", raised="4", due=date(2031, 9, 30), due_words="in the autumn", owners=("MO", "NO"),
            seen=("4", "2031-06-18"), aliases=("A4.7",), by_hand=(
                ByHand(date(2031, 5, 2), due="2031-09-30", why="no ladder, yet"), ByHand(date(2031, 5, 3), due="none", owners=()),
                ByHand(date(2031, 5, 4), Status.DONE, note="it's \"done\" #1\n", same="A4.7", extra=(("by", "phone"),)),
            ),
        ),
        Action("A2031-06-18.12", "sweep the cellar", "2031-06-18", Status.DROPPED, closed=date(2031, 7, 1), why="no cellar",
               extra=(("cost", None), ("rooms", ["attic", {"size": "4"}]))),
    ),
    reading="9f3c",
    extra=(("site", "north"),),
)  # fmt: skip

CANONICAL = """\
# Written by tcsg; see `tcsg guide ledger`.
schema: tcsg/ledger/1
reading: 9f3c
site: north
minutes:
- {meeting: "4", date: 2031-04-08, path: minutes/2031-04-08.md, sha256: SHA4, people: [Mira Olsen (MO), Nia Orr]}
- {meeting: "2031-06-18", date: 2031-06-18, path: "minutes/2031/june, second.md", sha256: "SHA6", people: []}
answers:
- {meeting: "4", words: "Paint: the attic?", same: A4.1}
- {meeting: "2031-06-18", words: sweep, action: "yes"}
actions:
- id: A4.1
  status: open
  text: "MO to paint the attic: both walls"
  due: 2031-09-30
  raised: "4"
  owners: [MO, "NO"]
  due_words: in the autumn
  closed: null
  seen: ["4", "2031-06-18"]
  aliases: [A4.7]
  by_hand:
  - {on: 2031-05-02, due: 2031-09-30, why: "no ladder, yet"}
  - {on: 2031-05-03, due: none, owners: []}
  - {on: 2031-05-04, status: done, note: "it's \\"done\\" #1\\n", same: A4.7, by: phone}
- id: A2031-06-18.12
  status: dropped
  text: sweep the cellar
  due: null
  raised: "2031-06-18"
  owners: []
  due_words: null
  closed: 2031-07-01
  seen: []
  why: no cellar
  by_hand: []
  cost: null
  rooms: [attic, {size: "4"}]
""".replace("SHA4", "5357e2bb" * 8).replace("SHA6", "12345678" * 8)

ODD = (
    *(
        "",
        " ",
        "null",
        "~",
        "NO",
        "y",
        "On",
        "TRUE",
        "=",
        "<<",
        "-",
        "--- a",
        "...",
        "?",
        ":",
        "a:",
        "a: b",
        "a #b",
        "#4",
        " a",
        "a ",
        "\ta",
        "a\tb",
        "é",
        "\xa0a",
        "a\u3000",
    ),
    *(
        "8",
        "007",
        "1e3",
        "12e03",
        "0x1F",
        "0o17",
        "0b1",
        "1_000",
        "4.10",
        "1.",
        ".5",
        "+1",
        "-1",
        "1,5",
        "14:30",
        "12:30:45.5",
        "-.inf",
        ".NaN",
        "5357e2",
    ),
    *(
        "2031-04-08",
        "2031-4-8",
        "2031-04-08T10:00:00Z",
        "2031-04-08 or later",
        "28 days",
        "1st",
        "a, b",
        "[a",
        "a]",
        "{a}",
        "a{",
        "a?b",
        "a:b",
        "(a)",
        "/a",
        "_",
    ),
    *(
        "@jo",
        "`a`",
        "%a",
        "&a",
        "*a*",
        "!a",
        "|",
        "> a",
        "'a'",
        '"a"',
        'a "b"',
        "a\\b",
        '\\"',
        "a\nb",
        "a\r\nb",
        "\x00",
        "\x1b[31m",
        "\x7f",
        "a\x85b",
        "a\u2028b",
    ),
    *(
        "\ufeffa",
        "\ufffe",
        "\uffff",
        "\U0001f600",
        "\U0010ffff",
        "\n- id: A4.1\n",
        "\nactions:\n",
        "<<<<<<< HEAD",
        "\n=======\n",
        "Jo (Pell)",
        "Jo (",
        "Jo ()",
        "(JP)",
    ),
)
"""Texts that a careless writer of YAML gives back changed, or not at all."""

TEXTS = st.one_of(st.sampled_from(ODD), st.text(max_size=20), st.lists(st.sampled_from(ODD), max_size=4).map("".join))
MAYBE = st.none() | TEXTS
LISTS = st.lists(TEXTS, max_size=3).map(tuple)
DAYS = st.dates()
KEYS = st.text(min_size=1, max_size=128) | st.sampled_from([text for text in ODD if text])
PLAIN_KEYS = st.text(string.ascii_letters + string.digits + "-", min_size=1, max_size=10)
IDS = st.builds("A{}.{}".format, PLAIN_KEYS, st.integers(1, 999))
VALUES: st.SearchStrategy[Raw] = st.recursive(
    MAYBE, lambda value: st.lists(value, max_size=3) | st.dictionaries(KEYS, value, max_size=3), max_leaves=6
)


def _extra(*known: str) -> st.SearchStrategy[tuple[tuple[str, Raw], ...]]:
    return st.dictionaries(KEYS.filter(lambda key: key not in known), VALUES, max_size=2).map(lambda pairs: tuple(pairs.items()))


PEOPLE = st.lists(st.builds(Person, TEXTS, MAYBE), max_size=3).map(tuple)
MEETINGS = st.builds(Meeting, TEXTS, DAYS, TEXTS, TEXTS, PEOPLE)
ANSWERS = st.builds(Answer, TEXTS, TEXTS, st.sampled_from(["same", "different", "action"]), TEXTS)
PLANNED = st.builds("P{}.{}".format, st.sampled_from(("2025", "2025b", "2031")), st.integers(1, 99))
MAYBE_PLANNED = st.none() | PLANNED
DUES = st.none() | st.just("none") | DAYS.map(str)
BY_HAND = st.builds(
    ByHand,
    DAYS,
    st.none() | st.sampled_from(Status),
    DUES,
    st.none() | LISTS,
    MAYBE,
    MAYBE,
    MAYBE,
    MAYBE,
    MAYBE_PLANNED,
    MAYBE_PLANNED,
    _extra(*BY_HAND_KEYS),
)
ACTIONS = st.builds(
    Action, IDS, TEXTS, TEXTS, st.sampled_from(Status), st.none() | DAYS, MAYBE, LISTS, st.none() | DAYS, LISTS, MAYBE, LISTS,
    st.lists(PLANNED, max_size=2).map(tuple),    st.lists(BY_HAND, max_size=2).map(tuple), _extra(*ACTION_KEYS),
)  # fmt: skip
LEDGERS = st.builds(
    Ledger,
    st.lists(MEETINGS, max_size=2).map(tuple),
    st.lists(ANSWERS, max_size=2).map(tuple),
    st.lists(ACTIONS, max_size=3, unique_by=lambda action: action.id).map(tuple),
    MAYBE,
    _extra(*LEDGER_KEYS),
    st.lists(st.builds(PlanFile, st.sampled_from(("2025", "2025b")), TEXTS, TEXTS), max_size=2).map(tuple),
    st.lists(st.builds(Committed, PLANNED, TEXTS, st.booleans()), max_size=3, unique_by=lambda one: one.id).map(tuple),
)
