"""A line of a list of people cut into its entries: `Rosa Blum (RB), Ike Sands; Tara Pell and Vic Nunn`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.frame import LONGEST
from tcsg.reading.markdown import plain
from tcsg.reading.names import TITLES
from tcsg.reading.person import are_initials, is_away, is_called, is_name, is_role, read_person
from tcsg.reading.text import late_names
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tcsg.model import Person

_FIRST_ALONE = late_names(r"[A-Z][a-z'’]{1,20}[A-Z]?$")
_JOINED = late.compile(r"\s(?:and|&|\+|und|et|y|en)\s|\s&(?=\w)", re.IGNORECASE)
_OTHERS = late.compile(
    r"\s(?:and|&|\+|und|et)\s(?:(?:a few|some|several|many|two|three|four|\d{1,3})\s)?(?:others?|guests?|more|members|weitere|autres)\b.*$",
    re.IGNORECASE,
)
"""Those whom a list does not name."""
_ALL = late.compile(
    r"(?:all|everybody|everyone|alle|tous)\b[^(),;:]{0,30}\(([^()]{3,400})\)\.?$|\d{1,3} [\w ]{3,30}? incl(?:\.|uding)?:? (.{3,400})$", re.IGNORECASE
)
"""`All present (Rosa, Ike, Tara)`, `11 members including Rosa, Ike; Tara`"""
_LONGEST_NAME, _FULL = 200, 48
"""Characters in which a name with what is said of it ends, and of a line that may be wrapped since it is full."""
_OPENED, _CLOSED = "([", ")]"
_SIGNS = late.compile(r"\s+[-–—]{1,2}\s+|\s*[•·|]\s*|\s+/\s+")
"""What parts three people or more where no comma does."""
_FROM = late.compile(r"(?:and )?(?:from|for) (?:the )?[^,;:–—-]{2,30}(?::|\s[–—-])\s+(?=[A-Z])")
"""The body of those behind it: `…; from the practice – Rosa Blum, Ike Sands`."""
_LIST = 3
"""Full names between commas that are a list and no one person."""
_SENTENCE = late.compile(r"\.\s+(?=[A-Za-z@])")
_COLUMNS = late.compile(r"\t+|\s{3,}")
_BOXES = late.compile(r"[\[☐☑☒✅❌]")
_BOX = late.compile(r"(?:\[([ xX✓✔]?)\]|([☐☑☒✅❌]))\s*")
_REFERENCE = late.compile(r"\[([^\[\]]{1,80})\]\[[^\[\]]{0,80}\]")
"""A link whose address stands at the end of the page."""
_WIKI = late.compile(r"\[\[(?:[^\[\]|]{1,120}\|)?(?:User:)?([^\[\]|]{1,80})\]\]")
_STRUCK = late.compile(r"~~[^~]{1,200}~~")
"""Who is struck out of a list was not there after all."""
_LINKS = late.compile(r"(?<=[\])]) (?=\[[^\[\]]{2,80}\]\()")
"""Between links side by side."""


def without_links(text: str) -> str:
    """An entry with links, struck names and markup taken out, and the tabs in it left."""
    if "[" in text:
        text = _REFERENCE.sub(r"\1", _WIKI.sub(r"\1", _LINKS.sub(", ", text)))
    if "~~" in text:
        text = _STRUCK.sub("", text)
    return "\t".join(plain(part) for part in _COLUMNS.split(text)) if "\t" in text or "   " in text else plain(text)


def people_in(text: str) -> list[tuple[Person, bool]]:
    """The people of a line that holds a list, each with whether the line says that they were away."""
    return told_in(text)[0]


def told_in(text: str) -> tuple[list[tuple[Person, bool]], int]:
    """The people of the lines of a list, and how many of the lines are of it: it ends at one that names nobody."""
    if len(text) < LONGEST and _BOXES.search(text) and len(boxes := list(_BOX.finditer(text))) > 1:
        ends = [*(box.start() for box in boxes[1:]), len(text)]
        pieces = [(text[box.end() : end], (box[1] or box[2] or " ") in " ☐❌") for box, end in zip(boxes, ends, strict=True)]
        return [(person, away) for piece, away in pieces for person in _read(without_links(piece).rstrip(" ,;"))], text.count("\n") + 1
    found: list[tuple[Person, bool]] = []
    end = 0
    for line, last in _whole_lines(text.split("\n")):
        read = [person for entry in _entries_behind(without_links(line)) for person in _read(entry)]
        if found and not read:
            break
        found += [(person, is_away(person)) for person in read]
        end = last if read else end
    return found, end


def _entries_behind(line: str) -> list[str]:
    """The entries of a line, which a body or a role may stand before: `Centre: Rosa Blum, Ike Sands`, `Director: Tara Pell`."""
    head, colon, rest = line.partition(": ") if ": " in line[:60] else (line, "", "")
    head, rest = re.sub(r"\s?\([^()]*\)", "", head), rest.strip()
    if not colon or "(" in head or "," in head:
        return entries(line)
    if rest[:1].isdigit() or "://" in rest:
        return []
    within = entries(rest)
    named = [entry for entry in within if _is_somebody(entry) or is_name(entry)]
    if len(named) > 1 and 4 * len(named) >= 3 * len(within) and named[0] is within[0]:
        return named
    if are_initials(head):
        return entries(line)
    whole = len(within) == 1 and _is_full(rest) and (" " not in head or is_role(head)) and not is_given(head)
    if whole:
        return [f"{rest}, {head}"]
    return entries(line) if " " in head or is_given(head) or (head.islower() and len(within) == 1) else []


def _whole_lines(lines: Sequence[str]) -> list[tuple[str, int]]:
    """The lines of a list with the number of the last, each joined to the one above where that was too full to end: behind a comma, or of many."""
    whole: list[tuple[str, int]] = []
    for n, full in enumerate(lines, start=1):
        line = full.strip()[:LONGEST]
        if not line:
            continue
        above = whole[-1][0] if whole else ""
        labelled = line.startswith(("**", "__")) or ":" in line[:40]
        goes_on = above[-1:] in tuple(",;&+([/-") or above.endswith((" and", " und", " et")) or (len(above) > _FULL and "," in above)
        if above and (goes_on or line[0] in ",;)") and not labelled and len(above) + len(line) < LONGEST:
            whole[-1] = (f"{above} {line}", n)
        else:
            whole.append((line, n))
    return whole


def _read(entry: str) -> list[Person]:
    person = read_person(entry)
    return [person] if person else []


def entries(text: str) -> list[str]:
    """The entries of a line, each one a person with what is said of the person."""
    if text.startswith("@") and "," not in text and ";" not in text:
        return re.split(r"\s+(?=@)", text)
    if (everybody := _ALL.match(text)) is not None:
        text = everybody[1] or everybody[2].replace(";", ",")
    parts = [p for part in _outer(text) for p in _pairs(part)]
    if len(parts) == 1 or all(map(are_initials, " ".join(parts).split())):
        parts = [one for part in parts for one in _unsigned(part)]  # `RB, IS TP, KK` lacks a comma
    return _with_roles(parts)


def _outer(text: str) -> list[str]:
    """A text cut at semicolons, or else at commas, outside brackets; at both where both part names."""
    halves = [_FROM.sub("", half, count=1) for half in _cut(text, ";")]
    if len(halves) == 1:
        return _cut(text, ",")
    cut = [_cut(half, ",") for half in halves]
    several = [p for parts in cut if len(parts) > 1 for part in parts for p in _pairs(part)]
    named = [_is_full(p) or is_role(p) for p in several]
    listed = any(len(parts) >= _LIST and all(map(_is_full, parts)) for parts in cut) and 3 * sum(named) >= 2 * len(named)
    return [part for parts in cut for part in parts] if (several and all(named)) or listed else halves


def _cut(text: str, sign: str) -> list[str]:
    if sign not in text:
        return [text.strip()] if text.strip() else []
    depth, out, start = 0, [], 0
    for n, char in enumerate(text):
        if char in _OPENED:
            depth += 1
        elif char in _CLOSED:
            depth = max(0, depth - 1)
        elif char == sign and depth == 0:
            out.append(text[start:n])
            start = n + 1
    return [part.strip() for part in [*out, text[start:]] if part.strip()]


def _is_full(part: str) -> bool:
    person = read_person(part)
    return person is not None and " " in person.name


def _pairs(part: str) -> list[str]:
    """`Rosa Blum and Ike Sands` as two entries, and `Rosa Blum. Ike Sands`; the word before a full stop is no initial."""
    found: list[str] = []
    while (cut := _cut_off(part)) is not None:
        found += _joined(part[: cut.start()])
        part = part[cut.end() :]
    return [*found, *_joined(part)]


def _cut_off(part: str) -> re.Match[str] | None:
    """The full stop behind a name with which a text begins."""
    if ". " not in part:
        return None
    return next((m for m in _SENTENCE.finditer(part[:_LONGEST_NAME]) if _ends_name(part[: m.start()])), None)


def _joined(part: str) -> list[str]:
    part = _OTHERS.sub("", re.sub(r"^(?:and|und|et|plus|&)\s", "", part, flags=re.IGNORECASE))
    if _JOINED.search(part) is None:
        return [part]
    names = [name.strip() for name in _JOINED.split(part)]
    return names if all(names) and all(map(_is_somebody, names)) else [part]


def _ends_name(before: str) -> bool:
    word = before.rsplit(maxsplit=1)[-1] if before.split() else ""
    return (len(word) > 3 or is_given(word)) and word.replace("-", "").isalpha() and word.casefold() not in TITLES and _is_somebody(before)


def _is_somebody(words: str) -> bool:
    """Whether words are nothing but somebody's name, with what stands in brackets."""
    person = read_person(words)
    return person is not None and (person.role is None or "(" in words) and (person.name[0].isupper() or "@" in words)


