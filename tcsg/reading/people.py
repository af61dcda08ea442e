"""Who was there: attendance as minutes write it, for example `Ailish Harikae (AHR), Secretary`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen, replace
from tcsg.model import Person
from tcsg.reading.headings import read_opening
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.naming import is_group
from tcsg.reading.orders import orders
from tcsg.reading.person import read_person
from tcsg.reading.text import late_names
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_GROUP = late.compile(r"[(\[]([^()\[\]]{1,80})[)\]]")
_LISTS = w.PRESENT | w.EXCUSED
_EXCUSE = late.compile(
    r"(?:apologies|regrets)(?: for absence)?(?:(?: have been| had been| were| was)?"
    r" (?:received|given|sent|accepted|noted|tendered)(?: and (?:accepted|noted))?)? from:?\s+(.+)$",
    re.IGNORECASE,
)
"""`Apologies were received from Tessa Wolfe.`"""
_FIRST_ALONE = late_names(r"[A-Z][a-z'’]{1,20}[A-Z]?$")
_TITLE_NUMBER = late.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s+")
_LABEL = late.compile(r"([^\W\d_](?:[^\W\d_]|[ -]){2,30}?)\s*(?:\(\d{1,3}\))?\s*:\s*(.*)$")
_ASIDE = late.compile(r" \([^()]{1,30}\)$")
_LABEL_LENGTH = 40
"""Characters in which the colon of _LABEL stands, of words parted by single blanks."""
_NEAR = 40
"""Items above a box among which its title is looked for."""
_PARTED = late.compile(r"[.;]\s|\s{3}")
_LAST_WORDS = frozenset(label.split()[-1] for label in _LISTS)
_LISTED = late.compile(rf"(?:(?<=[.;])\s+|\s{{3,}})(?=(?:{w.alternatives(_LISTS)})\s?:)", re.IGNORECASE)
"""Where another list of people begins on the same line: `Present: Dunn, Reyes. Absent: Tran`."""


@frozen
class Attendance:
    """The people of a meeting and the lines that list them, which hold no actions."""

    present: tuple[Person, ...] = ()
    apologies: tuple[Person, ...] = ()
    lines: frozenset[int] = frozenset()

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody listed, those excused included."""
        return self.present + self.apologies


def attendance(items: Sequence[Item]) -> Attendance:
    """The people that the text of the minutes lists under Present, Apologies and the like."""
    items = [part for item in items for part in _parts(item)]
    present: list[Person] = []
    excused: list[Person] = []
    lines: set[int] = set()
    n = 0
    while n < len(items):
        opened = _opens(items[n])
        if opened is None or (_is_numbered_title(items[n]) and not _heads_people(items, n)):
            ticked = _ticked(items, n) if items[n].boxed else []
            for item, person in ticked if _were_there(items, n, ticked) else ():
                (present if item.checked else excused).append(person)
                lines.update(range(item.line, item.end + 1))
            n += len(ticked) or 1
            continue
        away, rest = opened
        into = excused if away else present
        found = [p for p in map(read_person, _names(rest)) if p] or _nicks(rest)
        lines.update(range(items[n].line, items[n].end + 1) if found else ())
        n, block = (n + 1, []) if found and _parted(items, n, len(found)) else _block(items, n)
        for item in block:
            found += [p for p in map(read_person, _candidates(item)) if p]
            lines.update(range(item.line, item.end + 1))
        into += [p for p in found if p not in into]
    return Attendance(tuple(present), tuple(p for p in excused if p not in present), frozenset(lines))


def _may_list(line: str) -> bool:
    """Whether a line has what _LISTED looks for, as few have."""
    before = [part.rsplit(maxsplit=1)[-1:] for part in line[:400].casefold().split(":")[:-1]]
    return any(word and word[0] in _LAST_WORDS for word in before) and _PARTED.search(line) is not None


def _parts(item: Item) -> Iterable[Item]:
    """A paragraph cut where one of its lines, or a sentence of it, opens another list of people."""
    return (item,) if len(item.lines) < 2 and ":" not in "".join(item.lines) else _cut(item)


