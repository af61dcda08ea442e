"""The laws of the ledger, over made-up years of a committee whose minutes are reworded, reordered, amended, late and lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from make import FIRST, TODAY, carried, changed, mention, minutes, noted

from tcsg.ledger.canonical import dump_ledger
from tcsg.ledger.carry import Carried
from tcsg.ledger.recording import added, placed
from tcsg.model import Answer, ByHand, Due, Kind, Ledger, Mention, Minutes, Person, Status

# Wordings of a few actions: some are one action for certain, some may be, some only look alike.
WORDINGS = (
    "paint the attic before the winter",
    "paint the attic, both walls, before the winter",
    "the attic to be painted in grey, both walls",
    "order 3 lamps for the hall",
    "order 5 lamps for the hall",
    "order lamps for the hall",
    "send the list of rooms to Nia",
    "send the list of rooms to Ravi",
    "send Nia the list of all the rooms that leak",
    "find out what a new boiler costs",
    "ask three firms what a new boiler would cost",
    "book the ferry",
)
OWNERS = ((), ("KK",), ("PB",), ("KK", "PB"))
DUES = (None, Due("by 3 March", date(2031, 3, 3)), Due("by 9 June", date(2031, 6, 9)), Due("by the next meeting"), Due("soon"))
STATUSES = (Status.OPEN, Status.OPEN, Status.OPEN, Status.DONE, Status.DROPPED)


class Folder(tuple[Minutes, ...]):
    """The minutes of a folder, printed in the few words that tell why a law fails."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "".join(f"\n  {m.path} {m.meeting} {m.day}" + "".join(f"\n    {_shown(n)}" for n in m.mentions) for m in self)


def _shown(one: Mention) -> str:
    said = {"due": one.due.words if one.due else None, "restates": one.restates, "cites": one.cites}
    return f"{one.line} {one.text!r} {'/'.join(one.owners)} {one.status} {' '.join(f'{k} {v}' for k, v in said.items() if v)}"


@st.composite
def tellings(draw: st.DrawFn, *, cites: bool = False) -> tuple[Mention, ...]:
    """What one meeting's minutes mention, on the lines 10, 11, …; some of it again in a summary."""
    told: list[Mention] = []
    for line in range(10, 10 + draw(st.integers(0, 4))):
        again = draw(st.sampled_from(told)) if told and draw(st.integers(0, 5)) == 0 else None
        words = again.text if again and draw(st.booleans()) else draw(st.sampled_from(WORDINGS))
        cited = draw(st.sampled_from(((), (), (), ("A1.1",), ("A2.1",), ("A3.2",)))) if cites else ()
        told.append(
            mention(
                words,
                *draw(st.sampled_from(OWNERS)),
                due=draw(st.sampled_from(DUES)),
                status=draw(st.sampled_from(STATUSES)),
                kind=Kind.SUMMARY if again else Kind.BLOCK,
                line=line,
                restates=(again.restates or again.line) if again else None,
                cites=cited,
            )
        )
    return tuple(told)


@st.composite
def files(draw: st.DrawFn, serial: int, *, cites: bool = False) -> Minutes:
    """The minutes of one meeting of 2031, in a file with a name and a content of its own."""
    day = FIRST + timedelta(days=draw(st.integers(0, 300)))
    number = draw(st.sampled_from((None, "1", "2", "3", "8a", "8A")))
    path = f"minutes/{draw(st.sampled_from('abc'))}{serial}.md"
    return minutes(*draw(tellings(cites=cites)), day=day, meeting=number, path=path, people=(Person(f"Guest {serial}"),))


@st.composite
def serieses(draw: st.DrawFn, *, cites: bool = False) -> Folder:
    """The minutes of up to six meetings in date order."""
    found = [draw(files(serial, cites=cites)) for serial in range(draw(st.integers(1, 6)))]
    return Folder(sorted(found, key=lambda m: (m.day or FIRST, m.path)))


def again(one: Minutes, told: Sequence[Mention]) -> Minutes:
    """The same file with other mentions, on its lines from 10."""
    lines = {m.line: n for n, m in enumerate(told, 10)}
    placed = [replace(m, line=n, end_line=n, restates=lines.get(m.restates or 0)) for n, m in enumerate(told, 10)]
    return minutes(*placed, day=one.day or FIRST, meeting=one.meeting, path=one.path, people=one.present)


