"""Orders to somebody who is called: `@Colin: ring the yard`, `@Colin ring the yard`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.markdown import plain
from tcsg.reading.naming import split_owners
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    from tcsg.reading.names import Names

TALKED = frozenset(
    "discuss present introduce consider note welcome continue update review report announce share talk open close open vote approve check".split()
)
"""What is done at the meeting itself: `Discuss the release (Ann)`."""
SPOKEN = frozenset("agree need want note see thank think feel guess sound like look welcome wait imagine".split())
"""With these words somebody is spoken to, and not told to do something: `@Colin: see #12`."""
_CALLED = late.compile(r"(@[^\W\d][\w.’'-]{0,38}(?:(?:,| and| &|,? and) @[^\W\d][\w.’'-]{0,38}){0,3})(?P<colon>:)?\s+(?:[Pp]lease\s+)?")
_OF_VERBS = frozenset(
    "the a an all any each every my our your his her its their this that these those at for in into on out round to up with if whether".split()
)
"""Behind a word that may be a verb they tell that it is one."""


def called_to(text: str, names: Names) -> str:
    """Who is called before an order: `@Colin: ring the yard`, `@Colin ring the yard`; "" where somebody is only spoken to."""
    match = _CALLED.match(text)
    owners = split_owners(match[1], names) if match else ()
    if match is None or not owners or not all(map(names.knows, owners)):
        return ""
    order = plain(text[match.end() :])
    first, _, what = order.partition(" ")
    verb = first.casefold()
    if not what.strip() or first.isupper() or not starts_with_verb(order) or verb in SPOKEN:
        return ""
    if order[-1:] == "?" or order[:6].casefold() in ("let us", "let me"):
        return ""
    meant = verb in w.PURE_VERBS or what.split(None, 1)[0].casefold() in _OF_VERBS  # `@Colin test results are fine`
    return match[1] if match["colon"] or (meant and verb not in TALKED - {"check"} and not is_past(verb)) else ""
