"""Markup of wikis, pandoc, AsciiDoc, reStructuredText, org mode and trackers within a line, spelt as Markdown spells it.

Each rule is asked only where its sign stands in the text; no line is added or taken away.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.line_ends import respelt_lines
from tcsg.reading.rules import Rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from tcsg.reading.rules import Rule

_STRUCK = ("strike", "line-through", "linethrough", "deleted")
_USER = late.compile(r"(?::?[A-Za-z]{2,3}:)?(?:user|user talk|benutzer|benutzerin|utilisateur|utilisatrice|main|people|profile):", re.IGNORECASE)
_ADDRESS = late.compile(r"https?://\S{3,500}$")
_WIKI_LINK = late.compile(r"\[\[(?P<target>[^\[\]|\n]{2,300})(?:(?:\]\[|\|)(?P<words>[^\[\]|\n]{1,200}))?(?:\|[^\[\]\n]{0,100})?\]\](?!\()")
"""`[[Page|words]]`, `[[address][words]]`; `[[1]](address)` is Markdown's."""
_PAGE = r"\[\[(?![\da-z])[^\[\]\n]{2,100}\]\]"
_LINKED_TASK = late.compile(
    rf"^([ \t]*[-*+][ \t]+\[.\][ \t][^\n]{{1,500}}?[ \t])({_PAGE}(?:(?:,| &| \+| and)? ?{_PAGE}){{0,7}})"
    r"(?=[ \t]*(?:[📅⏳🛫➕✅❌⏫🔼🔽🔺⏬🔁]\ufe0f?[ \t]?[\w -]{0,30}){0,5}$)",
    re.MULTILINE,
)
"""A task of a notebook that ends with links to pages, with days and signs for its rank behind: they may be of people."""
_TOLD = frozenset(
    "ask tell remind thank thanks ping call ring email mail contact invite help meet see read to with from for of about on at by in cc".split()
)
"""Words behind which somebody is told or asked, or something is read, and nobody is to do it."""
_NAME_LINK = r"\[[A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){1,3}\]\([^()\s]{1,500}\)"
"""A link whose words may be somebody's name."""
_PERSON = (
    r"\[[A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){0,3}(?: \((?:Unlicensed|Deactivated)\))?\]"
    r"\((?:mailto:|https?://[^()\s]{3,200}/(?:people/|display/~))[^()\s]{1,300}\)"
)
"""A link to the page of a person, as Confluence writes whom somebody calls."""
_CALLED = late.compile(
    rf"^([ \t]*(?:[-*+]|\d{{1,3}}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)({_PERSON}(?:(?:,| &| and|)[ \t]{_PERSON}){{0,5}})"
    r"(?:[ \t]+(?=:))?(?=:?[ \t](?!(?:to|will|should|shall|must|can|has|have|is|are|was|were|and)\b)[^\s,&])",
    re.MULTILINE,
)
"""Such links at the head of a list item, with no word behind them that tells of a person."""
_CALLED_NAME = late.compile(r"\[([^\[\]()]{1,130}?)(?: \([A-Za-z]{1,20}\))?\]\(")
_ACTED = r"(?:ACTIONS?(?: ITEM| POINT)?|Action(?: [Ii]tem| [Pp]oint)?|TO-?DO|To-?[Dd]o|AI|AP)"
"""A mark as people set it off with signs of their own: "{ACTION} Ann to row", "`ACTION:` Ann to row", "[ACTION:] Ann to row"."""
_COLOURS = "BLACK|MAROON|PURPLE|PINK|RED|ORANGE|YELLOW|LIME|AQUA|AQUAMARINE|GREEN|OLIVE|BROWN|NAVY|TEAL|BLUE|GR[AE]Y|SILVER|WHITE|ENDCOLOR|ENDACTION"


def _template(kind: str) -> Callable[[re.Match[str]], str]:
    """What a kind of template says; its room is loaded when a page has one, as few have."""

    def told(found: re.Match[str]) -> str:
        from tcsg.reading.wiki_templates import KINDS

        return KINDS[kind](found)

    return told


