"""The draft of a self-assessment, for `tcsg report`: from a desk to its Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tcsg.cli.plan import planned
from tcsg.reading.text import decode
from tcsg.workspace import MINUTES, loose_file, ready_made

if TYPE_CHECKING:
    from tcsg.cli.desk import Desk

OWN = "_self-assessment.md"
"""The template that a committee keeps beside its minutes."""


def self_assessment(desk: Desk, template: Path | None = None) -> str:
    """The draft; `template` is another scheme's form, by default the committee's own, else that of the Technician Commitment."""
    from tcsg.output.assessment import filled, read_scheme
    from tcsg.plan.assessment import answers
    from tcsg.plan.claims import Sources
    from tcsg.reading.themes import SETS, USUAL

    minutes, carried = desk.carried(strict=False)
    plans, found = planned(desk, carried)
    texts = {s.path: decode(s.data, s.path).split("\n") for s in desk.sources if s.path in {m.path for m in minutes}}
    page, name = _template(desk, template)
    scheme, body = read_scheme(page, name)
    sources = Sources(plans, found, carried, minutes, texts, desk.committee, desk.today)
    themes = desk.committee.themes or SETS[USUAL]
    return filled(body, name, answers(sources, scheme), themes, desk.today)


def _template(desk: Desk, given: Path | None) -> tuple[str, str]:
    """The text of the template that counts, and its name."""
    own = desk.workspace.root / MINUTES / OWN
    if given is None and not own.is_file():
        return ready_made("self-assessment.md"), "self-assessment.md"
    source = loose_file(given or own, desk.limits)
    return decode(source.data, source.path), source.path
