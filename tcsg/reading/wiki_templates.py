"""What templates of wikis say: the state of a task, or a task with whom it is for and when it is due."""

from __future__ import annotations

import re

from tcsg import late

_STATES = frozenset(
    "done|doing|not done|undone|partly done|partially done|in progress|on hold|declined|cancelled|canceled|resolved|fixed|pending|open|closed"
    "|completed|complete|ongoing|wip|to do|stalled|deferred|postponed|dropped|wontfix|won't fix|superseded"
    "|fait|en cours|à faire|annulé|erledigt|offen|in arbeit|verschoben|gestrichen".split("|")
)
_TICKS = frozenset("tick y yes check checked ✓ ✔ ok ja oui".split())
_ACTIONS = frozenset("action|action item|actionitem|action point|ai|ap|todo|to-do|to do|task|aufgabe|tâche".split("|"))
_STATES_DONE = frozenset(("done", "closed", "completed"))
_STRUCK = frozenset("s strike del struck".split())
_SHOWN = frozenset("u user u1 reply to ping nick nowrap small big mark highlight color colour font underline tt em strong b i".split())
_WHO = frozenset("who owner owners assignee assigned assigned_to person by for responsible user wer qui".split())
_WHEN = frozenset("due when date deadline by_when until bis fällig quand échéance".split())
_WHAT = frozenset("1 text what task description action was quoi".split())
_STATE = frozenset("state status".split())
_ATTRIBUTE = late.compile(r"(\w{1,20})\s*=\s*\"([^\"]{0,200})\"")
_OPTION = late.compile(r"(?P<sign>[@#])(?P<who>[^\s:<>@#]{0,60})(?::(?P<when>\d{4}-\d\d-\d\d))?|due:(?P<due>\S{4,20})")
"""What the plugin of DokuWiki says of a task: whose it is behind `@`, who has done it behind `#`, and when it is due."""
_ENDED = late.compile(r"(?:done|closed|completed?|finished|fixed|cancell?ed|dropped|erledigt|fait)\b(?! by\b)", re.IGNORECASE)
"""What the last field of a template says that is no time."""
_HUMP = late.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_NAMES = 4
"""Words of a field that may name owners."""


def _mediawiki(found: re.Match[str]) -> str:
    """What a template of MediaWiki says, in the words of minutes; one that is not known stays as it is."""
    name, fields = found[1].strip().casefold().replace("_", " "), found[2].split("|")[1:]
    if name in _STATES:
        return f"({name})"
    if name in _TICKS and not fields:
        return "✅"
    if name in _ACTIONS:
        return _task(fields)
    if name in _STRUCK and fields:
        return f"~~{fields[-1].strip()}~~"
    return fields[-1].partition("=")[2].strip() or fields[-1].strip() if name in _SHOWN and fields else found[0]


def _task(fields: list[str]) -> str:
    """A task from the fields of a template: `{{Action|Ann|ring the bank|due=3 May}}`."""
    named = {key.strip().casefold(): value.strip() for key, is_named, value in (field.partition("=") for field in fields) if is_named}
    placed = [field.strip() for field in fields if "=" not in field and field.strip()]
    who, what, when, state = (next((v for k, v in named.items() if k in keys and v), "") for keys in (_WHO, _WHAT, _WHEN, _STATE))
    if not who and not what and len(placed) > 1 and len(placed[0].split()) <= _NAMES:
        who, *placed = placed
    if not what:
        what, *placed = placed or [""]
    told = placed[0] if placed and not state else ""
    if told and _ENDED.match(told):
        state, told = told, ""  # `{{ToDo|Ann|ring the bank|done in the meeting}}`
    when = when or told
    return _stated(who, what, when, state)


def _stated(who: str, what: str, when: str, state: str) -> str:
    return f"ACTION: {who + ': ' if who else ''}{what}{f' (due {when})' if when else ''}{f' ({state})' if state else ''}".rstrip()


def _twiki_action(found: re.Match[str]) -> str:
    """An action of TWiki: `%ACTION{who="Main.AnnBell" due="3 May 2011"}% Ring the bank`."""
    said = {key.casefold(): value for key, value in _ATTRIBUTE.findall(found[1] or "")}
    who = ", ".join(_HUMP.sub(" ", one.strip().rpartition(".")[2]) for one in said.get("who", "").split(","))
    state = "done" if said.get("state", "").casefold() == "closed" or said.get("closed") else ""
    return _stated(who, found[2].strip(), said.get("due", ""), state)


def _twiki_name(found: re.Match[str]) -> str:
    """The name of a person's page: `Main.AnnBell`."""
    return _HUMP.sub(" ", found[1])


def _doku_todo(found: re.Match[str]) -> str:
    """A task of DokuWiki: `<todo @ann due:2018-03-01>Ring the bank</todo>`, `<todo #ann:2018-02-03>…` once Ann has done it."""
    told = list(_OPTION.finditer(found[1] or ""))
    named = [f"@{one['who']}" for one in told if one["sign"] == "@" and one["who"]]
    by = [f"@{one['who']}" for one in told if one["sign"] == "#" and one["who"] and not one["who"][0].isdigit()]
    when = next((one["due"] for one in told if one["due"]), "")
    return _stated(", ".join(named or by), found[2].strip(), when, "done" if any(one["sign"] == "#" for one in told) else "")


def _xwiki_task(found: re.Match[str]) -> str:
    """A task of XWiki: `{{task assignee="XWiki.AnnBell" deadline="2018/03/01" status="Done"}}Ring the bank{{/task}}`."""
    said = {key.casefold(): value for key, value in _ATTRIBUTE.findall(found[1] or "")}
    who = ", ".join(_HUMP.sub(" ", one.strip().rpartition(".")[2]) for one in said.get("assignee", "").split(","))
    done = said.get("status", "").casefold() in _STATES_DONE or said.get("completedate", "")
    return _stated(who, found[2].strip(), said.get("deadline", "").partition(" ")[0].replace("/", "-"), "done" if done else "")


def _outline_task(found: re.Match[str]) -> str:
    """The state of a task in an outliner: `{{[[TODO]]}} Ring the bank`."""
    return "ACTION: [DONE]" if found[1].startswith("DONE") else "ACTION:"


KINDS = {
    "mediawiki": _mediawiki,
    "twiki action": _twiki_action,
    "twiki name": _twiki_name,
    "dokuwiki todo": _doku_todo,
    "xwiki task": _xwiki_task,
    "outline task": _outline_task,
}
"""What each kind of template says, by its name."""
