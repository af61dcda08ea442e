"""What the conclusion of a topic tells people to do: `*Outcome:* the levels stay. Ann writes them up.`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Kind, Reason
from tcsg.reading import sentences
from tcsg.reading.doubt import UNMARKED
from tcsg.reading.drafts import Draft, line_at
from tcsg.reading.markdown import links, plain
from tcsg.reading.naming import is_group
from tcsg.reading.orders import orders, starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_LABEL = late.compile(
    r"(?P<open>[*_]{0,3})(?:Outcomes?|Results?|Conclusions?|Upshot|Takeaways?|Resultat|Ergebnis(?:se)?|Fazit|Résultats?"
    r"|(?P<agreed>Agreed|Resolved|Decided|Decisions?|Resolution|Vereinbart|Beschlossen|Beschluss|Convenu|Décidé|Décision)"
    r"|(?P<ahead>(?:Immediate )?Next steps?|Ways? (?:forward|ahead)|Follow[ -]ups?|Homework|Nächste Schritte?|Prochaines étapes?|Suites))"
    r"(?:[*_]{0,3}\s?[:–—-][*_]{0,3}|(?<=\w)[.]?[*_]{2,3}(?<!\w\w_)|[*_]{2,3}[.])\s+(?=\S)",
    re.IGNORECASE,
)
"""A label with a colon, or emphasized and with a stop or nothing behind it: `**Next steps.** …`."""
_LABELLED = "only the label of a conclusion marks it"
_STANDING = frozenset(
    "become join remain retire resign stand return attend receive have get step succeed replace continue keep stay act serve".split()
)
"""What somebody is to do by a decision, and no task."""
_STOPS = tuple(".!?;:)…–—")
_CLAUSE = late.compile(r"[;]\s+(?:and\s+)?")
_TALKED = frozenset("see note discuss consider continue review move vote meet decide think wait look talk await approve read check report".split())
"""What comes next in a talk is no task of anybody's."""
_AT_END = ("parentheses", "handle", "dash", "bracket")
"""How owners stand behind what they are to do."""
_AHEAD = ("to ", "will ", "shall ", "should ", "must ", "is to ", "are to ", "is going to ", "are going to ")


def concluded(item: Item, text: str, names: Names, *, below: bool = False) -> Iterator[Draft]:
    """Each sentence or clause behind such a label, or `below` such a title, in which somebody known is to do something, or does it."""
    label = next((found for found in _LABEL.finditer(text) if _stands(text, found)), None) if not below else None
    offset = len(item.text) - len(text)
    for begin, end in _clauses(text, label.end() if label else 0) if label or below else ():
        words = plain(text[begin:end]).strip(" .")
        doubt = _told(words, names, ahead=label is not None and label["ahead"] is not None)
        if doubt is None or (label is not None and label["agreed"] and not _is_order(words, names)):
            continue
        lines = line_at(item, offset + begin), line_at(item, offset + end - 1)
        reason = Reason("action", "the conclusion of a topic tells somebody to do it", lines[0])
        yield Draft(*lines, words, Kind.INLINE, item.indent, links=links(text[begin:end]), doubt=doubt, reasons=(reason,))


def _stands(text: str, label: re.Match[str]) -> bool:
    """Whether a label stands at the head of a text, or behind a sentence: emphasized, or one of what comes next: `… is old. Next step: …`."""
    if not label.start():
        return True
    ahead = label["ahead"] is not None and label["ahead"][0].isupper() and ":" in label[0]
    return (ahead or label["open"][:1] == "*") and text[: label.start()].rstrip()[-1:] in _STOPS


def _is_order(words: str, names: Names) -> bool:
    """Whether what was agreed is that somebody is to do something: `Agreed: Ann to ring the bank`, but not `Agreed: Ann to be chair`."""
    owned = find_owners(words, names, marked=True)
    told = words[owned.end :].split(maxsplit=2) if owned is not None and owned.form == "to" and all(map(names.knows, owned.owners)) else []
    return told[:1] == ["to"] and told[1:2] != [] and told[1].casefold() not in _STANDING and told[1] != "be"


def _clauses(text: str, start: int) -> Iterator[tuple[int, int]]:
    for begin, end in sentences.spans(text[start:]):
        at = start + begin
        for parted in _CLAUSE.finditer(text, at, start + end):
            yield at, parted.start()
            at = parted.end()
        yield at, start + end


def _told(words: str, names: Names, *, ahead: bool) -> str | None:
    """Why it is doubtful that a clause tells somebody known to do something; None when it tells nobody.

    It is less so behind a label that says that it tells what comes next.
    """
    owned = find_owners(words, names, marked=True)
    if owned is None and ahead and orders(words) and words.split(maxsplit=1)[0].casefold() not in _TALKED:
        return UNMARKED  # `Next step: order a new set`
    if owned is None or not all(names.knows(o) or is_group(o) for o in owned.owners):
        return None
    if owned.start:  # `Conclusion: close the issue (Ann)`
        closes = owned.form in _AT_END and words[owned.end :].strip(" .)]*_") == ""
        return UNMARKED if closes and starts_with_verb(words) and words.split(maxsplit=1)[0].casefold() not in _TALKED else None
    rest = words[owned.end :].lstrip(" :")
    if owned.form == "to" and not rest.startswith(_AHEAD):
        return None  # `Ann volunteered to write it`
    if owned.form == "to" or (owned.form in ("label", "handle") and starts_with_verb(rest)):
        return _LABELLED
    verb = rest.split(maxsplit=1)[0].casefold() if rest else ""
    does = verb in w.VERBS or verb in ("do", "does") or verb.removesuffix("s") in w.VERBS or verb.removesuffix("es") in w.VERBS or verb in w.DOING
    return (_LABELLED if ahead else UNMARKED) if owned.form == "doing" and does and not is_past(verb) else None
