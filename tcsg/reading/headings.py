"""Which line opens a block of actions: `## Actions`, `- **Ongoing Actions:**`, `Summary of Actions`, `Completed:`."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from tcsg import late
from tcsg.frozen import frozen, replace
from tcsg.model import Section, Status
from tcsg.reading import parts
from tcsg.reading.became import BECAME, are_promises, asks_after, without_rest
from tcsg.reading.idiom import NO_IDIOM, Idiom
from tcsg.reading.markdown import plain
from tcsg.reading.numbering import BEFORE_COLON, PLACE, PLACES, unnumbered
from tcsg.reading.parts import CALENDAR, DENYING, HELD_LAST, PUT_OFF, TODAYS, held, is_new, is_time_of, left_status, part_status, without_kind
from tcsg.reading.remembered import for_page
from tcsg.reading.text import spelt_in, words_of
from tcsg.reading.words import vocabulary as w

_SHORTCODE = late.compile(r"^:[a-z_]+:\s*(?=\w)|\s+:[a-z0-9_+-]+::?$")
_CLAUSE = late.compile(
    r"[^:.;]{0,60}?\b(?:agreed|noted|identified|assigned|recorded|took|set|listed|raised|decided|accepted|approved)(?: on| upon)? "
    r"(?=(?:the following|following|these|several)\b)"
)
"""The head of a sentence that says what the list below it is: `The committee agreed these actions:`."""
_FOLLOWING = ("following", "these", "several")
"""What _CLAUSE asks for."""
_CLOCK = late.compile(r"^\d{1,2}:(?:\d\d\s{1,2}[–—-]\s{1,2}(?=\w)|\s?(?=[^\W\d_]))")
"""When it was talked of, or its number, before a title: `10:46 - Actions`, `0: Old actions`."""
_ELIDED = late.compile(r"\b([dl])['’](?=\w)")
_ASIDE = late.compile(r" ?\([^()]{1,60}\)$")
_TOKEN = late.compile(r"[\w'&-]+|[^\w\s]")
_TAIL = late.compile(r" (?:on|for|by|of|from) ((?:the )?[\w@.-]+(?: [\w.-]+){0,2})$")
_ABOUT = late.compile(
    r"((?:agreed |new |further )?(?:actions?|action items?|action points?|next steps|to dos?|todos?|tasks)(?: agreed| arising)?) "
    r"(?:relating to|related to|in relation to|regarding|concerning|about|in respect of|with regards? to)\b"
)
"""What the actions of a list are about: `Actions relating to the lease`."""
_ABOUT_WORDS = frozenset("relating related relation regarding concerning about respect regard regards".split())
_TOPIC = late.compile(r"\s(?://|\||[–—-])\s")
_TOPIC_WORDS, _SHORT = 4, 60
"""Words of a topic behind a title, and characters of a short one."""
_WHOSE = late.compile(r"((?!chair)[\w.-]{2,20}(?: [\w.-]{2,20})?)['’]s? (?=\w)")
"""Whose actions they are: `Ann's actions`. The Chair's are what was decided between meetings."""
_NO_WHOSE = ("next step", "follow up on", "followup on")
_LOOKING_BACK = tuple(f"{word} {on} " for word in ("follow up", "follow ups", "followup", "followups", "following up") for on in ("on", "of"))
"""`Follow-up on AIs` is of those of last time, `Follow-up actions` are of today."""
_BODY = late.compile(r"(?:[A-Z]{2,5} )(?=[Aa](?:ctions?\b|greed [Aa]ctions?\b))")
"""The body whose actions they are: `TSC Action Items`."""
_NOT_CLOSED = frozenset("updated outstanding ongoing uncompleted undone unclosed and open / not haven't hasn't weren't yet still never un".split())
_UNDONE = frozenset("not haven't hasn't weren't yet never un".split())
"""With one of these a title says of actions that they should be done by now."""
_PARTS = str.maketrans("/()", "   ")
_CLOSING = {"]": "[", ")": "(", "}": "{", '"': '"', "”": "“", "»": "«", "“": "„"}
"""What a whole title may stand in, each with what it begins with: `[Actions]`, `"Actions"`."""
_OF_MINUTES = late.compile(
    r"(?:(?:approval|review|acceptance|adoption|confirmation|reading) of )?(?:the |last |previous |past )*(?:minutes|protokoll|notes)"
    r"(?: (?:of|from) [^&/,]{1,40}?)?(?: ?[&/,] ?| and | und )(?:the )?[a-z]"
)
"""The minutes, which are talked about before the actions are: `Minutes and actions of the last meeting`."""
_NOUNS: dict[str, list[str]] = {}  # by their first word
for _noun in w.ACTION_NOUNS:
    _NOUNS.setdefault(_noun.split()[0], []).append(_noun)
