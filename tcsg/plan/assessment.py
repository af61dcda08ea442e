"""What can be claimed in a self-assessment, part by part, each with where it stands; and what nothing tells, as a gap."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from tcsg.ledger.linking import plan_key
from tcsg.ledger.query import days_late
from tcsg.ledger.upcoming import is_frame
from tcsg.model import Place, Status
from tcsg.plan.attended import attended, leads
from tcsg.plan.claims import Claim, Gap, Part, Row
from tcsg.plan.state import evidence_of
from tcsg.plan.values import Topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tcsg.model import Action
    from tcsg.plan.claims import Line, Scheme, Sources
    from tcsg.plan.state import Standing
    from tcsg.plan.values import Plan


def answers(sources: Sources, scheme: Scheme) -> dict[str, tuple[Line, ...]]:
    """The answers by the names that a template calls them."""
    found = {
        "lead": leads(sources),
        "context": _passages(sources, Topic.CONTEXT, "Context", "describes the organisation"),
        "definition": _passages(sources, Topic.DEFINITION, "Definition of technicians", "tells whom the scheme is for"),
        "numbers": _passages(sources, Topic.NUMBERS, "Numbers", "tells how many they are and where"),
        "before": _passages(sources, Topic.BEFORE, "Already in place before joining", "tells what there was before"),
        "since": _since(sources),
        "plan": _plan(sources, scheme),
        "voice": _voice(sources, scheme),
        "publication": _passages(sources, Topic.PUBLICATION, "Publication", "says where the plan is published"),
        "sign_off": _passages(sources, Topic.SIGNED, "Sign-off", "says who has endorsed the plan, and when"),
    }
    return {name: tuple(lines) for name, lines in found.items()}


def _passages(sources: Sources, topic: Topic, heading: str, what: str) -> Iterator[Line]:
    """What the plans themselves say on a topic, the latest first."""
    told = [(plan, p) for plan in reversed(sources.plans) for p in plan.passages if p.topic is topic]
    for plan, passage in told:
        yield from (Claim(text, Place(plan.path, line)) for line, text in passage.paragraphs)
    if not told:
        where = sources.plans[-1].path if sources.plans else "an action plan"
        yield Gap(f"nothing {what}; write it below a heading `## {heading}` in {where}")


def _since(sources: Sources) -> Iterator[Line]:
    """Initiatives by theme: what is done, what has begun, and what the plans' own texts report."""
    themes = dict.fromkeys(name for plan in sources.plans for name in plan.themes)
    yield from _missing(sources)
    told: set[str] = set()
    for theme in themes:
        yield Part(theme)
        lines = list(_of_theme(sources, theme))
        told |= {one.id for one in _serving(sources, theme)}
        yield from lines or [Gap(f"no action for {theme} is minuted since {sources.since or 'the first minutes'}")]
    others = [a for a in sources.carried.ledger.actions if a.status is Status.DONE and a.id not in told and _recent(a, sources)]
    if others:
        yield Part("Done, and linked to no commitment")
        yield from (_claim(a, sources) for a in others)
    loose = [Claim(e.text, Place(p.path, e.line)) for p in sources.plans for e in p.initiatives if not e.themes]
    if loose:
        yield Part("Without a theme")
        yield from loose


def _of_theme(sources: Sources, theme: str) -> Iterator[Line]:
    mine = _serving(sources, theme)
    yield from (_claim(a, sources) for a in mine if a.status is Status.DONE)
    yield from (_claim(a, sources) for a in mine if a.status is Status.OPEN)
    for plan in sources.plans:
        yield from (Claim(e.text, Place(plan.path, e.line)) for e in plan.initiatives if theme in e.themes)


def _serving(sources: Sources, theme: str) -> list[Action]:
    """The actions that serve a commitment under a theme, each once, in the order of the ledger."""
    ids = {s.action.id for one in sources.standings if theme in one.commitment.themes for s in one.actions}
    return [a for a in sources.carried.ledger.actions if a.id in ids and _recent(a, sources)]


def _recent(action: Action, sources: Sources) -> bool:
    days = {m.key: m.day for m in sources.carried.ledger.meetings}
    seen = [days[key] for key in (*action.seen, action.raised) if key in days]
    return any((sources.since or date.min) <= day <= sources.today for day in [*seen, *([action.closed] if action.closed else [])])


