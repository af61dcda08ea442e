"""Where a list of people opens: titles and labels such as `Members present (slot A):`, `Not in attendance`, `In the room:`."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen, replace
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.text import MONTH, late_names, spelt_in, words_of
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 70
"""Characters of a line that is nothing but a title."""
_MOST_WORDS = 8
_LABEL = late.compile(r"([^:()]{2,60}(?:\([^()]{0,60}\)[^:()]{0,20})?):(?!//|\d\d)\s*(.*)$", re.DOTALL)
_BOLD = late.compile(r"[^\w*]{0,4}(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s+)?(\*\*|__)([^*]{2,70}?)\1\s*(?::\s*|[–—-]\s*)?(.*)$", re.DOTALL)
_DASHED = late.compile(r"([^\W\d_][^\W\d_ ]{1,20}(?: [^\W\d_]{2,12}){0,2})(?:\s?[–—]\s?|\s-\s|\t+\s*|\s{3,})(\S.*)$", re.DOTALL)
_NUMBER = late.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s+")
_NOTE = late.compile(r"[(\[][^()\[\]]{0,60}[)\]]")
_TOKEN = late.compile(r"[^\W\d_]+(?:['’][a-z]{1,2})?")
_ENDINGS = late.compile(r"(?<=er)[:*/_]-?innen|(?<=[té])[.·⋅-]e(?=[.·⋅-]?s\b)[.·⋅-]?")
"""`Teilnehmer:innen`, `Présent·e·s`"""
_ENDED = ("innen", ".e", "·e", "⋅e", "-e")
"""Of these it has one."""
_EXCUSED = late.compile(
    r"(?:apologies|regrets)(?: for absence)?(?:(?: have been| had been| were| was)?"
    r" (?:received|given|sent|accepted|noted|tendered)(?: and (?:accepted|noted))?)? from:?\s+(.+)$",
    re.IGNORECASE | re.DOTALL,
)
"""`Apologies were received from Tessa Wolfe.`"""
_WERE = late.compile(
    r"(?:(?:also |those |there )?(present|in attendance|attending|absent|excused|anwesend|entschuldigt) (?:were|was|are|waren|sind)"
    r"|(?:étaient|etaient|sont) (présente?s|absente?s|excusée?s))(?: the following)?:?\s+(.+)$",
    re.IGNORECASE | re.DOTALL,
)
"""`Present were Tessa Wolfe and Ike Sands.`"""
_AWAY = ("Absent", "Excused", "Apologies", "Regrets")
_NOT_HERE = ("absent", "excus", "entschuldigt")
_HERE = frozenset("present attendance attending absent excused apologies regrets anwesend entschuldigt".split()) | {
    f"{word}{ending}" for word in ("présent", "absent", "excusé") for ending in ("", "s", "e", "es")
}
"""Words of which each of these sentences has one."""
_UNSET = late_names(
    r"(?:There were |there were )?(Present|PRESENT|present|In [Aa]ttendance|Attending|Absent|Excused|Apologies|Regrets) "
    r"([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}(?: \([^()]{1,40}\))?(?:[,;] | and )\S.*)$",
    re.DOTALL,
)
"""`Present Tessa Wolfe, Ike Sands`, without a colon."""
_SENT = late.compile(
    r"(.{3,300}?) (?:has |have |had )?(?:sent|gave|given|offered|tendered) (?:(?:their|his|her) )?(?:apologies|regrets)\b", re.IGNORECASE
)
_TRAILING = late.compile(r"(.{5,300}?) (?:(?:are|were|was|is|all) ){0,2}present(?: \([^()]{1,40}\))?\.?$", re.IGNORECASE)
"""`rosa, ike and tara present`"""
_KNOWN = w.ATTENDED | w.MISSING | w.NEGATIONS | w.BODIES | w.AROUND
_WEAK = w.BODIES | w.AROUND
_WHEN = late.compile(rf" (?:in|on|during|for|im|am|en|le) (?:\d{{1,2}}\.? )?{MONTH}(?: \d{{1,4}})?$", re.IGNORECASE)
"""`Present in June`"""
_AT = (" in ", " on ", " during ", " for ", " im ", " am ", " en ", " le ")
"""Of these it has one."""
_CALLED = late.compile(
    r"(roll ?call)(?:,| and| &| /) (?:the )?(?:[a-z-]+ )?(?:call|agenda|quorum|ipr|welcome|introductions|opening|policy|minutes)(?: \w+)?$"
)
"""`Roll call, patent call`, `Roll call and agenda`: what else is done when the roll is called."""
_THERE = (" in the call", " on the call", " in the meeting", " at the meeting", " in the room", " on the line", " at the table")
"""With these words a body of people ends that was there: `Contributors in the call`."""
_WITHIN = frozenset("in able to be at".split())
"""Words between `not` and what it turns round: `not able to attend`."""
_NOUNS = ("attendee", "attendan", "participant", "participation", "teilnehm", "teilnahme")
"""How nouns begin before which any body may stand: `Chapter attendees`."""
_LISTS = w.PRESENT | w.EXCUSED | w.HOSTS
_TELLING = frozenset(spelt_in(" ".join(_LISTS | w.ATTENDED | w.MISSING | w.BODIES))) - (w.AROUND - w.BODIES) | {
    "roll", "rollcall", "call", "not",
}  # fmt: skip
"""Words of which at least one is in every title of people."""
_LAST_WORDS = frozenset(label.split()[-1] for label in _LISTS)
_PARTED = late.compile(r"[.;|·•]\s|\s{3}|\*\*|\s/\s")
_HOSTED = late.compile(
    r"\s+(?=(?:Chair|Minutes|Notes|Scribe|Secretary|Host|Moderator|Facilitator|Note[- ]?taker|Minute[- ]?taker|Protokoll|Leitung)\s?:)"
)


@cache
def _inner() -> re.Pattern[str]:
    """Where another list of people begins on the same line: `Present: Dunn, Reyes. Absent: Tran`, `… Apologies from Tran`."""
    return re.compile(
        rf"(?:(?<=[.;|/·•])\s+|\s{{3,}}|\s*(?=\*\*))(?=\*{{0,2}}(?:{w.alternatives(_LISTS)})(?:\s\([^()]{{1,30}}\))?\s?:)"
        r"|(?<=\.)\s+(?=(?:apologies|regrets)(?: for absence)? (?:were received )?from )",
        re.IGNORECASE,
    )


@frozen
class Title:
    """What a title says of the people below it."""

    away: bool = False
    sure: bool = True
    """Whether its words say that people are listed; `Observers` alone does not."""
    host: bool = False
    """Whether it is somebody's part in the meeting: `Scribe`."""


