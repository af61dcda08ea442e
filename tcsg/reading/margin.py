"""The column for whose an action is at the right margin of minutes that are typed as prose: `ACTION` at its head, initials below.

    The slates were seen to. AB to ask for a              AB
    second price.

The initials are moved behind the sentence beside them, as the mark that follows a task: `(Action: AB)`. No line is added or taken away.
"""

from __future__ import annotations

import re

from tcsg import late

_HEAD = late.compile(
    r"(?P<said>(?:\S| (?! {2}))*)(?: {3,}|\t+)(?:ACTIONS?(?: BY)?|Actions?(?: [Bb]y)?|By whom|BY WHOM)$|(?: {3,}|\t+)(?:ACTION|Action)$"
)
"""The head of such a column, behind nothing or one title or sentence: behind several it is one of a table."""
_TABBED = late.compile(r"(?P<said>[^\t]{1,40})\t+(?:WHO|Who|BY|By|Wer|Qui)[ \t]*$")
"""The head of one behind a tab, with a blank line below: else it is that of a table, whose rows stand right there."""
_WHO = r"(?P<who>[A-Z]{2,4}(?:\s?[/,&+]\s?[A-Z]{2,4}){0,4}|[A-Z][a-z]{2,14}(?:\s?[/,&]\s?[A-Z][a-z]{2,14}){0,3})"
_BESIDE = late.compile(rf"(?P<said>.*\S)(?P<gap> {{2,}}|\t+){_WHO}$")
_ALONE = late.compile(r"\s{20,}(?P<who>[A-Z]{2,4}(?:\s?[/,&+]\s?[A-Z]{2,4}){0,4})$")
_COLUMN = late.compile(r"(?: {3,}|\t+)[A-Za-z ]{1,12}$")
_NOBODY = frozenset("note noted info none nil agreed fyi closed done".split())
"""What such a column tells of what is no action."""
_STOP = late.compile(r"[.!?][)\"”’]?(?=\s|$)")
_BEGINS = late.compile(r"\s*(?:[-*+•]|\(?[a-z0-9]{1,3}[.)]|\d{1,3}(?:[./]\d{1,3}){1,2}[.)]?)\s")
"""With this begins another item, and the sentence above has ended without a stop."""
_AT_MARGIN = late.compile(r"[.;!?] {3,}[A-Z]{2,4}(?:\s?[/,&+]\s?[A-Z]{2,4}){0,4}$")
_STATES = (" DONE", " OPEN", " TODO", " HOLD", " NEW", " LATE", " NONE", " NIL", " OK", " AOB", " FYI", " NOTE", " INFO")
"""Capitals that are nobody's initials."""
_SQUEEZED = late.compile(r"[.;!?] {1,2}[A-Z]{2,4}$")
_TOLD_OF = late.compile(r"\s+[A-Z][^\s.:;]*(?: [^\s.:;]+){0,4}(?<![–—-]) [–—-] \S")
_STOPS = (".", "!", "?", ")", '"', "”", "’")
_WIDE, _NEAR = 8, 2
"""Characters that an entry may stand beside its head; the second is for one that two blanks part from the words."""
_LEAST = 2
"""Entries that make a column."""
_ENOUGH = 6
"""Lines over which a sentence may run."""
_LONGEST = 300
"""Characters of a line."""


def with_margin(text: str) -> str:
    """The text with what stands in such a column moved behind the sentences; as it is where it has none."""
    lines = text.split("\n")
    head = next((n for n, line in enumerate(lines) if len(line) < _LONGEST and line[-1:].isalpha() and _heads(lines, n)), None)
    if head is None:
        return text
    if _TABBED.match(lines[head]):
        from tcsg.reading.tabbed import with_tabbed  # lazy: few minutes have such a column

        return with_tabbed(lines, head)
    column = _column(lines[head])
    found = [(n, match) for n, line in enumerate(lines[head + 1 :], start=head + 1) if (match := _entry(line, column)) is not None]
    if len(found) < _LEAST:
        return text
    lines[head] = _COLUMN.sub("", lines[head])
    for n, match in found:
        lines[n] = match.groupdict().get("said") or ""
    for n, match in found:
        _move(lines, n if lines[n] else n - 1, match["who"])
    return "\n".join(lines)


def with_alone(text: str) -> str:
    """The text with initials that stand alone at the margin put on the line above, where others stand there or these are two or more."""
    lines = text.split("\n")
    alone = [n for n, line in enumerate(lines) if line[:1] == " " and len(line) < _LONGEST and line[-1:].isupper() and n and _ALONE.match(line)]
    alone = [n for n in alone if len(lines[n - 1].split()) > 1 and lines[n - 1].rstrip()[-1:] in _STOPS and _ends(lines, n)]
    if not alone or (len(alone) < _LEAST and not any(map(_AT_MARGIN.search, lines))):
        return text
    for n in alone:
        lines[n - 1], lines[n] = f"{lines[n - 1].rstrip()}{' ' * _WIDE}{lines[n].strip()}", ""
    return "\n".join(lines)