def _span(found: re.Match[str]) -> str:
    """The words that pandoc or AsciiDoc say something of; what is struck is struck."""
    said, words = (found["role"] or "", found["roled"]) if "role" in found.re.groupindex else (found["attributes"], found["words"])
    return f"~~{words}~~" if said in ("s", "del") or any(struck in said for struck in _STRUCK) else words


def _wiki_link(found: re.Match[str]) -> str:
    """A link of a wiki or of org mode: with its address, where that is one of the web, else its words alone."""
    target, words = found["target"].strip(), (found["words"] or "").strip()
    if _ADDRESS.match(target):
        return f"[{words or target}]({target})"
    return words or _USER.sub("", target, count=1).lstrip(":")


def _linked(found: re.Match[str]) -> str:
    return f"[{found['words'].strip()}]({found['address']})"


def _unquoted(found: re.Match[str]) -> str:
    """A mark set in the type of code, in bold."""
    return f"**{found[1].replace('`', '').rstrip(':')}{':' if ':' in found[1] else ''}**"


def _unescaped(found: re.Match[str]) -> str:
    """A row of a table of which a program has escaped the bars."""
    return found[0].replace("\\|", "|")


def _people_behind(found: re.Match[str]) -> str:
    """A task with the pages behind it in bold, as somebody's name is set off: `- [ ] Ring the bank [[Ann Bell]]`."""
    if found[1].split()[-1].casefold() in _TOLD:
        return found[0]
    return f"{found[1]}**{_WIKI_LINK.sub(_wiki_link, found[2].replace(']] [[', ']], [['))}**"


def _people_before(found: re.Match[str]) -> str:
    """A list item with those in brackets whom it calls at its head: `1. [Ann Bell] print the map`."""
    return f"{found[1]}[{', '.join(_CALLED_NAME.findall(found[2]))}]"


_DASHED = r"[ \t]*(?:[-*+] )?\d{1,3} ?[-–] [A-Za-z@*_\[][^\n]{0,2000}"
_DASHED_LINE = late.compile(r"^([ \t]*)([-*+] )?(\d{1,3}) ?[-–] ", re.MULTILINE)


def _dotted(found: re.Match[str]) -> str:
    """Lines below each other with a number and a dash before their words, as a list: `1 - Ann: …` and `2 - Bo: …`."""
    return _DASHED_LINE.sub(lambda line: f"{line[1]}{line[2] or f'{line[3]}. '}", found[0])