@st.composite
def amended(draw: st.DrawFn, one: Minutes, *, cites: bool, losses: bool) -> Minutes:
    """The file after somebody inserted, deleted, reworded, moved or corrected something."""
    told = list(one.mentions)
    what: str = draw(st.sampled_from(("insert", "delete", "reword", "move", "all", "day", "number" if losses else "day")))
    match what:
        case "insert":
            for new in draw(tellings(cites=cites)):
                told.insert(draw(st.integers(0, len(told))), replace(new, restates=None))
        case "delete" if told:
            del told[draw(st.integers(0, len(told) - 1))]
        case "reword" if told:
            n = draw(st.integers(0, len(told) - 1))
            told[n] = replace(told[n], text=draw(st.sampled_from(WORDINGS)), status=draw(st.sampled_from(STATUSES)))
        case "move":
            told = draw(st.permutations(told))
        case "day":
            day = FIRST + timedelta(days=draw(st.integers(0, 300)))
            return minutes(*one.mentions, day=day, meeting=one.meeting, path=one.path, people=one.present)
        case "number":
            number = draw(st.sampled_from((None, "1", "4")))
            return minutes(*one.mentions, day=one.day or FIRST, meeting=number, path=one.path, people=one.present)
        case _:
            told = list(draw(tellings(cites=cites)))
    return again(one, told)


@st.composite
def histories(draw: st.DrawFn, *, cites: bool = False, losses: bool = False) -> tuple[Folder, ...]:
    """A folder of minutes as it stood at each of several carries: files come in any order, are amended, renamed and lost."""
    folder: dict[str, Minutes] = {}
    states = []
    serial = 0
    for _ in range(draw(st.integers(1, 5))):
        untouched = sorted(folder)
        for _ in range(draw(st.integers(1, 2))):
            what = draw(st.sampled_from(("new", "new", "new", "amend", "amend", "amend", "rename", "lose" if losses else "amend")))
            if what == "new" or not untouched:
                new = draw(files(serial, cites=cites))
                folder[new.path] = new
                serial += 1
                continue
            old = folder.pop(untouched.pop(draw(st.integers(0, len(untouched) - 1))))
            if what != "lose":
                now = draw(amended(old, cites=cites, losses=losses)) if what == "amend" else replace(old, path=old.path.replace(".md", "+.md"))
                folder[now.path] = now
        states.append(Folder(folder.values()))
    return tuple(states)


@st.composite
def hands(draw: st.DrawFn, ledger: Ledger) -> Ledger:
    """The ledger after somebody recorded something about an action, or typed into it."""
    if not ledger.actions:
        return ledger
    about = draw(st.sampled_from(ledger.actions))
    one, raised = about.id, next(m.day for m in ledger.meetings if m.key == about.raised)
    on = raised + timedelta(days=draw(st.integers(0, 99)))
    status, due, owners = draw(st.sampled_from(STATUSES)), draw(st.sampled_from((None, "none", "2031-08-01"))), draw(st.sampled_from(OWNERS))
    what: str = draw(st.sampled_from(("nothing", "status", "due", "owners", "note", "typed", "agreed", "answered")))
    match what:
        case "agreed":
            words = draw(st.sampled_from(WORDINGS))
            return placed(ledger, added(ledger, words, ByHand(on, owners=owners, added=words)))
        case "answered":
            verdict, value = draw(st.sampled_from((("same", one), ("different", one), ("action", "no"))))
            answer = Answer(draw(st.sampled_from(ledger.meetings)).key, draw(st.sampled_from(WORDINGS)), verdict, value)
            return replace(ledger, answers=(*ledger.answers, answer), reading=None)
        case "status":
            return noted(ledger, one, ByHand(on, status=status))
        case "due":
            return noted(ledger, one, ByHand(on, due=due))
        case "owners":
            return noted(ledger, one, ByHand(on, owners=owners))
        case "note":
            return noted(ledger, one, ByHand(on, note="rang the firm"))
        case "typed":
            return changed(ledger, one, status=status, owners=owners, due=None)
        case _:
            return ledger


def data(carried: Carried) -> str:
    return dump_ledger(carried.ledger)


def all_ids(ledger: Ledger) -> list[str]:
    return [i for a in ledger.actions for i in (a.id, *a.aliases)]


def meaning(result: Carried) -> Counter[tuple[object, ...]]:
    """What a ledger says of each action, whatever it and the meetings are called."""
    paths = {m.key: m.path for m in result.ledger.meetings}
    places: dict[str, list[tuple[str, int]]] = {}
    for link in result.links:
        places.setdefault(link.action, []).append((link.path, link.mention.line))
    return Counter(
        (tuple(sorted(places[a.id])), a.text, a.status, a.closed, a.why, a.owners, a.due, a.due_words, tuple(paths[k] for k in a.seen))
        for a in result.ledger.actions
        if a.id in places
    )


Places = frozenset[tuple[str, int]]
"""Where an action is mentioned: by the content of the file, as it may be renamed, and the line."""