def with_parted(text: str) -> str:
    """The text with lines marked as a list's that begin anew without a blank line above: behind initials in the margin, and with what is told of."""
    lines = text.split("\n")
    may = [n for n, line in enumerate(lines) if line[-1:].isupper() and len(line) < _LONGEST and not line.endswith(_STATES)]
    ended = {n for n in may if _AT_MARGIN.search(lines[n])}
    if len(ended) < _LEAST:
        return text
    ended |= _squeezed(lines, may, {len(lines[n]) - len(lines[n].split()[-1]) for n in ended})
    starts = [n + 1 for n in ended if n + 1 < len(lines) and _goes_on(lines[n + 1]) and (lines[n + 1][0] == " " or _is_ended(lines, n + 1, ended))]
    for n in (*starts, *_told_of(lines, ended)):
        if not lines[n].lstrip().startswith("- "):
            indent = len(lines[n]) - len(lines[n].lstrip())
            lines[n] = f"{lines[n][:indent]}- {lines[n][indent:]}"
    return "\n".join(lines)


def _squeezed(lines: list[str], may: list[int], columns: set[int]) -> set[int]:
    """The lines that leave less room before initials in such a column, which are moved away from the words as the others are."""
    found = {n for n in may if _SQUEEZED.search(lines[n]) and len(lines[n]) - len(lines[n].split()[-1]) in columns}
    for n in found:
        said, who = lines[n].rsplit(maxsplit=1)
        lines[n] = f"{said}{' ' * _WIDE}{who}"
    return found


def _ends(lines: list[str], n: int) -> bool:
    """Whether nothing goes on below a line: there is a blank one, or another item."""
    return n + 1 >= len(lines) or not lines[n + 1].strip() or _BEGINS.match(lines[n + 1]) is not None


def _goes_on(line: str) -> bool:
    """Whether a line is prose that begins a sentence."""
    return line.lstrip()[:1].isupper() and not _BEGINS.match(line) and len(line.split()) > 1


def _is_ended(lines: list[str], n: int, ended: set[int]) -> bool:
    """Whether initials in the margin end what begins with a line, before the next blank one: at the margin another title may stand there."""
    return next((k in ended for k in range(n, min(n + _ENOUGH, len(lines))) if k in ended or not lines[k].strip()), False)


def _told_of(lines: list[str], ended: set[int]) -> list[int]:
    """The lines of blocks that are set in of which each begins with what it tells of: `Rope - Ann has it.`, two or more of a block."""
    found: list[int] = []
    block: list[int] = []
    for n, line in enumerate(lines):
        before = lines[n - 1].rstrip() if n else ""
        if line[:1] != " ":
            found += block if len(block) >= _LEAST else []
            block = []
        elif _goes_on(line) and _TOLD_OF.match(line) and (n - 1 in ended or before.endswith(_STOPS) if block else before[:1] != " "):
            block.append(n)
    return found + (block if len(block) >= _LEAST else [])


def _heads(lines: list[str], n: int) -> bool:
    """Whether a line is the head of such a column."""
    return _HEAD.match(lines[n]) is not None or (n + 1 < len(lines) and not lines[n + 1].strip() and _TABBED.match(lines[n]) is not None)


def _column(line: str) -> int:
    """Where the last column of a line begins."""
    wide = line.expandtabs(8)
    return len(wide) - len(re.split(r" {2,}", wide)[-1])


def _entry(line: str, column: int) -> re.Match[str] | None:
    """The entry of the column that a line holds."""
    if len(line) > _LONGEST or not line[-1:].isalpha() or ("  " not in line and "\t" not in line):
        return None
    match = _BESIDE.match(line) or _ALONE.match(line)
    if match is None or match["who"].casefold() in _NOBODY:
        return None
    narrow = match.groupdict().get("gap") == "  "
    return match if abs(_column(line) - column) <= (_NEAR if narrow else _WIDE) else None


def _move(lines: list[str], n: int, who: str) -> None:
    """Put the mark behind the sentence beside it: that which charges those whose it is, else that with which the line ends or goes on."""
    line = lines[n].rstrip()
    charged = line.find(f"{who} to ")
    stop = _STOP.search(line, charged) if charged >= 0 else None
    at = stop.end() if stop is not None else len(line)
    if stop is None and line[-1:] not in (".", "!", "?"):
        for k in range(n + 1, min(n + _ENOUGH, len(lines))):
            if not lines[k].strip() or _BEGINS.match(lines[k]):
                break
            stop = _STOP.search(lines[k])
            n, at = k, stop.end() if stop is not None else len(lines[k])
            if stop is not None:
                break
    lines[n] = f"{lines[n][:at]} (Action: {who}){lines[n][at:]}"
