"""People in the head of minutes that no title of a list of people stands above: `Rosa (chair), Ike, Tara`, `Round the fire: Rosa, Ike, Tara`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.entries import entries, without_links
from tcsg.reading.naming import is_group
from tcsg.reading.person import are_initials, is_role, read_person
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tcsg.model import Person
    from tcsg.reading.markdown import Item

_LEAST = 3
"""People of such a list."""
_LABEL = late.compile(r"([*_]{0,3}[^\W\d_](?:[^:,;]|:(?=\d)){1,48}:[*_]{0,3})\s+(?=\S)")
_SENTENCE = late.compile(
    r"\.[*_]{0,2}\s+(?=(?:Apologies|Apols?|Regrets|Abs(?:ente?s?)?|Excusée?s?|Excused|Entschuldigt|Chair|Minutes|Notes|Scribe"
    r"|Not (?:here|there|present)|Missing|Sorry|Nobody|No ?one|Niemand|Personne)\b)"
)
"""Where those who were not there follow, or that nobody else was."""
_NOT_THERE = frozenset(
    """
    to cc bcc from author authors editor editors distribution invited invitees agenda topics items tags keywords next subject re categories links
    location venue where when date time expected copied circulation recipients reviewers approvers signatories contact contacts sponsors
    """.split()
)
"""Words of a label behind which people stand who need not have been there, or things."""
_NO_LABEL = _NOT_THERE | w.MISSING | w.HOSTS
_IN, _OUT = ["in"], (["not", "in"], ["out"], ["away"], ["not", "here"], ["not", "there"])
"""What a short label says of those who came, and of those who did not."""
_SITTINGS = frozenset("slot sitting session call group table room team early late first second morning afternoon evening".split())
"""With one of these begins what a meeting in parts is parted by: `Slot A (08:00 UTC): Rosa, Ike`."""


def unlabelled_roll(lines: Iterable[Item]) -> Iterator[tuple[Item, Person, bool]]:
    """The people of the lines of the head that are lists behind no label or a strange one: the line, the person, and whether away."""
    yield from ((line, person, _label(line.lines[0])[0] in _OUT) for line in lines for person in _people(line.lines[0]))


def _label(line: str) -> tuple[list[str], str]:
    """The words of the label of a line, and what stands behind it."""
    label = _LABEL.match(line)
    words = [word.strip("*_:.!()").casefold() for word in label[1].replace("/", " ").split()] if label else []
    return words, line[label.end() :] if label else line


def _people(line: str) -> list[Person]:
    """The people of a line, when it names nobody and nothing else."""
    said, line = _label(line)
    if not _NO_LABEL.isdisjoint(said):
        return []
    behind = _SENTENCE.search(line)
    listed = entries(without_links(line[: behind.start()] if behind else line).rstrip(". "))
    read = [(entry, read_person(entry) if ":" not in entry else None) for entry in listed]
    told = [(entry, person) for entry, person in read if person is not None]
    people = [person for _, person in told]
    if 4 * len(people) < 3 * len(listed) or any(len((p.name if p else entry.split("(")[0]).split()) > _LEAST for entry, p in read):
        return []
    sure = sum(_is_sure(entry, person) for entry, person in told)
    roles = len(people) >= _LEAST and all("(" in entry and " " not in person.name for entry, person in told)
    sitting = bool(said) and said[0] in _SITTINGS and all(person.name[0].isupper() and not is_group(person.name) for person in people)
    came = (said == _IN or not w.ATTENDED.isdisjoint(said)) and len(people) == len(listed) >= _LEAST  # `da/here: rosa, ike, Tara`
    return people if came or said in _OUT or (sure >= _LEAST and 2 * sure >= len(people)) or roles or (sitting and len(people) > 1) else []


def _is_sure(entry: str, person: Person) -> bool:
    """Whether a name can be taken for nothing else, alone or with what is said of it."""
    if entry.startswith("@") or (person.initials is not None and not are_initials(person.name)):
        return True
    if person.role is not None and any(is_role(part) for part in person.role.split(", ")):
        return True
    called = person.name.split()
    return any(map(is_given, called[:2])) and not is_group(person.name)  # `Big Dave` is told by the second
