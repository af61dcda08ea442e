"""Words in the markup of wikis, LaTeX and reStructuredText, as Markdown would write them."""

from __future__ import annotations

import re

from tcsg import late

_USER = late.compile(r"\[\[(?:user|benutzer(?:in)?|utilisateur)(?:[ _]talk)?:([^\[\]|]{1,80})(?:\|([^\[\]|]{1,80}))?\]\]", re.IGNORECASE)
"""A person as a wiki links one: `[[User:SLee|Sam Lee]]`."""
_LABELLED = late.compile(r"\[\[[^\[\]|]{1,300}\|([^\[\]|]{1,200})\]\]")
_POINTED = late.compile(r"\[\[([^\[\]]{1,500})\]\[([^\[\]]{1,200})\]\]")
"""A link of org mode and some wikis: `[[https://…][the list]]`."""
_CALLED = late.compile(
    r"\[~([A-Za-z][\w.@-]{1,60})\]|<@!?([A-Za-z][\w.-]{1,40})>|\{\{(?:user|u|ping|reply to|re|@)\|([^{}|]{1,60})(?:\|[^{}]{0,80})?\}\}",
    re.IGNORECASE,
)
"""A person as a tracker, a chat or a template names one: `[~slee]`, `<@slee>`, `{{ping|SLee}}`."""
_COLOUR = late.compile(r"%(?:RED|GREEN|BLUE|ORANGE|YELLOW|PURPLE|MAROON|NAVY|TEAL|GR[AE]Y|BLACK|SILVER|ENDCOLOU?R)%|\{colou?r(?::[^{}]{1,30})?\}")
_MACRO = late.compile(r"%(ACTION|TODO)%")
_ITALIC = late.compile(r"''([^'`]{1,400})''")
_SET = late.compile(r"\\(textbf|textit|emph|underline)\{([^{}]{1,500})\}")
_ITEM = late.compile(r"\\item\b\s*(?:\[([^\[\]]{1,60})\])?\s*")
_FRAMED = late.compile(r"\\(?:begin|end)\{[\w*]{1,30}\}(?:[\[{][^\[\]{}]{0,60}[\]}]){0,3}$")
_DIRECTIVE = late.compile(r"\.\. (todo|action|task)::\s*", re.IGNORECASE)
_TITLE = late.compile(r"^={2,6}[^=\n]{1,200}={2,6}[ \t]*$", re.MULTILINE)
_COUNTED = late.compile(r"^[*:]{0,4}#[#*:]{0,5}(?=[ \t]*[^\s#*:])", re.MULTILINE)
_RUN = late.compile(r"^[*:]{0,4}#[#*:]{0,5}[ \t]*[^\s#].*\n[*:]{0,4}#[#*:]{0,5}[ \t]*[^\s#]", re.MULTILINE)


def counted(text: str) -> str:
    """The text with the numbered lists of a wiki as bullets: `# Ann to row`, which Markdown takes for a title."""
    if "==" not in text or "\n#" not in text:
        return text
    titles = sum(1 for _ in _TITLE.finditer(text))
    if not titles or (titles < 2 and _RUN.search(text) is None):
        return text
    return _COUNTED.sub(lambda marks: marks[0].replace("#", "*") if marks[0][-1] != ":" else f"{'  ' * len(marks[0])}", text)


def may_have_markup(body: str) -> bool:
    """Whether a line may have such markup, as few have."""
    return (
        "[[" in body
        or "[~" in body
        or "{" in body
        or "%" in body
        or "''" in body
        or "<@" in body
        or body[:5] in ("\\item", ".. to", ".. ac", ".. ta")
    )


def as_markdown(body: str) -> str:
    """The words of a line with their markup as Markdown has it."""
    if "[[" in body:
        body = _USER.sub(lambda user: user[2] or _handle(user[1]), body)
        body = _POINTED.sub(lambda link: f"[{link[2]}]({link[1]})" if "://" in link[1] and " " not in link[1] else link[2], body)
        body = _LABELLED.sub(r"\1", body)
    if "[~" in body or "{{" in body or "<@" in body:
        body = _CALLED.sub(lambda called: _handle(called[1] or called[2] or called[3]), body)
    if "%" in body or "{color" in body or "{colour" in body:
        body = _MACRO.sub(r"\1", _COLOUR.sub("", body))
    if "''" in body:
        body = body.replace("'''", "**")
        body = _ITALIC.sub(r"*\1*", body)
    if body[:1] == ".":
        body = _DIRECTIVE.sub(lambda named: f"{named[1].upper()}: ", body, count=1)
    return _latex(body) if "\\" in body else body


def _handle(name: str) -> str:
    """The name of an account as a handle; one of several words is a name."""
    name = name.replace("_", " ").strip()
    return name if " " in name else f"@{name}"


def _latex(body: str) -> str:
    if _FRAMED.match(body):
        return ""
    body = _SET.sub(lambda words: f"**{words[2]}**" if words[1] == "textbf" else f"*{words[2]}*", body)
    item = _ITEM.match(body)
    return f"- {f'**{item[1]}** ' if item[1] else ''}{body[item.end() :]}" if item else body
