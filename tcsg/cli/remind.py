"""`tcsg remind`: a polite message to each person with their open actions."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tcsg.cli import complete
from tcsg.cli.delivery import OutputFile, into_file, into_folder, to_stdout
from tcsg.cli.desk import open_desk
from tcsg.cli.filters import Asked, StatusFilter, filtered
from tcsg.cli.listing import Listing, listing
from tcsg.cli.terminal import note, say_all, terminal, write
from tcsg.errors import UsageError
from tcsg.output.text import count
from tcsg.workspace import ready_made

if TYPE_CHECKING:
    from email.headerregistry import Address

    from tcsg.ledger.merging import Who
    from tcsg.output.reminder import Occasion, Reminder
    from tcsg.reading.template import Template


class Format(StrEnum):
    """The values of `--format`."""

    TEXT = "text"
    MD = "md"
    EML = "eml"


_ENDING = {Format.TEXT: "txt", Format.MD: "md", Format.EML: "eml"}
_FORMATS = {f".{ending}": form for form, ending in _ENDING.items()}

People = Annotated[
    list[str] | None, typer.Argument(metavar="WHO...", help="Initials, names or beginnings of names; by default all.", autocompletion=complete.owners)
]
FormatOption = Annotated[
    Format | None, typer.Option("--format", help="By default what FILE's ending says, drafts of e-mails with --write, else text.")
]
Folder = Annotated[Path | None, typer.Option("--write", metavar="DIR", help="Write a file for each person into DIR; none may be there yet.")]
Sender = Annotated[
    str | None,
    typer.Option("--from", metavar="ADDRESS", help='Who sends them: "Name <name@example.org>"; by default the secretary of committee.yaml.'),
]
Show = Annotated[bool, typer.Option("--template", help="Print the ready-made template, to be changed as minutes/_remind.md.")]


@filtered
def remind(
    context: typer.Context,
    asked: Asked,
    who: People = None,
    format: FormatOption = None,  # noqa: A002 - the option's name
    folder: Folder = None,
    output: OutputFile = None,
    sender: Sender = None,
    template: Show = False,
) -> None:
    """Write a reminder to each person with their open actions.

    Each is one polite message with the minuted words and their meeting, the most overdue first; what belongs to the person's
    groups is marked. Nothing is sent. With --write a draft for each is made that a mail program opens (eml); addresses are those
    of `members` in committee.yaml, and who has none is named.

    The words are those of minutes/_remind.md, if it is there.

    For example `tcsg remind`, `tcsg remind KK --overdue`, `tcsg remind --due-within 2w --write drafts`, or
    `tcsg remind --template > minutes/_remind.md`.
    """
    if template:
        write(ready_made("remind.md"))
        return
    if output and folder:
        raise UsageError("-o writes one file, and --write a file for each person: one of the two")
    if set(asked.status or ()) - {StatusFilter.OPEN}:
        raise UsageError("a reminder is of what is open; leave --status out")
    form = format or (Format.EML if folder else _FORMATS.get(output.suffix.lower(), Format.TEXT) if output else Format.TEXT)
    found = listing(open_desk(context), replace(asked, owner=[*(who or ()), *(asked.owner or ())] or None))
    from_ = _sender(found, sender)
    reminders = _reminders(found, form, from_)
    if not reminders:
        return
    if folder is None and output is None and form is Format.TEXT and (screen := terminal(context)).interactive:
        say_all(_made(found, reminders, form, from_).decode(), screen.prose)
        return
    _deliver(found, reminders, form, (folder, output), from_)


def _deliver(found: Listing, reminders: tuple[Reminder, ...], form: Format, where: tuple[Path | None, Path | None], from_: Address | None) -> None:
    """Bring the messages into a folder, into a file or to stdout."""
    from tcsg.ledger.recipients import file_words

    folder, output = where
    if folder:
        names = file_words(one.who for one in reminders)
        made = {f"reminder-{found.today}-{names[one.who]}.{_ENDING[form]}": _made(found, (one,), form, from_) for one in reminders}
        into_folder(found.desk, folder, made)
        return
    if form is Format.EML and len(reminders) > 1:
        raise UsageError(f"{len(reminders)} drafts are {len(reminders)} files; add --write DIR, or name one person")
    data = _made(found, reminders, form, from_)
    if output:
        into_file(found.desk, output, data)
    else:
        to_stdout(data, f"--format {form}")


def _template(found: Listing) -> Template:
    """The committee's own template, in which nothing is missing; MinutesError at the line of what is wrong in it."""
    from tcsg.reading.template import load_template
    from tcsg.reading.text import decode

    usual = load_template(ready_made("remind.md"), "remind.md")
    own = found.desk.workspace.reminder()
    return load_template(decode(own.data, own.path), own.path, usual) if own else usual


