"""Boxes whose title says that they hold actions, as AsciiDoc, MkDocs, Docusaurus and notebooks write them, spelt as marks or titles.

A box with one paragraph is one action: `.Action` above `====`, `!!! todo "Action"`, `:::tip Action`. What holds a list keeps its title.
"""

from __future__ import annotations

import re

from tcsg import late

_CALLED = r"Actions?(?:[ -]?(?:items?|points?))?|To-?dos?|Tasks?|Aufgaben?|T[âa]ches?"
_OF = r"(?::[ \t]*([^\n\"]{1,60}))?"
"""Whose it is, behind the title: `.Action: Ann`."""
_BODY = r"((?:[^\n]{0,2000}\n){1,60}?)"
_ROLE = r"(?:\[[^\[\]\n]{1,60}\]\n)?"
_EDGE = r"(={4,}|-{2,}|\*{4,}|_{4,})[ \t]*\n"
_INDENTED = r"((?:(?: {4}|\t)[^\n]{1,2000}\n(?:\n(?= {4}|\t))?){1,40})"
_PATTERNS = (
    (  # AsciiDoc: `.Action` above a block, with `[TIP]` before or behind
        "\n.",
        late.compile(rf"\n{_ROLE}\.({_CALLED}){_OF}[ \t]*\n{_ROLE}{_EDGE}{_BODY}\3[ \t]*(?=\n)", re.IGNORECASE),
    ),
    (  # AsciiDoc: above a paragraph
        "\n.",
        late.compile(rf"\n{_ROLE}\.({_CALLED}){_OF}[ \t]*\n({_ROLE})((?=[^\s=\[.*+|,!-])(?:[^\n]{{1,2000}}\n){{1,20}}?)(?=\n)", re.IGNORECASE),
    ),
    (  # Docusaurus and notebooks
        "\n:::",
        late.compile(rf"\n(:{{3,6}})[ \t]*\{{?[a-z]{{2,20}}\}}?[ \t]+\[?({_CALLED}){_OF}\]?[ \t]*\n{_BODY}\1[ \t]*(?=\n)", re.IGNORECASE),
    ),
    (  # MkDocs, its body further in
        '"',
        late.compile(rf"\n(!!!|\?\?\?\+?)[ \t]+[a-z]{{2,20}}[ \t]+\"({_CALLED}){_OF}\"[ \t]*\n\n?{_INDENTED}", re.IGNORECASE),
    ),
)
_LISTED = late.compile(r"(?:^|\n)[ \t]*(?:[-*+•.]{1,3}|\d{1,3}[.)])[ \t]")


_LABEL = late.compile(r"(?<=\n)((?:[ \t]*>)+)[ \t]*\[![A-Za-z]{2,20}\][+-]?[ \t]*(?=\n)")
"""`> [!NOTE]`, which only tells in which colour a quotation is drawn."""


def unlabelled(text: str) -> str:
    """The text without what tells the kind of a callout on a line of its own, as GitHub and notebooks write it."""
    return _LABEL.sub(r"\1", text)


def unboxed(text: str) -> str:
    """The text with such boxes spelt as marks or titles; no line is added or taken away."""
    for sign, pattern in _PATTERNS:
        if sign in text:
            text = pattern.sub(_spelt, text)
    return text


def _spelt(found: re.Match[str]) -> str:
    """One box: its edges are blank lines."""
    groups = found.groups()
    title, owner = groups[:2] if found[1][0] not in ":!?" else groups[1:3]
    body = "\n".join(line.strip() if found[1][0] in "!?" else line for line in groups[3].split("\n")[:-1])
    inner = body.strip("\n")
    before = found.start(4) - found.start()
    above, below = found[0].count("\n", 0, before), found[0].count("\n", before + len(groups[3])) + 1
    if _LISTED.search(inner) or "\n\n" in inner:
        head = "\n" * (above - 1) + f"**{title}{f' {owner}' if owner else ''}**\n" if above > 1 else f"\n**{title}**\n"
        return f"{head}{body}" + "\n" * below
    mark = f"ACTION{f' ({owner.strip()})' if owner else ''}: "
    lead = len(body) - len(body.lstrip("\n"))
    return "\n" * (above + lead) + mark + body[lead:].lstrip(" ") + "\n" * below
