"""`tcsg review`: what only a person can tell, asked once and remembered."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from tcsg.cli import complete
from tcsg.cli.desk import Desk, open_desk
from tcsg.cli.offering import likely_of, list_offers, offer
from tcsg.cli.terminal import note, write
from tcsg.cli.writing import answer
from tcsg.model import Answer, Status
from tcsg.output.text import clean, count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.ledger.carry import Question


Meeting = Annotated[
    str | None,
    typer.Option("--meeting", metavar="MEETING", help="Go through the open actions at this meeting instead.", autocompletion=complete.meetings),
]


def review(context: typer.Context, meeting: Meeting = None) -> None:
    """Go through what is doubtful, and remember the answers.

    Is this an action, is it that one of an earlier meeting, and does it serve that commitment of the action plan? Each
    question is asked once; the answers are kept in the ledger. Stop at any time with q, what is answered is kept. Without a
    terminal the questions are only listed.

    With --meeting, in the room: the open actions of earlier meetings one by one, with a key each for done, still open, a new
    date, handing over, a note. Every answer is recorded at once, dated on the day of the meeting; what is answered is not
    asked again, so you can stop and go on at will.

    For example `tcsg review`, or `tcsg review --meeting 25`.
    """
    if meeting is not None:
        from tcsg.cli.room import walk

        walk(context, meeting)
        return
    desk = open_desk(context)
    carried = desk.carried(strict=True)[1]
    offers = likely_of(desk, carried.ledger)
    if not carried.questions and not offers:
        note("nothing is doubtful")
        return
    if not sys.stdin.isatty():
        for question in carried.questions:
            write(clean(f"{question.path}:{question.mention.line}: {_asked(question)}") + "\n")
        list_offers(offers, carried)
        return
    if _go_through(desk, carried.questions):
        offer(context, offers)


def _go_through(desk: Desk, questions: Sequence[Question]) -> bool:
    """Ask what is doubtful and keep the answers; False when the user stopped."""
    if not questions:
        return True
    answers: list[Answer] = []
    for n, question in enumerate(questions, 1):
        typer.echo(clean(f"[{n}/{len(questions)}] {question.path}:{question.mention.line}"))
        given = {"same": _ask_match, "status": _ask_status, "action": _ask_action}[question.about](question)
        if given is None:
            break
        answers += given
    _keep(desk, answers)
    return given is not None


def _asked(question: Question) -> str:
    if question.about == "status":
        return f"is {question.action} done ({question.mention.unsure})? {question.mention.text}"
    if not question.rivals:
        doubts = "; ".join(r.words for r in question.mention.reasons if r.about == "action")
        return f"is this an action ({doubts})? {question.mention.text}"
    return f"is this {' or '.join(f'{a.id} ({a.text})' for a in question.rivals)}? {question.mention.text}"


def _ask_action(question: Question) -> list[Answer] | None:
    """The answers to a doubtful reading; None to stop."""
    typer.echo(clean(f"  {question.mention.text}"))
    said = _key("  Is this an action? [y]es, [n]o, [e]dit its words, [s]kip, [q]uit", "yneq")
    words = question.mention.text
    if said == "e":
        said = typer.prompt(f"  Its words [{clean(words)}]", default=words, show_default=False)
        return [Answer(question.meeting, words, "action", "yes" if said == words else said)]
    return None if said == "q" else [Answer(question.meeting, words, "action", {"y": "yes", "n": "no"}[said])] if said in "yn" else []


def _ask_status(question: Question) -> list[Answer] | None:
    """The answer to words that say both that it is done and that it is not; None to stop."""
    typer.echo(clean(f"  {question.action} {question.mention.text} ({question.mention.unsure})"))
    said = _key("  Is it done? [y]es, [n]o, [s]kip, [q]uit", "ynq")
    status = {"y": Status.DONE, "n": Status.OPEN}.get(said)
    return None if said == "q" else [Answer(question.meeting, question.mention.text, "status", status)] if status else []


def _ask_match(question: Question) -> list[Answer] | None:
    """The answers to a doubtful match; None to stop."""
    typer.echo(clean(f"  {question.action} {question.mention.text}"))
    given: list[Answer] = []
    for rival in question.rivals:
        typer.echo(clean(f"  {rival.id} {rival.text}"))
        said = _key(f"  Is it {rival.id}? [y]es, [n]o, [s]kip, [q]uit", "ynq")
        if said == "q":
            return None
        if said == "y":
            return [*given, Answer(question.meeting, question.mention.text, "same", rival.id)]
        if said == "n":
            given.append(Answer(question.meeting, question.mention.text, "different", rival.id))
    return given


def _key(asked: str, known: str) -> str:
    """One of the keys that are `known`, `s` for anything else."""
    said = str(typer.prompt(asked, default="s", show_default=False)).strip().casefold()[:1]
    return said if said in known else "s"


def _keep(desk: Desk, answers: list[Answer]) -> None:
    """Write the answers, and carry with them."""
    if not answers:
        note("nothing was answered")
        return
    answer(desk, lambda _: tuple(answers), f"review: {count(len(answers), 'answer')}")
    note(f"{count(len(answers), 'answer')} kept")