@frozen
class Opening:
    """A list of people that opens, and what stands of it on the lines of its title."""

    title: Title
    rest: str


_HOST = Title(sure=False, host=True)


@lru_cache(maxsize=1024)  # speakers stand before colons as well, again and again
def read_title(words: str) -> Title | None:
    """What words say as the title or label of a list of people; None when they are none."""
    if len(words) > _LONGEST:
        return None
    bare = _NOTE.sub("", words).strip(" \t:#?*_.~,!")
    key = _with_one_ending(bare.casefold().replace("’", "'")).replace("_", " ")
    if key in w.HOSTS:
        return _HOST
    if "call for " in key:
        return None  # `Call for volunteers: Ann` is a task
    key = _WHEN.sub("", key) if any(map(key.__contains__, _AT)) else key
    key = called[1] if key.startswith("roll") and (called := _CALLED.match(key)) else key
    tokens = _TOKEN.findall(key.replace("roll call", "attendance").replace("rollcall", "attendance"))
    if not tokens or len(tokens) > _MOST_WORDS:
        return None
    here, away = _says(tokens)
    if not (here or away):
        if key in w.EXCUSED or key in w.PRESENT:
            return Title(away=key in w.EXCUSED, sure=not (_WEAK.issuperset(tokens) and not w.BODIES.isdisjoint(tokens)))
        known = all(t in _KNOWN or _is_acronym(t, bare) for t in tokens)
        return Title(sure=key.endswith(_THERE)) if known and not w.BODIES.isdisjoint(tokens) else None
    if not _is_known(tokens, bare):
        return None
    return Title(away=away and not here)


