"""One entry of a list of people as a person, for example `Ailish Harikae (AHR), Secretary`, and what is nobody."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Person
from tcsg.reading.initials import spells, stands_for
from tcsg.reading.names import PARTICLES, TITLES
from tcsg.reading.naming import is_abstract, is_business, is_group
from tcsg.reading.text import has_digit, late_names
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.language import words
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONGEST, _MOST_WORDS = 400, 6
"""Characters of an entry; what is longer is prose."""
_ASIDE = late.compile(r"[(\[]([^()\[\]]{0,240})[)\]]")
_LEADING = late_names(r"\[?([A-Z][A-Za-z]{1,4})\]?(?:(\s*(?:[:=-]\s+|[–—]\s+|\]\s*))|\s+(?=[A-Z][\w.]))")
_BETWEEN = late.compile(r"\t+| {2,}| [-–—]{1,3}(?=\s|$)|\s?/\s?(?=@)| / | \| | @ |…|,|;|:(?= |$)|(?<=\w) (?=@\w)")
"""Between a name and a role, a body or a handle: `Rosa Blum @rblum`, `Rosa / Mill Trust / @rblum`."""
_PART = late.compile(
    r"\s(?:from|for|at|came|joined|joining|arrived|arriving|left|leaving|representing|in place of|on behalf of|as|via|until|till|per|für|pour)"
    r"\s.{1,200}$|\s(?:with\s[A-Z].{1,40}|(?:by|on|over) (?:the |a )?(?:speaker |video )?(?:phone|line|screen|link|call|skype|zoom|teams))$"
    r"|\s(?:late|later|online|remotely|virtually|too)$"
)
"""Whom or what somebody stands for, or comes by, without a sign before it: `Rosa Blum from the mill`, `Rosa on the phone`, `Rosa late`."""
_CAME = late.compile(r"\(([^()]{2,40}?) (?:came|comes|joined|joins|arrived|left|leaving|from|until|till|late|later|ab|bis|kam)\b[^()]{0,60}\)$")
"""Who was not there all the time: `(Rosa Blum came at half past)`."""
_MARKUP = late.compile(r"<[^<>]{1,200}>|[*`]{1,3}|(?<![^\W_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![^\W_])")
_ADDRESS = late_names(r"[\w.+-]{1,80}@[\w.-]{1,80}\.\w{2,12}|https?://\S{1,400}|^@(?=[A-Z][\w.'’-]{1,30} [A-Z])")  # as `@Rosa Blum`
_PICTURE = late.compile(r"(?<!\S):[a-z0-9_+-]{2,40}:(?!\S)")
"""A picture by its name: `:wave:`."""
_AHEAD = late.compile(r"[^\w@(\[\"“‘'’„«]*(?:(?:[ivx]{1,5}|[a-z])[.)]\s+)?(?:(?i:all|every(?:body|one))\b[a-z’' ]{0,40}(?:[–—:]|--?)\s+(?=[A-Z]))?")
"""Pictures and signs before a name, or `all of us - `."""
_AFTER = late.compile(r"[^\w\s)\].,;:!?\"'”’“»$/&+-]+$")
"""Pictures behind one."""
_BEHIND = " \t-–—•;,.:*†‡|+!\\"
_WORD = late.compile(r"[^\W\d_][\w.'-]*(?:[’‘][\w.'-]*)*$")
_NICKNAME = late.compile(r"[\"“‘'„«][^\W\d_][\w.'’-]*[\"”’'“»]$")
_HANDLE = late.compile(r"@?[^\W_][\w.'’-]{0,38}$")
_SILENT = late.compile(r"\S{1,40} \(0\)$|\S{0,40}bot \(\d{1,5}\)$", re.IGNORECASE)
"""Who said nothing in a chat, or writes its log: `rosabot (11)`."""
_CALL_SIGN = late.compile(r"(?:[A-Z]{1,2}|\d[A-Z])\d[A-Z]{1,4}$")
"""What radio amateurs write beside their names: `Rosa G4XYZ`."""
_SMALL = PARTICLES | frozenset("y e und bin ibn al el ter ten zu zum zur vom dos das do af av".split())
"""Small words that stand within names."""
_MATTERS = w.NAMELESS | words(
    """
    issues issue items policy policies plan plans project projects budget review training website minutes session limited ltd inc llc
    gmbh corporation university institute foundation technologies systems services studios pmc wg sig
    """
)
"""What is talked about, and what bodies are called, by the last word."""
_TAKING_PART = w.BODIES | w.AROUND
"""How people took part, before their names."""
_NO_NAME = w.NAMELESS | w.UNFILLED | w.NOBODY | w.NO_NAMES | w.EVERYBODY | w.MISSING | w.ATTENDED | w.HOSTS
_NO_FIRST = w.NAMELESS | w.NO_NAMES | w.ORDERS
_NO_SMALL = w.VERBS | w.NO_NAMES | w.NAMELESS | w.ARTICLES | w.AROUND | w.ATTENDED | w.MISSING | w.BODIES
_NAMES_TOO = words("per may april june august")
"""Words of all kinds that are given names as well."""
_SHORT = frozenset("AOB TBA TODO PM URL FYI ETA PDF PR PRS".split())
"""Capitals that are nobody's initials where people are listed."""
_PARTS = late.compile(r"[,/;|]|\s[–—-]\s")
_MATRIX = late.compile(r"^(?:@?(?=[\w.-]{1,40}:)|@)([\w.-]{1,40})[:@][\w-]{1,40}(?:\.[\w-]{1,40}){1,4}(?=\s|$)")
"""A handle with its server: `@rosa:mill.example`, `@rosa@mill.example`."""


