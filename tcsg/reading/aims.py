"""What a list is called that came out of a meeting, or is for the time until the next: `Takeaways`, `Next week's goals`, `Action plan`."""

from __future__ import annotations

from functools import lru_cache

from tcsg import late
from tcsg.reading.words import vocabulary as w

_RESULTS = frozenset("takeaway takeaways take-aways outcome outcomes conclusions commitments results deliverables".split())
"""What a list of what came out of a meeting is called, which may tell people what to do."""
_AIMS = frozenset(
    """
    goal goals objective objectives plan plans priorities targets focus work things ziele plan pläne planung vorhaben fokus schwerpunkte
    objectif objectifs priorités programme
    """.split()
)
"""What a list for the time to come is called besides: `Goals for next week`."""
_MEANT = frozenset("aim aims goal goals objective objectives purpose purposes ziel ziele zweck but buts objectif objectifs".split())
_HERE = frozenset("of for the this our today today's meeting call session workshop der des dieser sitzung treffens de la cette réunion and".split())
"""With both of these a title tells what the meeting is for: `Goals of the call`."""
_ALONE = frozenset("aim aims purpose zweck".split())
"""These tell it alone."""
_COMING = late.compile(
    r"(?:^|\s)(?:(?:(?:preparations?|prepare|prep) )?(?:for|until|by|before|in|over) )?(?:the )?(?:(?:next|this|coming|upcoming|following) (?:\w+ )?"
    r"(?:meeting|time|call|week|fortnight|month|sprint|session|weeks|days)(?:'s)?"
    r"|(?:for|of) the (?:week|sprint|fortnight|month)|(?:week|sprint) \d{1,2}"
    r"|(?:(?:für|bis|bis zu[rm]) )?(?:(?:die|das|den|der|zur|zum) )?(?:nächste|kommende)[nrms]? (?:woche|treffen|sitzung|mal|termin|monat|sprint)"
    r"|(?:(?:pour|d'ici|avant|jusqu'à) )?(?:(?:la|le) )?(?:prochaine? (?:fois|réunion|séance|semaine|mois|sprint)|(?:semaine|réunion|mois)"
    r" prochaine?))"
    r"(?=\s|$)"
)
"""The time to come that the tasks of a list are for: `Next week`, `For week 4`, `Next week's goals`."""
_COMING_WORDS = ("next", "this", "coming", "following", "week ", "sprint ", " the ", "nächste", "kommende", "prochain")
"""Of these it has one."""
_RECURRING = frozenset("weekly fortnightly monthly sprint week's weeks week sprint's sprints".split())
"""Whose goals are of the time to come, though nothing says so: `Weekly goals`."""
_PLANS = frozenset(
    (
        *("action plan", "action plans", "plan of action", "plans of action", "way forward", "path forward", "next", "next up", "up next"),
        *("work plan", "plan of work"),
        *("aktionsplan", "weiteres vorgehen"),
        *("plan d'action", "plan d'actions", "plans d'action"),
    )
)
"""What a list of what will be done is called, whoever will."""
_AHEAD_OF = frozenset(("steps forward", "moving forward", "going forward", "looking ahead", "in the meantime", "meanwhile"))
"""Above what will be done, and above what will happen."""
_FURTHER = ("next ", "further ", "proposed ", "agreed ", "possible ")
_STEPS = late.compile(r"(?:(?:proposed|agreed|possible|further) )?(?:next )?(?:steps|actions) (?:for|on|with|in|towards?|regarding|re) \S.{1,50}$")
"""`Next steps for the boat house`"""
_PROMISES = (
    *(" will", " to", " should", " must", " shall", " also", " still", " now", " include", " be", " are", " werden", " sollen", " devons"),
    *("next steps", "actions", "action items", "todos", "what next", "what's next", "is next", "do next", "doing next"),
)
"""With one of these ends a sentence that goes on with a list of what will be done."""
_WE = r"(?:we(?: all)?|everyone|everybody|all(?: of us)?|the \w{3,20}|members|participants|wir|alle|nous)"
_WILL = (
    r"(?:will|should|must|shall|(?:need|needs|have|has|want|wants|agreed|decided|plan|ought|propose|hope|are|is)(?: going)? to|'ll"
    r"|werden|sollen|devons)(?: (?:also|still|now))?"
)
_AHEAD = (
    r"(?:(?:(?:for|as|in terms of|regarding) )?(?:(?:the|our|a|immediate|concrete|possible|proposed) ){0,2}"
    r"(?:next steps?|action items?|actions|follow-ups?)|next|(?:going|moving) forward|to move (?:this )?forward)"
)
_GOES_ON = late.compile(rf"{_AHEAD}(?: {_WE} {_WILL}| (?:(?:will|would|could|should) be|include|are)(?: to)?)$")
_WHAT_NEXT = late.compile(
    r"what(?:'s| (?:is|are|were|to do|(?:we|we're|we are|we'll|we will) do(?:ing)?))? (?:(?:the|our) )?"
    r"(?:next|next steps|actions|action items)(?: from here)?$"
)
_TILL_THEN = late.compile(rf"{_WE} {_WILL}$")
"""Who will do it, behind the time to come: `Before the next meeting, we need to:`."""
_LISTS = frozenset("actions tasks to-dos todos jobs chores follow-ups followups aufgaben maßnahmen tâches".split())
"""What a list of tasks is called, behind what they are about: `Summer fete actions`, `Garden: tasks`."""
_LISTED = frozenset(("action items", "action points", "action list", "action log", "next steps", "to do", "to dos"))
"""The same in two words."""
_OTHER_ACTIONS = frozenset(
    """
    github gitlab gitea forgejo class legal court disciplinary industrial affirmative executive enforcement military social collective
    corrective speculative chair chair's chairman's user users background scheduled cron
    """.split()
)
"""Before these words it is called otherwise: `GitHub Actions`, `class actions`, `Chair's actions`."""
_ABOUT = 5
"""Words that tell what tasks are about."""
_TO_DO = late.compile(
    r"(?:still |yet |left )?to (?:do|accomplish|complete|finish|be (?:accomplished|done|completed|actioned|finished|dealt with|followed up))"
    r"(?: \S.{1,40})?$"
)
"""`To do before the fete`, `Still to be done by Friday`: what nobody has done yet, till some time."""
_UNDONE = frozenset(("to", "still", "yet", "left"))
"""With one of these it begins."""
_MADE = ("made", "given", "reached", "agreed")
_PARTING = str.maketrans("()[]–—-:,/&?’", "            '")