def is_title(words: str) -> bool:
    """Whether words are surely the title of a list of people: `Meeting attendees`."""
    title = read_title(words) if not _TELLING.isdisjoint(spelt_in(words.casefold())) else None
    return title is not None and title.sure


def _with_one_ending(words: str) -> str:
    return _ENDINGS.sub(_ending, words) if any(map(words.__contains__, _ENDED)) else words


def _ending(match: re.Match[str]) -> str:
    return "innen" if match[0].endswith("innen") else ""


def _says(tokens: list[str]) -> tuple[bool, bool]:
    """Whether words speak of those who were there, and of those who were not."""
    here = away = negated = False
    for token in tokens:
        if token in w.ATTENDED:
            here, away, negated = here or not negated, away or negated, False
        elif token in w.MISSING:
            away = True
        else:
            negated = token in w.NEGATIONS or (negated and token in _WITHIN)
    return here, away


def _is_known(tokens: list[str], bare: str) -> bool:
    strange = [n for n, t in enumerate(tokens) if t not in _KNOWN and not _is_acronym(t, bare)]
    return not strange or (len(strange) <= 2 and strange[-1] < len(tokens) - 1 and tokens[-1].startswith(_NOUNS) and bare[:1].isupper())


def _is_acronym(token: str, bare: str) -> bool:
    """Whether a word is the short name of a body: `TSC members`."""
    return 2 <= len(token) <= 5 and token.upper() in bare and token not in _DOING


_DOING = frozenset("do does did what when will to".split())
"""With one of these a title in capitals tells what people do: `WHO DOES WHAT`."""


def read_opening(item: Item) -> Opening | None:
    """The list of people that an item opens, with what stands behind its title."""
    if item.shape not in (Shape.HEADING, Shape.LINE, Shape.BULLET) or item.boxed:
        return None
    raw = item.lines[0]
    if not _may_open(raw):
        return None
    if item.shape is Shape.HEADING:
        label, rest = _of_heading(raw)
        title = read_title(label)
    else:
        title, rest = _of_line(raw)
    if title is None:
        return None
    return Opening(title, "\n".join((rest, *item.lines[1:])) if len(item.lines) > 1 else rest)


def _may_open(raw: str) -> bool:
    """Whether a line begins with a word of a title of people, or tells of apologies, as few lines do."""
    if _TELLING.isdisjoint(words_of(raw)):
        return False
    told = len(raw) <= 90 or not _TELLING.isdisjoint(spelt_in(raw[:90].casefold()))
    return told or " apologies" in raw or " regrets" in raw or " present" in raw[-50:]


def _of_heading(raw: str) -> tuple[str, str]:
    words = _NUMBER.sub("", plain(raw).lstrip(" \t§#*"))
    words = _with_one_ending(words)
    label, colon, rest = words.partition(":")
    label = label if colon else words
    while label and not (label[0].isalnum() or label[0] in "(["):
        label = label[1:]
    return label, rest.strip()


def _of_line(raw: str) -> tuple[Title | None, str]:
    marked = raw[:6].find("**") >= 0 or raw[:2] == "__" or (raw[:1].isdigit() and "**" in raw[:10])
    if marked and (bold := _BOLD.match(raw[:4096])) is not None and (title := read_title(bold[2])) is not None:
        return title, bold[3]
    if ":" in raw[:90]:
        label = _LABEL.match(_ENDINGS.sub(_ending, raw[:4096]) if "innen" in raw[:90] else raw[:4096])
        title = read_title(label[1].lstrip(" *_'")) if label else None
        if label and title:
            again = _LABEL.match(label[2][:200]) if ":" in label[2][:60] else None
            inner = read_title(again[1]) if again else None
            if again and inner and not inner.host:  # `Roll call: Present: …`
                return (inner if inner.sure else title), label[2][again.start(2) :].lstrip(" *_")
            return title, label[2].lstrip("*_ ") if label[2][:3].startswith(("**", "_", "* ")) else label[2]
    if len(raw) <= _LONGEST and (title := read_title(raw)) is not None:
        return (None if title.host else title), ""
    return _of_sentence(raw)


