"""The words that mark an action wherever they stand: `ACTION: PB to …`, `… (Action PB)`, `We agreed. AI: team to …`."""

from __future__ import annotations

import re

from tcsg import late
from tcsg.frozen import frozen, replace
from tcsg.reading.idiom import NO_IDIOM, Idiom
from tcsg.reading.mark_words import opened
from tcsg.reading.status import read_status
from tcsg.reading.text import has_digit, is_typed, late_names, spelt_in, words_of
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.french import FRENCH
from tcsg.reading.words.german import GERMAN

_BEGINS_MARK = frozenset(spelt_in(word.casefold())[0] for word in GERMAN.marks | FRENCH.marks) | frozenset(
    "action actions actionitem actionitems actionpoint actionpoints act ai ais ap ar fu todo todos follow followup task tasks fixme"
    " assigned actioned".split()
)
"""The first run of letters of everything that WORD means, but for `to do`."""
_BEGINNINGS = tuple({word[:3] for word in (*_BEGINS_MARK, "a/i", "a/p", "a.i", "a.p", "f/u", "to", "next", "new", "for", "suggested", "proposed")})
"""With these letters a mark begins."""
_ID = r"(?![QH][1-4]\b)(?:[A-Z]{1,8}[-.#]?)?\d{1,4}(?:[-.][A-Z]{0,3}\d{1,4}){0,2}"
_ID_BEFORE = late.compile(
    rf"(?P<open>[>\s]{{0,4}}[*_]{{0,3}})(?:[\[(]#?(?P<boxed>{_ID})[\])]|(?P<bare>(?=[\d.-]{{0,8}}[A-Z]){_ID}))(?P<closed>[*_]{{0,3}})[\s:–—-]{{1,4}}(?=[*_]{{0,3}}[A-Za-z])"
)
"""The number of an action before its mark: `**[179-A1] Action Item** for Ann: …`."""
_DATED = late.compile(
    r"[>\s*_\[(]{0,4}(?:\d{4}[-/.]\d\d[-/.]\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}[ -][A-Z][a-z]{2,8}\.?[ -]\d{4})[\])]?[*_:,]{0,3}\s+"
    r"(?:[–—-]\s+)?(?=[\[(*_]{0,4}(?:A|T[Oo]|F[Oo]|T[Aa]|N))"
)
"""The day on which an action was given, before its mark: `2031-03-12 ACTION: Ann to …`."""
_ID_BEHIND = late.compile(rf"[*_]{{0,3}}\s?[\[(]#?(?!\d{{4}}-\d\d-)({_ID})[\])](?=[*_:\s])")
"""The same in brackets behind it: `ACTION [47.1] Ann: …`."""
_AFTER = late.compile(
    r"[*_`\]]*(?:\s*(?:\((?P<paren>[^()]{1,80})\)|\[(?P<square>[^\[\]]{1,60})\]))?[*_`\]]*\s*(?i:(?:on|for|to|by)\s+[*_]{0,3})?"
    r"(?P<owner>(?:(?:Dr|Prof|Mr|Mrs|Ms|Mx|Cllr|Rev|Hr|Fr|St|Sr)\.\s){0,2}[^:()\[\]*\d.~\s][^:()\[\]*.]{0,60}?)??"
    r"[*_`]*\s*(?:\([a-z][a-z ]{2,20}\)\s*)?"
    r"(?P<colon>:(?!(?<=\d:)\d):?|：|[–—]|-{1,2}(?=\s))[*_`]*\s*"
)
ARROW = r"(?:[-=]{1,3}(?:\\?>){1,2}|[→⇒➜➡👉➔►▶➝➞⇨⟶⟹↪⮕]\ufe0f?)"
"""An arrow as people draw or type it, in a pattern."""
_ARROW = late_names(r"[*_\\\s]{0,8}" + ARROW + r"\s*(?=[A-Z][\w.'’-]{1,30}(?:(?:,| and| &|/)? ?[A-Z][\w.'’-]{1,30}){0,3} to [a-z])")
ARROWS = frozenset(">→⇒➜➡👉➔►▶➝➞⇨⟶⟹↪⮕")
"""The signs of which every arrow has one."""
SHORT = late.compile(r"[A-Z]{2,4}(?:[/,&+ ]{1,3}[A-Z]{2,4}){0,4}$")
_BRACKETED = late.compile(r"\]?[*_\s]{0,4}(?:\(([^()]{1,60})\)|\[((?-i:[A-Z]{2,4}(?:[/,&+ ]{1,3}[A-Z]{2,4}){0,4}))\])[*_]{0,3}\s+(?=\w)")
_NOBODY = late.compile(r"[*_]{0,3}:?\s?(?:\?{1,4}\s?:|(?:\(\?{1,4}\)|\[\?{1,4}\]|\?{2,4})(?:[*_]{0,3}:)?)[*_]{0,3}\s+(?=\S)")
"""Nobody yet, in the place of those whose it is: `AI(?): …`, `AP ??: …`."""
_OF_WHAT = frozenset("about concerning re regarding".split())
"""Before what an action is about, and not before whose it is: `Action re the lease: Ann to ask`."""
_SAID_OF_IT = late.compile(r"[a-z]{3,20}(?:ed|ing)$")
_WHEREABOUTS = frozenset(("in", "of", "from", "at"))
"""Behind a mark without a colon these tell where it stands: `TODO in Annex B`."""
COMPOUNDS = frozenset(
    """
    plan plans planning group groups day days area areas learning research network committee team list log force step steps
    scribe scribes recorder taker keeper editor tracker ownership
    """.split()
)
"""Words that `action` goes before without marking one."""
_JOINED = frozenset(("or", "and", "oder", "ou"))
"""Behind a word for actions these go on with a title: `To do or not to do: the curtains`."""
_REGISTERS = frozenset("tracker log list register plan plans points items".split())
"""What holds actions, where the mark has no colon."""
_ON = late.compile(r"[Oo]n\s+(?=[A-Z@][A-Z]{1,3}\b|[Aa]ll\b|[A-Z][a-z]{1,20} to )")
_ON_WHOM = late_names(
    r"(?i:on|for|by)[*_]{0,3}\s+(?:the\s+)?(?=(?:[A-Z@][\w.@/&,’' -]{0,60}?|every(?:one|body)|all)(?:\s(?:to|will|shall|should|must)\s|:\s))"
)
"""`ACTION on the TC Officers to ask`: before whom a mark tells to do something."""
_WHO_TO = late_names(r"(?:(?:on|for)\s+)?[A-Z@][\w@./&, -]{0,60}?\sto\s|on\s+(?:every(?:one|body)|all)\s+to\s")
"""The same where no colon, capitals or emphasis make the word a mark."""
_HANDLES = late.compile(r"(?:on\s+|for\s+)?@[\w.-]{1,38}(?:(?:,| and| &|,? and) @[\w.-]{1,38}){0,4}\s+[^\W\d_]")
"""Whom a mark tells to do something, where they are handles: `action @pat Send the list`."""
_TOLD = late.compile(r"(?:@[\w.-]{1,38}|\s(?:to|will))\s+(?!do\b)([^\W\d_]+)")
"""What somebody is to do, behind `to` or a handle: `Pat to mend`, `@pat mend`."""
_PARTED = late_names(r",\s+([A-Z@][\w.'’-]*(?:(?: and | & |/| )[A-Z][\w.'’-]*){0,2}),\s+(?=[a-z])")
"""Whose it is between commas, behind the number: `ACTION #34, Pat, mend the gate`."""
_PROMISED = late_names(
    r"[*_]{1,3}\s+[A-Z@][\w.’'-]{0,30}(?:(?:,| and| &|/)? ?[A-Z][\w.’'-]{1,30}){0,3} (?:to|will|should|shall|must|needs to) (?:please )?[a-z]"
)


