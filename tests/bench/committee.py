"""A committee that has met for years: minutes in all styles, actions that are raised, carried, closed and forgotten."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

ME = "AHR"
"""Whose actions are asked for; she has MINE open actions at every size."""
MINE = 25
TODAY = date(2031, 6, 17)
"""The day of the questions: some days after the last meeting."""
PER_MEETING = 20
"""New actions at each meeting; about as many are reviewed."""
MEETINGS = 2_000
"""Meetings that one folder holds at most: more actions than these have are raised by larger meetings."""
LEFT_OPEN = 0.1
"""The share of actions that nobody ever closes."""

PEOPLE = (
    "AHR Anna Harris; BO Bela Orr; CM Clara Moss; DW Dov Weiss; EF Edda Frey; FG Frank Gale; GN Greta Nash; HL Hugo Lund; IB Ines Bohm; "
    "JK Jon Kerr; KP Kira Pohl; LS Leo Stark; MT Mona Tell; NV Nils Voss; OA Olga Ahn; PD Paul Drew; RY Rita Yoon; SC Sam Croft; TH Tara Hume; "
    "UE Udo Eck; VZ Vera Zink; WB Will Byrd; YM Yann Moe; ZQ Zoe Quade"
)
VERBS = "write send check order paint repair book ask invite draft update collect measure replace plan review print test clean publish".split()
THINGS = (
    "lamps shelves chairs posters windows doors ladders filters pumps boilers benches signs keys racks screens cables carpets blinds taps heaters "
    "plants tables hoses fences gates bins hooks maps badges forms tickets menus flags bells clocks scales ovens trays vans bikes boats tents"
).split()
PLACES = (
    "attic cellar hall library workshop kitchen garden office canteen archive studio yard lobby gallery laboratory greenhouse garage stable chapel "
    "theatre museum station harbour school market bakery mill quarry orchard depot"
).split()
EVENTS = "open day; spring fair; annual review; safety audit; summer course; winter party; jubilee; trustees; budget round; move".split("; ")
BEGINNINGS = "Tal Mer Bron Cal Dor Fen Gal Har Ker Lin Mar Nor Ost Pel Ras Sel Tor Ver Wal Zel".split()
ENDINGS = "vor rin dale wick mond tham brook field ston gate ley worth bury ford holm mere nick pool ridge shaw".split()
TALK = (
    "The board thanked everybody for the work of the last weeks.",
    "There was a long discussion about the cost of the heating, and about the roof.",
    "Members agreed that the figures look better than a year ago, though not everywhere.",
    "The report was received. Questions were asked about staffing and about the two vacancies.",
    "It was noted that the letter of the council has not been answered yet.",
    "Three visitors described how they do it elsewhere; their slides are in the shared folder.",
)


@dataclass(slots=True)
class Task:
    """An action of the made-up committee; `closes` is the number of the meeting that closes it, None if nobody does."""

    words: str
    owner: str
    due: date | None
    closes: int | None


def people() -> list[tuple[str, str]]:
    """Initials and names."""
    return [(one.split()[0], " ".join(one.split()[1:])) for one in PEOPLE.split("; ")]


def make(root: Path, actions: int, per_meeting: int = 0, seed: int = 8) -> tuple[Task, ...]:
    """Write the minutes of a committee that raised so many actions below `root`, and return them."""
    chance = random.Random(seed)
    count = max(2, actions // per_meeting if per_meeting else min(MEETINGS, actions // PER_MEETING))
    first = TODAY - timedelta(days=5 + (count - 1) * _gap(count))
    tasks: list[Task] = []
    reviewed: list[Task] = []
    (root / "minutes").mkdir(parents=True, exist_ok=True)
    (root / "minutes/committee.yaml").write_text(_committee(), encoding="utf-8")
    mine = _spread(MINE, actions)
    for n in range(count):
        day = first + timedelta(days=n * _gap(count))
        share = actions // count + (n < actions % count)
        new = [_task(chance, n, day, count, mine=len(tasks) + k in mine) for k in range(share)]
        tasks += new
        folder = root / "minutes" / str(day.year)
        folder.mkdir(exist_ok=True)
        (folder / f"{day}.md").write_text(_minutes(chance, n, day, new, reviewed), encoding="utf-8")
        reviewed = [t for t in (*reviewed, *new) if t.closes is not None and t.closes > n]
    return tuple(tasks)


def _gap(count: int) -> int:
    """Days between two meetings: a month, and less when years would not be enough."""
    return 28 if count <= 600 else 7


def _spread(few: int, many: int) -> frozenset[int]:
    return frozenset(n * many // few for n in range(few))


def _task(chance: random.Random, n: int, day: date, count: int, *, mine: bool) -> Task:
    things = chance.sample(THINGS, 2)
    words = f"{chance.choice(VERBS)} the {things[0]} and {things[1]} of the {chance.choice(PLACES)} for the {chance.choice(EVENTS)}"
    words += f" of {chance.choice(BEGINNINGS)}{chance.choice(ENDINGS)}"
    stays = mine or chance.random() < LEFT_OPEN or n == count - 1
    owner = ME if mine else chance.choice(people()[1:] if stays else people())[0]
    due = day + timedelta(days=chance.randrange(10, 200)) if chance.random() < 0.6 else None
    return Task(words, owner, due, None if stays else min(count - 1, n + chance.choice((1, 1, 1, 2))))


def _committee() -> str:
    members = "".join(f"  {initials}: {{name: {name}}}\n" for initials, name in people())
    return f"name: Board of the House\ndate_order: dmy\ngroups: {{Everybody: all}}\nmembers:\n{members}"


def _minutes(chance: random.Random, n: int, day: date, new: list[Task], reviewed: list[Task]) -> str:
    present = "".join(f"  {initials}: {name}\n" for initials, name in people()[: 8 + n % 8] + people()[-3:])
    head = f'---\ncommittee: Board of the House\nmeeting: "{n + 1}"\ndate: {day}\npresent:\n{present}---\n\n# Minutes of meeting {n + 1}\n'
    return f"{head}\n## 1. Actions of earlier meetings\n\n{''.join(_reviewed(t, n) for t in reviewed)}\n{_STYLES[n % len(_STYLES)](chance, new)}"


def _reviewed(task: Task, n: int) -> str:
    if task.closes == n:
        return f"- {task.owner} to {task.words}: done.\n"
    return f"- {task.owner} to {task.words}. Still going on.\n"


def _talk(chance: random.Random, number: int) -> str:
    paragraphs = "".join(f"{' '.join(chance.sample(TALK, 3))}\n\n" for _ in range(3))
    return f"## {number}. The {chance.choice(PLACES)}\n\n{paragraphs}"


def _talks(chance: random.Random, new: list[Task]) -> str:
    return "".join(_talk(chance, k // 4 + 2) for k in range(0, len(new), 4))


def _by(task: Task) -> str:
    return f" by {task.due.day} {task.due:%B %Y}" if task.due else ""


def _bullets(chance: random.Random, new: list[Task]) -> str:
    return _talks(chance, new) + "## Actions\n\n" + "".join(f"- {t.owner} to {t.words}{_by(t)}.\n" for t in new)


def _marks(chance: random.Random, new: list[Task]) -> str:
    parts = []
    for k in range(0, len(new), 4):
        marks = "".join(f"**Action:** {t.owner} to {t.words}{_by(t)}.\n\n" for t in new[k : k + 4])
        parts.append(_talk(chance, k // 4 + 2) + marks)
    return "".join(parts)


def _table(chance: random.Random, new: list[Task]) -> str:
    rows = "".join(f"| {t.words.capitalize()} | {t.owner} | {f'{t.due:%d/%m/%Y}' if t.due else ''} |\n" for t in new)
    return _talks(chance, new) + "## Actions\n\n| Action | Owner | Due |\n| --- | --- | --- |\n" + rows


def _boxes(chance: random.Random, new: list[Task]) -> str:
    return _talks(chance, new) + "## Action items\n\n" + "".join(f"- [ ] {t.words.capitalize()}{_by(t)} ({t.owner})\n" for t in new)


def _trailing(chance: random.Random, new: list[Task]) -> str:
    parts = []
    for k in range(0, len(new), 4):
        marks = "".join(f"{chance.choice(TALK)} {t.owner} will {t.words}{_by(t)}. [Action: {t.owner}]\n\n" for t in new[k : k + 4])
        parts.append(_talk(chance, k // 4 + 2) + marks)
    return "".join(parts)


_STYLES = (_bullets, _marks, _table, _boxes, _trailing)