_OPENING: dict[str, set[str]] = {}  # the first letters of all these titles, up to a sign, each with the last of those that begin so
for _title in (*w.ACTION_NOUNS, *w.CLOSED_HEADINGS, *w.DROPPED_HEADINGS, *w.OPEN_HEADINGS, *parts.ARISING, *parts.OLD_ITEMS, *parts.OLD_LISTS):
    _letters = spelt_in(_title)
    _OPENING.setdefault(_letters[0], set()).add(_letters[-1])
_FIRSTS, _LASTS = frozenset(_OPENING), frozenset(last for lasts in _OPENING.values() for last in lasts)

_ASKING = ("who ", "who'", "who’", "what ", "what'", "what’", "wer ", "was ", "qui ", "quoi ")
"""With one of these words begins a title that may end with a question mark: `Who does what?`."""
_WORDS = "…"  # those behind a colon, whatever they are
_KINDS = frozenset(
    "review recap wrap-up wrapup conclusion conclusions summary final closing close end overview rückblick zusammenfassung abschluss bilan".split()
)
"""What part of the meeting it is, before the colon of a short title: `Recap: action items`."""
_LEFT = (*DENYING, *PUT_OFF, *BECAME)


@frozen
class Opening:
    """What a line that opens a block, or a part of one, says of the actions below it."""

    title: str
    actions: bool
    """False for a mere part such as `Completed:`, which only means something inside a block."""
    status: Status = Status.OPEN
    summary: bool = False
    section: Section | None = None
    owner: str | None = None
    rest: str = ""
    """Words behind the colon."""
    mixed: bool = False
    """Whether the list is of other things as well: `Action items and next agenda`."""
    deeds: bool = False
    """Whether it heads what has been done, told as it happened: then only what says otherwise is open."""

    @property
    def review(self) -> bool:
        """Whether it heads a list of actions of earlier meetings."""
        return self.section is Section.REVIEW


_STAMP = late.compile(r"(?<=[*_]) \([^\s(),]{1,30}, \d\d:\d\d:\d\d\)$")
"""Who gave a bot a title in bold, and when: `**Actions from last meeting** (ann, 12:08:10)`; others may be points of talk."""
_HERE = late.compile(r" (?:from|of|for|under|on|arising from) (?:(?:this|the|above) )?(?:agenda )?(?:item|topic|point)(?: \d{1,2}(?:\.\d{1,2})?)?$")
"""Where in these minutes actions come from: `Action items from this item`."""


_WHERE = late.compile(r"(?:[Tt]he )?(?:\w+ ){1,2}(?:are|were|is|was) (?:all |now |still )?(?:on|at|in) ")
"""Where actions are kept is no title: `The actions are all on the board`."""


@for_page
def read_opening(text: str, idiom: Idiom = NO_IDIOM) -> Opening | None:
    """The block or part of a block that a line opens; None for every other line."""
    if text[-1:] == ")" and "* (" in text and (stamp := _STAMP.search(text)):
        text = text[: stamp.start()]
    words = plain(text[:400])
    words = _CLOCK.sub("", words) if ":" in words[1:3] else words
    return _opening(words, idiom) if _may_open(words, idiom) and "](#" not in text else None


def _opening(words: str, idiom: Idiom) -> Opening | None:
    title, _, rest = parts.without_turn(_bare(words)).partition(":")
    rest = "" if rest.strip(" -–—") == "" else rest.removeprefix(":")  # `Actions:-`; `Actions::` of a text in reStructuredText
    title = title.replace("(s)", "s").strip(" .–—-!*=")
    if title.endswith("?") and (title.casefold().startswith(_ASKING) or title.casefold().rstrip(" ?") in w.ACTION_NOUNS):
        title = title.rstrip(" ?")
    title = unnumbered(title) if title[:1] == "(" and title[2:4].find(")") >= 0 else title  # `(g) Actions`
    if title.startswith(("(", "[", "<", "~")) or _WHERE.match(title):
        return None
    title, again = parts.without_excuse(parts.without_talk(unnumbered(title)))
    became = asks_after(title)
    found = _of_words(title[len(became) :], rest.strip(), idiom)
    if became and found is None and are_promises(title[len(became) :]):
        found = Opening(title, actions=True, rest=rest.strip())
    found = replace(found, summary=True) if again and found is not None else found
    return replace(found, title=title, section=Section.REVIEW) if became and found is not None else found