@frozen
class Mark:
    """A mark, its span in the text, the owners written into it and the number it gives the action."""

    word: str
    start: int
    end: int
    owners: str = ""
    number: str | None = None
    trailing: bool = False
    """Whether the task stands before the mark."""
    status: str = ""
    """How it went, told beside the owners, in brackets: `[DONE] `."""
    source: str = ""
    """Where the mark comes from, for the reason: " (committee.yaml)" when it is the committee's own."""
    own: bool = False
    """Whether it is a sign of the writer's own, known by what stands behind it elsewhere on the page."""

    def moved(self, by: int) -> Mark:
        """The mark in a text that begins elsewhere, by so many letters."""
        return replace(self, start=self.start + by, end=self.end + by)


def after_colon(text: str, at: int) -> bool:
    """Whether a colon stands next, emphasis aside."""
    return text[at:].lstrip("*_` ").startswith(":")


def may_point(text: str) -> bool:
    """Whether a sign of an arrow is in a text."""
    return ">" in text or not (is_typed(text) or ARROWS.isdisjoint(text))


def lead_mark(text: str, idiom: Idiom = NO_IDIOM) -> Mark | None:
    r"""The mark that opens a text: `**ACTION 58.3** PB to …`, `AI(pb@): …`, `Action on PB to …`, `action PB to …`."""
    return _identified(text, idiom) or _lead(text, idiom)


