"""The words of all languages side by side, as the grammar looks them up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg.reading import words
from tcsg.reading.words.english import ENGLISH
from tcsg.reading.words.french import FRENCH
from tcsg.reading.words.german import GERMAN
from tcsg.reading.words.others import OTHERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tcsg.reading.words.language import Language

LANGUAGES = (ENGLISH, GERMAN, FRENCH, OTHERS)
EVERYBODY = words.EVERYBODY


def _all(field: Callable[[Language], frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*(field(language) for language in LANGUAGES))


def alternatives(phrases: frozenset[str]) -> str:
    """The words as a pattern, the longest first; a blank in a phrase is any run of blanks."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in sorted(phrases, key=lambda word: (-len(word), word)))


ACTION_NOUNS = _all(lambda it: it.action_nouns)
QUALIFIERS = _all(lambda it: it.qualifiers)
COMPANIONS = _all(lambda it: it.companions)
MARKS = _all(lambda it: it.marks)
SUMMARY_WORDS = _all(lambda it: it.summary_words)
NEW_WORDS = _all(lambda it: it.new_words)
REVIEW_WORDS = _all(lambda it: it.review_words)
CLOSED_HEADINGS = _all(lambda it: it.closed_headings)
OPEN_HEADINGS = _all(lambda it: it.open_headings)
DROPPED_HEADINGS = _all(lambda it: it.dropped_headings)
ELSEWHERE_HEADINGS = _all(lambda it: it.elsewhere_headings)
ELSEWHERE = _all(lambda it: it.elsewhere)
CHECKLISTS = _all(lambda it: it.checklists)
FRAMING = _all(lambda it: it.framing)
BUSINESS = _all(lambda it: it.business)
TOLD_HEADINGS = _all(lambda it: it.told_headings)
DECISION_MARKS = _all(lambda it: it.decision_marks)
REMARKS = _all(lambda it: it.remarks)
NOTHING = _all(lambda it: it.nothing)
DONE = _all(lambda it: it.done)
DONE_ALONE = _all(lambda it: it.done_alone)
DROPPED = _all(lambda it: it.dropped)
OPEN = _all(lambda it: it.open)
OPEN_ALONE = _all(lambda it: it.open_alone)
GROUP_NOUNS = _all(lambda it: it.group_nouns)
NOBODY = _all(lambda it: it.nobody)
UNFILLED = _all(lambda it: it.unfilled)
NO_NAMES = _all(lambda it: it.no_names)
ACRONYMS = _all(lambda it: it.acronyms)
GOES_TO = _all(lambda it: it.goes_to)
ARTICLES = _all(lambda it: it.articles)
ABBREVIATED = tuple(sorted(_all(lambda it: it.abbreviated)))
HELPED = tuple(sorted(_all(lambda it: it.helped), key=len, reverse=True))
JOINS = _all(lambda it: it.joins)
VERBS = _all(lambda it: it.verbs)
PURE_VERBS = _all(lambda it: it.pure_verbs)
NAMES_AND_VERBS = _all(lambda it: it.names_and_verbs)
ORDERS = VERBS - NAMES_AND_VERBS
"""Verbs that are nobody's name or role."""
FIELDS = _all(lambda it: it.fields)
FINISHED = _all(lambda it: it.finished)
WILL = _all(lambda it: it.will)
DOING = _all(lambda it: it.doing)
TABLE_ACTION = _all(lambda it: it.table_action)
TABLE_TEXT = _all(lambda it: it.table_text)
TABLE_NUMBER = _all(lambda it: it.table_number)
TABLE_OWNER = _all(lambda it: it.table_owner)
TABLE_DUE = _all(lambda it: it.table_due)
TABLE_STATUS = _all(lambda it: it.table_status)
PRESENT = _all(lambda it: it.present)
TAKERS = _all(lambda it: it.takers)
EXCUSED = _all(lambda it: it.excused)
ATTENDED = _all(lambda it: it.attended)
MISSING = _all(lambda it: it.missing)
NEGATIONS = _all(lambda it: it.negations)
BODIES = _all(lambda it: it.bodies)
AROUND = _all(lambda it: it.around)
HOSTS = _all(lambda it: it.hosts)
NAMELESS = _all(lambda it: it.nameless)
CARDINALS = {word: number for language in LANGUAGES for word, number in language.cardinals.items()}
ORDINALS = {word: number for language in LANGUAGES for word, number in language.ordinals.items()}
