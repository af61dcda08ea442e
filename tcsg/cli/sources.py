"""One file read: the minutes in it, or the register."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from tcsg.errors import CommitteeError, MinutesError
from tcsg.model import Committee, Place
from tcsg.workspace import COMMITTEE

if TYPE_CHECKING:
    from tcsg.model import Limits, Minutes
    from tcsg.workspace import SourceFile, Workspace

UNDATED = "the minutes tell no date; add `date: 2024-06-17` to the front matter, or name the file 2024-06-17.md"


def read_committee(workspace: Workspace) -> Committee:
    """The register of a workspace."""
    data = workspace.committee_bytes()
    return Committee() if data is None else load_register(data)


def load_register(data: bytes) -> Committee:
    """The register of these bytes."""
    from tcsg.reading.committee import load_committee
    from tcsg.reading.text import decode

    return load_committee(normalize("NFC", decode(data, COMMITTEE, CommitteeError)), COMMITTEE)


def read_source(source: SourceFile, committee: Committee, *, dated: bool) -> Minutes:
    """Read one minutes file; MinutesError when it is broken, or `dated` is asked and it tells no date."""
    from tcsg.reading.minutes import read_minutes
    from tcsg.reading.text import decode

    text = normalize("NFC", decode(source.data, source.path))  # a name is one name, however its accents are stored
    minutes = read_minutes(text, source.path, source.sha256, committee)
    _refuse_long(minutes, text, committee.limits)
    if dated and minutes.day is None:
        raise MinutesError(UNDATED, Place(source.path, 1))
    return minutes


def _refuse_long(minutes: Minutes, text: str, limits: Limits) -> None:
    """Refuse a mention whose lines hold more than an action may: a reader of it would be shown a part, and told nothing."""
    lines = text.split("\n") if len(text) > limits.action_characters else []
    for mention in minutes.mentions if lines else ():
        length = sum(map(len, lines[mention.line - 1 : mention.end_line]))
        if length > limits.action_characters:
            said = f"an action of {length:,} characters, more than {limits.action_characters:,}, the limit; is a paragraph taken for one?"
            raise MinutesError(f"{said} `limits: {{action_characters: …}}` in committee.yaml sets another", Place(minutes.path, mention.line))