@lru_cache(maxsize=2048)  # the same people come to meeting after meeting
def read_person(text: str) -> Person | None:
    """One person out of an entry of a list of people; None when it names nobody."""
    came = _CAME.match(text) if text[:1] == "(" else None
    text = _bare(came[1] if came else text)
    if not text or len(text) > _LONGEST or (text[-1] == ")" and _SILENT.match(text)):
        return None
    if "(" in text[:8] and (called := _called(text)) is not None:
        return called
    lead = _leading(text)
    initials, rest = lead or (None, text)
    asides = [a for a in map(str.strip, _ASIDE.findall(rest)) if a and not a.isdigit()]
    parts = _name_and_roles(re.sub(r" {2,}(?!\t)", " ", _ASIDE.sub("\t", rest)).strip())
    if not parts:
        return None
    name, roles, asides = _named(parts, asides)
    if initials is None:
        name, initials, roles = _with_initials(name, roles)
    if not is_name(name) or not (name[0].isupper() or _is_handle(name, text, roles) or _ends_well(name)):
        return None
    for part in (p.strip() for aside in asides for p in _PARTS.split(aside)):
        if initials is None and are_initials(part) and stands_for(part, name):
            initials = part
        elif part and not (part.isupper() and are_initials(part)):
            roles = [*roles, part]
    name = name.removeprefix("@")
    if lead and not stands_for(lead[0], name):
        initials, roles = None, [lead[0], *roles]  # `AD: Rosa Blum`
    return Person(name, initials, ", ".join(roles) or None)


def _called(text: str) -> Person | None:
    """Somebody whose name stands in brackets behind the initials: `AHR (Ailish Harikae, Secretary)`."""
    initials, _, rest = text.partition(" (")
    name, _, role = rest.partition(")")[0].partition(",")
    called = are_initials(initials) and " " in name.strip() and is_name(name.strip()) and spells(initials, name.strip())
    return Person(name.strip(), initials, role.strip() or None) if called else None


def _named(parts: list[str], asides: list[str]) -> tuple[str, list[str], list[str]]:
    """The name of an entry, the roles beside it, and what stands in brackets: `Treasurer (Dmitri)` is Dmitri."""
    name, behind = _without_part(parts[0])
    roles = [*behind, *parts[1:]]
    if len(asides) == 1 and _is_of(asides[0], name):
        name, roles, asides = asides[0], [name, *roles], []
    name, titles = _without_titles(name)
    return name, [*titles, *roles], asides


def _is_of(aside: str, body: str) -> bool:
    """Whether brackets hold the name of who has the role or is of the body before them."""
    if is_role(body):
        return is_name(aside) and not spells(aside, body)
    return " " in aside and is_name(aside) and is_given(aside.split(maxsplit=1)[0]) and not is_given(body.split(maxsplit=1)[0])


def _with_initials(name: str, roles: list[str]) -> tuple[str, str | None, list[str]]:
    """A name whose initials stand behind it without brackets: `Rowan Manning RM`, `Rowan Manning, RM`."""
    if short := _trailing(name):
        return name[: -len(short)].rstrip(), short, roles
    if roles and are_initials(roles[0]) and spells(roles[0], name):
        return name, roles[0], roles[1:]
    return name, None, roles


