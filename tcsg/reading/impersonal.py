"""What is to be done, told as a sentence that need not say who does it: `It was agreed that the fence would be painted`, `To be raised in May`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.pasts import irregular, is_past

if TYPE_CHECKING:
    import re

_LONG = 60
"""Words of which no secretary makes one action."""
_NOT = r"(?<!\bnot )(?<!\bnever )(?<!\blonger )"
_MORE = r"(?:(?:also|then|now|again|all|both|please|[a-z]{3,12}ly) )?"
_TO_BE = late.compile(rf"{_NOT}\b(?:to|must|should|shall) be {_MORE}([a-z-]{{3,20}})\b")
"""What is to be done to something: `the gate is to be oiled`, `the wish was noted to be handed on`."""
_WILL_BE = late.compile(rf"\b(?:will|would) be {_MORE}([a-z-]{{3,20}})\b")
"""What will be done to it, or only what will happen: `the gate will be oiled`, `the fair will be held in May`."""
_WILL = late.compile(
    rf"(?:^|[.;:,]\s|\b(?:that|and) )(?!(?:it|this|that|there|which|these|those|nobody|who|what)\b)(?:[\w’'&/-]{{1,30}} ){{1,5}}?"
    rf"(?:will|would|should|shall|must|needs? to|ha(?:s|ve) to|(?:is|are|was|were) to) {_MORE}([a-z-]{{2,20}})\b"
)
"""What somebody of no name will do: `the parents would sort the costumes`."""
_AGREED_TO = late.compile(r"\b(?:agreed|decided|resolved) to ([a-z-]{2,20})\b")
_NO_WORK = frozenset("hold need require expect allow miss know meet leave see help affect base call consider".split())
"""What happens of itself, or is only foretold: `it will be needed`."""
_NO_TASKS = frozenset(
    """
    be become leave join stay remain retire resign stand attend receive have get need help mean include allow benefit require like want love
    accept agree support approve vote abstain wait close end start begin try continue keep remember
    """.split()
)
"""What somebody will do that is no piece of work, or is done with the word."""
_NOTHING = ("no ", "none ", "nothing ", "nobody ", "neither ")
"""With these begins what leaves nothing to do: `No further action is to be taken`."""
_MOTIONS = ("motion", "moved by", "seconded", "second by", "unanim", "carried.", "voted")
"""Where councils call their votes `Action`."""


def is_left_to_do(item: Item) -> bool:
    """Whether a paragraph says that something is to be done, or will be, whoever does it."""
    text = plain(item.text)
    if item.shape is not Shape.LINE or text[-1:] in ":?" or len(text.split()) > _LONG:
        return False
    if text.startswith("To ") and (starts_with_verb(text[3:]) or _done_to(_TO_BE.match(f"to{text[2:]}"))):
        return True
    said = text.casefold()
    if said.startswith(_NOTHING) or any(map(said.__contains__, _MOTIONS)):
        return False
    return (
        any(map(_done_to, _TO_BE.finditer(said)))
        or any(_done_to(found) and _verb(found[1]) not in _NO_WORK for found in _WILL_BE.finditer(said))
        or any(found[1] in w.VERBS and found[1] not in _NO_TASKS for pattern in (_WILL, _AGREED_TO) for found in pattern.finditer(said))
    )


def _done_to(found: re.Match[str] | None) -> bool:
    """Whether what is found is done to something by somebody: `oiled`, and not `held` or `ready`."""
    return found is not None and _verb(found[1]) in w.VERBS and _verb(found[1]) != "hold"


def _verb(past: str) -> str:
    """The verb of a past form: `paint` of `painted`, `carry` of `carried`, `plan` of `planned`; "" for any other word."""
    if not is_past(past):
        return ""
    forms = (irregular(past), past[:-2], past[:-1], f"{past[:-3]}y", past[:-3])
    return next((form for form in forms if form != past and form in w.VERBS), "")
