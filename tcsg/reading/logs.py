"""Lines of a chat log: who said it and when, the commands of meeting bots, what a tracker's bot confirms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen
from tcsg.reading.markdown import plain
from tcsg.reading.pasted import HEAD, SAID, TAGS, WHEN
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_IRC = late.compile(WHEN + r"<[\w.|`^@+~-]{1,32}(?::[\w.-]{1,60})?>\s+")
_SAID = late.compile("^" + SAID, re.MULTILINE)
_ABOVE = late.compile(r"^\*\*(?=\w)([^*\n]{2,40})\*\*[:,]?[ \t]+[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?[\])]?[ \t]*$", re.MULTILINE)
"""The head of what somebody writes, in chats where it stands above: `**ann** [14:24]`."""
_ABOVE_PLAINLY = late.compile(rf"^{HEAD}[ \t]*$", re.MULTILINE)
"""The same as it is copied from other chats: `ann  2:24 PM`, `[20/05/2031 14:24] Ann Berg`."""
_FEWEST = 4
"""Lines of which a chat log has more."""
_IRC_COMMAND = late.compile(r"(?:[#!]|# )(?:action|todo)\s+", re.IGNORECASE)
_ACTED = late.compile(r"ACTION (?:[a-z]+[^s\W]s|is|has)(?=[\s.,!]|$)(?! to be\b)")
"""What somebody does, as old clients log it: `<ann> ACTION waves` is no action."""
_COMMAND = late.compile(
    r"[#!](topic|subtopic|info|action|todo|agreed|agree|accepted|accept|rejected|reject|link|idea|help|halp|undo)\b", re.IGNORECASE
)
"""The commands of MeetBot that note something, and what takes the last of them back."""
TOPIC = "!topic"
"""The mark of a title that was the command for a topic."""
_FURTHEST = 500
"""Lines before an `#undo` in which its command is looked for."""
_TRACKER = late.compile(
    r"Created ACTION-(?P<number>\d{1,6}) - (?P<task>.{1,2000}?)\s*\[on (?P<owner>[^\[\]]{1,60}?) - due (?P<due>\d{4}-\d{2}-\d{2})\]"
)
_CLOSED = late.compile(r"[*_]{0,3}Closed ACTION-(?P<number>\d{1,6})[\s:–—-]{1,4}(?P<task>[^\W\d_]\S*\s.{1,400}?)[.*_\s]*$")
"""`Closed ACTION-33 Do it.`, with the words of the action that it names."""
_CONFIRMED = late.compile(
    r"(?:trackbot,?:?\s+)?(?:(?:close|reopen|drop) ACTION-\d{1,6}[\s.]*|ACTION-\d{1,6}\?)$"
    r"|(?:[\w|`^-]{1,24}:\s+)?(?:Created|Closed|Opened|Reopened|Added) (?:new )?(?:action|issue|task)(?: item)?(?:[ -]#|-)\d{1,6}[\s.]*$",
    re.IGNORECASE,
)
_BOT_TAIL = late.compile(r"\s*\([\w.|`^\\\[\]{}-]{1,32},\s*\d{1,2}:\d{2}(?::\d{2})?\)\s*$")


def strip_log(line: str) -> tuple[str, bool]:
    """A line without the time and speaker of a chat log or the tail of a meeting bot, and whether it is a command."""
    line = _BOT_TAIL.sub("", line) if line.rstrip().endswith(")") else line
    log = _IRC.match(line) if "<" in line else None
    rest = line[log.end() :] if log else line
    rest = rest.removeprefix("ACTION ") if log and rest[:7] == "ACTION " and _ACTED.match(rest) else rest
    command = _IRC_COMMAND.match(rest) if rest[:1] in ("#", "!") else None
    return (rest[command.end() :], True) if command else (rest, False)


def speaker(line: str) -> str:
    """Who says a line of a chat log; "" where nobody is told."""
    said = _SAID.match(line) if "<" in line else None
    return said[1].lstrip("@+~") if said is not None and said[1].casefold() not in TAGS else ""


def nicks_in(text: str) -> frozenset[str]:
    """Those who speak in a chat log, casefolded, with and without the signs behind their nicks; nobody where there is no log."""
    if text.count("> ") >= _FEWEST and text.count("<") >= _FEWEST:
        said = [nick for nick in map(str.casefold, _SAID.findall(text)) if nick not in TAGS]
    elif text.count("\n**") >= _FEWEST:
        said = _called(_ABOVE.findall(text))
    elif text.count("M\n") >= _FEWEST or text.count("\n[") >= _FEWEST:
        said = _called([one or other for one, other in _ABOVE_PLAINLY.findall(text)])
    else:
        return frozenset()
    if len(said) < _FEWEST:
        return frozenset()
    whole = {nick.lstrip("@+~") for nick in said}
    return frozenset(n for nick in whole for n in (nick, nick.rstrip("_`|^")) if len(n) > 1)


def _called(heads: Sequence[str]) -> list[str]:
    """Those who write in a chat, and what others call them there: `Ann Berg` is `ann` as well."""
    return [part for name in map(str.casefold, heads) for part in {name, name.split()[0]}]


@frozen
class Tracked:
    """An action as a tracker's bot confirms it in a chat log: `Created ACTION-33 - Do it [on Sam Lee - due 2014-10-07].`."""

    task: str
    owner: str
    due: str
    number: str
    closed: bool = False


