"""What can be an owner at all: somebody known, initials, a handle, a name, a role, a group; and lists of them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.commitments import without_commitments
from tcsg.reading.text import MONTH, has_digit, late_names
from tcsg.reading.time_words import MONTHS
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from tcsg.reading.names import Names

INITIALS = late_names(r"[A-Z]{2,4}$|[A-Z][a-z]?[A-Z]$|[A-Z]{2}[a-rt-z]$")
NAME_WORD = late_names(r"[A-Z](?:[\w.'’-]*[\w.])?$|(?:de|der|den|van|von|la|le|du|di|da|of|St|M/s)$")
HANDLE = late.compile(r"@[\w.-]{1,40}(?:/[\w.-]{1,40})?$|[\w.-]{1,40}@$")
_DOTTED = late.compile(r"(?:[A-Z]\.){2,4}")
"""Initials with full stops: `P.B.`."""
_NICK = late.compile(r"[a-z][a-z0-9-]{0,20}_[a-z0-9_-]{1,20}$")
"""What nobody is called but in a chat: `deep_river`, which may stand beside a name."""
_JOIN = late.compile(
    r"\s*(?:,\s*and\s+|,|;|\s/\s|(?<!\bM)/|/(?!s\b)|\s&\s|(?<!\b[A-Z])&|&(?![A-Z]\b)|\s\+\s|(?<=\w)\+(?=[A-Z@])|(?<=\w)[\s:](?=@)"
    r"|\s(?:and|und|u\.|et|plus|together with|as well as|along with)\s|\s(?:and/)?or\s(?=[A-Z@]))\s*"
)
"""Between what names two owners; `S&T` is one department, and `M/s Reed` one firm."""
_WITHIN = late.compile(
    r"\s{0,3}[(\[](?:(?:supported|assisted|helped|with|cc|mit|avec)\b[^()\[\]]{0,60}|[^()\[\]]{1,40} as [^()\[\]]{1,20})[)\]]", re.IGNORECASE
)
_COPIED = late.compile(r"[,;]?\s+cc:?\s+(?!and\b|&)(?=[@A-Z])", re.IGNORECASE)
"""Who is copied is no owner: `(Ann, CC Bo)`."""
_BESIDE = late.compile(r"(?<=[^\W\d_])\s{1,3}\([^()]{1,60}\)$")
"""What stands in brackets behind a name: `Ann (the mill)`."""
_TEAM = late.compile(r"(@[\w.-]{1,40})/([\w-]{1,40})")
_ARTICLE = late.compile(r"(the|der|die|das|le|la|les|l.)(?:\s|(?<=['’]))", re.IGNORECASE)
_DUE = late.compile(
    r"(?:[,;]?\s+(?:[|–—-]\s+|[(\[])?(?:(?:by|until|till|before|after|due|deadline|on|asap|in|bis|vor|nach|avant|après|pour le|d.ici"
    r"|(?:this|next|end of) (?=week|month|term|year|sprint|meeting|q[1-4]|\w+day)|(?:to|mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow)\b"
    rf"|\d{{1,2}}\w{{0,2}} (?={MONTH}))|(?:[,;|–—-]\s+|\s?[(\[])(?=\d|{MONTH}|next|this|end of|eo[dwm]\b|asap|immediately|to(?:day|morrow|night)"
    r"|(?:an?|one|two|three|four|six) (?:day|week|fortnight|month)s?\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day)).*$",
    re.IGNORECASE,
)
_CHARGED = late_names(
    r"(?i:resp(?:\.|onsible|onsable)?|owners?|owned by|assigned to|assignees?|zuständig|verantw(?:ortlich|\.)?|(?:leads?|who|by|wer|qui)(?=\s?[:=]))"
    r"\s?[:=]?\s+(?=[A-Z@])|(?i:both|either)\s+(?=[A-Z@])"
)
"""What may be said of the owners before their names: `resp. Ann`, `responsible: Ann`, `both Ann and Bo`."""
_CHARGES = frozenset(("re", "ow", "as", "zu", "ve", "le", "wh", "by", "we", "qu", "bo", "ei"))
"""With these letters that begins."""
_TICKET = late.compile(r"[A-Z][A-Z0-9]{0,9}-\d{1,6}$")
"""The key of a tracker's issue or a number of the committee's own: `DS-3372`, `B-03`."""
_OTHERS = ("co", "co.", "others", "al", "al.", "more", "team", "leagues")
_AND_OTHERS = late.compile(
    r"(?:\s*[,&+]|\s+and|\s+et|\s+und)\s*(?:co\.?|others|al\.?|(?:some )?more|(?:the )?team|(?:(?:his|her|their) )?colleagues)$", re.IGNORECASE
)
"""Who else is at it, without a name: `Ann & co`."""
_LONG, _MOST_WORDS = 60, 8
_JOINING = frozenset("and und et plus together as along or cc".split()).union(helped.split()[0] for helped in w.HELPED)
"""Words with which another owner, or who is none, may begin."""
_HELPED = tuple(f" {helped} " for helped in w.HELPED)
_STATUSES = w.DONE | w.DROPPED
"""What tells how an action went, and is nobody."""


@lru_cache(maxsize=512)
def split_owners(text: str, names: Names, *, loose: bool = False) -> tuple[str, ...]:
    """The owners of a list such as `NH/AHR` or `PB, KK & NH`; empty when any part is nobody's name.

    `loose` takes any short phrase, for places that hold nothing but owners.
    """
    if len(text) > _LONG and _is_prose(text, names):
        return ()
    if text.isalnum() and names.knows(text):
        return (text,)
    text = without_commitments(text)
    text = _strip(_uncharged(_alone(text.removeprefix("TODO "))))  # what org mode sets before what is open
    folded = text.casefold()
    if "cc" in folded:
        text = copied[0] if len(copied := _COPIED.split(text, maxsplit=1)) > 1 and copied[0].strip() else text
        folded = text.casefold()
    for helped in _HELPED if any(map(folded.__contains__, _HELPED)) else ():
        at = folded.find(helped)
        if at > 0 and not text[:at].casefold().endswith((" together", " along")):
            text = text[:at]
            folded = text.casefold()
    whole = bare(text)
    if names.knows(whole):
        return (whole,)
    if whole.casefold() in w.UNFILLED:
        return ()
    listed = _teams(text, names)
    first = _JOIN.split(listed, maxsplit=1)[0].strip().replace("\0", "/")
    if first and not _may_be(first, names, loose=loose):
        return ()  # most texts begin with no owner, and to cut them all is dear
    parts = [p.strip().replace("\0", "/") for p in _JOIN.split(listed) if p.strip()]
    if not parts or len(parts) > 8 or not all(_may_be(part, names, loose=loose) or (n and _NICK.match(part)) for n, part in enumerate(parts)):
        return ()
    parts = [p for n, p in enumerate(parts) if not n or p.casefold() not in MONTHS or names.knows(p)]  # `AB, July: the survey`
    parts = [name for part in map(bare, _without_asides(parts, alone=loose)) for name in _in_a_row(part, names)]
    return tuple(dict.fromkeys(p for p in parts if not (_is_nobody(p, names) or (len(parts) > 1 and _is_month(p, names)))))


def _is_month(part: str, names: Names) -> bool:
    """Whether a part of a list of owners is when something was given to them: `AB, July: the leaflet`."""
    return part.casefold() in MONTHS and not is_given(part) and not names.knows(part)


def _without_asides(parts: list[str], *, alone: bool) -> list[str]:
    """The parts of a list of owners without what stands in brackets behind each; one that is alone keeps that where it may be no owner."""
    return parts if len(parts) == 1 and not alone else [_BESIDE.sub("", part) if part[-1:] == ")" else part for part in parts]


def _in_a_row(part: str, names: Names) -> tuple[str, ...]:
    """The known people whose initials or whole names stand in a row, as a wiki leaves those whom it links: `Ann Berg Bo Lind`."""
    words, each = (part.split() if " " in part and not names.knows(part) else []), 1 if part.isupper() else 2
    people = tuple(" ".join(words[n : n + each]) for n in range(0, len(words), each))
    return people if len(people) > 1 and all(map(names.knows, people)) else (part,)


def _alone(text: str) -> str:
    """The owners without those in brackets who only help, and without the others who are not named."""
    if text[-8:].casefold().endswith(_OTHERS):
        text = _AND_OTHERS.sub("", text)
    return _WITHIN.sub("", text) if "(" in text or "[" in text else text


def _uncharged(text: str) -> str:
    """The owners without what is said of them before their names."""
    charged = _CHARGED.match(text) if text[:2].casefold() in _CHARGES else None
    return text[charged.end() :] if charged else text


def given_owners(head: str, names: Names) -> tuple[str, ...]:
    """Given names in small letters, which are owners where only owners stand: `ann: explore it`."""
    owners = split_owners(head, names, loose=True) if head.islower() else ()
    return owners if all(map(is_given, owners)) else ()


def _is_prose(text: str, names: Names) -> bool:
    """Whether a text begins with so many words and no sign that no owner of a list has as many: most are told by that at once."""
    words = text.split(None, _MOST_WORDS)[:_MOST_WORDS]
    plainly = len(words) == _MOST_WORDS and all(map(str.isalnum, words)) and _JOINING.isdisjoint(map(str.casefold, words))
    return plainly and not names.knows(bare(text))


def _may_be(part: str, names: Names, *, loose: bool) -> bool:
    return HANDLE.match(part) is not None or is_owner(bare(part), names, loose=loose)


def _teams(text: str, names: Names) -> str:
    """The text with the slash of each `@body/team` hidden; behind a handle it parts two owners when the second is somebody known."""
    return _TEAM.sub(lambda team: team[0] if names.knows(team[2]) else f"{team[1]}\0{team[2]}", text) if "@" in text else text


def dated_owners(text: str, names: Names) -> tuple[str, ...]:
    """The owners of a bracket that may hold a due phrase as well: `(Hal, by 3 May)`."""
    timed = not text.isalnum()  # one word holds no time
    owners, theirs = split_owners(text, names), split_owners(_DUE.sub("", text), names) if timed else ()
    owners = theirs if theirs and (not owners or all(map(names.knows, theirs))) else owners  # `(Hal Friday)`
    if owners or not text:
        return owners
    when, comma, rest = text.partition(", ")
    dated = has_digit(when) or when.casefold().startswith(("this ", "next ", "urgent", "asap"))
    dated = dated and "(" not in when and len(when.split()) <= 4 and when.split()[0].casefold() not in w.VERBS
    return split_owners(rest, names) if comma and dated else ()  # `(week of 4 May, Hal)`


def _strip(text: str) -> str:
    return text.strip(" \t*_`~:;,-–—")


def bare(part: str) -> str:
    """One part of a list of owners without brackets, `@` and article."""
    part = _strip(part).strip("()[]").strip()
    part = part.removeprefix("@").removeprefix("name=").removesuffix("@")
    part = part if part.endswith(w.ABBREVIATED) or _DOTTED.fullmatch(part) else part.rstrip(".!?")
    article = _ARTICLE.match(part) if part[:1] in ("l", "L") or part[:4].rstrip().casefold() in ("the", "der", "die", "das") else None
    return part[article.end() :] if article and (article[1].casefold() == "the" or is_group(part[article.end() :])) else part


def _is_nobody(part: str, names: Names) -> bool:
    """Whether a part says that it is nobody in particular; `IT` may be initials, and `NA` is when somebody has them."""
    key = part.casefold().rstrip("?.")
    if key in _STATUSES:
        return not names.knows(part)
    if key not in w.NOBODY:
        return False
    return not (part.isupper() and (names.knows(part) or key not in w.UNFILLED))


def is_owner(part: str, names: Names, *, loose: bool = False) -> bool:
    """Whether one part of a list of owners can be somebody: known, initials, a handle, a name, a role, a group."""
    tokens = part.split()
    if (
        not tokens
        or len(tokens) > 5
        or len(part) > 50
        or part.isdigit()
        or not any(map(str.isalnum, tokens[0]))
        or (part[-1].isdigit() and _TICKET.match(part))
    ):
        return False
    if _is_nobody(part, names):
        return loose
    if names.knows(part) or INITIALS.match(part) or HANDLE.match(part):
        return True
    if is_group(part):  # `Ann asks sponsors` is what Ann does
        return not (len(tokens) > 2 and names.knows(tokens[0]) and tokens[1].islower() and tokens[1] not in _JOINING)
    if len(tokens) <= 4 and tokens[0][0].isupper() and all(NAME_WORD.match(t) for t in tokens):
        return loose or tokens[0].casefold() not in w.ORDERS | w.NO_NAMES
    return loose and len(tokens) <= 4


def is_sure(owner: str, names: Names) -> bool:
    """Whether nobody would doubt that a word is an owner."""
    lone = INITIALS.match(owner) and not names.initials and owner.casefold() not in w.ACRONYMS
    return names.knows(owner) or bool(lone) or owner.casefold() in w.EVERYBODY


def may_own(owner: str, names: Names) -> bool:
    """Whether an owner is somebody who is known, or is written as initials, a group or a role are."""
    return names.knows(owner) or bool(INITIALS.match(owner)) or is_group(owner)


def is_group(part: str) -> bool:
    """Whether a phrase names a group or a role by its last word: `Steering Group members`, `the exec`, `Hon. Secretary`."""
    if part.casefold() in w.EVERYBODY:
        return True  # `each of us`
    tokens = part.casefold().removeprefix("the ").removeprefix("every ").removeprefix("each ").removeprefix("our ").split()
    if (
        not tokens
        or len(tokens) > 6
        or tokens[0].rstrip(".") in w.NO_NAMES
        or "to" in tokens
        or any(token in w.ARTICLES and before not in _OF for before, token in pairwise(tokens))
        or not all(t[0].isalnum() or t[0] in "'’@" for t in tokens)
        or not w.PURE_VERBS.isdisjoint(tokens[1:-1])
        or not _TOLD.isdisjoint(tokens[1:-1])
    ):
        return False
    return (
        " ".join(tokens) in w.EVERYBODY
        or (1 < len(tokens) <= 5 and tokens[0] in BODIES and part[:1].isupper() and tokens[1] not in w.VERBS | w.BUSINESS)
        or (tokens[-1].rstrip(".") in w.GROUP_NOUNS and (tokens[0] not in w.ORDERS or _is_compound(tokens)))
        or (tokens[0] == "all" and len(tokens) <= 4 and all(t.isalpha() and t not in w.ARTICLES | w.CLOSED_HEADINGS for t in tokens[1:]))
    )


def is_abstract(word: str) -> bool:
    """Whether a word by its ending is a thing or a manner, and nobody's name: `Testing`, `Continuation`, `Continuously`."""
    return len(word) > 6 and word.isalpha() and word.endswith(_ENDINGS)