def _claim(action: Action, sources: Sources) -> Line:
    """An action as a claim: done where the minutes first say so, or begun where they last speak of it."""
    found = evidence_of(action, [k for k in sources.carried.links if k.action == action.id], sources.carried.ledger)
    if found.place is None:
        return Gap(f"{action.id} is {action.status}, and no minutes speak of it: {action.text}")
    serves = f", for {', '.join(action.plan)}" if action.plan else ""
    if action.status is Status.DONE:
        how = f"done on {action.closed}{', as recorded by hand' if found.by_hand else ''}"
    else:
        late = days_late(action, sources.today) is not None
        how = "begun" + (f", {'overdue since' if late else 'due'} {action.due}" if action.due else "")
    return Claim(f"{found.words} ({action.id}, {how}{serves})", found.place, found.meeting)


def _missing(sources: Sources) -> Iterator[Gap]:
    """Meetings whose minutes are not there, as far as their numbers tell."""
    numbers = [int(m.meeting) for m in sources.held if m.meeting and m.meeting.isdigit()]
    for one, then in pairwise(numbers):
        if then > one + 1:
            which = f"meeting {one + 1} are" if then == one + 2 else f"the meetings {one + 1} to {then - 1} are"
            yield Gap(f"the minutes of {which} not here; what was done between is not told")


def _plan(sources: Sources, scheme: Scheme) -> Iterator[Line]:
    """The plan for the coming months, and how far it reaches."""
    coming = [p for p in sources.plans if p.end >= sources.today and p.commitments]
    if not coming:
        yield Gap(f"there is no action plan for the coming {scheme.months} months; write one into minutes/, or `tcsg plan import FILE`")
    for plan in coming:
        yield Part(f"{plan.title}, {plan.start} to {plan.end}")
        for one in sources.standings:
            if one.plan is plan:
                yield Row(one.commitment, str(one.state), Place(plan.path, one.commitment.line))
        for what, ids in (
            ("who does it", [one.id for one in _of(sources, plan) if not one.commitment.who]),
            ("by when", [one.id for one in _of(sources, plan) if one.commitment.timescale is None]),
            ("how the impact will be shown", [one.id for one in _of(sources, plan) if not (one.commitment.measure or one.commitment.impact)]),
            ("its theme", [one.id for one in _of(sources, plan) if not one.commitment.themes]),
        ):
            if ids:
                yield Gap(f"the plan does not say {what}: {', '.join(ids)}")
    months = max((_months(sources.today, p.end) for p in coming), default=scheme.months)
    if months < scheme.months:
        yield Gap(f"the plan reaches {months} months ahead, of {scheme.months}")


def _of(sources: Sources, plan: Plan) -> list[Standing]:
    return [one for one in sources.standings if one.plan is plan]


def _months(start: date, end: date) -> int:
    """Whole months from one day to another."""
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)


def _voice(sources: Sources, scheme: Scheme) -> Iterator[Line]:
    """What the plans say of it, who was there, and which agenda items dealt with the plan."""
    for plan in reversed(sources.plans):
        yield from (Claim(text, Place(plan.path, line)) for p in plan.passages if p.topic is Topic.VOICE for line, text in p.paragraphs)
    yield from attended(sources, scheme)
    yield from _discussed(sources)


def _discussed(sources: Sources) -> Iterator[Line]:
    """The agenda items at which actions were minuted that serve the plan."""
    plan = {a.id: a.plan for a in sources.carried.ledger.actions if a.plan}
    for minutes in sources.held:
        items: dict[str, tuple[int, str, set[str]]] = {}
        for link in sorted((k for k in sources.carried.links if k.path == minutes.path and k.action in plan), key=lambda k: k.mention.line):
            item = next((a for a in minutes.agenda if a.title == link.mention.agenda_item and not is_frame(a.title)), None)
            if item is not None and item.line <= link.mention.line:
                items.setdefault(item.title, (item.line, link.meeting, set()))[2].update(plan[link.action])
        for title, (line, meeting, ids) in items.items():
            yield Claim(f"“{title}” on the agenda dealt with {', '.join(sorted(ids, key=plan_key))}", Place(minutes.path, line), meeting)
