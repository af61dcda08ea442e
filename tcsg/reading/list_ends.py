"""What stands right below the last item of a list and is no part of it, though CommonMark takes it for that: no blank line parts them."""

from __future__ import annotations

from tcsg.reading.wrapped import WIDTH, ends_early

_TITLE_WORDS = 4
_BOLD_WORDS = 10
_SENTENCE_ENDS = tuple(".!?")
_FULL = 60
"""Characters of a line that may be wrapped since it is full."""
_GOING_ON = frozenset("the a an of to for and or with in on at by from their his her our its der die das und mit von für le la les des et".split())
"""With these words no item ends."""


def heads_list(last: str, body: str, *, listed: bool) -> bool:
    """Whether a line is the title of the list that begins right below it, and no part of the one whose `last` line stands right above.

    Where what stands above is `listed` at the same place, its last word must be able to end it.
    """
    bold = body[:2] == body[-2:] == "**"
    if len(body.split()) > (_BOLD_WORDS if bold else _TITLE_WORDS) or body[-1:] in tuple(".,;") or (len(last) > _FULL and not bold):
        return False
    if not (body[0] == "#" or body.lstrip("*_")[:1].isupper()):
        return False
    return not listed or not _is_open(last)


def heads_lines(last: str, body: str) -> bool:
    """Whether a line with a colon at its end begins anew below the `last` line of a paragraph, which ends a sentence: `Things to do:`."""
    return last[-1:] in _SENTENCE_ENDS and body.lstrip("*_")[:1].isupper() and len(body.split()) <= _BOLD_WORDS


def ends_list(last: str, body: str) -> bool:
    """Whether a line below the `last` line of a list, and no further in, begins something else: `Next meeting: 4 May`.

    The line above ends long before it is full.
    """
    return bool(last) and body.lstrip("*_([")[:1].isupper() and not _is_open(last) and ends_early(last, body, WIDTH)


def _is_open(line: str) -> bool:
    return line.rpartition(" ")[2].casefold() in _GOING_ON
