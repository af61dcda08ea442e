"""What is told in the talk of a deed of somebody who was there: `Ann sent the letter to the school`; it may be what somebody was to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.model import Kind, Mention, Reason, Section, Status
from tcsg.reading import sentences
from tcsg.reading.drafts import line_at
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.still import stays_open
from tcsg.reading.text import late_names
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from tcsg.reading.names import Names

_NAME = r"@?[A-Z][\w.'’-]{0,30}(?: [A-Z][\w'’-]{1,30})?"
_DEED = late_names(
    rf"(?P<who>{_NAME})(?:(?:, | and | & |/){_NAME}){{0,2}}"
    r"(?: (?:has|have|had|did(?: in fact)?)(?: (?:now|already|also|since|both))?|: (?:(?:I|[Ww]e) )?(?:(?:has|have|had) |['’]ve )?)?"
    r" ?(?P<verb>[A-Za-z]{2,20})\b(?: (?:(?:that )?(?:s?he|they) (?:has|have|had) |having )(?:now |already |also )?(?P<deed>[a-z]{2,20})\b)?"
)
"""Somebody and what that one did; `Ann reported that she had sent it` as well."""
_DONE = late_names(
    r"(?:(?:The|A|An|All|Both|Our) )?(?:[\w.'’&/-]+ ){1,8}?(?:has|have) (?:now |already |also )?been (?:now |already )?(?P<verb>[a-z]{3,20})\b"
)
"""What has been done with something: `A new lock has been fitted`."""
_SAID = frozenset("said reported confirmed noted mentioned announced told".split())
_NO_DEEDS = frozenset(
    """
    said reported confirmed noted mentioned announced told asked explained agreed felt thought wondered suggested proposed moved seconded thanked
    welcomed joined left arrived attended apologised apologized raised expressed stated stressed commented queried questioned wanted needed hoped
    was were been offered volunteered promised declined recommended opened closed chaired led knew saw found took discussed highlighted
    emphasised emphasized added replied responded answered recalled observed remarked informed advised reminded considered believed
    pointed referred returned showed presented talked spoke
    """.split()
)
"""Pasts with which people talk, come and go, and do no task."""
_NOBODY = frozenset(
    "the this that these those it we they i he she you there what all some most many both no none everyone everybody nobody who".split()
)
_HEAD = 40
"""Characters in which a sentence tells who has done something."""
_LONGEST = 300
"""Characters of such a sentence."""


def told_in_talk(items: Sequence[Item], taken: Collection[int], names: Names) -> tuple[Mention, ...]:
    """The sentences of a page that tell of such deeds, in lines that are not `taken` by actions and lists of people; none is open to more."""
    return tuple(
        told for item in items if item.shape in (Shape.LINE, Shape.BULLET) and not item.boxed and item.line not in taken for told in _in(item, names)
    )


def _in(item: Item, names: Names) -> Iterator[Mention]:
    for begin, end in sentences.spans(item.text):
        said = plain(item.text[begin:end])
        verb = _verb_of(said, names) if len(said) < _LONGEST and said[:1] > "?" else ""
        if verb and verb not in _NO_DEEDS and is_past(verb) and not stays_open(said.partition(" ")[2]):
            line = line_at(item, begin)
            reasons = (Reason("action", "told in the talk", line),)
            yield Mention(line, line_at(item, end - 1), said, (), None, Status.OPEN, Kind.TOLD, reasons=reasons, section=Section.REVIEW)


def _verb_of(said: str, names: Names) -> str:
    """The past that tells what somebody did, or what has been done; "" where a sentence tells neither."""
    deed = _DEED.match(said)
    who = deed["who"] if deed is not None else ""
    # Whoever is not on the list may have been there: `Ann has written to them` tells of somebody.
    if deed is not None and (names.knows(who) or ((not names.full or " has " in said[:_HEAD]) and who.casefold() not in _NOBODY)):
        return str((deed["deed"] if deed["verb"] in _SAID else deed["verb"]) or "").casefold()
    done = _DONE.match(said) if " been " in said else None
    return done["verb"] if done is not None else ""
