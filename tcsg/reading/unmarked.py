"""Orders that nothing marks but their own words: `Colin to ring the yard`, below whatever topic."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Kind, Reason
from tcsg.reading.aims import is_for
from tcsg.reading.arrows import owners_before_arrow
from tcsg.reading.called_to import SPOKEN, TALKED, called_to
from tcsg.reading.charged_with import NO_TASKS, charged
from tcsg.reading.doubt import UNMARKED
from tcsg.reading.drafts import Draft, line_at
from tcsg.reading.infinitives import orders_in_french
from tcsg.reading.markdown import Shape, links, plain
from tcsg.reading.names import TITLES
from tcsg.reading.naming import split_owners
from tcsg.reading.orders import is_programmed
from tcsg.reading.owners import find_owners
from tcsg.reading.text import has_digit
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_LONGEST = 240
"""Characters of such an order; what is longer tells a story."""
_TOPIC = late.compile(r"((?:(?!\. )[^:–—?]){2,60}?)(?::| [–—-])\s+(?=[A-Z@])")
"""`Insurance: Colin to ring the yard`"""

_HEAD = 60
"""Characters in which the name of a group stands."""
_MOST = 4
"""Words of such a name."""
_NUMBER = 14
"""Characters in which a number stands."""
_COUNTED = late.compile(
    r"(?P<open>[*_\[(]{0,4})(?P<number>(?![QH][1-4]\b)[A-Z]{1,6}[-./]?\d{1,4}(?:[-./]\d{1,4}){0,3})(?P<closed>[*_\])]{0,4}[:.]?[*_]{0,3})\s+(?=\S)"
)
"""The number of an action that begins with letters."""
_AHEAD = late.compile(r"[(\[]([^()\[\]]{2,60})[)\]]:?\s+(?=[^\W\d_])")
_LABELLED = late.compile(r"([^\W\d_][^:]{1,60}?)\s?:\s+(?=[^\W\d_])")
_LABEL = 64
"""Characters that such a label has at most."""
_SO_THAT = late.compile(
    r", (?:we|you|they|it|i|one|there)(?:['’]d|['’]ll| (?:all |also |just )?(?:can|could|should|would|will|may|might|need|have|must|is|are))\b",
    re.IGNORECASE,
)
"""What somebody says behind what it is for: `Ann: to make it easier, we could mark them`."""
_BEHIND = late.compile(r"\s[(\[]([^()\[\]]{2,60})[)\]]\.?$")
_SAID = "agreed resolved decided decision decisions resolution vereinbart beschlossen beschluss convenu décidé décision".split()
_CONCLUDING = (
    *("outcome", "result", "conclusion", "upshot", "takeaway", "next step", "way forward", "follow-up", "follow up", "way ahead", "homework"),
    *("ergebnis", "fazit", "nächste schritt", "résultat", "prochaines étap", "suites"),
    *(f"{said}{sign}" for said in _SAID for sign in (":", " :", "*", " –", " -")),
)
"""With these words begins what concludes a topic."""
_NEXT = (". Next step", "! Next step", ") Next step", ". Way forward:", ". Way ahead:", ". Nächste", ". Prochaine")
"""The same behind a sentence, where it tells what comes next."""
_GATHERING = frozenset("meet reconvene gather convene sit vote elect".split())
"""What a body is there for: `Committee to meet in May`."""
_PURPOSES = frozenset("allow enable avoid prevent permit".split())
"""What a thing is for, and no task of a group: `Mooring guard to prevent theft`."""
_ON = frozenset("ahead on up down over back here".split())
"""Behind a verb they tell what somebody is to do at once: `please go ahead`."""
_NO_VERBS = frozenset(
    "the a an this that these those his her their our my your its all any both each be have which whom say chair preside scribe minute second".split()
)
"""With these words goes on what no order is, or has a part in a meeting: `Ann to the vicar`, `Ann to be there`, `Ann to chair`."""
_SPEAKING = frozenset("present facilitate introduce moderate speak open".split())
"""A part in a meeting as well, where that is all: `Ann to present`, but not `Ann to present the budget to the council`."""
_MINUTING = ("take minutes", "take the minutes", "take notes")
"""The same in more words."""
_CONCLUSIONS = ("conclusion", "outcome", "summary and conclusion", "summary/conclusion", "ergebnis", "fazit", "résultat")
"""Titles of what concludes a topic."""
_CHARGES = (" is to ", " are to ", "self to ", "selves to ")

_FIRST = late.compile(r"@?[^\W_][^\s,/&+:]*")


def unmarked_orders(item: Item, text: str, names: Names, heading: str = "", label: str = "") -> Iterator[Draft]:
    """What an item tells somebody who was there to do, when it says nothing else; a topic may stand before it.

    What a list below a `label` or heading such as `Aims` tells of people is what the meeting is for.
    """
    if is_for(label or heading):
        return
    if text[:16].lstrip("*_").casefold().startswith(_CONCLUDING) or (("*" in text or ":" in text) and _sets_off(text)):
        from tcsg.reading.concluded import concluded  # lazy: few minutes have such labels

        yield from concluded(item, text, names)
        return
    if item.shape is Shape.BULLET and heading.startswith(_CONCLUSIONS) and (concluding := _below_conclusion(item, text, names)):
        yield from concluding
        return
    if item.quote or item.boxed or item.shape not in (Shape.BULLET, Shape.LINE) or is_programmed(item):
        return
    if len(text) > _LONGEST:
        yield from charged(item, text, names) if any(map(text.__contains__, _CHARGES)) else _closing(item, text, names)
        return
    if (order := _at_head(item, text, names)) is not None:
        yield order
        return
    if may_order(text):
        yield from _told_to(item, text, names)


def may_order(text: str) -> bool:
    """Whether a text may tell somebody to do something: `Colin to row`, `Colin please row`."""
    return " to " in text or " please " in text


def _told_to(item: Item, text: str, names: Names) -> Iterator[Draft]:
    """What a short text tells somebody to do, whom it names at its head or behind a topic."""
    if not names.full:
        yield from _named(item, text, names)
        return
    if any(map(text.__contains__, _CHARGES)):
        yield from charged(item, text, names)
        return
    words = plain(text)
    topic = _TOPIC.match(words)
    if topic and topic[1].casefold() in w.DECISION_MARKS:
        return
    if not (_charges_group(words, names) or begins_as_order(words, names) or (topic and begins_as_order(words[topic.end() :], names))):
        yield from _closing(item, text, names)
        return
    reason = Reason("action", "somebody who was there is to do something", item.line)
    yield Draft(item.line, item.end, text, Kind.INLINE, item.indent, links=links(text), doubt=UNMARKED, reasons=(reason,))


def _charges_group(words: str, names: Names) -> bool:
    """Whether words begin with a group or a role and what it is to do, other than at the meeting: `Group leaders to send a plan`."""
    head, _, rest = words[:_HEAD].removeprefix("The ").partition(" to ")
    who, what = head.split(), rest.split(maxsplit=1)
    if not who or not what or len(who) > _MOST or who[-1].casefold() not in w.GROUP_NOUNS:
        return False
    if (
        not who[0][:1].isupper()
        or not w.NO_NAMES.isdisjoint(word.casefold() for word in who)
        or what[0] not in w.VERBS
        or what[0] in TALKED | NO_TASKS | _GATHERING | _PURPOSES
    ):
        return False
    owned = find_owners(words, names)
    return owned is not None and owned.start == 0 and owned.form == "to" and words[owned.end :].startswith(" to ")


def _named(item: Item, text: str, names: Names) -> Iterator[Draft]:
    """A bullet in which somebody called by a given name is to do something, where nobody is listed."""
    if names.full or item.shape is not Shape.BULLET:
        return
    if text[:1].isupper() and text[-1:] != "?" and begins_as_order(plain(text), names, given=True):
        reason = Reason("action", "somebody called by a given name is to do something", item.line)
        yield Draft(item.line, item.end, text, Kind.INLINE, item.indent, links=links(text), doubt=UNMARKED, reasons=(reason,))


def _below_conclusion(item: Item, text: str, names: Names) -> tuple[Draft, ...]:
    from tcsg.reading.concluded import concluded  # lazy: few minutes have such titles

    return tuple(concluded(item, text, names, below=True))


def _sets_off(text: str) -> bool:
    """Whether one of these words is set off behind a sentence: `The link is broken. **Next steps.** Colin mends it.`."""
    at = text.find(" *", 1)
    return (at > 0 and text[at + 1 : at + 18].lstrip("*_").casefold().startswith(_CONCLUDING)) or any(map(text.__contains__, _NEXT))


def _at_head(item: Item, text: str, names: Names) -> Draft | None:
    """The order that an arrow, a call or a number at its head sets off."""
    if (mark := owners_before_arrow(text, names)) is not None:
        reason = Reason("action", "an arrow behind who is to do it", item.line)
        rest = text[mark.end :]
        return Draft(item.line, item.end, rest, Kind.INLINE, item.indent, mark.owners, links=links(rest), doubt=UNMARKED, reasons=(reason,))
    called = called_to(text, names) if text[:1] == "@" else ""
    if called or (item.shape is Shape.BULLET and names.full and text[-1:] != "?" and "](" not in text[:24] and _is_given(plain(text), names)):
        reason = Reason("action", "an order to somebody who is called" if called else "an order beside the name of somebody who was there", item.line)
        return Draft(item.line, item.end, text, Kind.INLINE, item.indent, called, links=links(text), doubt=UNMARKED, reasons=(reason,))
    return _counted(item, text, names) if has_digit(text[:_NUMBER]) else None


def _counted(item: Item, text: str, names: Names) -> Draft | None:
    """The order to somebody known behind a number of its own, certain where that is set off or alone on its line: `**J4** Colin to row`."""
    found = _COUNTED.match(text)
    words = text[found.end() :] if found is not None else ""
    if found is None or not begins_as_order(plain(words), names):
        return None
    apart = item.lines[0].strip() == found[0].strip() or (found["open"] and found["closed"])
    reason = Reason("action", f"the number {found['number']!r} before who is to do it", item.line)
    return Draft(
        item.line, item.end, words, Kind.INLINE, item.indent, number=found["number"], links=links(words),
        doubt=None if apart else UNMARKED, reasons=(reason,),
    )  # fmt: skip


def _is_given(words: str, names: Names) -> bool:
    """Whether a bullet is an order with whose it is before or behind it: `[Ann] send the list`, `Ann: to send it`, `send the list (Ann)`."""
    if words[:1] in "[(" and (ahead := _AHEAD.match(words)):
        named, order = ahead[1], words[ahead.end() :]
    elif ": to " in words[:60]:
        named, _, order = words.partition(": to ")
        if _SO_THAT.search(order) is not None:
            return False
    elif ":" in words[:_LABEL] and (label := _LABELLED.match(words)) is not None and orders_in_french(words[label.end() :]):
        owners = split_owners(label[1], names)
        return bool(owners) and all(map(names.knows, owners))  # `Colin : appeler la mairie`
    elif words[-1:] in ")]" and (behind := _BEHIND.search(words, max(0, len(words) - 80))):
        named, order = behind[1], words[: behind.start()]
    else:
        return False
    verb = order.split(maxsplit=1)[0].casefold() if " " in order else ""
    told = words[len(named) : len(named) + 5] == ": to " or (order[:1].islower() and words[0] != "(")  # `(Ann) text is fine` is what she said
    told = told or (verb in w.VERBS and order.split(maxsplit=2)[1] in w.ARTICLES)  # `Print the cards (Ann)`, but not `Print shop (Ann)`
    if verb in TALKED or verb == "be" or verb not in (w.VERBS if told else w.PURE_VERBS):
        return False
    owners = split_owners(named, names)
    return bool(owners) and all(map(names.knows, owners))


def _closing(item: Item, text: str, names: Names) -> Iterator[Draft]:
    """The order with which a paragraph ends: `Members spoke of the roof. Colin to ring the yard.`, `… no answer - Colin to ring them`."""
    begin = max(text.rfind(". ", 0, -1), text.rfind("; ", 0, -1), text.rfind("! ", 0, -1)) + 2
    begin = max(begin, *(text.rfind(dash, 0, -1) + 3 for dash in (" - ", " – ", " — ")))
    if begin < 4 or not names.full or not may_order(text[begin:]) or len(text) - begin > _LONGEST:
        return
    last = plain(text[begin:])
    if not (begins_as_order(last, names) or _charges_group(last, names)):
        return
    offset = len(item.text) - len(text)
    lines = line_at(item, offset + begin), line_at(item, offset + len(text) - 1)
    reason = Reason("action", "its last sentence tells somebody who was there to do something", lines[0])
    words = text[begin:]
    yield Draft(*lines, words, Kind.INLINE, item.indent, links=links(words), doubt=UNMARKED, reasons=(reason,))


def begins_as_order(words: str, names: Names, *, given: bool = False) -> bool:
    """Whether words begin with people who are known, or called by `given` names, and what they are to do."""
    first = _FIRST.match(words)
    key = first[0].casefold() if first is not None else ""
    if first is None or not (
        names.knows(first[0])
        or key[1:2] == "."
        or key.rstrip(".") in TITLES
        or key in w.EVERYBODY
        or key in w.GROUP_NOUNS
        or (given and is_given(key))
    ):
        return False  # looking closer is dear
    owned = find_owners(words, names, marked=given)
    if owned is None or owned.start or owned.form not in ("to", "please") or not all(_is_called(o, names, given=given) for o in owned.owners):
        return False
    if owned.form == "please":  # `Ann, row` may be told of her as well
        return "please" in words[: owned.end].casefold() and _is_asked(words[owned.end :].split())
    told = words[owned.end :].removeprefix(" to ")
    if not told or told == words[owned.end :] or told.startswith(_MINUTING) or told.rstrip(" .:") in _SPEAKING:
        return False
    if words[-1:] == ":" and told.split()[1:2] == ["us"]:
        return False  # `Ann to tell us what she found:` heads what she told
    verb = (told.split(maxsplit=1) or [""])[0].rstrip(".,;:!")
    if given:
        return verb in w.VERBS and verb not in NO_TASKS and verb not in _NO_VERBS
    return verb not in _NO_VERBS and (verb.islower() or verb.casefold() in w.VERBS)


def _is_asked(told: Sequence[str]) -> bool:
    """Whether somebody is asked for a piece of work behind `please`; `please go on` is said at the meeting."""
    return len(told) > 1 and told[0] in w.VERBS and told[0] not in (NO_TASKS - {"get"}) | TALKED | SPOKEN and told[1].rstrip(".,;:!?") not in _ON


def _is_called(owner: str, names: Names, *, given: bool) -> bool:
    """Whether an owner is somebody who is known, or has a `given` name, or is everybody."""
    return names.knows(owner) or owner.casefold() in w.EVERYBODY or (given and is_given(owner.casefold()))