def is_plan(title: str) -> bool:
    """Whether a title is one of what will be done: `Action plan`, `The way forward`."""
    return " ".join(title.casefold().translate(_PARTING).split()).removeprefix("the ").removeprefix("our ") in _PLANS


def names_aims(title: str) -> bool:
    """Whether a title says of what follows only that it is planned: `Plan`, `Our goals`; talk has such titles as well."""
    words = title.casefold().translate(_PARTING).split()
    return bool(words) and words[-1] in _AIMS and all(word in _AIMS or word in w.QUALIFIERS for word in words)


def are_timed(title: str) -> bool:
    """Whether a title tells of goals for a time to come, which are told with their days as often as with verbs: `Week's goals`."""
    return not _AIMS.isdisjoint(title.casefold().translate(_PARTING).split()) and names_results(title)


@lru_cache(maxsize=64)  # all that stands below a title asks
def is_for(title: str) -> bool:
    """Whether a casefolded title heads what the meeting is for, which people are to get from it: `aims`, `purpose of the meeting`."""
    words = title.translate(_PARTING).split()
    if not words or _MEANT.isdisjoint(words) or not all(word in _MEANT or word in _HERE for word in words):
        return False
    return len(words) > 1 or words[0] in _ALONE


def names_results(title: str) -> bool:
    """Whether a title tells of what came out of the meeting, or of what is to be done until the next one."""
    title = " ".join(title.casefold().translate(_PARTING).split())
    if title in _AHEAD_OF:
        return True
    if title.startswith(_FURTHER) and _STEPS.match(title):
        return True
    if title.endswith(_PROMISES) and (_GOES_ON.match(title) or _WHAT_NEXT.match(title)):
        return True
    coming = _COMING.search(title) if any(map(title.__contains__, _COMING_WORDS)) else None
    words = (f"{title[: coming.start()]} {title[coming.end() :]}" if coming else title).split()
    if coming:
        told = title[coming.end() :].strip() if title.endswith(_PROMISES) and not title[: coming.start()].strip() else ""
        return (told != "" and _TILL_THEN.match(told) is not None) or all(word in _RESULTS or word in _AIMS or word in w.QUALIFIERS for word in words)
    if len(words) == 2 and words[0] in _RECURRING:
        return words[1] in _AIMS
    words = words[:-1] if words and words[-1] in _MADE else words
    return bool(words) and words[-1] in _RESULTS and all(word in _RESULTS or word in w.QUALIFIERS for word in words)


def names_tasks(title: str) -> bool:
    """Whether a title may be one of tasks, about something or till some time: `Summer fete: action points`, `To be done by Friday`.

    `Class actions` and `GitHub Actions` are none; and within a list of actions such a title is that of a part.
    """
    words = title.casefold().translate(_PARTING).split()
    if len(words) > 1 and words[0] in _UNDONE:
        return _TO_DO.match(" ".join(words)) is not None
    if len(words) < 2 or not (words[-1] in _LISTS or " ".join(words[-2:]) in _LISTED):
        return False
    of = words[: -1 if words[-1] in _LISTS else -2]
    return 0 < len(of) <= _ABOUT and of[-1] not in _OTHER_ACTIONS
