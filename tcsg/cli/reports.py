"""Where the findings of `tcsg check` go: stdout, files beside it, a job summary."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from posixpath import normpath
from typing import TYPE_CHECKING

from tcsg.cli.terminal import be_the_same_everywhere, write
from tcsg.errors import ManyErrors, TcsgError, UsageError
from tcsg.frozen import frozen
from tcsg.model import Finding, Severity
from tcsg.workspace import append_file, on_github, size_of, write_file

if TYPE_CHECKING:
    from datetime import date

    from tcsg.output.text import Jump


class Format(StrEnum):
    """The values of `--format`."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"


@frozen
class Reports:
    """What was asked for: `form` None is text, on GitHub with its commands."""

    form: Format | None
    files: tuple[tuple[Format, Path], ...]
    summary: Path | None

    @classmethod
    def asked(cls, form: Format | None, report: list[str] | None, summary: Path | None) -> Reports:
        """Take the options as typed; UsageError for a report that means nothing."""
        return cls(form, tuple(_file(said) for said in report or ()), summary)

    def put(self, found: tuple[Finding, ...], as_of: date, folder: str, jump: Jump | None = None) -> None:
        """Write the findings everywhere; `folder` leads from the top of the repository to the committee's folder.

        On a terminal that takes links, `jump` makes them.
        """
        be_the_same_everywhere()
        write(_written(found, self.form or Format.TEXT, as_of, folder, jump), commands=self.form is Format.GITHUB)
        if self.form is None and on_github():
            write(_written(found, Format.GITHUB, as_of, folder), commands=True)
        self._put_files(found, as_of, folder)

    def put_fault(self, fault: TcsgError, as_of: date, folder: str) -> None:
        """Write down what could not be read, where a platform shows it; people read it on stderr.

        A fault of the command line has no place, and leaves no report: an empty one would say that all is well.
        """
        from tcsg.output.ci import UNREADABLE

        errors = fault.errors if isinstance(fault, ManyErrors) else (fault,)
        found = tuple(Finding(UNREADABLE, Severity.ERROR, one.place, one.message) for one in errors if one.place is not None)
        if not found:
            return
        if self.form not in {None, Format.TEXT} or (self.form is None and on_github()):
            be_the_same_everywhere()
            write(_written(found, self.form or Format.GITHUB, as_of, folder), commands=self.form in {None, Format.GITHUB})
        self._put_files(found, as_of, folder)

    def _put_files(self, found: tuple[Finding, ...], as_of: date, folder: str) -> None:
        for form, path in self.files:
            write_file(path, _bytes(_written(found, form, as_of, folder)))
        if self.summary is not None:
            from tcsg.output.job_summary import SUMMARY_LIMIT, as_summary

            append_file(self.summary, _bytes(as_summary(found, as_of, SUMMARY_LIMIT - size_of(self.summary))))


def _file(said: str) -> tuple[Format, Path]:
    """What `--report` asks for."""
    name, equals, path = said.partition("=")
    if not equals or not path or name not in list(Format):
        raise UsageError(f"--report takes FORMAT=FILE with one of {', '.join(Format)}, not {said!r}")
    return Format(name), Path(path)


def _written(found: tuple[Finding, ...], wanted: Format, as_of: date, folder: str, jump: Jump | None = None) -> str:
    from tcsg.output import ci, findings

    match wanted:
        case Format.TEXT:
            return findings.as_text(found, jump)
        case Format.JSON:
            return findings.as_json(found, as_of)
        case Format.GITHUB:
            return ci.as_github(_from_top(found, folder))
        case Format.GITLAB:
            return ci.as_gitlab(_from_top(found, folder))
        case Format.JUNIT:
            return ci.as_junit(_from_top(found, folder))


def _from_top(found: tuple[Finding, ...], folder: str) -> tuple[Finding, ...]:
    """The findings with the paths that a platform knows: from the top of the repository."""
    return tuple(replace(f, place=replace(f.place, path=normpath(folder + f.place.path))) for f in found) if folder else found


def _bytes(text: str) -> bytes:
    return text.encode(errors="backslashreplace")