def _may_begin(text: str, idiom: Idiom) -> bool:
    """Whether a text may begin with a mark: most begin with other letters."""
    begun = text[:40].lstrip(" >*_[#(|-")[:3]
    return not (begun[:1].isascii() and begun[:1].isalpha()) or begun.casefold().startswith(_BEGINNINGS) or bool(idiom.marks)


def _lead(text: str, idiom: Idiom) -> Mark | None:
    match = opened(text[:200], idiom.marks) if _may_begin(text, idiom) else None
    if not match:
        return _arrow(text)
    behind = _ID_BEHIND.match(text, match.end()) if match[2] is None and any(sign in text[match.end() : match.end() + 5] for sign in "[(") else None
    word, number, at = match[1], behind[1] if behind else match[2], (behind or match).end()
    if (labelled := _unowned(text, at, word, number) or _labelled(text, at, word, number, idiom)) is not None:
        return labelled
    if number and text[at : at + 1] == "," and (parted := _PARTED.match(text, at)):
        return Mark(word, 0, parted.end(), parted[1], number)
    bracket = _BRACKETED.match(text, at)
    within = (bracket[1] or bracket[2]) if bracket else ""
    ordered = bracket and (bracket[2] or ((text.startswith("to ", bracket.end()) or _tells(word, text, bracket.end())) and within[:1].isupper()))
    if bracket and (word.isupper() or ordered or "*" in text[:at]) and not after_colon(text, bracket.end()):
        return Mark(word, 0, bracket.end(), within, number)
    rest = text[at:].lstrip("*_`]). \t=>→⇒➜➡|•").removeprefix("->").lstrip()
    if rest[:1].islower() and rest.split(maxsplit=1)[0].strip(".,;*_") in _REGISTERS and not rest.partition(" ")[2].startswith("to "):
        return None  # `**Action tracker.** Two items were closed.`
    bold = text.lstrip("> ").startswith(("**", "__", "[")) and "*" in text[match.end(1) : match.end(1) + 16] + text[at : at + 4]
    bold = bold or is_set_off(text, match.start(1), at) or is_emphasized(text, match.start(1), at)
    if number and not bold and not word.isupper() and rest.split(maxsplit=1)[:1] and rest.split(maxsplit=1)[0] in w.NO_NAMES:
        return None  # `Action 4 of the plan is …`
    closed = text[match.start(1) - 1 : match.start(1)] in ("[", "(") and text[at : at + 1] in ("]", ")")
    meant = number or closed or (word.lower() != "ap" and (word.isupper() or bold))
    if rest and meant and rest.split(maxsplit=1)[0] not in _WHEREABOUTS:
        told = _ON_WHOM.match(rest) if rest[:1] in "oOfFbB" else None
        return Mark(word, 0, len(text) - len(rest) + (told.end() if told else 0), "", number)
    if rest and word.lower()[:4] in ("acti", "todo", "to-d", "to d") and _HANDLES.match(rest):
        return Mark(word, 0, len(text) - len(rest), "", number)
    if rest and _WHO_TO.match(rest) and word.lower().startswith("action") and rest.split(maxsplit=1)[0].casefold() not in COMPOUNDS:
        skip = re.match(r"(?:on|for)\s+", rest)
        return Mark(word, 0, len(text) - len(rest) + (skip.end() if skip else 0), "", number)
    return None


def _tells(word: str, text: str, at: int) -> bool:
    """Whether an order stands behind a mark and its owners in brackets: `Action (Ann) ring the yard`."""
    return word[:6].casefold() == "action" and text[at : at + 40].split(" ", 1)[0] in w.VERBS


def _unowned(text: str, at: int, word: str, number: str | None) -> Mark | None:
    """The mark with nobody yet in the place of its owners."""
    nobody = _NOBODY.match(text, at) if "?" in text[at : at + 8] else None
    return Mark(word, 0, nobody.end(), "", number) if nobody is not None and (word.isupper() or ":" in nobody[0]) else None