def places(result: Carried) -> dict[Places, str]:
    """The ids of the actions by where they are mentioned, without those that share their first words with another of their meeting."""
    content = {m.key: m.sha256 for m in result.ledger.meetings}
    found: dict[str, set[tuple[str, int]]] = {}
    for link in result.links:
        found.setdefault(link.action, set()).add((content[link.meeting], link.mention.line))
    words = Counter((a.raised, a.text) for a in result.ledger.actions)
    alone = {a.id for a in result.ledger.actions if words[a.raised, a.text] == 1}
    return {frozenset(where): i for i, where in found.items() if i in alone}


@given(st.data())
def test_carrying_twice_is_carrying_once(drawn: st.DataObject) -> None:
    ledger = Ledger()
    for state in drawn.draw(histories(cites=True, losses=True)):
        once = carried(state, drawn.draw(hands(ledger)))
        twice = carried(state, once.ledger, today=TODAY + timedelta(days=1))
        assert data(twice) == data(once)
        assert twice.changes == ()
        ledger = once.ledger


@given(serieses(cites=True))
def test_one_by_one_in_date_order_is_all_at_once(told: Folder) -> None:
    ledger = Ledger()
    for count in range(1, len(told) + 1):
        result = carried(told[:count], ledger)
        ledger = result.ledger
    assert data(result) == data(carried(told))
    assert result.links == carried(told).links


@given(histories())
def test_late_and_amended_minutes_give_what_all_at_once_gives_but_for_names(states: tuple[Folder, ...]) -> None:
    ledger = Ledger()
    for state in states:
        result = carried(state, ledger)
        ledger = result.ledger
        assert meaning(result) == meaning(carried(state))


@given(histories())
def test_an_action_whose_mentions_did_not_change_keeps_its_id(states: tuple[Folder, ...]) -> None:
    before: dict[Places, str] = {}
    ledger = Ledger()
    for state in states:
        result = carried(state, ledger)
        ledger = result.ledger
        now = places(result)
        assert all(now[where] == before[where] for where in before.keys() & now.keys())
        before = now


@given(st.data())
def test_an_id_once_given_stays_and_is_given_once(drawn: st.DataObject) -> None:
    ledger = Ledger()
    given: set[str] = set()
    for state in drawn.draw(histories(cites=True, losses=True)):
        ledger = carried(state, drawn.draw(hands(ledger))).ledger
        names = all_ids(ledger)
        assert len(names) == len(set(names))
        assert given <= set(names)
        given |= set(names)


@given(histories(cites=True, losses=True))
def test_every_mention_belongs_to_one_action(states: tuple[Folder, ...]) -> None:
    ledger = Ledger()
    for state in states:
        result = carried(state, ledger)
        ledger = result.ledger
        known = {a.id: a for a in ledger.actions}
        assert Counter((k.path, k.mention) for k in result.links) == Counter((m.path, n) for m in state for n in m.mentions)
        assert all(k.meeting in known[k.action].seen for k in result.links)


@given(serieses(cites=True))
def test_no_open_action_disappears_and_silence_closes_none(told: Folder) -> None:
    ledger = Ledger()
    for count in range(1, len(told) + 1):
        result = carried(told[:count], ledger)
        now = {a.id: a.status for a in result.ledger.actions}
        closing = {k.action for k in result.links if k.path == told[count - 1].path and k.mention.status is not Status.OPEN}
        for before in ledger.actions:
            if before.status is Status.OPEN:
                assert now[before.id] is Status.OPEN or before.id in closing
        ledger = result.ledger


@given(st.data())
def test_the_order_of_the_files_makes_no_difference(drawn: st.DataObject) -> None:
    ledger = Ledger()
    for state in drawn.draw(histories(cites=True, losses=True)):
        known = drawn.draw(hands(ledger))
        result = carried(state, known)
        assert carried(drawn.draw(st.permutations(state)), known) == result
        ledger = result.ledger


@given(st.data())
def test_what_was_recorded_by_hand_survives_every_carry(drawn: st.DataObject) -> None:
    ledger = Ledger()
    for state in drawn.draw(histories(cites=True, losses=True)):
        known = drawn.draw(hands(ledger))
        ledger = carried(state, known).ledger
        before = Counter(e for a in known.actions for e in a.by_hand)
        assert not before - Counter(e for a in ledger.actions for e in a.by_hand)


@given(st.data())
def test_minutes_that_are_gone_change_nothing(drawn: st.DataObject) -> None:
    ledger = Ledger()
    for state in drawn.draw(histories(cites=True)):
        ledger = carried(state, drawn.draw(hands(ledger))).ledger
    left = Folder(m for m in state if drawn.draw(st.booleans()))
    result = carried(left, ledger)
    assert data(result) == dump_ledger(ledger)
