"""What a package of the system has beside the program: the man page and the scripts for the Tab key, made from the command line itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import typer

from tcsg import __version__
from tcsg.cli.app import VERBS, build, load
from tcsg.cli.options import PANEL, global_options
from tcsg.cli.reference import called

_ENVIRONMENT = {
    "TCSG_TODAY, SOURCE_DATE_EPOCH": "The day that counts as today, as YYYY-MM-DD or in seconds, where --today is not given.",
    "NO_COLOR, FORCE_COLOR": "Whether to color the output, where --color is not given.",
    "COLUMNS": "The width of the terminal.",
    "TCSG_HYPERLINK": "What a place on the terminal links to: file, kitty, vscode, cursor, textmate, none, or an address with {path} and {line}.",
    "XDG_STATE_HOME": "Where what `tcsg undo` needs is kept.",
}
_FILES = {
    "minutes/": "The minutes, one Markdown file a meeting; the nearest folder above that holds it is the committee's.",
    "minutes/ledger.yaml": "The record of all actions, written by tcsg.",
    "minutes/committee.yaml": "The committee's people, calendar and customs, written by hand; `tcsg guide committee` lists the keys.",
}
_EXIT = {
    "0": "The command ran to its end.",
    "1": "Findings, of `check` and of options called --check.",
    "2": "The command could not run: usage, broken input, a lock, a full disk.",
    "3": "A bug in tcsg; please report it.",
    "130, 141, 143": "Interrupted; whoever read the output has gone; terminated.",
}
_EXAMPLES = ("tcsg carry", "tcsg actions --owner KK --overdue", "tcsg show A8.3 --why", "tcsg check --grace-days 7", "tcsg import minutes.docx")


def man_page() -> str:
    """The manual page tcsg(1), in roff with the macros of man(7)."""
    context: Any = typer.Context(build())
    parts = [f'.TH TCSG 1 "" "tcsg {__version__}" "User Commands"\n.nh\n.ad l\n']
    parts += [".SH NAME\n", "tcsg \\- track the action items that a committee records in its plain\\-text minutes\n"]
    parts += [".SH SYNOPSIS\n", ".B tcsg\n[\\fIOPTIONS\\fR] \\fICOMMAND\\fR [\\fIARGUMENTS\\fR]\n"]
    parts += [".SH DESCRIPTION\n", _words(f"{build().help} Without a command it says how things stand. The manual is read with `tcsg guide`.")]
    parts += [".SH OPTIONS\nThey are known before the command and after it.\n", *(_option(o, context) for o in global_options())]
    panel = None
    for verb in VERBS:
        parts += [f".SH {_text(verb.panel.upper())}\n"] if verb.panel != panel else []
        panel = verb.panel
        parts.append(_verb(load(verb), verb.name, context))
    for title, listed in (("EXIT STATUS", _EXIT), ("ENVIRONMENT", _ENVIRONMENT), ("FILES", _FILES)):
        parts += [f".SH {title}\n", *(_entry(name, words) for name, words in listed.items())]
    parts += [".SH EXAMPLES\n.nf\n", *(f"{_text(line)}\n" for line in _EXAMPLES), ".fi\n"]
    return "".join(parts)


def completion(shell: str) -> str:
    """The script for the Tab key in bash, zsh or fish, as the shell's own folder for such scripts wants it."""
    from typer import completion as shells  # it exports the function, if not by name

    script: str = (
        shells.get_completion_script(  # type: ignore[attr-defined]
            prog_name="tcsg", complete_var="_TCSG_COMPLETE", shell=shell
        ).strip()
        + "\n"
    )
    if shell == "zsh":
        # zsh loads the file at the first Tab, and is to answer that one too.
        again = 'if [[ $zsh_eval_context[-1] == loadautofunc ]]; then\n  _tcsg_completion "$@"\nelse\n  compdef _tcsg_completion tcsg\nfi\n'
        script = script.replace("compdef _tcsg_completion tcsg\n", again)
    return script


PACKAGED: dict[str, Callable[[], str]] = {
    "man/man1/tcsg.1": man_page,
    "bash-completion/completions/tcsg": lambda: completion("bash"),
    "zsh/site-functions/_tcsg": lambda: completion("zsh"),
    "fish/vendor_completions.d/tcsg.fish": lambda: completion("fish"),
}
"""Each file by its path below `share/`, and how it is made."""


def _verb(command: Any, name: str, context: Any) -> str:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and p.rich_help_panel != PANEL and p.name != "help"]
    usage = " ".join([f"\\fBtcsg {_text(name)}\\fR", *(["[\\fIOPTIONS\\fR]"] if options else []), *(_text(called(a)) for a in arguments)])
    listed = [_entry(called(a), a.help) for a in arguments if a.help] + [_option(o, context) for o in options]
    return f".SS {_text(name)}\n{usage}\n.PP\n{_words(command.help or '')}{''.join(listed)}"


def _option(option: Any, context: Any) -> str:
    value = "" if option.is_flag else f" {option.metavar or option.type.get_metavar(option, context) or option.type.name.upper()}"
    return _entry(", ".join(f"{name}{value}" for name in option.opts), option.help or "")


def _entry(name: str, words: str) -> str:
    return f".TP\n\\fB{_text(name)}\\fR\n{_words(words)}"


def _words(text: str) -> str:
    """Paragraphs; what stands between backticks is bold, as what is typed."""
    paragraphs = (_text(" ".join(part.split())) for part in text.split("\n\n") if part.strip())
    return "\n.sp\n".join(re.sub(r"`([^`]*)`", r"\\fB\1\\fR", part) for part in paragraphs) + "\n"


def _text(text: str) -> str:
    """The text as roff takes it for text."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...").replace("–", "\\(en")
    return f"\\&{escaped}" if escaped[:1] in (".", "'") else escaped
