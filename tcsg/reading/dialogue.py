"""Minutes that are what people said, one after the other: `Ann: Have we got a spare?`, `Bo - No.`; their lines are those of a chat log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.headings import read_opening
from tcsg.reading.markdown import Shape, plain
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.shares import closes_told
from tcsg.reading.spoken import is_talk

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_NAME = r"[^\W\d_][\w.'’-]{1,23}(?: [^\W\d_][\w.'’-]{0,23}){0,2}?"
_TURN = late.compile(rf"[*_]{{0,3}}(?:({_NAME})(?:[*_]{{0,3}}:[*_]{{0,3}}|[*_]{{0,3}} {{0,3}}[–—-]{{1,2}})|[\[(]({_NAME})[\])][*_]{{0,3}}:?) +(?=\S)")
"""Who speaks, and what: a name before a colon or a dash or in brackets, in bold or not."""
_LETTER = late.compile(r"[*_]{0,3}A[:.][*_]{0,3}\s+(?=[^\W\d_*])")
"""The letter of an answer, the emphasis that is left open by it included."""
_FEWEST = 6
"""Turns of which a dialogue has no fewer."""
_ASKED = "?"
_SEPARATORS = (": ", ":*", ":_", " -", " –", " —", "- ", "– ", "] ", ") ", "]*", ")*")
_HEAD = 50
"""Characters in which who speaks stands."""


def without_letters(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items without the letter of an answer, where a question has one too: `Q: Who has the key?`, `A: Ann, and she is to bring it`."""
    if not any(item.text.lstrip("*_").startswith(("Q:", "Q.")) and _ASKED in item.text for item in items):
        return items
    return tuple(
        _answer(item) if item.shape in (Shape.LINE, Shape.BULLET) and item.lines and _LETTER.match(item.lines[0]) else item for item in items
    )


def _answer(item: Item) -> Item:
    """An answer without its letter; emphasis that began before that begins behind it: `**A: Ann** - no`."""
    letter = _LETTER.match(item.lines[0])
    end = letter.end() if letter else 0
    head = item.lines[0][:end]
    opened = head[: len(head) - len(head.lstrip("*_"))]
    rest = item.lines[0][end:]
    return replace(item, lines=((rest if opened and head.count(opened) > 1 else opened + rest), *item.lines[1:]))


def as_log(items: tuple[Item, ...], names: Names) -> tuple[Item, ...]:
    """The items with the turns of a dialogue spelt as those of a chat log: `<Ann> Have we got a spare?`.

    A dialogue has several who speak, who ask and answer; what begins as an order is none: `Ann: ring the bank`.
    """
    turns = [line for item in items if item.shape is Shape.LINE for line in item.lines if _speaks(line, names)]
    if len(turns) < _FEWEST or not _talk(turns):
        return items
    return tuple(_told(items, names))


def _told(items: tuple[Item, ...], names: Names) -> Iterator[Item]:
    """The items with their turns spelt so, but for those below a title of new actions: there a name stands before a task."""
    listed = points = False
    for item in items:
        opening = read_opening(item.text, names.idiom) if len(item.lines) == 1 else None
        if opening is not None or item.shape is Shape.HEADING:
            listed, points = opening is not None and opening.actions and not (opening.review or opening.rest), False
        elif item.shape is Shape.LINE and item.gap and points:
            listed = False  # the list had points, and what comes behind it is none
        points = points or item.shape is Shape.BULLET
        turns = tuple(_turn(line, names) for line in item.lines) if item.shape is Shape.LINE and not listed else item.lines
        yield item if turns == item.lines or _reviews(item, names) else replace(item, lines=turns)


def _reviews(item: Item, names: Names) -> bool:
    """Whether most lines of a paragraph close with how far it is: each tells of an action of whoever speaks."""
    return 2 * sum(closes_told(line, names) for line in item.lines) > len(item.lines)


def _speaks(line: str, names: Names) -> bool:
    return _spoken(line, names) is not None


def _spoken(line: str, names: Names) -> re.Match[str] | None:
    """Who known speaks in a line; None in every other one."""
    found = _TURN.match(line) if any(map(line[:_HEAD].__contains__, _SEPARATORS)) else None
    return found if found is not None and names.knows(_who(found)) else None


def _who(turn: re.Match[str]) -> str:
    return turn[1] or turn[2]


def _talk(turns: Sequence[str]) -> bool:
    """Whether these lines are talk: two speakers or more, a question, and few orders."""
    said = [(_who(found).casefold(), plain(line[found.end() :]).strip()) for line in turns if (found := _TURN.match(line))]
    asked = sum(text.endswith(_ASKED) for _, text in said)
    spoken = asked + sum(is_talk(text) for _, text in said)
    orders = sum(not text.endswith(_ASKED) and (starts_with_verb(text) or text.startswith("to ")) for _, text in said)
    return len({who for who, _ in said}) > 1 and asked > 0 and 4 * spoken >= len(turns) and 5 * orders < len(turns)


def converse(lines: Sequence[str], names: Names) -> bool:
    """Whether lines are all what people known say, and somebody speaks again behind another: else each may be somebody's share of the work."""
    turns = [found for line in lines if (found := _spoken(line, names)) is not None]
    if len(turns) < len(lines):
        return False
    who = [_who(turn).casefold() for turn in turns]
    said = [plain(line[turn.end() :]).strip() for line, turn in zip(lines, turns, strict=True)]
    again = any(name in who[: n - 1] and who[n - 1] != name for n, name in enumerate(who) if n > 1)
    orders = sum(not text.endswith(_ASKED) and (starts_with_verb(text) or text.startswith("to ")) for text in said)
    return again and 4 * sum(map(is_talk, said)) >= len(said) and 5 * orders < len(said)


def _turn(line: str, names: Names) -> str:
    found = _spoken(line, names)
    return f"<{_who(found).split()[0]}> {line[found.end() :]}" if found is not None else line