def _unsigned(text: str) -> list[str]:
    """A list without commas: three names or more between other signs, or initials side by side."""
    words = text.split()
    if len(words) > 1 and all(are_initials(word) and len(word) < 4 for word in words):
        return words
    if len(words) > 2 and all(word.isupper() and are_initials(word) for word in re.split(r"[/ ]+", text)):
        return re.split(r"[/ ]+", text)
    for sign in (_SIGNS, _COLUMNS):
        parts = [part.strip() for part in sign.split(text) if part.strip()]
        if len(parts) > (2 if sign is _SIGNS else 1) and all(map(_is_somebody, parts)) and _mostly_given(parts):
            return parts
    if "/" in text and len(parts := text.split("/")) > 1 and all(are_initials(p) or _FIRST_ALONE.match(p) for p in map(str.strip, parts)):
        return parts
    return [text]


def _mostly_given(parts: Sequence[str]) -> bool:
    return 2 * sum(is_given(part.split()[0].strip("@")) for part in parts) >= len(parts)


def _with_roles(parts: list[str]) -> list[str]:
    """Each entry with the roles behind it that commas have cut off: `Rosa Blum, Treasurer, Ike Sands`."""
    found: list[str] = []
    parts = _with_bodies(parts)
    first = [part.split("(")[0].strip() for part in parts]
    nicks = sum(" " not in part for part in first) > 1 and (first[0].islower() or all(" " not in part or part[0].isdigit() for part in first))
    for part in parts:
        if found and not nicks and _is_about(part) and not (part[0] == "@" and "@" in found[-1]):
            found[-1] = f"{found[-1]}, {part}"
        else:
            found.append(part)
    return found