def _of_words(title: str, rest: str, idiom: Idiom) -> Opening | None:
    """The opening that a title without its number is, with the words behind its colon: these count only if they are a time."""
    if not rest or parts.is_clock(rest):
        return _of(title, rest, idiom)
    found = _of(title, _WORDS, idiom)
    if found is None and title.casefold() in _KINDS and len(rest) <= _SHORT:
        return _of(f"{title} - {rest}", "", idiom)  # `Recap: action items`
    return replace(found, rest=rest) if found is not None and found.rest else found


@lru_cache(maxsize=256)  # `ACTION` stands before the colon of half the lines of a page
def _of(title: str, rest: str, idiom: Idiom) -> Opening | None:
    """The opening that a title without its number is; `rest` are the words behind its colon, or stand for them."""
    key = _key(title)
    if any(map(key.__contains__, _FOLLOWING)) and (clause := _CLAUSE.match(key)):
        key = key[clause.end() :]
    if not key or len(key) > 80:
        return None
    if key in idiom.headings:
        return Opening(title, actions=True, rest=rest)
    if " item" in key[7:] or " topic" in key or " point" in key[7:]:
        key = _HERE.sub("", key)
    if not rest and (mixed := parts.of_old(key)) is not None:
        return Opening(title, actions=True, section=Section.REVIEW, mixed=mixed)
    part = part_status(key, idiom)
    if part is not None and not (key.startswith(DENYING) and _named(key)):  # `Not completed actions` is a list of its own
        return Opening(title, actions=False, status=part, section=Section.NEW if is_new(key) else Section.REVIEW, rest=rest)
    if (left := left_status(key)) is not None:
        return Opening(title, actions=True, status=left, section=Section.REVIEW, rest=rest)
    bare = _ASIDE.sub("", key) if key.endswith(")") else key
    if parts.is_clock(rest):
        title, rest = f"{title}: {rest}", ""  # `Action items by next meeting: 10 am Monday`
    if _ABOUT_WORDS & set(key.split()[1:]) and (about := _ABOUT.match(key)):
        key = key[: about.end(1)]
        bare = key
    found = _block(title, key, rest) or (_block(title, bare, rest) if bare != key else None) or _of_aside(title, bare, key, rest)
    return found or (_of_topic(title, idiom) if not rest else None)


def _key(title: str) -> str:
    """A title in small letters, with plain blanks and quotes, and round brackets at its end."""
    key = " ".join(title.casefold().replace("’", "'").replace("_", " ").replace("-", " ").split())
    if key.endswith("]") and " [" in key:
        key = f"{key[:-1].replace(' [', ' (')})"  # `Action items [+ who]`
    key = without_rest(key) if " rest of the " in key else key
    return _ELIDED.sub(r"\1 ", key) if "'" in key else key


def _of_aside(title: str, bare: str, key: str, rest: str) -> Opening | None:
    """The opening that brackets behind a title name: `Old business (action items from last meeting)`."""
    if not key.endswith(")") or bare == key or len(bare.split()) > _TOPIC_WORDS:
        return None
    found = _block(title[max(title.rfind("("), title.rfind("[")) + 1 :].strip(" ()[]"), key[len(bare) :].strip(" ()"), rest)
    return replace(found, title=title) if found is not None and found.review else None


def _of_topic(title: str, idiom: Idiom) -> Opening | None:
    """The opening that a title with the topic behind it is: `To-dos // Roof`, `Actions – Roof`."""
    head, *topic = _TOPIC.split(title, maxsplit=1)
    first = topic[0].split()[0].casefold() if topic and topic[0].split() else ""
    if not first or len(topic[0].split()) > _TOPIC_WORDS or first in w.VERBS or not head.casefold().endswith("s"):
        return None
    found = read_opening(head, idiom)
    return found if found is not None and found.actions and not found.mixed else None


def _may_open(words: str, idiom: Idiom) -> bool:
    """Whether a title has the words with which one of actions begins and ends: most have none, and looking closer is dear."""
    if idiom is not NO_IDIOM or "(s)" in words:
        return True
    named, words = _may_name(words_of(words)), words.casefold()
    title = words.partition(":")[0]
    title = words if title in _KINDS or words.startswith(BEFORE_COLON) else title
    named = named and (len(title) == len(words) or _may_name(frozenset(spelt_in(title))))
    return named or title.endswith(HELD_LAST) or title.startswith(_LEFT)


def _may_name(said: frozenset[str]) -> bool:
    """Whether among these words are the first and the last of a title or noun."""
    return not _LASTS.isdisjoint(said) and any(not _OPENING[first].isdisjoint(said) for first in _FIRSTS & said)


