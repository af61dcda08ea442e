"""What is said once of several actions that stand together: `All actions on Ann and Bo.`, `Actions to be done before the fair.`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from tcsg import late
from tcsg.frozen import replace
from tcsg.model import Kind
from tcsg.reading.agenda import is_centred
from tcsg.reading.dates import Calendar
from tcsg.reading.due import find_due
from tcsg.reading.markdown import Shape, plain
from tcsg.reading.naming import dated_owners, may_own

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tcsg.reading.drafts import Draft
    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_LONGEST = 120
"""Characters of such a sentence."""
_LEAST = 2
"""Actions of which it is said."""
_MOST = 60
"""Items among which these stand: no meeting says so of more."""
_BEGINNINGS = ("all ", "thes", "the ", "acti", "both", "alle", "tout", "unle")
"""With one of these letters it begins."""
_SUBJECTS = ("action", "task", "todo", "to-do", "above", "aufgabe", "punkte", "tâche")
"""One of these it is said of."""
_SAID = late.compile(
    r"(?:(?:(?:all|both)(?: of)?|these|the)(?: the| these)? )?(?:above )?(?:(?:actions|action items|action points|tasks|to-?dos)(?: above)?"
    r"|(?<=the )above)(?: (?:are|is))?\s?(?:(?:on|with|for|assigned to|given to|fall to|:|–|-)\s(?P<owners>[^.:;]{2,80})"
    r"|(?P<when>(?:(?:to|should|must|shall|will) be )?(?:done|completed|undertaken|finished|carried out|closed|due|ready)?\s?"
    r"(?:(?:by|before|prior to|until|within|in|no later than)\s[^.:;]{2,80}|(?<=due )[^.:;]{2,80})))[\s.]*$"
    r"|alle (?:aufgaben|punkte) (?:bei|an|für|:)\s(?P<wer>[^.:;]{2,80})[\s.]*$"
    r"|toutes les (?:actions|tâches) (?:pour|à|:)\s(?P<qui>[^.:;]{2,80})[\s.]*$",
    re.IGNORECASE,
)
_Shared: TypeAlias = "tuple[tuple[str, ...], str]"
_UNLESS = late.compile(
    r"(?:,? |^)\(?unless (?:otherwise |it says )?(?:stated|noted|indicated|specified|agreed|otherwise)(?: otherwise)?\)?(?:, |(?=[\s.]*$))",
    re.IGNORECASE,
)
"""What goes without saying: an action with a time or owners of its own keeps them."""
_ANY_DAY = Calendar(None)


def with_runs(drafts: tuple[Draft, ...], items: Sequence[Item], names: Names) -> tuple[Draft, ...]:
    """The drafts; those in a row right above such a sentence, or else below it, have the owners and the time that it tells."""
    told = {n: found for n, item in enumerate(items) if (found := _said(item)) is not None} if drafts else {}
    if not told:
        return drafts
    lines = {items[n].line for n in told}
    left = tuple(d for d in drafts if d.line not in lines or d.kind not in (Kind.BLOCK, Kind.SUMMARY))
    taken = {line: d.line for d in left for line in range(d.line, d.end + 1)}
    shared: dict[int, _Shared] = {}
    used: set[int] = set()
    for n, found in told.items():
        run = _row(map(items.__getitem__, range(n - 1, max(-1, n - _MOST), -1)), taken) or _row(items[n + 1 : n + _MOST], taken)
        share = _shared(found, names)
        if len(run) >= _LEAST and any(share):
            shared |= dict.fromkeys(run, share)
            used.add(items[n].line)
    stated = (d for d in drafts if d.line not in used or d.kind not in (Kind.BLOCK, Kind.SUMMARY))
    return tuple(_having(d, *shared[d.line]) if d.line in shared else d for d in stated) if shared else drafts


def _having(draft: Draft, owners: tuple[str, ...], due: str) -> Draft:
    """A draft with the owners and the time that are told for all, which count where it has none of its own."""
    return replace(draft, inherited=draft.inherited or owners, notes=(*draft.notes, f"Due: {due}") if due else draft.notes)


def _shared(found: re.Match[str], names: Names) -> _Shared:
    """The owners and the words of the time that such a sentence tells."""
    said = found["owners"] or found["wer"] or found["qui"] or ""
    owners = tuple(o for o in dated_owners(said, names) if may_own(o, names) or not names.full)
    due = find_due(f"x {said or found['when']}", _ANY_DAY)
    return owners, due.due.words if due else ""


def _said(item: Item) -> re.Match[str] | None:
    """The match of an item that is such a sentence and nothing else."""
    if item.shape not in (Shape.LINE, Shape.BULLET) or item.boxed or not item.text[:4].lstrip("*_").casefold().startswith(_BEGINNINGS):
        return None
    text = plain(item.text) if len(item.text) <= _LONGEST else ""
    if not any(map(text.casefold().__contains__, _SUBJECTS)):
        return None
    return _SAID.match(_UNLESS.sub("", text) if "nless" in text else text)


def _row(items: Iterable[Item], taken: Mapping[int, int]) -> frozenset[int]:
    """The lines of the actions that follow each other below one title, with one decision between two at most; `taken` has their lines."""
    run: set[int] = set()
    apart = False
    for item in items:
        other = item.line not in taken
        if other and (apart or not run or item.shape not in (Shape.LINE, Shape.BULLET) or is_centred(item)):
            break
        apart = other
        run.update(() if other else (taken[item.line],))
    return frozenset(run)