def is_away(person: Person) -> bool:
    """Whether what stands behind a name says that the person was not there: `Rosa Blum (apologies)`."""
    parts = [part.strip() for part in _PARTS.split(person.role.casefold())] if person.role else []
    return any(map(_says_away, parts)) and "present" not in parts


def _says_away(part: str) -> bool:
    """Whether a role is being away: `apologies`, `will not attend`."""
    words = part.split()
    return part in w.EXCUSED or (len(words) < 5 and not w.NEGATIONS.isdisjoint(words) and not w.ATTENDED.isdisjoint(words))


def is_role(words: str) -> bool:
    """Whether words are a role or a body and nobody's name; `Alex Cook` is somebody."""
    first = words.split(maxsplit=1)[:1]
    return is_group(words) and not (" " in words and first and is_given(first[0]))


def is_name(words: str) -> bool:
    """Whether words can be a name in a list of people: each with a capital but one, and none that lists hold beside names."""
    tokens = words.split()
    if not tokens or len(tokens) > _MOST_WORDS or is_role(words):
        return False
    folded = [t.casefold().strip(".'’") for t in tokens]
    if any(f.endswith(("'s", "’s")) for f in folded):
        return False
    if len(tokens) == 1:
        return bool(_HANDLE.match(words)) and any(map(str.isalpha, words)) and not _is_nobody(folded[0], words)
    if not all(_WORD.match(token) or (not token[0].isalpha() and _NICKNAME.match(token)) for token in tokens) or all(f in w.NAMELESS for f in folded):
        return False
    if not is_given(tokens[0]) and not (folded[0] == "old" and is_given(tokens[1])) and _is_thing(folded, words):
        return False
    small = [t for t in tokens if t[0].islower() and t.casefold() not in _SMALL]
    if len(small) == len(tokens) == 2:
        return is_given(small[0]) and small[1] not in _NO_SMALL  # `anja blum`
    return not small or (len(small) == 1 and _may_be_small(tokens, small[0]))


def is_called(words: str) -> bool:
    """Whether words are a name, or one behind how somebody took part: `online: Rosa Blum`."""
    how, colon, name = words.partition(": ")
    return is_name(name) and _TAKING_PART.issuperset(how.casefold().split()) if colon else is_name(words)


def _is_thing(folded: list[str], words: str) -> bool:
    """Whether several words name a matter by their first or their last: `Meeting Recording`, `Roof Updates`, `Painting Day`."""
    first, last = folded[0], folded[-1]
    if last in _MATTERS or is_business(words):
        return True
    if first in _NAMES_TOO or (len(first) == 1 and words[0].isupper()):
        return False
    return first in _NO_FIRST or _is_doing(first)


def _is_doing(word: str) -> bool:
    """Whether a word is a thing or what is done by its ending: `Testing`, `Continuation`; `Fleming` is neither."""
    stem = word[:-3]
    return is_abstract(word) and (not word.endswith("ing") or not w.VERBS.isdisjoint((stem, f"{stem}e", stem[:-1])))


def _may_be_small(tokens: list[str], small: str) -> bool:
    """Whether the one word in small letters can be part of a name: `lauren Blum`, `Rosa blum`."""
    if small.casefold() in _NO_SMALL or small.endswith("ed"):
        return False
    return len(tokens) <= 3 and ((small == tokens[0] and not is_group(small)) or (small == tokens[-1] and is_given(tokens[0])))


def _is_nobody(folded: str, word: str) -> bool:
    if is_given(word):
        return False
    if word.isupper() and are_initials(word):
        return folded in w.UNFILLED or folded == "all" or word in _SHORT or (len(word) > 3 and (folded in w.NAMELESS or folded in w.HOSTS))
    return folded in _NO_NAME or (word[0].isupper() and folded in w.ORDERS) or (len(folded) == 1) or (_is_doing(folded) and not word.startswith("@"))


def are_initials(word: str) -> bool:
    """Whether a word looks like initials: `AHR`, `McD`, `RGr`."""
    return 2 <= len(word) <= 5 and word.isalpha() and word[0].isupper() and sum(map(str.isupper, word)) >= 2 and (len(word) < 5 or not word.isupper())