def _labelled(text: str, at: int, word: str, number: str | None, idiom: Idiom) -> Mark | None:
    """The mark with its owners before a colon or dash, when one stands behind it."""
    after = _AFTER.match(text, at, at + 200)
    if not after or not after["colon"]:
        return None
    named = (after["owner"] or "").strip()
    ordered = named.isalpha() and named.istitle() and text[after.end() :].split(" ", 1)[0].casefold() in w.VERBS  # `action Ann - ring the yard`
    lower = word.islower() and word != "todo" and not (number or ordered or SHORT.match(named))
    if after["colon"] in ("–", "—", "-", "--") and (lower or (named or "-").split()[0].casefold() in w.ORDERS):
        return None  # `ACTION mend the roof - Ann`
    if after["colon"] in ("–", "—", "-", "--") and named.partition(" ")[2].split(" ", 1)[0] in w.VERBS:
        return None  # `ACTION Ann mend the roof -- see the wiki`
    if named and (" re " in named or any(told.casefold() in w.VERBS for told in _TOLD.findall(named))):
        return None  # `ACTION @pat mend the roof: it leaks`, `Action Pat re the roof: ask Bo`
    owners = (boxed := after["paren"] or after["square"] or "") or named
    if len(owners.split()) > 8 or owners.casefold().split(" ")[0] in COMPOUNDS | _JOINED:
        return None
    owners = _somebody(owners) if word[:2].casefold() == "ac" else owners
    owners = "" if owners.lstrip("/&+ ").casefold() in w.DECISION_MARKS else owners  # `Action/decision: …`
    told = f"[{boxed}] " if boxed and owners in ("", boxed) and read_status(boxed, idiom) is not None else ""  # `ACTION (done): …`
    owners = "" if told else owners
    on = _ON.match(text, after.end()) if text[after.end() : after.end() + 1] in ("O", "o") else None
    return Mark(word, 0, (on or after).end(), owners, number, status=told)


def _identified(text: str, idiom: Idiom) -> Mark | None:
    """The mark behind the number of an action that opens a text."""
    head = text[:24].lstrip(" >*_")
    if not (head[:1] in "[(" or head[:1].isdigit() or head[:1].isupper()) or not has_digit(head):
        return None
    if sum(map(str.isdigit, head)) > 3 and (dated := _DATED.match(text)) is not None:
        mark = _lead(text[dated.end() :], idiom)
        return replace(mark.moved(dated.end()), start=0) if mark is not None and mark.word.isupper() else None
    first = head.split(maxsplit=1)[0]
    before = _ID_BEFORE.match(text) if has_digit(first) and (first[0] in "[(" or any(map(str.isupper, first))) else None
    if before is None:  # as behind `1. Apologies`
        return None
    opened = before["open"].strip() if not before["closed"] else ""
    mark = _lead(opened + text[before.end() :], idiom)
    if mark is None or mark.word == "-->":
        return None
    return replace(mark, start=0, end=mark.end + before.end() - len(opened), number=mark.number or before["boxed"] or before["bare"])


def is_set_off(text: str, start: int, end: int) -> bool:
    """Whether emphasis stands around a mark and nothing else, and behind it somebody who is to do something: `*Action* Ann will row`."""
    return start > 0 and text[start - 1] in "*_" and text[end : end + 1] in ("*", "_") and _PROMISED.match(text, end) is not None


def is_emphasized(text: str, start: int, end: int) -> bool:
    """Whether emphasis of one kind or another stands around a mark in capitals or with one, at the head of a line: `*Action* Ann rows`."""
    sign = text[start - 1 : start]
    return sign in ("*", "_") and text[end : end + 1] == sign and text[start].isupper()


def _somebody(owners: str) -> str:
    """The owners behind a mark without the words that are its own: `required from Ann`, `arising`."""
    words = owners.lstrip("=->→⇒ ").split()
    while (
        words
        and words[0] not in _OF_WHAT
        and words[0].casefold() not in w.EVERYBODY
        and (words[0].casefold() in w.QUALIFIERS or _SAID_OF_IT.match(words[0]))
    ):
        del words[0]
    return "" if words[:1] and words[0] in _OF_WHAT else " ".join(words)


def _arrow(text: str) -> Mark | None:
    """`--> PB to draft the letter`: an arrow before somebody who is to do something."""
    match = _ARROW.match(text) if ">" in text[:12] or not text[:12].isascii() else None
    return Mark("-->", 0, match.end()) if match else None


def may_hold_mark(text: str, idiom: Idiom) -> bool:
    """Whether a word that begins a mark is in a text: most texts have none, and to look for the marks themselves is dear."""
    if idiom.marks:
        return True
    words = words_of(text)
    if "a" in words and ("i" in words or "p" in words):
        return True  # `A/I`
    return not _BEGINS_MARK.isdisjoint(words) or "F/U" in text or ("do" in words and "to" in words)


def until_closed(opening: str, words: str) -> str:
    """The words up to the bracket that closes one opened before them, as in `(ACTION: order flour)`."""
    for bracket, closing in ("[]", "()"):
        if bracket in opening and opening.count(bracket) > opening.count(closing) and bracket not in words.partition(closing)[0]:
            words = words.partition(closing)[0]
    return words