def _cut(item: Item) -> Iterator[Item]:
    if item.shape in (Shape.LINE, Shape.BULLET) and any(_may_list(line) and _LISTED.search(line[:400]) for line in item.lines):
        for n, line in enumerate(item.lines):
            for said in _LISTED.split(line[:400]):
                yield replace(item, line=item.line + n, end=item.line + n, lines=(said,), gap=item.gap and n == 0)
        return
    cuts = [n for n in range(1, len(item.lines)) if item.shape is Shape.LINE and _opens(replace(item, lines=item.lines[n : n + 1]))]
    for start, end in zip([0, *cuts], [*cuts, len(item.lines)], strict=True):
        whole = not cuts
        yield (
            item
            if whole
            else replace(item, line=item.line + start, end=item.line + end - 1, lines=item.lines[start:end], gap=item.gap and start == 0)
        )


def _ticked(items: Sequence[Item], start: int) -> list[tuple[Item, Person]]:
    """The boxes in a row that name nobody but people with a full name."""
    found = []
    for item in map(items.__getitem__, range(start, len(items))):
        person = read_person(plain(item.text)) if item.boxed else None
        words = person.name.split() if person else []
        if person is None or len(words) < 2 or words[0].casefold() in w.VERBS or not all(w[0].isupper() for w in words if len(w) > 3):
            break
        found.append((item, person))
    return found


def _were_there(items: Sequence[Item], start: int, ticked: Sequence[tuple[Item, Person]]) -> bool:
    """Whether at least three boxes tick who was there, and not what these people did: `Rosa Blum - mended the gate`."""
    if len(ticked) < 3 or _hands_out([person for _, person in ticked]):
        return False
    above = next((item for item in reversed(items[max(0, start - _NEAR) : start]) if not item.boxed), None)
    return above is None or not _heads_tasks(above)


def _heads_tasks(item: Item) -> bool:
    """Whether an item is the title of a list of actions, whose boxes are no people."""
    opening = read_opening(item.text) if item.shape is not Shape.ROW and not item.boxed and len(item.lines) == 1 else None
    return opening is not None and not opening.rest


def _hands_out(people: Sequence[Person]) -> bool:
    """Whether a list of boxes names somebody twice, or tells most what to do: `Rosa Blum - mend the gate`."""
    told = [person.role for person in people if person.role and len(person.role.split()) > 1 and orders(person.role)]
    return len({person.name for person in people}) < len(people) or 2 * len(told) >= len(people)


def _opens(item: Item) -> tuple[bool, str] | None:
    """Whether an item opens a list of people: (excused, names on the same line)."""
    if item.shape not in (Shape.HEADING, Shape.LINE, Shape.BULLET) or item.boxed:
        return None
    first = plain(item.lines[0].replace(") [", "), [")).strip()  # linked names side by side
    if item.shape is Shape.HEADING:
        first = _TITLE_NUMBER.sub("", first)
    if first[:1] in "aArR" and (excuse := _EXCUSE.match(first[:300])) is not None:
        return True, "; ".join([excuse[1], *item.lines[1:]])
    label = _LABEL.match(first[:200]) if ":" in first[:_LABEL_LENGTH] else None
    word, rest = (label[1], label[2]) if label else (first, "")
    word = _ASIDE.sub("", word.lower().strip(" :#?").replace("’", "'").replace("who's", "who is"))
    if word in _LISTS and (again := _LABEL.match(rest[:200])) and again[1].lower() in _LISTS:
        word, rest = again[1].lower(), again[2]  # `Roll call: Present: …`
    if word not in _LISTS or (rest and item.shape is Shape.HEADING and not label):
        return None
    rest = "; ".join([rest, *item.lines[1:]]) if rest else "\n".join(item.lines[1:])
    return word in w.EXCUSED, rest


def _is_numbered_title(item: Item) -> bool:
    """Whether an item is `1. Attendance`: an item of the agenda, which may only name the matter, or a heading in all but name."""
    numbered = item.marker is not None and item.marker[0].isdigit()
    return (numbered or (item.shape is Shape.HEADING and _TITLE_NUMBER.match(item.text) is not None)) and ":" not in item.text


def _heads_people(items: Sequence[Item], n: int) -> bool:
    """Whether at least two people are listed below a title, each with a full name."""
    _, block = _block(items, n)
    people = [read_person(line) for item in block if not _is_numbered_title(item) for line in _candidates(item)]
    return len([p for p in people if p and (p.initials or " " in p.name)]) >= 2


