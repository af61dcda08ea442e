"""Is this the action of an earlier meeting? Evidence from numbers, wording, owners and place; what is doubtful is never guessed."""

from tcsg.ledger.matching.assignment import MARGIN, Doubt, assign, best
from tcsg.ledger.matching.evidence import CITED, DOUBTFUL, REWORDED, SURE, Ground, Why, evidence, grounds, listed_again, worded
from tcsg.ledger.matching.index import Index
from tcsg.ledger.matching.words import Words, likeness, words_of

__all__ = [
    "CITED",
    "DOUBTFUL",
    "MARGIN",
    "REWORDED",
    "SURE",
    "Doubt",
    "Ground",
    "Index",
    "Why",
    "Words",
    "assign",
    "best",
    "evidence",
    "grounds",
    "likeness",
    "listed_again",
    "worded",
    "words_of",
]