def _with_bodies(parts: list[str]) -> list[str]:
    """Each full name with the short name of its body behind it: `Rosa Blum, DfT, Ike Sands, HMRC, Vic Nunn, Welsh Mills`."""
    short = [
        n for n in range(1, len(parts)) if " " not in parts[n] and _is_acronym(parts[n]) and _is_full(parts[n - 1]) and not _is_short(parts[n - 1])
    ]
    if not short:
        return parts
    found: list[str] = []
    for n, part in enumerate(parts):
        bodied = bool(found) and n - 1 not in short and len(short) > 1 and "," not in found[-1] and is_given(found[-1].split()[0])
        if n in short or (bodied and not is_given(part.split()[0])):
            found[-1] = f"{found[-1]}, {part}"
        else:
            found.append(part)
    return found


def _is_short(part: str) -> bool:
    """Whether initials stand before the name, which is in brackets: beside `AHR (Ailish Harikae)` initials alone are somebody."""
    return are_initials(part.partition(" (")[0])


def _is_acronym(word: str) -> bool:
    return 2 <= len(word) <= 6 and word.isalpha() and word[0].isupper() and word[-1].isupper()


def _is_about(part: str) -> bool:
    """Whether a part of a list is what somebody is: a role, or words in small letters."""
    first = part.split(maxsplit=1)[0] if part.split() else ""
    return is_role(part) or (first[:1].islower() and not is_called(part)) or first.casefold() in w.ARTICLES or (" " not in part and part.islower())


def runs_on(line: str, *, alone: bool) -> list[str]:
    """The people of a line that stands in no label: three first names or more, or two and more full names; not a name and its roles."""
    columns = [part.strip() for part in _COLUMNS.split(line) if part.strip()]
    if len(columns) > 1 and all(map(_is_full, columns)) and all(is_given(part.split()[0]) for part in columns[1:]):
        return columns
    parts = [part.strip() for part in _cut(plain(line[:4000]), ",")]
    if len(parts) < 2:
        return [*entries(line)] if len(parts) == 1 and len(found := entries(plain(line))) > 2 and all(map(_is_somebody, found)) else []
    if len(parts) > 2 and all((_FIRST_ALONE.match(part) and not is_role(part)) or _is_nick(part) for part in parts):
        return parts
    whole = entries(plain(line[:4000]))
    sure = [part for part in whole if _is_somebody(part)]
    many = len(sure) == len(whole) > 2 and (alone or _mostly_given(list(whole[1:])))
    handles = len(parts) > 1 and all(part.startswith("@") and is_name(part) for part in parts)
    return whole if many or handles or (alone and len(whole) == len(sure) == 2 and _mostly_given(whole[1:])) else []


def _is_nick(part: str) -> bool:
    return " " not in part.split("(", maxsplit=1)[0].strip() and read_person(part) is not None


def entries_of(lines: Iterable[str], *, alone: bool) -> list[str]:
    """The entries of the lines of one item of a list."""
    found: list[str] = []
    for line in (without_links(line[:LONGEST]) for line in lines):
        behind = _entries_behind(line) if ": " in line[:60] else []
        found += behind if len(behind) > 1 else runs_on(line, alone=alone) or behind or [line]
    return found
