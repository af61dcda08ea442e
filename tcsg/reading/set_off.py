"""People set off in bold with a sign, before what they are to do or behind it: `**(Ann)** ring the bank`, `… is broken. **→ Ann**`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.markdown import plain
from tcsg.reading.marks import ARROW, Mark
from tcsg.reading.naming import dated_owners
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.reading.names import Names

_SET_OFF = late.compile(
    rf"(?:(?P<before>{ARROW})\s+)?(?:\*\*|__)\s?(?P<sign>@|[(\[]|{ARROW}\s*)?(?P<who>[^*_()\[\]]{{1,60}})[)\]]?(?:\*\*|__)(?P<colon>:?)"
)
_ENDS = late.compile(r"[\s.;,]*(?:$|[.;,]\s)")
"""What follows people who stand behind what they are to do."""
_GOES_ON = late.compile(r",?\s(?:and|und|et|&|\+)\s")
"""What follows them where the same sentence has more of it: `a notice on the door **(Ann)** and in the news **(Bo)**`."""
_LEAST = 2
"""Words of a task."""


def set_off(text: str, names: Names) -> Iterator[Mark]:
    """The people known whom a text sets off in bold with an arrow, a bracket or an @."""
    if "**" not in text and "__" not in text:
        return
    others: list[str] = []
    for match in _SET_OFF.finditer(text):
        sign = (match["sign"] or match["before"] or "").strip()
        owners = dated_owners(plain(match["who"]), names) if sign else ()
        if not owners or match["colon"] or not all(names.knows(o) or o.casefold() in w.EVERYBODY for o in owners):
            continue
        rest = plain(text[match.end() :])
        if len(rest.split()) >= _LEAST and starts_with_verb(rest) and match.start():
            yield Mark(f"**{sign}**", match.start(), match.end(), match["who"])
        elif sign == "@" or len(text[: match.start()].split()) < _LEAST:
            continue
        elif _ENDS.match(text, match.end()):
            yield Mark(f"**{sign}**", match.start(), match.end(), ", ".join((*others, match["who"])), trailing=True)
            others.clear()
        elif _GOES_ON.match(text, match.end()):
            others.append(match["who"])
