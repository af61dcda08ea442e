"""The pictures of the README are what the program prints, and ask nobody for anything."""

from __future__ import annotations

import re
from html import unescape

import pytest
from pictures import FOLDER, ROOT, THEMES, picture


def _shown(svg: str) -> list[str]:
    """The words of a picture in their order; how they are set may differ with rich's version."""
    return [unescape(words) for words in re.findall(r"<text[^>]*>([^<]*)</text>", svg)]


@pytest.mark.parametrize("shade", THEMES)
def test_a_picture_is_what_its_script_makes(shade: str) -> None:
    kept = (FOLDER / f"actions-{shade}.svg").read_text(encoding="utf-8")
    assert _shown(kept) == _shown(picture(shade)), "run python tests/pictures.py"
    assert any("Ailish Harikae (AHR)" in words for words in _shown(kept))


@pytest.mark.parametrize("shade", THEMES)
def test_a_picture_fetches_nothing(shade: str) -> None:
    kept = (FOLDER / f"actions-{shade}.svg").read_text(encoding="utf-8")
    assert re.findall(r"https?://[^\"' >]*", kept.replace("http://www.w3.org/2000/svg", "")) == []
    assert re.findall(r"url\((?!#)|@import|<image|<script", kept) == []


def test_the_pictures_differ_in_their_ground_and_the_readme_shows_both() -> None:
    light, dark = ((FOLDER / f"actions-{shade}.svg").read_text(encoding="utf-8") for shade in THEMES)
    assert light != dark
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f".github/pictures/actions-{shade}.svg" in readme for shade in THEMES)