def _nicks(rest: str) -> list[Person]:
    """`lena, max, yusuf`: two or more words in small letters behind the label of a list of people."""
    words = [word.strip() for word in re.split(r"[,;/+&]| and ", rest)]
    return [Person(word) for word in words] if len(words) > 1 and all(re.fullmatch(r"[a-z][\w.-]{1,20}", word) for word in words) else []


def _names(rest: str) -> list[str]:
    """Names that stand on the line of their label, or on lines right below it."""
    if "\n" in rest or "\t" in rest:
        return rest.split("\n")
    if rest.startswith("@") and "," not in rest:
        return re.split(r"\s+(?=@)", rest)
    depth, out, word = 0, [], ""
    for char in rest:
        depth += (char in "([") - (char in ")]")
        if char in ",;" and depth <= 0:
            out.append(word)
            word = ""
        else:
            word += char
    return [w.strip() for w in [*out, word] if w.strip()]


def _candidates(item: Item) -> Iterable[str]:
    if item.shape is Shape.ROW:
        listed = item.cells and item.header and item.cells != item.header
        return [f"{plain(item.cells[0])}\t{', '.join(c for c in item.cells[1:2] if c)}"] if listed else []
    return [name for line in item.lines for name in _run_of_names(line) or [_untab(line)]]


def _run_of_names(line: str) -> list[str]:
    """Three first names or more on a line of their own: `Michael, MarkW, Dan`; no name and its roles."""
    parts = [part.strip() for part in plain(line[:400]).split(",")]
    return parts if len(parts) >= 3 and all(_FIRST_ALONE.match(part) and not is_group(part) for part in parts) else []


def _untab(line: str) -> str:
    # `plain` folds blanks, and the tab between name and role must survive it.
    return "\t".join(plain(part) for part in re.split(r"\t| {3,}", line))


def _block(items: Sequence[Item], opening: int) -> tuple[int, list[Item]]:
    """The items of the list that the item at `opening` opens, and where to go on."""
    block: list[Item] = []
    n = opening + 1
    while n < len(items):
        item = items[n]
        if item.shape in (Shape.HEADING, Shape.RULE) or _opens(item) is not None or _numbered(item) or _is_marked(item):
            break
        lines = list(_candidates(item))
        if not all(read_person(line) for line in lines):
            break
        alone = item.shape is Shape.LINE and block and item.gap and len(lines) == 1 and "\t" not in lines[0] and not _GROUP.search(lines[0])
        if alone and not (_is_full_name(item) and _among_names(items, n)):
            break
        block.append(item)
        n += 1
    return n, block


def _is_full_name(item: Item) -> bool:
    """Whether a line is a person's whole name, with or without a role."""
    person = read_person(plain(item.text))
    words = person.name.split() if person else []
    return len(words) > 1 and words[0].casefold() not in w.VERBS and all(w[0].isupper() for w in words if len(w) > 3)


def _among_names(items: Sequence[Item], n: int) -> bool:
    """Whether a name in a paragraph of its own, as word processors have them, is one of a list: a role follows it, or the list goes on or ends."""
    person, after = read_person(plain(items[n].text)), items[n + 1] if n + 1 < len(items) else None
    return (
        (person is not None and person.role is not None)
        or after is None
        or after.shape in (Shape.HEADING, Shape.RULE)
        or _opens(after) is not None
        or _numbered(after)
        or (after.shape is Shape.LINE and _is_full_name(after))
    )


def _is_marked(item: Item) -> bool:
    """Whether an item begins with a mark of actions; nobody is called so."""
    return item.text.lstrip("*_[( ")[:4].casefold() in ("acti", "todo")


def _parted(items: Sequence[Item], opening: int, people: int) -> bool:
    """Whether a blank line parts what follows from a list of `people` that stands on the line of its label."""
    after = items[opening + 1] if opening + 1 < len(items) else None
    if after is None or not after.gap:
        return False
    return after.shape in (Shape.LINE, Shape.ROW) or (after.shape is Shape.BULLET and (people > 1 or ":" in plain(after.text)))


def _numbered(item: Item) -> bool:
    return bool(item.marker and item.marker[0].isdigit() and item.gap)