def is_business(words: str) -> bool:
    """Whether several words name what is talked about: by the last of them, `Roof Updates`, or as `Survey of Boats` and `Old URLs` do."""
    if " " not in words:
        return False
    *first, last = words.split()
    return last.casefold() in w.BUSINESS or (("of" in first or (len(last) > 2 and last[-1] == "s" and last[-3:-1].isupper())) and not is_group(words))


_OF = frozenset("of for from in at on to with und and der von für de du pour".split())
"""Behind these an article may stand in the name of a role or a body: `Friends of the mill`, but not `Form a group`."""
_TOLD = frozenset("told asked reminded advised invited emailed wrote sent gave helped is are was were has have had".split())
"""What is said of something, and is in the name of no body: `Asked the board`, `Roster is on the board`."""
_ENDINGS = ("ing", "tion", "sion", "ment", "ness", "ously", "ically", "ially", "ibly", "ently")
BODIES = frozenset("gruppe arbeitsgruppe ag team groupe équipe sig".split())
"""What stands before the name of a body: `Gruppe Technik`, `Team Web`."""
_COLLECTIVE = frozenset(
    """
    group team board committee council exec executive subcommittee sub-committee subgroup panel forum unit department faculty office secretariat
    wg crew division section task-force taskforce helpdesk staff gruppe team ausschuss vorstand beirat rat comité bureau conseil équipe groupe
    """.split()
)
"""Nouns that mean several people though they stand in the singular."""


def is_collective(part: str) -> bool:
    """Whether an owner is several people and not a role that one person has: `Boat team`, `Trustees`, but not `the Chair`."""
    head = re.split(r" (?:of|for) ", part.casefold(), maxsplit=1)[0]
    last = head.split()[-1] if head.split() else ""
    return is_group(part) and (last in _COLLECTIVE or last in w.EVERYBODY or (last.endswith("s") and last not in ("boss", "dns")))


def _is_compound(tokens: list[str]) -> bool:
    """Whether a verb before a role is a noun there: `Stage manager`, `Open data team`, but not `Ask members` or `Ask the team`."""
    if len(tokens) == 2:
        return tokens[0] in w.FIELDS and not tokens[1].endswith("s")
    return len(tokens) <= 4 and tokens[0] in w.FIELDS | {"open"} and tokens[-1] in _COLLECTIVE and w.ARTICLES.isdisjoint(tokens)


def is_role(head: str) -> bool:
    """Whether a short phrase names a role by what it is the head of: `Head of Sixth Form`, `Lead for transport`."""
    tokens = head.split()
    return 3 <= len(tokens) <= 5 and tokens[1] in ("of", "for") and tokens[0].casefold() in w.GROUP_NOUNS and tokens[0][0].isupper()