def _reminders(found: Listing, form: Format, from_: Address | None) -> tuple[Reminder, ...]:
    """The messages; whom and what they leave out is said."""
    from tcsg.ledger.recipients import each
    from tcsg.ledger.standing import matters
    from tcsg.output.reminder import reminder

    words = _template(found)
    lists = each(found.ledger, found.query, found.directory, found.today)
    known = {m.action.id: m for m in matters(found.ledger, found.links, found.desk.committee, found.today, None)}
    occasion = _occasion(found, from_)
    made = tuple(reminder(who, rows, known, words, occasion, markdown=form is Format.MD) for who, rows in lists if rows)
    _tell_left_out(found, [who for who, rows in lists if not rows], made, form)
    return made


def _occasion(found: Listing, from_: Address | None) -> Occasion:
    from tcsg.ledger.upcoming import upcoming
    from tcsg.output.reminder import Occasion

    coming = upcoming([m for m in found.minutes if m.day and m.day <= found.today], found.desk.committee).day
    name = found.desk.committee.name or "our committee"
    sender = (from_.display_name or from_.addr_spec) if from_ else found.directory.secretary or "The secretary"
    days = {m.key: m.day for m in found.ledger.meetings}
    return Occasion(found.today, name, coming if coming and coming > found.today else None, sender, days)


def _sender(found: Listing, given: str | None) -> Address | None:
    """Who sends: as typed, else the secretary that the register has an address of."""
    from tcsg.output.mail import address
    from tcsg.reading.committee import EMAIL

    if given is None:
        name = found.directory.secretary
        spec = found.directory.email(found.directory.person(name)) if name else None
        return address(name, spec) if name and spec else None
    match = re.fullmatch(r"(?:(?P<name>[^<>]*)<(?P<spec>[^<>]+)>|(?P<alone>[^<>]+))", given.strip())
    name, spec = (match["name"] or "", match["spec"] or match["alone"]) if match else ("", "")
    if not EMAIL.fullmatch(spec):
        raise UsageError(f'--from takes an address such as name@example.org or "Name <name@example.org>", not {given!r}')
    return address(name, spec)


def _made(found: Listing, reminders: tuple[Reminder, ...], form: Format, from_: Address | None) -> bytes:
    from tcsg.output import reminder as out

    pairs = [(one, found.directory.email(one.who)) for one in reminders]
    if form is not Format.EML:
        return (out.as_markdown if form is Format.MD else out.as_text)(pairs).encode()
    from tcsg.output.mail import address, as_eml

    one, spec = pairs[0]
    return as_eml(one, address(one.who.name, spec) if spec else None, from_, found.today)


def _tell_left_out(found: Listing, idle: list[Who], reminders: tuple[Reminder, ...], form: Format) -> None:
    """Say who has nothing to do, whose address is not known, and what nobody owns."""
    for who in idle:
        note(f"{who} has no open action" + (" that the filters choose" if found.asked != Asked(owner=found.asked.owner) else ""))
    if not reminders and not idle:
        note("nobody has an open action" + (" that the filters choose" if found.asked != Asked() else ""))
    without = [str(one.who) for one in reminders if found.directory.email(one.who) is None]
    if form is Format.EML and without:
        note(f"no address in committee.yaml: {', '.join(without)}")
    nobodys = sum(not row.action.owners for row in found.rows) if not found.query.owners else 0
    if nobodys:
        note(f"{count(nobodys, 'action')} without an owner: in no message; `tcsg actions` shows them")