def _bare(text: str) -> str:
    """An entry without markup, addresses, and signs around it."""
    if text[:1] == "{":
        return ""  # a mark of those who make pages
    text = _PICTURE.sub("", text) if text.count(":") > 1 else text
    text = re.sub(r" {3,}", "\t", text) if "   " in text else text
    if any(sign in text for sign in "*_`<"):
        text = _MARKUP.sub("", text)
    if "@" in text or "://" in text:
        text = _ADDRESS.sub("", _MATRIX.sub(r"@\1", text))
    text = text if text[:1].isalpha() and not text[0].islower() and text[:3] not in ("All", "Eve") else _AHEAD.sub("", text, count=1)
    return (text if text[-1:].isalnum() else _AFTER.sub("", text)).strip(_BEHIND)


def _leading(text: str) -> tuple[str, str] | None:
    """Initials that stand before the name, and the rest: `AHR: Ailish Harikae`, `AE M. Anton Ertl`."""
    lead = _LEADING.match(text) if text[:1] == "[" or sum(map(str.isupper, text[:5])) >= 2 else None
    if lead is None or not are_initials(lead[1]) or (text[:1] == "[") != ("]" in lead[0]):
        return None
    rest = text[lead.end() :]
    words = _ASIDE.sub("\t", rest).split("\t")[0].split(",")[0]
    spelt = spells(lead[1], words) if lead[1].isupper() else stands_for(lead[1], words)
    return (lead[1], rest) if lead[2] or (" " in words and spelt) else None


def _trailing(name: str) -> str | None:
    """Initials at the end of a full name that spell it: `Rowan Manning RM`."""
    words = name.rsplit(maxsplit=1)
    return words[1] if len(words) == 2 and " " in words[0] and words[1].isupper() and are_initials(words[1]) and spells(words[1], words[0]) else None


def _name_and_roles(bare: str) -> list[str]:
    """The parts of an entry, the name first: `Officers: Rosa Blum`, `Partly: Rosa Blum`."""
    parts = [bare] if bare.replace(" ", "").isalpha() and "  " not in bare else [s for p in _BETWEEN.split(bare) if (s := p.strip(_BEHIND))]
    headed = (
        len(parts) > 1
        and bare.startswith(f"{parts[0]}:")
        and (
            is_role(parts[0])
            or parts[0].casefold() in w.PRESENT | w.EXCUSED | w.TAKERS | w.HOSTS
            or _TAKING_PART.issuperset(parts[0].casefold().split())
        )
    )
    return [*parts[1:], parts[0]] if headed else parts


def _without_part(name: str) -> tuple[str, list[str]]:
    part = _PART.search(name) if " " in name else None
    return (name[: part.start()], [part[0].strip()]) if part else (name, [])


def _without_titles(name: str) -> tuple[str, list[str]]:
    """A name without what people are called before it, and the roles among that: `Dean Marjorie Quist`."""
    words = name.split()
    titled = [n for n, word in enumerate(words[:-1][:3]) if word.casefold().rstrip(".") in TITLES and not any(map(is_given, words[:n]))]
    words = words[titled[-1] + 1 :] if titled else words
    if len(words) > 1 and len(words) % 2 == 0 and words[: len(words) // 2] == words[len(words) // 2 :]:
        words = words[: len(words) // 2]  # a picture and a name
    roles = [word for word in words if has_digit(word) and _CALL_SIGN.match(word)] if len(words) > 1 else []
    words = [word for word in words if word not in roles]
    first = words[0].casefold().rstrip(".") if len(words) > 1 else ""
    if len(words) > 2 and words[-1].casefold() in w.GROUP_NOUNS and words[-1].casefold() in w.HOSTS | w.TAKERS:
        words, roles = words[:-1], [words[-1], *roles]  # `Rosa Blum Chair`
    if first in w.GROUP_NOUNS and words[0][0].isupper() and (len(words) > 2 or (is_given(words[1]) and not is_given(words[0]))) and not is_role(name):
        return " ".join(words[1:]), [words[0], *roles]
    return " ".join(words), roles


def _is_handle(name: str, text: str, roles: list[str]) -> bool:
    """Whether a word in small letters is what somebody is called: a handle, or one that stands alone."""
    return " " not in name and (text.startswith("@") or not roles or roles[0].startswith("@"))


def _ends_well(name: str) -> bool:
    first, *_, last = name.split() if " " in name else ("", "-")
    return last[0].isupper() or is_given(first)


def people_of(texts: Iterable[str]) -> Iterator[Person]:
    """The people that several entries name."""
    return (person for person in map(read_person, texts) if person is not None)
