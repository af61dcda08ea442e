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
_DROPPED = ("CANCEL", "KILL", "WONT", "DROP", "REJECT", "ABANDON", "OBSOLETE", "DEFUNCT", "ABGE", "VERWORFEN", "ANNUL")
"""With these begin the keywords of org mode for what nobody will do."""
_ORG: tuple[Rule, ...] = (
    ("#+", late.compile(r"\n#\+(?:title|TITLE):[ \t]*(?=\S)"), "\n# "),
    (":\n", late.compile(r"[ \t](?<=\S[ \t])[ \t]*:[\w@:]{1,80}:(?=\n)"), ""),
    (":\n", late.compile(r"\n[ \t]*:(?:PROPERTIES|LOGBOOK|END):[ \t]*(?=\n)"), "\n"),
    (": ", late.compile(r"(\n[ \t]+):([A-Z]\w{1,20}):[ \t]+(?=\S)"), r"\1\2: "),
    ("+\n", late.compile(r"(\n[ \t]*[-+*.][ \t]+(?:\[[ xX]?\] )?)\+([^\s+][^\n]{2,300}[^\s+])\+(?=[ \t]*\n)"), r"\1~~\2~~"),
)
"""Tags, days and drawers of org mode."""
_KEYWORDS = late.compile(r"\n#\+(?:SEQ_|TYP_)?TODO:[ \t]*([^\n]{0,200})", re.IGNORECASE)
"""The keywords of the tasks of a page, those of what is over behind a bar: `#+TODO: TODO WAIT(w@) | DONE CANCELLED`."""
_KEYWORD = late.compile(r"([^\W\d_][\w-]{1,20})(?:\([^()]{0,8}\))?$")
_USUAL = (frozenset("TODO NEXT WAIT WAITING STARTED DOING HOLD".split()), frozenset("DONE CANCELLED CANCELED KILL".split()))
_TASK = late.compile(r"\n(\*{1,6}) ([^\W\d_][\w-]{1,20}) +(?:\[#[A-Z]\] +)?(?=\S)(?:([^\n]{1,300}?)[ \t]+:([\w@:]{1,80}):(?=[ \t]*\n))?")
"""A title that may be a task, with its tags: `*** TODO stop the leak     :ann:`."""


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
    ("title=", late.compile(r"\{(?:panel|info|note|tip|warning)(?::[^{}\n]{0,200}?\btitle=([^{}|\n]{1,80})[^{}\n]{0,200})\}"), r"**\1**"),  # trackers
    ("icon:", late.compile(r"\bicon:(?:check|check-square|check-circle|thumbs-up)\[[^\[\]\n]{0,60}\]"), "✅"),  # AsciiDoc
    ("[!", late.compile(r"(\n[ \t]*>[ \t]*)\[!(?:todo|action)\][+-]?[ \t]*(?=\n)", re.IGNORECASE), r"\1**Actions**"),  # callouts
    ("[!", late.compile(r"(\n[ \t]*>[ \t]*)\[![A-Za-z]{2,20}\][+-]?[ \t]*(?=\n[ \t]*>[ \t]*\*\*)"), r"\1"),
    ("[!", late.compile(r"(\n[ \t]*>[ \t]*)\[![A-Za-z]{2,20}\][+-]?[ \t]+(\S[^\n]{0,80})(?=\n)"), r"\1**\2**"),
    ("(/)", late.compile(r"\n([ \t]*(?:[*-][ \t]+)?)\([x!?-]\)[ \t]+(?=(?:\[~|@)[^\n]{2,200})"), r"\n\1[ ] "),  # trackers: beside the tick
    ("(/)", late.compile(r"(\n[ \t]*(?:[#*-]{1,3}[ \t]+)?)\(x\)[ \t]+(?=\S)"), r"\1[ ] "),  # trackers: not done, beside what is
    ("(/)", late.compile(r"\(/\)"), "✅"),  # trackers
    ("(min", late.compile(r"(\n[ \t]{0,8}\d{1,2}(?:\.\d\d?){1,2}\.?[ \t]+)[*_]{0,2}\(min[a-z.]{0,4} ?[\d./]{1,8}\)[*_]{0,2}[ \t]+(?=[A-Z])"), r"\1"),
    ("<20", late.compile(r"<(\d{4}-\d\d-\d\d)(?: [^\W\d]{2,4}\.?)?(?: [\d:-]{4,11})?(?: [.+]{1,2}\d{1,3}[a-z])?>"), r"\1"),  # org mode, Logseq
)


