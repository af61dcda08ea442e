"""Is this the action of an earlier meeting? Evidence from numbers, wording, owners and place; what is doubtful is never guessed."""

from tcsg.ledger.matching.assignment import MARGIN, Doubt, assign, best, next_best
from tcsg.ledger.matching.evidence import CITED, DOUBTFUL, REWORDED, SURE, Ground, Why, elsewhere, evidence, grounds, worded
from tcsg.ledger.matching.index import Index
from tcsg.ledger.matching.kept import NotKeptError, dump_words, load_words
from tcsg.ledger.matching.kinship import Kin, are_rivals, kin
from tcsg.ledger.matching.likeness import likeness
from tcsg.ledger.matching.routine import listed_again
from tcsg.ledger.matching.swaps import parted
from tcsg.ledger.matching.telling_how import orders, tells
from tcsg.ledger.matching.titles import told_with
from tcsg.ledger.matching.words import Words, same_owners, words_of

__all__ = [
    "CITED",
    "DOUBTFUL",
    "MARGIN",
    "REWORDED",
    "SURE",
    "Doubt",
    "Ground",
    "Index",
    "Kin",
    "NotKeptError",
    "Why",
    "Words",
    "are_rivals",
    "assign",
    "best",
    "dump_words",
    "elsewhere",
    "evidence",
    "grounds",
    "kin",
    "likeness",
    "listed_again",
    "load_words",
    "next_best",
    "orders",
    "parted",
    "same_owners",
    "tells",
    "told_with",
    "worded",
    "words_of",
]
