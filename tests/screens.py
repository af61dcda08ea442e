"""Take the README's pictures of the report, in a real browser: `python tests/screens.py`."""

from __future__ import annotations

import contextlib
import io
import tempfile
from pathlib import Path

from browser import Browser, opened
from years import TODAY, files

from tcsg.cli import main

FOLDER = Path(__file__).parents[1] / ".github" / "pictures"
WIDTH = 1000
PARTS = {"report": (0, 760), "threads": (0, 640)}
"""Name of each picture: the pixels above its place that are shown, and how high it is."""


def _page(folder: Path) -> Path:
    for path, text in files().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    page = folder / "report.html"
    with contextlib.redirect_stderr(io.StringIO()):
        code = main(["-C", str(folder), "--today", TODAY, "report", "-o", str(page)])
    if code:
        raise SystemExit(code)
    return page


def _take(browser: Browser, page: Path, name: str, shade: str) -> None:
    above, high = PARTS[name]
    browser.look(page, WIDTH, high, shade)
    browser.run("document.documentElement.style.overflow = 'hidden'")
    browser.run(f"const e = document.getElementById('{name}'); scrollTo(0, e ? e.getBoundingClientRect().top + scrollY - {above} : 0)")
    browser.shot(FOLDER / f"{name}-{shade}.png")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, opened() as chromium:
        made = _page(Path(folder))
        for part in PARTS:
            for ground in ("light", "dark"):
                _take(chromium, made, part, ground)
