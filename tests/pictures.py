"""Make the pictures of the README from what the program prints: `python tests/pictures.py`."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from html import escape, unescape
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME, SVG_EXPORT_THEME
from rich.text import Text

from tcsg.cli import main

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".github" / "pictures"
THEMES = {"light": DEFAULT_TERMINAL_THEME, "dark": SVG_EXPORT_THEME}
COMMAND = "tcsg actions --owner AHR --today 2020-03-01 --meeting 8"
WIDTH = 84
CELL = 12.2
"""The width of a character in rich's pictures."""
_RUN = re.compile(r'<text(?P<style> class="[^"]*-r\d+") x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)"[^>]*>(?P<words>[^<]*)</text>')

# The reader's own font: a picture that fetches one tells a stranger who reads the page.
FORMAT = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
FORMAT = re.sub(r"<!--.*?-->\s*", "", FORMAT)
FORMAT = FORMAT.replace("font-family: Fira Code, monospace", "font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace")


@contextmanager
def _columns(width: int) -> Iterator[None]:
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = str(width)
    yield
    del os.environ["COLUMNS"]
    if before is not None:
        os.environ["COLUMNS"] = before


def picture(shade: str) -> str:
    """The terminal after COMMAND as SVG, on a light or a dark ground."""
    printed = io.StringIO()
    with _columns(WIDTH), redirect_stdout(printed):
        code = main([*COMMAND.split()[1:], "-C", str(ROOT), "--format", "table", "--color", "always"])
    if code:
        raise SystemExit(code)
    console = Console(file=io.StringIO(), width=WIDTH, record=True, force_terminal=True, legacy_windows=False)
    console.print(Text.from_ansi(f"$ {COMMAND}\n{printed.getvalue().rstrip()}"))
    svg = console.export_svg(title="tcsg", theme=THEMES[shade], code_format=FORMAT, unique_id=f"tcsg-{shade}")
    svg = _RUN.sub(_placed, svg).replace("rgba(255,255,255,0.35)", "rgba(128,128,128,0.5)")  # an edge on either ground
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def _placed(run: re.Match[str]) -> str:
    """Each part of a run of text at its own column, for not every viewer keeps spaces, or has a font of the width assumed."""
    words = unescape(run["words"]).replace("\xa0", " ")
    x, parts = float(run["x"]), re.finditer(r"\S+(?: \S+)*", words)
    return "".join(
        f'<text{run["style"]} x="{x + CELL * part.start():g}" y="{run["y"]}" textLength="{CELL * len(part[0]):g}">{escape(part[0])}</text>'
        for part in parts
    )


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in THEMES:
        (FOLDER / f"actions-{name}.svg").write_text(picture(name), encoding="utf-8")