_WIKI: tuple[Rule, ...] = (
    ("#", late.compile(r"\n[ \t]*([#*]{0,5}#)[ \t]+(?=[^\s#])"), _numbered),
    ("-\n", late.compile(r"(\n[ \t]*(?:[*.][ \t]+(?:✅[ \t]*)?|✅[ \t]*))-([^\s-][^\n]{2,300}[^\s-])-(?=[ \t]*\n)"), r"\1~~\2~~"),
    ("+", late.compile(r"\+(?<=[\s(]\+)(\w[^+\n]{0,100}\w)\+(?=[\s.,;:)])"), r"\1"),
    ("\n;", late.compile(r"\n;[ \t]*([^\n:]{2,60}?)[ \t]*:[ \t]+(?=\S)"), r"\n* \1: "),
    ("\n;", late.compile(r"\n;[ \t]*([^\n:]{2,60}?)(?=[ \t]*\n)"), r"\n**\1**"),
    ("\n:", late.compile(r"\n(:{1,5})(?=[^\s:*#;|-])(?![\w+-]{1,30}:)"), r"\n\1 "),
)
"""Lists, terms and words in wikis and trackers, which have other titles than Markdown."""
_BOXED = late.compile(r"\n(?:\.|:::[ \t]*\{?[a-z]+\}?[ \t]+\[?|(?:!!!|\?\?\?)[^\n\"]{1,30}\")(?:A[Cc][Tt]|a[ct]|T[Oo]|t[oa]|T[Aa]|A[Uu][Ff]|T[âa])")
"""A box whose title may be one of actions."""
_BOXES = ("\n.", "\n:::", "\n!!!", "\n???")
"""With one of these it begins."""
_SPELLING, _IN_WIKIS, _IN_ORG = Rules(_RULES), Rules(_WIKI), Rules(_ORG)


def _with_tasks(text: str) -> str:
    """The text of org mode with its tasks spelt as marks, and their tags as what may name the owners."""
    open_words, over = map(set, _USUAL)
    for declared in _KEYWORDS.findall(text):
        first, bar, last = declared.partition("|")
        words = [[found[1] for word in part.split() if (found := _KEYWORD.match(word))] for part in (first, last)]
        if not bar and words[0]:
            words = [words[0][:-1], words[0][-1:]]  # without a bar only the last is over
        open_words.update(words[0])
        over.update(words[1])

    def spelt(found: re.Match[str]) -> str:
        if found[2] not in open_words and found[2] not in over:
            return found[0]
        told = "" if found[2] in open_words else "[CANCELLED] " if found[2].upper().startswith(_DROPPED) else "[DONE] "
        tags = f"{found[3]} [tags] {', '.join(filter(None, found[4].split(':')))}" if found[4] else ""
        return f"\n{found[1]} TODO: {told}{tags}"

    return _TASK.sub(spelt, _KEYWORDS.sub("\n", text))