def _bare(text: str) -> str:
    """The title without a sign before or behind it, its place on the agenda, and the brackets that it stands in."""
    if text[:1] == ":" or (text[-1:] == ":" and " :" in text):
        text = _SHORTCODE.sub("", text)
    if text[:12].casefold().startswith(PLACES) and (place := PLACE.match(text)):
        text = text[place.end() :]
    if text[-1:] in _CLOSING and text[:1] == _CLOSING[text[-1]] and len(text) > 5:
        text = text[1:-1]
    if text[-4:].isascii():
        return text.rstrip(" ")
    return text.removesuffix(":").rstrip("".join({c for c in text[-4:] if unicodedata.category(c) in ("So", "Mn")}) + " ")  # `Done ✅:`


def _block(title: str, key: str, rest: str) -> Opening | None:
    if not _named(key) or parts.is_by_consent(key):
        return None
    if title[:2].isupper() and (body := _BODY.match(title)) and len(key) > len(body[0]):
        key = key[len(body[0]) :]
    meeting = held(key)
    key = key[: meeting.start()] if meeting else key
    owner = None
    tokens = _TOKEN.findall(key)
    if not _is_actions(key, tokens) and (noun := without_kind(key)) != key and not _WHOSE.match(key):
        key, tokens = noun, _TOKEN.findall(noun)
    if not _is_actions(key, tokens):
        if ("'" in key or "’" in key) and (whose := _WHOSE.match(key)) and _is_actions(key[whose.end() :], _TOKEN.findall(key[whose.end() :])):
            return Opening(title, actions=True, owner=title[: whose.end(1)], rest=rest)
        tail = _TAIL.search(key)
        if not tail or key.startswith(_NO_WHOSE) or not _is_actions(key[: tail.start()], _TOKEN.findall(key[: tail.start()])):
            return None
        owner, tokens = _ASIDE.sub("", title[tail.start(1) :]), _TOKEN.findall(key[: tail.start()])
        owner = None if is_time_of(owner, title) or tail[0].startswith(" from") else owner.removeprefix("the ")  # `Action items from Jira`
        tokens += tail[1].split() if owner is None and tail[0].startswith((" from", " for")) else []  # `Actions for last meeting`
    said = set(tokens)
    asked = {part for noun in _named(key) if " " in noun for part in noun.split()}  # `Qui fait quoi` says of nothing that it is done
    open_too = _NOT_CLOSED & said - ({"and"} if "between" in said else set())
    closed = (said - asked) & w.CLOSED_HEADINGS and not open_too and "to be " not in key  # `Actions to be completed before May`
    status = Status.DONE if closed else Status.OPEN
    dated = "from" in said and not said & {"today", "this"} and any(t in CALENDAR or t[0].isdigit() or t.startswith("meeting") for t in tokens)
    when = set(meeting[0].split()) if meeting else set()
    earlier = when and not when & TODAYS and (when & w.REVIEW_WORDS or not key.startswith(_NO_WHOSE))
    undone = said & w.CLOSED_HEADINGS and said & _UNDONE  # `Actions not completed yet`
    back = (said - {"arising"} if key.endswith(" arising") else said) & w.REVIEW_WORDS or dated or earlier or undone or key.startswith(_LOOKING_BACK)
    section = Section.REVIEW if back else Section.NEW if said & w.NEW_WORDS else None
    of_minutes = not owner and any(map(key.__contains__, ("minutes", "protokoll", "notes"))) and bool(_OF_MINUTES.match(key))
    summary, mixed = bool(said & w.SUMMARY_WORDS), parts.has_others(said, review=section is Section.REVIEW) or of_minutes
    return Opening(title, actions=True, status=status, summary=summary, section=section, owner=owner, rest=rest, mixed=mixed)


def _named(key: str) -> list[str]:
    """The nouns for actions in a title; several in `Action point follow-ups`."""
    padded = f" {key} "
    if "/" in key or "(" in key or ")" in key:
        padded = padded.translate(_PARTS)
    words = padded.split()
    if _NOUNS.keys().isdisjoint(words):
        return []
    return [noun for head in _NOUNS.keys() & words for noun in _NOUNS[head] if f" {noun} " in padded]


def _is_actions(key: str, tokens: list[str]) -> bool:
    """Whether a title names actions and nothing but words that go with them stands around."""
    named = _named(key)
    nouns = {part for noun in named for part in noun.split()}
    others = [t for t in tokens if t not in nouns and t not in "()[]/,&.'’-–!"]
    return bool(named) and all(
        t.removesuffix("'s") in w.QUALIFIERS
        or t in w.COMPANIONS
        or t in parts.BESIDES
        or t.removesuffix("'s") in CALENDAR
        or t[0].isdigit()
        or t == "person"
        for t in others
    )
