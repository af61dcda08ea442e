"""The words by which plans and self-assessments are read: headings, questions of forms, columns of tables."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from tcsg.plan.values import Topic
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Mapping


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split(" | "))


HEADS: tuple[tuple[Topic, re.Pattern[str]], ...] = tuple(
    (topic, re.compile(pattern))
    for topic, pattern in (
        (Topic.CONTEXT, r"(?:the |our )?(?:context|organisation|organization|institution|profile of .*|about us|background)$"),
        (Topic.DEFINITION, r"(?:the )?(?:definition\b.*|who .* are|how we define .*)$"),
        (Topic.NUMBERS, r"(?:the )?numbers?(?: of .*)?$|how many\b.*"),
        (Topic.VOICE, r".*\bvoice\b.*|consultation\b.*|how .* were heard$"),
        (Topic.PUBLICATION, r"publication$|where .* published$"),
        (Topic.SIGNED, r"sign(?:ed|[- ]?off|atures?)\b.*|endorsements?$"),
        (Topic.BEFORE, r".*\b(?:prior to|already in place|before (?:we |becoming|joining|signing|the plan)|what there was)\b.*"),
        (Topic.ONGOING, r".*\b(?:on-?going|still|in progress|under ?way|continuing work)\b.*"),
        (
            Topic.SINCE,
            r".*\b(?:progress|achieve\w*|successes|so far|to date|delivered|completed|since (?:becoming|joining|signing)|last plan)\b.*",
        ),
        (Topic.SINCE, r".*\b(?:last|previous) action plan\b.*|.*\bhas the impact been\b.*|what (?:we have|has been) done\b.*"),
        (Topic.EXPECTED, r"(?:expected |intended )?(?:impacts?|outcomes?|evidence|measures?|success (?:criteria|measures))$"),
        (Topic.PLAN, r".*\b(?:plan|actions?|commitments?|objectives?|goals?|priorities|aims|we will|next steps)\b.*"),
        (Topic.SINCE, r".*\binitiatives\b.*"),
    )
)
"""What a heading opens; the first that fits counts."""

ASKS: tuple[tuple[Topic, re.Pattern[str]], ...] = tuple(
    (topic, re.compile(pattern))
    for topic, pattern in (
        (Topic.VOICE, r"\bvoice\b|\bconsulted\b"),
        (Topic.PUBLICATION, r"\bpublished\b.*\b(?:website|webpage|web page|url|link)\b"),
        (Topic.BEFORE, r"\bprior to\b|\balready in place\b|\bbefore (?:becoming|joining|signing)\b"),
        (Topic.SINCE, r"\bsince (?:becoming|joining|signing)\b|\bprogress\b"),
        (Topic.PLAN, r"\baction plan\b"),
        (Topic.NUMBERS, r"\bhow many\b"),
        (Topic.DEFINITION, r"\bdefin(?:es?|itions?)\b"),
        (Topic.CONTEXT, r"\bcontext\b|\bprofile of your\b"),
    )
)
"""What a question of a form asks for; the first that fits counts."""

QUESTION = re.compile(r"\b(?:please|how|what|which|describe|provide)\b")
"""What a question of a form holds."""
SIGNED = re.compile(r"signed\b", re.IGNORECASE)

SUGGESTED = re.compile(r"\b(?:suggest(?:ed|ions?)|proposed|proposals?|draft|ideas)\b", re.IGNORECASE)
"""What a heading says of commitments that are not agreed yet."""

PROMISE = re.compile(r"(?:we|the [a-z ]{3,40}) (?:will|shall|commit|aim|intend|plan)\b", re.IGNORECASE)
"""How a commitment begins that stands under no theme."""

COLUMNS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "id": _words("id | ref | ref. | reference | no | no. | number | #"),
        "theme": _words("theme | themes | area | key area | strand | pillar | pillars"),
        "text": _words("commitment | commitments | objective | objectives | aim | aims | goal | goals | purpose | priority | we will"),
        "activity": _words(
            "activity | activities | action | actions | task | tasks | what | initiative | initiatives | steps | how | proposed action"
        ),
        "impact": _words(
            "impact | expected impact | impact and evidence | impact/evidence | outcome | outcomes | benefit | benefits | expected outcome"
        ),
        "measure": _words(
            "evidence | measure | measures | success measure | success measures | success criteria | indicator | indicators | kpi | kpis"
        ),
        "owner": w.TABLE_OWNER | _words("who | lead | leads | led by | responsible | responsibility | owner | by whom"),
        "due": w.TABLE_DUE | _words("timescale | timescales | timeframe | timeline | timing | when | by when | end date | target date | completion"),
        "status": w.TABLE_STATUS | _words("progress | rag"),
    }
)
"""What a column of a plan's table holds, by its header."""

LABELS: Mapping[str, str] = MappingProxyType({word: kind for kind, words in COLUMNS.items() for word in words})
"""What a line below a commitment gives, by the word before its colon."""

TICKS = frozenset("x ✓ ✔ ☑ ✅ ☒ • ● ■ yes y 1 [x] oui ja".split())
"""What a cell of a theme's column holds when the theme is meant."""
BLANKS = frozenset(["", "-", "–", "—", "no", "n", "n/a", "0", "[ ]", "☐"])
"""What it holds when it is not."""