_FEW = 2
"""Lines that make a list."""
_SIGNS = ("\n–", "\n—", "\n·", "•", "☐", "□", "☑", "☒")
"""Marks of lists beyond ASCII, which have a blank behind them elsewhere."""
_STRANGE = ("\n∙", "\n⁃", "\n°", "\n¤")
"""Those that Markdown does not know in any case."""
_FAR = ("\n⏳", "\n❌", "\n⌛", "\n🔄", "\n🔁", "\n🚧", "\n🟡", "\n🟢", "\n🔴", "\n✗", "\n✘", "\n✖", "\n○", "\n●", "\n◐")
"""Signs for how far something is, with which the lines of a list may begin."""
_HEADS = (
    *(("\n-", "\n- ", "\n---"), ("\n+", "\n+ "), ("[ ]", "[ ] "), ("[x]", "[x] "), ("\n( )",), ("- ( )",), ("\nA)",), ("\nB. ",)),
    *(("\no ",), ("\n o ",), ("\n  o ",)),
    *(("\n1", "\n1. ", "\n1) "), ("\n2", "\n2. ", "\n2) ", "\n20"), ("\n01",), ("\n(1)", "\n(1) "), ("\na)", "\na) ")),
)
"""With the first of each such a line begins, unless with one of the others, which Markdown knows."""


def _may_be_bare(text: str) -> bool:
    """Whether lists may have marks that Markdown does not know: most texts have none, and to look closer is dear."""
    if not text.isascii() and (
        any((count := text.count(sign)) >= _FEW and count - text.count(f"{sign} ") >= _FEW for sign in _SIGNS)
        or any(text.count(sign) >= _FEW for sign in _STRANGE)
        or any(map(text.__contains__, _FAR))
    ):
        return True
    begun = {begin for line in text.split("\n") for begin in (line[:1], line[:2])}
    heads = [(head, known) for head, *known in _HEADS if head[0] != "\n" or head[1:3] in begun]
    return any((count := text.count(head)) > 0 and count > sum(map(text.count, known)) for head, known in heads)


_MARGINS = (
    *(f"{blank}{word}\n" for blank in " \t" for word in ("ACTION", "ACTIONS", "Action", "Actions", "BY", "By", "by", "whom", "WHOM")),
    *(f"\t{word}\n" for word in ("WHO", "Who", "Wer", "Qui")),
)
"""With one of these ends the line in which a column at the right margin begins."""
_SIDES = tuple(f"  {word}\n" for word in ("DATE", "Date", "WHEN", "When", "DUE", "Due", "DEADLINE", "Deadline", "TARGET", "Target"))
"""With one of these ends the line in which two such columns begin, or with one behind a bar."""
_BARS = (
    *(
        f"|{blank}{word}{end}"
        for blank in (" ", "")
        for word in ("who", "Who", "WHO", "by whom", "By whom", "wer", "qui")
        for end in ("\n", "/", " /")
    ),
    *(f" | {word}\n" for word in ("action", "Action", "ACTION", "Actions", "ACTIONS", "owner", "Owner")),
)
_ENDS = frozenset(sign.split()[-1] for sign in (*_MARGINS, *_SIDES))
"""The words of these: to see that no line ends with one is cheaper than to look for each."""
_LONGEST = 1 + max(map(len, _ENDS))
_CHARGED = ("  V: ", "\tV: ", "  Wer: ", "\tWer: ", "  Verantwortlich: ", "\tVerantwortlich: ", "  Verantw.: ", "\tVerantw.: ")
"""One of these has a line at whose end German minutes tell whose it is."""
_SPELLINGS = (
    *("aciton", "actoin", "actino", "atcion", "acion", "acton", "actio\n", "acction", "acttion", "actiion", "actioon", "actionn", "aaction"),
    *("s form ", "oustanding", "outsanding", "outstaning", "outstading", "outstandig", "outstandng", "previos ", "prevous", "previuos"),
)
"""What a mark with a letter amiss may hold."""
_MISSPELT = tuple(
    late.compile(f"{first}(?:{'|'.join(word[1:] for word in _SPELLINGS if word[0] == first)})") for first in sorted({word[0] for word in _SPELLINGS})
)
"""The same, by its first letter: one letter is looked for fast."""
_THERE = (
    *("present", "attendees", "attending", "attendance", "attended", "participants", "participating"),
    *("roll call", "anwesend", "teilnehm", "präsent", "présent"),
)
"""Of these the head of most minutes has one."""
_TOP = 2000
"""Characters of the head."""
_FAR_RIGHT = f"\n{' ' * 20}"
"""What stands before a line at the margin."""
_MISSPELT_TODO = ("TOOD", "TDOO", "OTDO", "TDODO", "TODDO", "TTODO")