def _of_sentence(raw: str) -> tuple[Title | None, str]:
    """What a sentence says of who was there, with those whom it names."""
    if raw[:1] in "aArR" and (excused := _EXCUSED.match(plain(raw[:600]))) is not None:
        return Title(away=True), excused[1]
    here = not _HERE.isdisjoint(words_of(raw))
    if here and raw[:1] in "pPiIaAeEÉétTsS" and (were := _WERE.match(plain(raw[:4096]))) is not None:
        return Title(away=(were[1] or were[2]).casefold().startswith(_NOT_HERE)), were[3]
    if here and raw[:1] in "tTpPIAERa" and (", " in raw or " and " in raw) and (unset := _UNSET.match(plain(raw[:4096]))) is not None:
        return Title(away=unset[1] in _AWAY, sure=False), unset[2]
    if (" apologies" in raw or " regrets" in raw) and len(raw) < 400 and (sent := _SENT.match(plain(raw))) is not None:
        return Title(away=True), sent[1]
    if " present" in raw[-50:] and (", " in raw or " and " in raw) and (trailing := _TRAILING.match(raw[:400])) is not None:
        return Title(sure=False), trailing[1]
    dashed = _DASHED.match(raw[:4096]) if raw[:1].isalpha() and any(sign in raw[:40] for sign in ("–", "—", " - ", "\t", "   ")) else None
    title = read_title(dashed[1]) if dashed else None
    return (title, dashed[2]) if dashed and title and title.sure and not title.host else (None, "")


def opened_lines(item: Item) -> Iterator[Item]:
    """An item cut where one of its lines, or a sentence of it, opens another list of people."""
    lines = item.lines
    if item.shape not in (Shape.LINE, Shape.BULLET) or (len(lines) == 1 and lines[0].count(":") < 2 and not _goes_on(lines[0])):
        yield item
        return
    if not any(map(_may_open, lines)):
        yield item
        return
    told: list[tuple[int, str, bool]] = []
    for n, line in enumerate(lines):
        first, *others = _sentences(line)
        opens = n > 0 and _may_open(first) and _of_line(first)[0] is not None
        told.append((n, first, opens or n == 0))
        told += [(n, said, True) for said in others]
    if sum(opens for _, _, opens in told) == 1:
        yield item
        return
    starts = [at for at, (_, _, opens) in enumerate(told) if opens]
    for at, end in zip(starts, [*starts[1:], len(told)], strict=True):
        first_line, last_line = told[at][0], told[end - 1][0]
        yield replace(
            item, line=item.line + first_line, end=item.line + last_line, lines=tuple(said for _, said, _ in told[at:end]), gap=item.gap and at == 0
        )


def _goes_on(line: str) -> bool:
    """Whether another sentence of a line begins with those who came or did not: `Barn, 7 pm. Present: Dunn, Reyes. Apologies from Tran`."""
    return ". Apologies " in line or ". Regrets " in line or ". Present: " in line


def _sentences(line: str) -> list[str]:
    """A line cut where it goes on with another list of people."""
    if _goes_on(line):
        return [part for part in _inner().split(line[:4096]) if part.strip()]
    if line.count(":") < 2:
        return [line]
    before = [part.rsplit(maxsplit=1)[-1:] for part in line[:4096].casefold().split(":")[:-1]]
    if not any(word and word[0].strip("*_()") in _LAST_WORDS for word in before):
        return [line]
    parts = _inner().split(line[:4096]) if _PARTED.search(line) else [line]
    return [said for part in parts if part.strip() for said in _HOSTED.split(part)]
