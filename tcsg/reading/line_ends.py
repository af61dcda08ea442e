"""What other markup has at the beginning and the end of lines, spelt as Markdown's: marks of lists, titles, fields and line breaks.

Each rule is asked only where its sign stands in the text, which has a line feed before and behind it here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.rules import Rules

if TYPE_CHECKING:
    from tcsg.reading.rules import Rule

_TITLED = late.compile(r"\n={1,6}[^=\n][^\n]{0,200}[^=\n]?={1,6}[ \t]*\n")
_COUNTED = late.compile(r"\nh[1-6]\.[ \t]")
"""The titles of wikis and trackers, whose lists are numbered with `#`."""
_KEYWORDS = {"DONE": "[DONE] ", "CANCELLED": "[CANCELLED] ", "CANCELED": "[CANCELLED] ", "KILL": "[CANCELLED] "}
_ORG: tuple[Rule, ...] = (
    ("#+", late.compile(r"\n#\+(?:title|TITLE):[ \t]*(?=\S)"), "\n# "),
    (
        "\n*",
        late.compile(r"\n(\*{1,6}) (TODO|NEXT|WAIT(?:ING)?|STARTED|DOING|HOLD|DONE|CANCELL?ED|KILL) +(?:\[#[A-Z]\] +)?(?=\S)"),
        lambda found: f"\n{found[1]} TODO: {_KEYWORDS.get(found[2], '')}",
    ),
    (":\n", late.compile(r"(?<=\S)[ \t]+:[\w@:]{1,80}:(?=\n)"), ""),
    (":\n", late.compile(r"\n[ \t]*:(?:PROPERTIES|LOGBOOK|END):[ \t]*(?=\n)"), "\n"),
    (": ", late.compile(r"(\n[ \t]+):([A-Z]\w{1,20}):[ \t]+(?=\S)"), r"\1\2: "),
    ("<", late.compile(r"<(\d{4}-\d\d-\d\d)(?: [^\W\d]{2,4}\.?)?(?: [\d:-]{4,11})?(?: [.+]{1,2}\d{1,3}[a-z])?>"), r"\1"),
    ("+\n", late.compile(r"(\n[ \t]*[-+*.][ \t]+(?:\[[ xX]?\] )?)\+([^\s+][^\n]{2,300}[^\s+])\+(?=[ \t]*\n)"), r"\1~~\2~~"),
)
"""Titles that are tasks, their tags, and days of org mode."""


def _level(found: re.Match[str]) -> str:
    """A title of Markdown of the same level."""
    return f"\n{'#' * min(6, len(found[1]))} "


def _numbered(found: re.Match[str]) -> str:
    """A numbered item, which stands as deep as it has signs."""
    return f"\n{'  ' * (len(found[1]) - 1)}. "


def _item(found: re.Match[str]) -> str:
    """An item of a list of LaTeX, perhaps with a label in brackets."""
    return f"\n{found[1]}- {f'**{found[2]}** ' if found[2] else ''}"


def _boxed(found: re.Match[str]) -> str:
    """A box of AsciiDoc, its label before each paragraph."""
    lines = found[2].split("\n")
    above = ["", *lines]
    return "\n\n" + "".join(f"\n{found[1]}: {line}" if line and not above[n] else f"\n{line}" for n, line in enumerate(lines[:-1])) + "\n"


_RULES: tuple[Rule, ...] = (
    ("\\\\", late.compile(r"[ \t]*\\\\[ \t]*(?=\n)"), r"\\"),  # DokuWiki, org mode, Creole
    (" +\n", late.compile(r"(?<=\S),? \+(?=\n)"), r"\\"),  # AsciiDoc
    ("%BR%", late.compile(r"[ \t]*%BR%[ \t]*(?=\n)"), r"\\"),  # TWiki
    ("\n---+", late.compile(r"\n---(\+{1,6})!*[ \t]*(?=\S)"), _level),  # TWiki
    ("   1 ", late.compile(r"\n((?:   ){1,6})1[ \t]+(?=\S)"), r"\n\1. "),  # TWiki
    ("#. ", late.compile(r"\n([ \t]*)#\.[ \t]+"), r"\n\1. "),  # reStructuredText
    ("\n:", late.compile(r"\n:([A-Z][\w ]{1,30}|present|attendees|apologies|regrets|absent|participants|date):[ \t]+(?=\S)"), r"\n\1: "),
    (":: ", late.compile(r"\n(?=[A-Z])([^\n:]{1,40})::[ \t]+(?=\S)"), r"\n- \1: "),  # AsciiDoc
    (":: ", late.compile(r"\n(?=[A-Z@])([^\n:]{1,60}: [^\n:]{3,160})::[ \t]+(?=\S)"), r"\n- \1: "),  # AsciiDoc: a term that tells whose it is
    ("\n.", late.compile(r"(\n\.[A-Z][^\n.]{2,60}\n)(?:={4,}|\*{4,}|_{4,})[ \t]*(?=\n)"), r"\1"),  # AsciiDoc
    ("]\n====", late.compile(r"\n\[([A-Z]{3,12})\]\n={4,}[ \t]*\n((?:(?!====)[^\n]{0,2000}\n){1,40})={4,}[ \t]*(?=\n)"), _boxed),  # AsciiDoc
    ("\n.", late.compile(r"\n\.(?=[A-Z])([^\n.]{2,80})(?=\n(?:[*-]+|\.|\d{1,2}\.)[ \t])"), r"\n**\1**"),  # AsciiDoc
    ("\\item", late.compile(r"\n([ \t]*)\\item\b[ \t]*(?:\[([^\[\]\n]{1,60})\])?[ \t]*(?=\S)"), _item),  # LaTeX
    ("\\", late.compile(r"\n[ \t]*\\(?:begin|end)\{[\w*]{1,30}\}(?:[\[{][^\[\]{}\n]{0,60}[\]}]){0,3}[ \t]*(?=\n)"), "\n"),  # LaTeX
    (".. ", late.compile(r"\n([ \t]*)\.\. (?:todo|action|task)::[ \t]*(?=\S)", re.IGNORECASE), r"\n\1TODO: "),  # reStructuredText
    (".. ", late.compile(r"\n[ \t]*\.\. (?:rubric|topic|admonition|table):: ([^\n]{2,100})(?=\n)"), r"\n**\1**"),  # reStructuredText
    ("{panel", late.compile(r"\{panel(?::[^{}\n]{0,200}?\btitle=([^{}|\n]{1,80})[^{}\n]{0,200})\}"), r"**\1**"),  # trackers
    ("(/)", late.compile(r"\(/\)"), "✅"),  # trackers
)


_WIKI: tuple[Rule, ...] = (
    ("#", late.compile(r"\n[ \t]*([#*]{0,5}#)[ \t]+(?=[^\s#])"), _numbered),
    ("-\n", late.compile(r"(\n[ \t]*[*.][ \t]+)-([^\s-][^\n]{2,300}[^\s-])-(?=[ \t]*\n)"), r"\1~~\2~~"),
    ("+", late.compile(r"(?<=[\s(])\+(\w[^+\n]{0,100}\w)\+(?=[\s.,;:)])"), r"\1"),
    ("\n;", late.compile(r"\n;[ \t]*([^\n:]{2,60}?)[ \t]*:[ \t]+(?=\S)"), r"\n* \1: "),
    ("\n;", late.compile(r"\n;[ \t]*([^\n:]{2,60}?)(?=[ \t]*\n)"), r"\n**\1**"),
    ("\n:", late.compile(r"\n(:{1,5})(?=[^\s:*#;|-])(?![\w+-]{1,30}:)"), r"\n\1 "),
)
"""Lists, terms and words in wikis and trackers, which have other titles than Markdown."""
_SPELLING, _IN_WIKIS, _IN_ORG = Rules(_RULES), Rules(_WIKI), Rules(_ORG)


def respelt_lines(text: str) -> str:
    """The text with what its lines begin and end with spelt as Markdown's."""
    text = f"\n{text}\n"
    text = _SPELLING.apply(text)
    if "\n{|" in text or ("=\n" in text and _TITLED.search(text)) or ("\nh" in text and _COUNTED.search(text)):
        text = _IN_WIKIS.apply(text)
    if "\n#+" in text:
        text = _IN_ORG.apply(text)
    return text[1:-1]