def tracked(text: str) -> Tracked | None:
    """What a tracker's bot says it has noted, None for any other line."""
    if "ACTION-" not in text:
        return None
    if (closed := _CLOSED.match(text)) is not None:
        return Tracked(closed["task"], "", "", closed["number"], closed=True)
    match = _TRACKER.match(text)
    return Tracked(match["task"], match["owner"], match["due"], match["number"]) if match else None


def confirms(text: str) -> bool:
    """Whether a line is nothing but what a tracker's bot has done: `gb: Created action #70`, `Closed issue #61`."""
    return ("#" in text or "ACTION-" in text) and _CONFIRMED.match(plain(text)) is not None


def commands_topic(item: Item) -> bool:
    """Whether a line of a chat log may name a topic."""
    return bool(item.lines) and len(item.lines) == 1 and "topic " in item.lines[0][:120] and "<" in item.lines[0][:60]


def undoes(line: str) -> bool:
    """Whether a line of a chat log takes the last command back."""
    return _commanded(line) == "undo"


def taken_back(items: Sequence[Item], n: int) -> int | None:
    """The line of the command that an `#undo` at item `n` takes back; each `#undo` before it took one."""
    undone = 0
    for item in reversed(items[max(0, n - _FURTHEST) : n]):
        word = "topic" if item.marker == TOPIC else _commanded(item.text)
        if word == "undo":
            undone += 1
        elif word is not None and not undone:
            return item.line
        elif word is not None:
            undone -= 1
    return None


def _commanded(line: str) -> str | None:
    """The command of a line of a chat log, casefolded."""
    log = _IRC.match(line) if "<" in line else None
    said = _COMMAND.match(line, log.end()) if log is not None else None
    return said[1].casefold() if said is not None else None


_JOINED = frozenset("to will and & / + , : should shall must has have is was".split())


def doer(text: str, names: Names) -> str:
    """Who is to do what a chat's command notes without `to`, as in `#action stina rent the sounder`; "" when it opens with the task.

    Whoever speaks in the chat may have a thing behind the nick: `#action stina the other sounder`.
    """
    words = text.split(maxsplit=2)
    nick = words[0].rstrip(":,") if words else ""
    if len(words) < 2 or nick.casefold() in w.VERBS:
        return ""
    listed = len(words) > 2 and names.knows(nick) and nick.islower() and words[0] == nick and words[1] not in _JOINED
    return nick if listed or words[1].casefold() in w.VERBS else ""
