"""The agenda items of a meeting: numbered lines and headings, with whoever leads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import AgendaItem
from tcsg.reading.headings import read_opening
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.naming import split_owners
from tcsg.reading.rolls import is_title
from tcsg.reading.status import read_status
from tcsg.reading.text import has_digit
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from tcsg.reading.names import Names

_TITLES = frozenset(
    w.replace("_", " ")
    for w in """
    any_other_business aob aocb any_other_competent_business matters_arising correspondence date_of_next_meeting chair's_business
    chairs'_business closing
    """.split()
)
_FAR_IN, _TITLE = 4, 60
_LISTS = w.PRESENT | w.EXCUSED
_TITLE_END = late.compile(r"[\s:.*]{1,10}$")
_NUMBER = late.compile(r"(?i:item\s+)?(\d{1,3}(?:\.\d{1,2}){0,2}[A-Za-z]?)[.):]?\s+(?=\S)")
_OWN_TITLE = late.compile(r"\*\*([^*:\n]{5,80})\*\*(?:\s+[-–—]\s|\s*\n|\s+[A-Z])")
_LEADS = late.compile(r" ?[(\[]([^()\[\]]{2,60})[)\]]$| [–—-] ([^–—-]{2,40})$")


def read_agenda(items: Sequence[Item], names: Names, people_lines: frozenset[int]) -> tuple[AgendaItem, ...]:
    """The agenda items in their order; a line of initials right below a title names its leads."""
    found = []
    for n, item in enumerate(items):
        following = items[n + 1] if n + 1 < len(items) else None
        if item.line in people_lines or not _is_title(item, following, names):
            continue
        title = plain(item.lines[0]).strip(" *_")
        number = item.marker.strip(".()") if item.marker and item.marker[:1].isdigit() else None
        if number is None and has_digit(title) and (match := _NUMBER.match(title)):
            number, title = match[1], title[match.end() :]
        title, leads = _split_leads(title, names)
        if not leads and following is not None and following.shape is Shape.LINE and len(following.lines) == 1:
            leads = _leads(following.text, names)
        found.append(AgendaItem(item.line, title.rstrip(" :"), number, leads))
    return tuple(found)


def _is_title(item: Item, following: Item | None, names: Names) -> bool:
    if len(item.lines) != 1 or not item.lines[0] or item.boxed:
        return False
    if item.shape is Shape.HEADING:
        return (
            read_opening(item.text, names.idiom) is None and _TITLE_END.sub("", plain(item.text)).casefold() not in _LISTS and not is_title(item.text)
        )
    alone = item.gap and (following is None or following.gap or following.indent > item.indent or following.shape is not item.shape)
    if not alone:
        return False
    if item.shape is Shape.BULLET:
        return bool(item.marker and item.marker[0].isdigit() and item.marker[-1] == "." and item.indent <= 3 and len(plain(item.text)) <= 160)
    if item.shape is not Shape.LINE:
        return False
    text = plain(item.text)
    return text.casefold().strip(" :.*") in _TITLES or (_is_bold(item.lines[0]) and len(text) <= 100 and not is_label(text, names))


def own_title(item: Item) -> str | None:
    """The title in bold with which a paragraph begins, a dash or a line break behind it: `**Hall roof** - it leaks again …`."""
    bold = item.text[2:].partition("**")[0] if item.shape is Shape.LINE and item.text.startswith("**") else ""
    match = _OWN_TITLE.match(item.text) if bold and ":" not in bold else None
    title = match[1].strip(" .") if match else ""
    return title if " " in title and read_opening(title) is None else None


def is_centred(item: Item) -> bool:
    """Whether a line far in, a blank line above it, is a title as mails set them, and no note on what stands above: `        Next meeting`."""
    if item.shape is not Shape.LINE or not item.gap or len(item.lines) > 1 or item.indent < _FAR_IN or not 2 < len(item.text) <= _TITLE:
        return False
    return item.text[0].isupper() and item.text[-1].isalnum() and ":" not in item.text and read_status(item.text) is None


def _is_bold(line: str) -> bool:
    bare = line.strip()
    return bare[:2] == bare[-2:] == "**" and "**" not in bare[2:-2] and not bare.startswith("***")


def is_label(text: str, names: Names) -> bool:
    """Whether a bold line is no title of the discussion but the header of a list: of actions, of people, of decisions."""
    title = _TITLE_END.sub("", text).casefold()
    return title in _LISTS or title in w.ELSEWHERE_HEADINGS or read_opening(text, names.idiom) is not None


def _split_leads(title: str, names: Names) -> tuple[str, tuple[str, ...]]:
    match = _LEADS.search(title) if title[-1:] in (")", "]") or any(sign in title for sign in "–—-") else None
    if not match:
        return title, ()
    leads = _leads(match[1] or match[2], names)
    return (title[: match.start()], leads) if leads else (title, ())


def _leads(text: str, names: Names) -> tuple[str, ...]:
    """The people a short text names, when it names nothing else."""
    leads = split_owners(plain(text), names)
    sure = all(names.knows(lead) or (lead.isupper() and 2 <= len(lead) <= 4) for lead in leads)
    return leads if leads and sure else ()


def ends_agenda(item: Item, following: Item | None, agenda: Container[int]) -> bool:
    """Whether what was to be talked of is behind, though no heading ends it: the title of a point stands above what was said of it, or of all."""
    if item.shape is Shape.LINE:
        return item.line in agenda or plain(item.text[:80]).casefold().strip(" :.") in w.TOLD_HEADINGS
    begun = item.shape is Shape.BULLET and following is not None and following.shape is Shape.LINE and following.gap
    return begun and not item.boxed and item.line in agenda
