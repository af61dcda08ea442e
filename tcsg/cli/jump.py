"""Links from `path:line` on a terminal to the editor: OSC 8, where the terminal is known to take it.

https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda tells how; what a terminal does not know, it may show as it is.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tcsg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tcsg.cli.terminal import Terminal
    from tcsg.output.text import Jump

SWITCH = "TCSG_HYPERLINK"
FORMS = {
    "file": "file://{host}{path}",
    "kitty": "file://{host}{path}#{line}",
    "vscode": "vscode://file{path}:{line}",
    "cursor": "cursor://file{path}:{line}",
    "textmate": "txmt://open?url=file://{path}&line={line}",
}
"""What is opened, by the names that other programs give these forms; `none` is no link."""
_KNOWN_TERMS = ("alacritty", "contour", "foot", "rio", "wezterm", "xterm-ghostty", "xterm-kitty")
_KNOWN_PROGRAMS = ("ghostty", "hyper", "iterm.app", "tabby", "vscode", "warpterminal", "wezterm", "zed")
_FIRST_VTE = 5100
"""GNOME's terminals: links from 0.50 on, whose first release crashed at them."""


def jump_to(root: Path, screen: Terminal) -> Jump | None:
    """The address of a line of a file below `root`; None where links are not to be shown.

    TCSG_HYPERLINK names a form, or is one with `{path}`, `{line}` and `{host}`; UsageError when it is neither.
    """
    asked = os.environ.get(SWITCH, "")
    if not screen.interactive or not screen.color or asked == "none" or not (asked or takes_links(os.environ)):
        return None
    form = FORMS.get(asked, asked) or FORMS[_usual(os.environ)]
    if "{path}" not in form:
        raise UsageError(f"{SWITCH} is one of {', '.join(FORMS)} and none, or an address with {{path}} and {{line}}, not {asked!r}")

    def address(path: str, line: int) -> str:
        # Lazy: only for a link.
        from platform import node
        from urllib.parse import quote

        whole = (root / path).absolute().as_posix()
        told = {"{path}": quote(whole if whole.startswith("/") else f"/{whole}"), "{line}": str(line), "{host}": quote(node())}
        out = form
        for name, value in told.items():
            out = out.replace(name, value)
        return out

    return address


def takes_links(env: Mapping[str, str]) -> bool:
    """Whether the terminal of an environment is one that is known to take links; within tmux and screen it is not known."""
    term, program = env.get("TERM", ""), env.get("TERM_PROGRAM", "").lower()
    if term.startswith(("screen", "tmux", "dumb")):
        return False
    vte = env.get("VTE_VERSION", "")
    return (
        term.startswith(_KNOWN_TERMS)
        or program in _KNOWN_PROGRAMS
        or bool(env.get("WT_SESSION") or env.get("DOMTERM"))
        or (vte.isdigit() and int(vte) >= _FIRST_VTE)
    )


def _usual(env: Mapping[str, str]) -> str:
    """The form that the terminal itself makes most of."""
    if env.get("TERM_PROGRAM") == "vscode":
        return "vscode"
    return "kitty" if env.get("TERM") == "xterm-kitty" else "file"
