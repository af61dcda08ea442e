"""The pages of the manual, which come with the program."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parents[1] / "guide"


def guide_pages() -> dict[str, str]:
    """The Markdown of every page by its name, in the order of the names."""
    return {path.stem: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.md"))}
