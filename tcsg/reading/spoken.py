"""What somebody says, where minutes are written as speech: `Ann: yes, that went out on Monday`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.markdown import plain
from tcsg.reading.naming import is_group
from tcsg.reading.orders import is_told
from tcsg.reading.status import find_status
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_SPEAKER = 40
"""Characters before a colon that may be a name."""
_SAID = 5
"""Words of what somebody says below a list."""
_ANSWERS = frozenset(
    """
    yes no yeah yep nope ok okay sure right thanks sorry hello hi agreed well so but maybe perhaps mine any what who when where why how
    is are do does did +1 -1 ja nein oui non danke merci let's let’s fine
    """.split()
)
"""Words with which people begin to talk, and no task begins."""
_DO_ASKED = frozenset("we you they i people these those any not".split())
"""What stands behind `do` where somebody asks something, and no task begins: `Ann: do we have it`, but not `Ann: do posters`."""
_ASKED = frozenset("who what when where why how whether".split())
"""With one of these begins what is to be found out, told as a title: `Ann: who owns the shed`."""
_INVERTED = frozenset("about is are was were do does did can could should would will shall have has had if it this that i we you they he she".split())
"""Behind them people ask, or begin to talk."""
_NO_NEWS = frozenset(
    """
    change changes news progress update updates answer answers reply replies idea ideas problem problems objection objections comment comments further
    more need action actions response responses luck longer one movement report reports word words time decision decisions feedback issue issues sign
    signs question questions way thanks worries other real new
    """.split()
)
"""Of which somebody says that there is none; `no cars on the pier` is to be seen to."""
_TITLE = late.compile(r"(?P<first>[\w'’-]+) (?P<next>[\w'’-]+) [^,?!]{2,80}?(?:$|\s[–—-]\s|~~)")
"""A title without the signs of speech."""
_SAYING = late.compile(
    r"(@?[\w.'’-]{2,30}(?: [\w.'’-]{2,30})?) (?:(?:explains|explained|says|said|feels|felt|noted|mentioned|pointed out)"
    r" (?:that|why|how|what|whether)\b|(?:thinks|thought|believes|believed|wonders|wondered|doubts|doubted)\b)"
)
"""What somebody thinks or says of something."""
_THAT = (" that", " why", " how", " what", " whether", " think", " thought", " believe", " wonder", " doubt")
_TALK = late.compile(
    r"\bI(?:['’]m|['’]ve| am| have| had| was| think| thought| would| wonder| don['’]t| didn['’]t| do not| did)\b"
    r"|^[^\W\d_][\w'’-]{1,20}, (?:you|did|do|have|what|how|any|your)\b|\?$"
)


_DASH = late.compile(r"(?<=\w)\s?[–—-]\s+")
SAYING = "advised|announced|confirmed|explained|informed|mentioned|noted|reported|said|stated|told"
"""With one of these it is minuted that somebody told the others something."""
_REPORTING = late.compile(
    rf"(?:also |then )?(?:{SAYING}|asked|commented|congratulated|expressed|reiterated|stressed|thanked|welcomed)\b"
    r"|we(?:['’]re| are) (?:still |now |currently )?\w+ing\b"
    r"|(?:the|this|that|it|there|these|those) (?:[\w'’-]+ ){0,3}(?:is|are|was|were|has|have)\b(?! to\b)",
    re.IGNORECASE,
)
"""What somebody is minuted to have said behind a dash."""
_ADDRESS = late.compile(
    r"let us |thank you\b(?! (?:all )?(?:cards?|letters?|notes?|gifts?|presents?|mails?|emails?|messages?|flowers|dinner|party)\b)"
)
"""With this somebody turns to the others; a thank you card is a thing."""


def is_speech(text: str, names: Names) -> bool:
    """Whether somebody known talks in a text, and neither orders nor promises anything: `Ann: yes, it went`, `AB - confirmed that it went`."""
    words = plain(text)
    head, colon, said = words.partition(": ")
    if colon and len(head) <= _SPEAKER and names.knows(head):
        return is_talk(said)
    dash = _DASH.search(words, 0, _SPEAKER) if "- " in words[:_SPEAKER] or "– " in words[:_SPEAKER] else None
    if dash is None or not all(map(names.knows, words[: dash.start()].split("/"))):
        return False
    said = words[dash.end() :]
    return is_talk(said) or _REPORTING.match(said) is not None or _is_past_of(said, names)


def _is_past_of(said: str, names: Names) -> bool:
    """Whether somebody tells what another has done: `Bo passed it round`."""
    who, _, did = said.partition(" ")
    return names.knows(who) and is_past(did.split(" ", 1)[0])


def is_talk(said: str) -> bool:
    """Whether words behind somebody's name are what people say, and no task: `I think that the pier is old`."""
    first, *others = (word.casefold().rstrip(",.!:;") for word in said.split(maxsplit=2)[:2] or ("",))
    if _titles(said):
        return False
    first = "" if first == "do" and _DO_ASKED.isdisjoint(others) else first
    return first in _ANSWERS or _ADDRESS.match(said.casefold()) is not None or _TALK.search(said) is not None


def _titles(said: str) -> bool:
    """Whether words that begin as talk may be a title: `who owns the shed`, `no cars on the pier`."""
    title = _TITLE.match(said)
    first, after = (title["first"].casefold(), title["next"].casefold()) if title is not None else ("", "")
    return (first in _ASKED and after not in _INVERTED) or (first == "no" and after not in _NO_NEWS)


def is_remark(text: str, names: Names) -> bool:
    """Whether somebody known says something that is neither an order nor a status: `Ann: 61 took one mail, in the end.`."""
    head, colon, said = plain(text).partition(": ")
    if not colon or len(head) > _SPEAKER or not names.knows(head) or len(said.split()) < _SAID or is_told(said):
        return False
    return not said.startswith(("will ", "should ", "please ")) and find_status(said, names.idiom) is None


def says_that(text: str, names: Names) -> bool:
    """Whether it is told what somebody known, or a body, thinks: `Ann explains why the mast broke`, but not `Ann explains the mast to Bo`."""
    found = _SAYING.match(plain(text[: 2 * _SPEAKER])) if any(map(text[: 2 * _SPEAKER].__contains__, _THAT)) else None
    return found is not None and (names.knows(found[1].lstrip("@")) or is_group(found[1]))


def invites(text: str) -> bool:
    """Whether somebody speaks for all who are there: `Ann: let's go through the list`."""
    return plain(text).partition(": ")[2][:7].casefold().startswith(("let's ", "let’s ", "let us "))
