"""Orders set apart in brackets: `*(Ann to post and close)*`, `The fee went up. (Ann to ask why.)`, `It is out. **[ANN TO RENEW IT]**`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.doing import doing
from tcsg.reading.markdown import plain
from tcsg.reading.marks import Mark
from tcsg.reading.naming import is_group
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.shouted import shouted_mark
from tcsg.reading.status import read_status
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.names import Names

_ASIDE = late.compile(r"(?:^|[*_]{1,3}|(?<=[.!?:;,)*_])\s+)(?P<open>[*_]{0,3}[(\[])(?P<told>[^()\[\]]{6,400})[)\]](?!\()")
_TICKET = late.compile(
    r"(?P<struck>~~)?(?P<number>#\d{1,6}|\b[A-Z]{2,10}-\d{1,6})(?(struck)~~)(?:\]\([^()\s]{1,300}\)(?:~~)?)?\s+(?P<open>[(\[])(?P<told>[^()\[\]]{6,400})[)\]](?!\()"
)
"""What is said of an issue in brackets: `Ticket #12 (Ann mends the gate)`, `~~#12~~ (Ann: the gate)`."""
_TELLING = frozenset("approve agree object report say think want need explain propose suggest open find notice vote see know note".split())
"""What somebody did or does with an issue and is no task that it holds."""
_QUESTION = frozenset("if whether about why how what when who".split())
"""Behind `asks` they tell what somebody wanted to know at the meeting."""
_TALKING = frozenset("no not it it's this that yes i i'm i'll we is was there still maybe why how what who when".split())
"""With these words somebody talks of an issue."""
_PRESENCE = late.compile(
    r"(?:join|rejoin|arrive|attend|return|leave|step|dial|drop)s?\b"
    r"(?: (?:us|out|in|back|off|by|this|the|today'?s|next))*(?: (?:call|meeting|session|room))?\s*"
    r"(?:$|[.,;]|(?:at|early|late|later|after|before|from|for|soon"
    r"|remotely|online)\b)"
)
"""Who comes and goes: `(Ann to join at 3)`."""
_WENT = late.compile(r"[*_]{0,3}\s{0,2}(?:[:=→]|[–—-]{1,2})?\s{0,2}[*_]{0,3}[(\[]?([^()\[\].;,*_]{2,40})")
"""How it went, told behind the bracket: `*(Ann to post it)* – done`."""


def aside_marks(text: str, names: Names) -> Iterator[Mark]:
    """Each bracket at the head of a text, behind a sentence or set in emphasis in which somebody known is told to do something."""
    for match in _ASIDE.finditer(text):
        told = plain(match["told"])
        if told.isupper() and (shouted := shouted_mark(match["told"], names)) is not None:
            yield Mark("(…)", match.start("open"), match.start("told") + shouted.end, shouted.owners)
            continue
        owned = find_owners(told, names, marked=True)
        if owned is None or owned.start or not _are_known(owned.owners, names):
            continue
        task = told[owned.end :].lstrip(" :")
        if owned.form == "to":
            task = task.partition(" ")[2]  # behind `to`, `will`
        elif owned.form != "label":
            continue
        if len(task.split()) > 1 and starts_with_verb(task) and not _PRESENCE.match(task):
            went = _WENT.match(text, match.end())
            told_of_it = went is not None and read_status(went[1], names.idiom) is not None
            yield Mark("(…)", match.start("open"), match.end("open"), status=f"[{went[1]}] " if went and told_of_it else "")


def ticket_marks(text: str, names: Names) -> Iterator[Mark]:
    """Each bracket behind the number of an issue that tells what somebody known does about it."""
    for match in _TICKET.finditer(text):
        told = plain(match["told"])
        begins = not text[: match.start()].strip(" *_[")
        if _is_task(told, names, begins=begins):
            went = _WENT.match(text, match.end())
            status = f"[{went[1]}] " if went is not None and read_status(went[1], names.idiom) is not None else "[done] " if match["struck"] else ""
            yield Mark("(…)", match.start(), match.end("open"), number=match["number"], status=status)


def _is_task(told: str, names: Names, *, begins: bool) -> bool:
    """Whether what is said of an issue is somebody's task; one that `begins` its line may be told without a verb, `Ann: the gate`."""
    does = doing(told, names)
    if does is not None and does.start == 0 and _are_known(does.owners, names):
        verb, *more = [word.casefold().strip(",.") for word in told[does.end :].split(maxsplit=2)[:2]]
        base = next((v for v in (verb, verb.removesuffix("s"), verb.removesuffix("es")) if v in w.VERBS), "")
        return base != "" and base not in _TELLING and not (base == "ask" and not _QUESTION.isdisjoint(more))
    owned = find_owners(told, names, marked=True)
    if owned is None or owned.start or owned.form not in ("to", "label") or not _are_known(owned.owners, names):
        return False
    words = told[owned.end :].lstrip(" :").split()
    if owned.form == "to":
        return len(words) > 2
    return len(words) > 1 and (
        starts_with_verb(" ".join(words)) or (begins and words[0].casefold().strip(",") not in _TALKING and words[-1][-1:] != "?")
    )


def _are_known(owners: tuple[str, ...], names: Names) -> bool:
    return all(names.knows(o) or is_group(o) for o in owners)
