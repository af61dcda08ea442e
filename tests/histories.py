"""Made-up years of a committee for the laws: minutes that are reworded, reordered, amended, late, renamed and lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st
from make import FIRST, changed, mention, minutes, noted

from tcsg.ledger.recording import added, placed
from tcsg.model import Answer, ByHand, Due, Kind, Ledger, Mention, Minutes, Person, Section, Status

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
    said = {"due": one.due.words if one.due else None, "restates": one.restates, "cites": one.cites, "section": one.section, "former": one.former}
    return f"{one.line} {one.text!r} {'/'.join(one.owners)} {one.status} {' '.join(f'{k} {v}' for k, v in said.items() if v)}"


@st.composite
def tellings(draw: st.DrawFn, *, cites: bool = False) -> tuple[Mention, ...]:
    """What one meeting's minutes mention, on the lines 10, 11, …; some of it again in a summary."""
    told: list[Mention] = []
    for line in range(10, 10 + draw(st.integers(0, 4))):
        again = draw(st.sampled_from(told)) if told and draw(st.integers(0, 5)) == 0 else None
        words = again.text if again and draw(st.booleans()) else draw(st.sampled_from(WORDINGS))
        cited = draw(st.sampled_from(((), (), (), ("A1.1",), ("A2.1",), ("A3.2",), ("2.1",), ("3.1",), ("3.2",)))) if cites else ()
        section = draw(st.sampled_from((None, None, None, Section.REVIEW, Section.NEW))) if cites else None
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
        told[-1] = replace(told[-1], section=section, former=draw(st.sampled_from(OWNERS[:3])) if cites else ())
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
def hands(draw: st.DrawFn, ledger: Ledger, *, answers: bool = True) -> Ledger:
    """The ledger after somebody recorded something about an action, typed into it, or answered a question."""
    if not ledger.actions:
        return ledger
    about = draw(st.sampled_from(ledger.actions))
    one, raised = about.id, next(m.day for m in ledger.meetings if m.key == about.raised)
    on = raised + timedelta(days=draw(st.integers(0, 99)))
    status, due, owners = draw(st.sampled_from(STATUSES)), draw(st.sampled_from((None, "none", "2031-08-01"))), draw(st.sampled_from(OWNERS))
    what: str = draw(st.sampled_from(("nothing", "status", "due", "owners", "note", "typed", "agreed", "answered" if answers else "agreed")))
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
