"""German minutes that tell at the end of a line, behind a gap, whose a task is and until when: `-> Boot holen      V: Ann      T: 4.5.`.

The letters stand for `Verantwortlich` and `Termin`. Both are moved into the mark that follows a task: `(Action: Ann bis 4.5.)`; no line is
added or taken away.
"""

from __future__ import annotations

from tcsg import late

_CHARGE = late.compile(
    r"(?P<said>[ \t]{0,40}\S.{3,200}?)(?:[ \t]{2,40}|\t)(?:V|Wer|Verantwortlich|Verantw\.): {1,3}"
    r"(?P<who>[^\W\d_][\w.’' -]{0,30}?(?:(?:, ?| ?[/&+] ?| und )[^\W\d_][\w.’' -]{0,30}?){0,4})"
    r"(?:(?:[ \t]{2,40}|\t|[,;] )(?:T|Bis|Termin|Bis wann|Frist): {1,3}(?P<when>\S.{0,40}?))?\s*$"
)
_LIMITS = ("bis", "ab", "nach", "vor", "im", "am", "zum", "zur", "in")
_OPEN = ("zur", "zum", "der", "dem", "den", "die", "im", "am", "vor", "nach", "bis")
"""With one of these a time goes on in the next line."""
_LEAST = 2
"""Lines that make it a habit."""
_LONGEST = 300
"""Characters of a line."""


def with_charges(text: str) -> str:
    """The text with such charges as marks; as it is where it has but one."""
    lines = text.split("\n")
    found = [(n, match) for n, line in enumerate(lines) if len(line) < _LONGEST and ": " in line and (match := _CHARGE.match(line)) is not None]
    if len(found) < _LEAST:
        return text
    for n, match in found:
        said, when = match.string[: match.end("said")], match["when"] or ""
        if when.rsplit(" ", 1)[-1] in _OPEN and n + 1 < len(lines) and lines[n + 1][:1].isspace() and lines[n + 1].strip():
            below = lines[n + 1]
            lines[n] = said
            lines[n + 1] = f"{below[: len(below) - len(below.lstrip())]}(Action: {match['who']} {when} {below.strip()})"
        else:
            lines[n] = f"{said}{_marked(match['who'], when)}"
    return "\n".join(lines)


def _marked(who: str, when: str) -> str:
    """The mark for those who are charged, with the day till when; a word such as `sofort` belongs to what they are to do."""
    if not when:
        return f" (Action: {who})"
    if when[0].isdigit() or when.startswith("KW"):
        return f" (Action: {who} bis {when})"
    limited = when.split(maxsplit=1)[0].casefold() in _LIMITS
    return f" (Action: {who} {when})" if limited else f", {when} (Action: {who})"