def _with_columns(text: str) -> str:
    """The text with whose an action is, where that stands at the right of the lines, behind what is told there."""
    if "  " not in text and "\t" not in text and "|" not in text:
        return text  # one of these parts each column from what is told
    ended = any(line[-_LONGEST:].replace("\t", " ").rpartition(" ")[2] in _ENDS for line in text.split("\n"))
    if ended and ("   " in text or "\t" in text) and any(map(text.__contains__, _MARGINS)):
        from tcsg.reading.margin import with_margin  # lazy: few minutes have such a column

        text = with_margin(text)
    if _FAR_RIGHT in text:
        from tcsg.reading.margin import with_alone  # lazy: few minutes have such lines

        text = with_alone(text)
    if ".   " in text:
        from tcsg.reading.margin import with_parted  # lazy: few minutes have initials there

        text = with_parted(text)
    if (ended and any(map(text.__contains__, _SIDES))) or ("|" in text and any(map(text.__contains__, _BARS))):
        from tcsg.reading.side_columns import with_side_columns  # lazy: few minutes have such columns

        text = with_side_columns(text)
    if any(map(text.__contains__, _CHARGED)):
        from tcsg.reading.charged_right import with_charges  # lazy: few minutes charge people so

        text = with_charges(text)
    return text


def _meant(text: str) -> str:
    """The text with what titles and marks have amiss spelt as it was meant."""
    folded = text.casefold()
    if any(misspelt.search(folded) for misspelt in _MISSPELT) or any(map(text.__contains__, _MISSPELT_TODO)):
        from tcsg.reading.misspelt import spelt_right  # lazy: few marks are misspelt

        text = spelt_right(text)
    if any(map(text[:_TOP].casefold().__contains__, _THERE)):
        return text
    from tcsg.reading.misspelt import with_present  # lazy: most minutes tell at their head who was there

    return with_present(text[:_TOP]) + text[_TOP:]


def respelt_lines(text: str) -> str:
    """The text with what its lines begin and end with spelt as Markdown's."""
    text = f"\n{_with_columns(text)}\n"
    if any(map(text.__contains__, _BOXES)) and _BOXED.search(text) is not None:
        from tcsg.reading.admonitions import unboxed  # lazy: few pages have boxes

        text = unboxed(text)
    if "> [!" in text:
        from tcsg.reading.admonitions import unlabelled  # lazy: few pages have callouts

        text = unlabelled(text)
    if "\n| " in text:
        from tcsg.reading.barred import unbarred  # lazy: few minutes are typed into a quoted agenda

        text = unbarred(text)
    text = _SPELLING.apply(text)
    text = _meant(text)
    if "\n○" in text and "\n●" in text:
        from tcsg.reading.nested_signs import nested  # lazy: few pages have such lists

        text = nested(text)
    if "\nA  " in text or "\nA\t" in text:
        from tcsg.reading.kinds_at_margin import with_kinds  # lazy: few minutes have such letters

        text = with_kinds(text)
    if _may_be_bare(text):
        from tcsg.reading.bare_marks import parted  # lazy: few pages have such lists

        text = parted(text)
    if "\n{|" in text or ("=\n" in text and _TITLED.search(text)) or ("\nh" in text and _COUNTED.search(text)):
        text = _IN_WIKIS.apply(text)
    if "\n#+" in text:
        text = _IN_ORG.apply(_with_tasks(text))
    return text[1:-1]