# A pattern that begins with a letter is looked for fast, one that begins with a look behind is tried everywhere: so that comes second.
_RULES: tuple[Rule, ...] = (
    ("\\", late.compile(r"\\(?<!\\\\)(?=[-=+!#]|(?<=[-=]\\)>|(?<!~\\)~(?!\\?~)|[\[\]](?!\()|\. )"), ""),  # `\-\> Ann`, `\[ \]`, `1\. Ann`
    ("\nA", late.compile(r"\n([ \t]*A[IP]?) (?=\d{1,4}(?::\s|[ \t]{2,}[A-Z]|[ \t]?\([A-Z][^()\n\d]{1,60}\)[:\s]))"), r"\n\1"),  # `A 63 (Ann) …`
    ("] **", late.compile(r"^(\[\d\d?:\d\d(?::\d\d)?\]) \*\*([\w.-]{1,32})(?: [^*\n]{1,40})?(?::\*\*|\*\*:) ", re.MULTILINE), r"\1 <\2> "),
    ("ction (", late.compile(r"\b(Action) \((\d{1,4}[/.-]\d{1,4}[a-z]?)\)(?=[*_]{0,3}(?::| on ))"), r"\1 \2"),  # `**Action (40/2)** on Ann`
    ("TION A", late.compile(r"(ACTION:? A[IP]?) (?=\d{1,4}[:\s])"), r"\1"),
    (" - ", late.compile(rf"^{_DASHED}(?:\n{_DASHED})+", re.MULTILINE), _dotted),
    ("&nbsp;", late.compile(r"&nbsp;"), " "),
    ("\n'''", late.compile(r"(?<=\n)'{3,}[ \t]*(?=\n)"), "***"),
    ("'''''", late.compile(r"'''''"), "***"),
    ("'''", late.compile(r"'''"), "**"),
    ("****", late.compile(r"\*\*\*\*(?:(?<=[a-z]\*{4})(?=[a-z])|(?<=[A-Z]{2}\*{4})(?=[A-Z]{2}))"), ""),  # `**Ac****tion**`, set in two pieces
    ("****", late.compile(r"\*\*\*\*(?<=[^\s*]\*{4})(?=[^\s*])"), "** **"),
    ("''", late.compile(r"(?<![\w'*])''(?=[^\s'])([^'\n]{1,300})''(?!')"), r"*\1*"),
    ("<s", late.compile(r"</?(?:s|strike)>", re.IGNORECASE), "~~"),
    ("<del", late.compile(r"</?del>", re.IGNORECASE), "~~"),
    ("<sup>", late.compile(r"(?<=\d)\s?<sup>\s?(\w{1,4})\s?</sup>"), r"\1"),
    ("^", late.compile(r"(?<=\d)\\?\^(st|nd|rd|th|er|e)\\?\^"), r"\1"),
    (":`", late.compile(r"(\\ )?:(?P<role>[a-z][\w:+-]{1,30}):`(?P<roled>[^`\n]{1,300})`"), _span),
    ("]{", late.compile(r"\[(?P<words>[^\[\]\n]{0,500})\]\{(?P<attributes>[.#:\w][^{}\n]{1,200})\}"), _span),
    ("){", late.compile(r"(?<=\))\{(?:[.#:]|\w{1,20}=)[^{}\n]{1,200}\}"), ""),
    ("_check", late.compile(r":(?<![\w:]:)(?:white_check_mark|heavy_check_mark|ballot_box_with_check):(?!\w)"), "✅"),
    ("icon:", late.compile(r"icon:(?:check|check-circle|check-square|check-square-o|check-circle-o)\[[^\[\]\n]{0,100}\]"), "✅"),
    ("]#", late.compile(r"\[(?P<role>\.[\w.-]{1,40}|line-through|underline|overline)\]##?(?P<roled>[^#\n]{1,300})##?"), _span),
    ("<todo", late.compile(r"<todo(?:[ \t]+([^<>\n]{0,200}))?>([^<\n]{1,1000})</todo>", re.IGNORECASE), _template("dokuwiki todo")),
    ("{{task", late.compile(r"\{\{task(?: ([^{}\n]{0,500}))?\}\}([^{}\n]{1,1000})\{\{/task\}\}"), _template("xwiki task")),
    ("{{[[", late.compile(r"\{\{\[\[(TODO|DONE)\]\]\}\}(?=\s)"), _template("outline task")),
    ("{", late.compile(rf"{{(?<![{{\w]{{)({_ACTED})(?::}}|}}:?)(?=\s+\S)"), r"[\1]"),
    ("`", late.compile(rf"`(?:(?<=\n`)|(?<=[.!?;:>*+–—-] `)|(?<=\n\d\. `))({_ACTED}(?::`|`:|`(?=\s+[*_]{{0,3}}[A-Z@\[(])))(?=\s+\S)"), _unquoted),
    (":]", late.compile(rf"\[({_ACTED}):(?=\])"), r"[\1"),
    (":)", late.compile(rf"\(({_ACTED}):(?=\)\s)"), r"(\1"),
    ("{{", late.compile(r"\{\{([^{}|\n]{1,40})((?:\|[^{}|\n]{0,1000}){0,8})\}\}"), _template("mediawiki")),
    ("_right:", late.compile(r":(?:point|arrow)_right:"), "→"),
    ("%{", late.compile(r"^([ \t]*[#*-]{1,3} )%\{[^{}\n]{1,80}\}(\w[\w ]{1,20})%", re.MULTILINE), r"\1[\2]"),  # Textile: how it went, in its colour
    ("%{", late.compile(r"%\{[^{}\n]{1,80}\}([^\s%][^%\n]{0,300})%"), r"\1"),
    ("{color", late.compile(r"\{color(?::[^{}\n]{1,30})?\}"), ""),
    ("[[", late.compile(r"\[\[br\]\]", re.IGNORECASE), "<br>"),
    ("]] [[", late.compile(r"(?<=\]\]) (?=\[\[(?:User|Benutzer|Utilisateur):)"), ", "),
    ("]]", _LINKED_TASK, _people_behind),
    ("[-]", late.compile(r"^([ \t]*[-*+][ \t]+\[-\][ \t][^\n]{1,500}?)❌\ufe0f?[ \t]?(\d{4}-\d\d-\d\d)", re.MULTILINE), r"\1(cancelled \2)"),
    ("[[", _WIKI_LINK, _wiki_link),
    ("[http", late.compile(r"\[(?P<address>https?://[^\s\[\]|]{3,500}) (?P<words>[^\[\]\n]{1,200})\](?!\()"), _linked),
    ("|http", late.compile(r"\[(?P<words>[^\[\]|\n]{1,200})\|(?P<address>https?://[^\s\[\]|]{3,500})(?:\|[^\[\]\n]{0,60})?\]"), _linked),
    ("/people/", _CALLED, _people_before),
    ("/display/~", _CALLED, _people_before),
    ("](mailto:", _CALLED, _people_before),
    (") [", late.compile(rf"({_NAME_LINK}) (?={_NAME_LINK})"), r"\1, "),
    ("<@", late.compile(r"<@!?([A-Za-z][\w.-]{1,40})>"), r"@\1"),
    ("\\textbf{", late.compile(r"\\textbf\{([^{}\n]{1,500})\}"), r"**\1**"),
    ("\\", late.compile(r"\\(?:emph|textit|underline)\{([^{}\n]{1,500})\}"), r"*\1*"),
    ("[~", late.compile(r"\[~(?:accountid:)?([\w.@-]{1,60})\]"), r"@\1"),
    ("`_", late.compile(r"`(?P<words>[^`<>\n]{1,200}) <(?P<address>[^<>\s`]{1,500})>`__?"), _linked),
    ("`_", late.compile(r"`([^`<>\n]{1,200})`__?(?!\w)"), r"\1"),
    ('":http', late.compile(r"\"(?P<words>[^\"\n]{1,200})\":(?P<address>https?://[^\s\"]{3,500}[^\s\".,;:)])"), _linked),
    ("== ", late.compile(r"(?<![(<\"\[\w])(?:link:)?(?P<address>https?://[^\s\[\]()<>]{3,500})\[(?P<words>[^\[\]\n^]{1,200})\^?\](?!\()"), _linked),
    ("\\|", late.compile(r"^\\\|[^\n]{1,2000}\\\|$", re.MULTILINE), _unescaped),
    ("%", late.compile(rf"%(?:{_COLOURS})%"), ""),
    ("%ACTION", late.compile(r"%ACTION(?:\{([^{}\n]{0,400})\})?%[ \t]?([^%\n]{0,2000})"), _template("twiki action")),
    ("Main.", late.compile(r"(?<![\w.])Main\.([A-Z]\w{2,40})"), _template("twiki name")),
)


_SPELLING = Rules(_RULES)


_POINTED = late.compile(r"\n([ \t]*)>> ?(?=[A-Z@][\w.'’-]{0,30}(?:(?:,| and| &|/| \+) ?[A-Z@][\w.'’-]{0,30}){0,4}(?:: | to )\S)")
"""An arrow of two signs before whom a task is for; in a mail it is what somebody quotes: there others stand with one."""


def respelt(text: str) -> str:
    """The text with the markup of others spelt as Markdown's."""
    text = _POINTED.sub(r"\n\1→ ", text) if text.count(">> ") > 1 and "\n> " not in text else text
    return respelt_lines(_SPELLING.apply(text))
