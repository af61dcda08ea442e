"""The words of English phrases of time, as data: another language is another set of these tables."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from tcsg.reading.words import french_times, german_times

if TYPE_CHECKING:
    from collections.abc import Iterable


class Sort(Enum):
    """What a time is, which decides the prepositions that make it a due phrase."""

    DAY = auto()
    PERIOD = auto()
    SPAN = auto()
    MEETING = auto()
    VAGUE = auto()


class Edge(Enum):
    """Which day of a period is meant."""

    BEFORE = auto()
    START = auto()
    EARLY = auto()
    MID = auto()
    END = auto()


class Lead(NamedTuple):
    """A preposition: the times it takes, the day of a period it means, and whether it sets a limit to the whole action."""

    sorts: tuple[Sort, ...]
    edge: Edge = Edge.END
    limit: bool = False
    event: bool = False
    """Whether it also takes an event, "before the fair"."""


def _numbered(*rows: str, start: int = 0) -> dict[str, int]:
    return {word: number for number, row in enumerate(rows, start) for word in row.split()}


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _by_first(*phrases: str) -> dict[str, tuple[str, ...]]:
    """The phrases by their first word, which tells of most words at once that none stands there."""
    firsts = dict.fromkeys(phrase.partition(" ")[0] for phrase in phrases)
    return {first: tuple(phrase for phrase in phrases if phrase.partition(" ")[0] == first) for first in firsts}


# --- the calendar -----------------------------------------------------------------------------------------------------

MONTHS = _numbered(
    *("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug"),
    *("september sept sep", "october oct", "november nov", "december dec"),
    start=1,
)
WEEKDAYS = _numbered("monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu", "friday fri", "saturday sat", "sunday sun")
ONLY_IF_CAPITAL = _set("may march mar sat sun wed")
"""Months and weekdays that are other words in small letters."""
RANGE = _set("or and to & - – /")
SEASONS = _set("spring summer autumn fall winter easter thanksgiving whitsun pentecost halloween ramadan diwali eid holi hanukkah advent michaelmas")
BREAKS = _set("holidays vacation vacations recess")
"""Times without work: "over the holidays", "in the summer vacation"."""
FEASTS = {"christmas": (12, 25), "xmas": (12, 25)}
TERMS = _set("term semester trimester")
TERM_NAMES = SEASONS | _set("first second third half lent michaelmas hilary trinity epiphany candlemas martinmas whitsun")
OTHER_YEARS = _set("financial fiscal academic school tax")
"""Years whose last day the minutes alone do not tell."""

# --- counting -------------------------------------------------------------------------------------------------------------

NUMBERS = _numbered(*"zero one two three four five six seven eight nine ten eleven twelve".split()) | {"a": 1, "an": 1}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
SEVERAL = _set("few couple several")
UNITS = {
    word: unit
    for unit, words in {
        "hour": "hour hours hr hrs h",
        "day": "day days",
        "week": "week weeks wk wks",
        "fortnight": "fortnight fortnights",
        "month": "month months",
        "year": "year years",
    }.items()
    for word in words.split()
}
WINDOWS = _set("window period deadline limit")
"""What a length of time is the name of in "the 48-hour window"."""
WORKING = _set("working business")
PERIODS = {"week": "week", "wk": "week", "weekend": "weekend", "month": "month", "quarter": "quarter", "year": "year"}
ENDS = {"eow": "week", "eom": "month", "eoq": "quarter", "eoy": "year"}
WEEK_NUMBERS = _by_first("week", "wk", "calendar week", "cw", "kw")
WEEKS_OF = _by_first("w / c", "wc", "w / b", "week commencing", "week beginning", "week starting", "week of")
WEEKS_ENDING = _by_first("w / e", "week ending")
THIS, NEXT, THIS_OR_NEXT = _set("this current"), _set("next coming following"), _set("this current next coming following")
EDGES = {
    "start": Edge.START,
    "beginning": Edge.START,
    "early": Edge.EARLY,
    "mid": Edge.MID,
    "middle": Edge.MID,
    "late": Edge.END,
    "later": Edge.END,
    "end": Edge.END,
    "close": Edge.END,
}
ALONE = _set("early late later")
"""Edges that stand before "in": "late in June"."""
UP_TO = _set("by before until till til to of than")
"""The last words of prepositions that mean the very first day of "the start of June"."""
FROM_THE_MEETING = (
    *("from now", "from today", "from the meeting", "of the meeting", "of this meeting", "of today's meeting"),
    *("after the meeting", "after this meeting", "after today's meeting", "following the meeting"),
)
BEFORE = ("before", "ahead of", "prior to", "in advance of")
AFTER = _set("after of from following")
ABOUT = _set("around about roughly approximately")

# --- the day and its hours ------------------------------------------------------------------------------------------------

FROM_TODAY = {"today": 0, "tonight": 0, "tomorrow": 1, "tmrw": 1, "tmw": 1}
SHORT_ENDS = _set("eod cob cop")
DAY_ENDS = _by_first(
    *SHORT_ENDS,
    *("end of day", "end of the day", "end of today", "end of play", "close of business", "close of play"),
    *("this morning", "this afternoon", "this evening"),
)
CLOCKS = _set("noon midday midnight lunchtime")
HALVES = _set("am pm o'clock hrs")
ZONES = _set("utc gmt bst cet cest et est edt ct cst cdt pt pst pdt central eastern pacific time")

# --- meetings -------------------------------------------------------------------------------------------------------------

MEETINGS = _set("meeting mtg hangout call telecon teleconference telco session sync standup stand-up plenum plenary retro retrospective catch-up")
UPCOMING = _set("next upcoming forthcoming following")
OWN_MEETING = _set("committee group steering team working regular ordinary scheduled full monthly weekly quarterly termly online virtual")
"""Words after which "the next … meeting" is still one of this committee."""
PART_OF_MEETING = _set("agenda minutes notes date dates time slot room venue invite invitation papers chair")
"""What belongs to the next meeting and is not the meeting."""

# --- what makes a time a due phrase -----------------------------------------------------------------------------------------

_ANY = (Sort.DAY, Sort.PERIOD, Sort.MEETING, Sort.VAGUE)
_WHILE = (Sort.PERIOD, Sort.SPAN, Sort.MEETING)
LEADS = {
    "by": Lead(_ANY, limit=True, event=True),
    "until": Lead(_ANY, limit=True, event=True),
    "till": Lead(_ANY, limit=True, event=True),
    "til": Lead(_ANY, limit=True, event=True),
    "before": Lead(_ANY, Edge.BEFORE, limit=True, event=True),
    "prior to": Lead(_ANY, Edge.BEFORE, limit=True, event=True),
    "ahead of": Lead(_ANY, Edge.BEFORE, limit=True, event=True),
    "in advance of": Lead(_ANY, Edge.BEFORE, limit=True, event=True),
    "in time for": Lead(_ANY, Edge.BEFORE, limit=True, event=True),
    "on or before": Lead(_ANY, limit=True),
    "no later than": Lead(_ANY, limit=True),
    "not later than": Lead(_ANY, limit=True),
    "within": Lead((Sort.PERIOD, Sort.SPAN), limit=True),
    "in": Lead(_WHILE),
    "over": Lead((Sort.PERIOD, Sort.SPAN)),
    "during": Lead(_WHILE),
    "at": Lead((Sort.MEETING,)),
    "for": Lead((Sort.MEETING,)),
    "to": Lead((Sort.MEETING,)),
    "on": Lead((Sort.DAY, Sort.MEETING)),
    "between": Lead((Sort.DAY, Sort.PERIOD)),
    "after": Lead(_ANY, event=True),
    "when": Lead((), event=True),
    "ready for": Lead((), event=True, limit=True),
}
LABELS = _by_first(
    *("due date", "new date", "target date", "completion date", "due", "deadline", "eta", "target :", "timeline :", "timeframe :", "by when", "by :"),
    *("timescale :", "timescale", "timeframe", "time frame", "time scale", "date due", "when :", "dl"),
    *("bis :", "first draft", "final draft", "first version", "final version"),
)
"""What stands before a time that is the due phrase of the action, with or without a colon."""
AS_SOON = _by_first(
    *("asap", "as soon as possible", "as soon as practicable", "as early as possible", "at the earliest opportunity", "straight away", "right away"),
    *("at the next opportunity", "at the first opportunity", "as a matter of urgency", "immediately", "urgently", "soonest", "without delay"),
    *(*german_times.AS_SOON, *french_times.AS_SOON),
)
NO_DUE = _set("- – — n/a na none nil tbd tbc tba n/k unknown x done completed closed open offen") | {
    "",
    *("not known", "not set", "none set", "not yet set", "to be set", "to be agreed", "not specified", "date tbc", "date tba"),
    *("not applicable", "to be determined", "to be confirmed", "to be decided"),
}
"""Entries of a deadline column that say that there is none."""

# --- what takes a due phrase back -------------------------------------------------------------------------------------------

FUNCTION_WORDS = _set(
    """to and or but for with at by on in of from so as if when where while before after until till once via because that which who is are will should
    please latest using about into through within during unless it this"""
)
"""What may follow a time; another word there makes the time part of a name, as in "the 2025 handbook"."""
EVENTS = _set(
    """event events meeting mtg call telecon teleconference session workshop conference congress symposium summit seminar webinar agm assembly visit
    launch release fair festival ceremony talk lecture demo hackathon training course retreat deadline election elections vote exam exams gathering
    lunch dinner reception party concert exhibition regatta match race interview interviews hearing inspection audit plenary plenum sprint freeze
    break holidays f2f egm interop meetup retro retrospective unconference kickoff kick-off onsite offsite"""
)
"""Things that have a date of their own: "the fair on 6 May" says when the fair is."""
HOLDING = _set("hold host run organise organize arrange schedule convene have book plan attend join meet set repeat give teach stage cut ship tag")
"""What one does to an event so that its date is the day of the action: "to hold a workshop in May"."""
REPORTING = _set("report present bring submit take return circulate send provide")
"""What is done to the next meeting, so that "to the next meeting" is a due phrase."""
PLANNED = _set("date dates day time slot room venue place host speaker agenda agendas")
"""What is found or written for the next meeting, which is no limit to the finding that it tells."""
TARGETING = _set("revisit target targeting aim aiming expected reconvene")
"""After which a day stands without a preposition."""
PARTICIPLES = _set(
    """held made sent given written run taken begun done shown drawn put led seen met sold bought brought taught found lost won paid told heard is was
    are were be been starting beginning arising from since closes closing opens opening ends ending starts begins happens happening place falls"""
)
"""With words on -ed: what comes before the time of something else, "the survey run in May"."""
NO_PARTICIPLES = _set("need feed seed proceed exceed succeed speed indeed embed")
PRONOUNS = _set("it which that he she who")
"""Before a verb on -s they begin a clause about something else, "it lapses in May"."""
PASSIVES = _set("be get is are")
BEFORE_VERBS = _set("to will shall and or please")
"""After which "call" and "visit" are verbs and name no event."""
CHANGES = _set("cut reduce increase raise lower grow shrink extend rise fall")
"""After which "by 1/3" is an amount."""
BODIES = _set("committee board council court senate cabinet parliament panel group")
BRINGING = _set("bring brought put lay go come take taken place placed")
"""Something brought before a body is not due before it."""
STATES = _set("valid open closed available have has")
"""What holds until a day is not due on it."""
POSSIBLE = _set("can could may might")
"""In "before we can start" it is a condition that is told, not a time."""
LASTING = _set("block blocked keep kept hold wait waiting pause paused continue leave remain stay park defer postpone suspend")
"""What lasts until an event is not due at the event."""
LOOKING = _set("look looks looked looking named modelled ask soon shortly and")
DEBATES = _set("discussion discussions debate consideration deliberation questions")
"""After which something was agreed, not after which it is due."""
RECURRING = _set("each every any which whom further")
"""What happens again and again, or has happened, is no time to come."""
ASKING = _set(
    """know ask decide determine out check clarify confirm see agree discuss consider establish say tell explain understand define record document
    specify for of on about to from since even time date day and or not sure"""
)
"""Before "when": what is asked or told is a time, the action has none."""
DEFINITE = _set("the this that these those my your his her its our their he she it they we you i")
ARRIVED = _set(
    """back ready available return returns returned done complete completed finished live published launched released over known confirmed received
    arrive arrives arrived agreed approved start starts started end ends out open opens home settled signed merged resolved delivered appointed
    elected issued has have active accepted posted granted secured updated circulated sent fixed ratified passed"""
)
"""What tells that "when …" is one event to come and not a condition of every day."""
NO_EVENTS = _set("fact while moment time date all then long now today")
"""Nothing that happens: "after the fact", "ahead of time", "before that"."""
BINDING = _set("of for from since to at by on in with about until till than as like the a my your his her its our their time")
"""Before "next week": it is then part of something else, "the agenda for next week"."""
SPEAKING = _set("back report discuss present revisit review decide discussed decided again update")
"""Before "next meeting": it says when, not which meeting is held."""
CLAUSE_ENDS = _set("and but so though because while whereas unless if")

# --- other languages ----------------------------------------------------------------------------------------------------------

FOREIGN = german_times.WORDS | french_times.WORDS
"""Words of time of other languages, and the English ones as which they are read."""
LITTLE = german_times.LITTLE | french_times.LITTLE
"""Their small words, which only count in a text that holds one of the others."""
FOREIGN_PHRASES: dict[str, list[tuple[list[str], list[str]]]] = {}
"""By their first word, the longest first."""
for _phrase, _meant in sorted((german_times.PHRASES | french_times.PHRASES).items(), key=lambda pair: -len(pair[0])):
    FOREIGN_PHRASES.setdefault(_phrase.partition(" ")[0], []).append((_phrase.split(), _meant.split()))

# --- for speed: most words begin nothing, and a lookup tells so ---------------------------------------------------------------


def _firsts(*tables: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for table in tables for phrase in table)


ARTICLES = _set("the our its their a an very")
OPENERS = _firsts(LEADS, LABELS)
"""First words of what may stand before a time."""
TIMES = _firsts(
    *(MONTHS, WEEKDAYS, SEASONS, BREAKS, FEASTS, TERMS, TERM_NAMES, OTHER_YEARS, NUMBERS, ORDINALS, SEVERAL, UNITS, WORKING, PERIODS, ENDS),
    *(WEEK_NUMBERS, WEEKS_OF, WEEKS_ENDING, THIS, NEXT, EDGES, FROM_TODAY, DAY_ENDS, CLOCKS, UPCOMING, AS_SOON),
    ("q1", "q2", "q3", "q4", "h1", "h2", "new", "calendar"),
)
"""First words of times, articles left out."""
BEFORE_TIMES = ABOUT | ARTICLES
"""What may stand before the first word of a time."""
TELLING = (TIMES - {"a", "an"}) | _firsts(LABELS, [phrase for phrase, lead in LEADS.items() if lead.event]) | FOREIGN.keys() | FOREIGN_PHRASES.keys()
"""Of these words, or a number, every phrase of time and every event has one; what an article counts is another."""
BEGINNINGS = TIMES | BEFORE_TIMES
"""First words of what names a time, where the next is none of TERMS."""
LEADS_FROM = {first: tuple((phrase, lead) for phrase, lead in LEADS.items() if phrase.partition(" ")[0] == first) for first in _firsts(LEADS)}
"""The prepositions by their first word."""
