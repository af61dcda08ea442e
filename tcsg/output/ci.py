"""Findings as CI platforms read them: GitHub workflow commands, GitLab Code Quality, JUnit XML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.checks.debts import debt_of
from tcsg.model import Severity
from tcsg.output.text import clean, json_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.model import Finding

SHOWN = 10
"""Annotations of a level that GitHub shows of one step; the rest it drops without a word."""

UNREADABLE = "unreadable"
"""The code of what could not be read, which is no finding but an error."""

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_QUALITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def as_github(findings: Sequence[Finding]) -> str:
    """Workflow commands, the worst first, at most ten a level; the last line counts what was left out.

    See "Workflow commands for GitHub Actions": `%`, CR and LF are escaped in a message, `:` and `,` in a property as well.
    """
    levels = [sorted((f for f in findings if f.severity is level), key=lambda f: (-(f.days_late or 0), f.place)) for level in _COMMAND]
    shown = [level[:SHOWN] for level in levels]
    if sum(map(len, levels)) > sum(map(len, shown)):
        shown[-1] = shown[-1][: SHOWN - 1]  # the line that counts is a notice too
    left = sum(map(len, levels)) - sum(map(len, shown))
    more = f"::notice::{left} more finding{'s' if left > 1 else ''}; the log and the job summary have them all\n"
    return "".join(_command(f) for level in shown for f in level) + (more if left else "")


def _command(f: Finding) -> str:
    title = f"{f.code} {f.action}" if f.action else f.code
    place = f"file={_property(f.place.path)},line={f.place.line},title={_property(title)}"
    return f"::{_COMMAND[f.severity]} {place}::{_data(f.message)}\n"


def _data(text: str) -> str:
    text = "\n".join(map(clean, text.split("\n")))
    return text.replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_gitlab(findings: Sequence[Finding]) -> str:
    """A Code Quality report; a fingerprint tells findings apart by what they are about, not by their line."""
    # Lazy: only this format needs it.
    from hashlib import sha256

    listed = []
    for f, about in _distinct(findings):
        listed.append(
            {
                "description": f.message,
                "check_name": f.code,
                "fingerprint": sha256(about.encode(errors="replace")).hexdigest(),
                "severity": _QUALITY[f.severity],
                "location": {"path": f.place.path, "lines": {"begin": f.place.line}},
            }
        )
    return json_text(listed)


def _distinct(findings: Sequence[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with what it is about, without day and line; a number tells those apart that are about the same."""
    seen: dict[str, int] = {}
    for f in findings:
        about = debt_of(f)
        said = f"{f.code} {f.place.path} {about}"
        seen[said] = seen.get(said, 0) + 1
        yield f, said if seen[said] == 1 else f"{said} #{seen[said]}"


def as_junit(findings: Sequence[Finding]) -> str:
    """JUnit XML: a failed test case a finding of error or warning, a passed one when there is none.

    What could not be read is an error of the run and no failure. A case keeps its name from day to day.
    """
    # Lazy: only this format needs it.
    from xml.sax.saxutils import quoteattr

    failures = [f for f in findings if f.severity is not Severity.INFO]
    cases = [_case(f, about) for f, about in _distinct(failures)] or ['    <testcase classname="tcsg" name="all is well" time="0"/>\n']
    errors = sum(f.code == UNREADABLE for f in failures)
    numbers = f'tests="{len(cases)}" failures="{len(failures) - errors}" errors="{errors}"'
    suite = f'  <testsuite name={quoteattr("tcsg check")} {numbers} skipped="0" time="0">\n{"".join(cases)}  </testsuite>\n'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="tcsg" {numbers}>\n{suite}</testsuites>\n'


def _case(f: Finding, about: str) -> str:
    from xml.sax.saxutils import escape, quoteattr

    path, said = quoteattr(_legal(f.place.path)), quoteattr(_legal(f.message))
    kind = "error" if f.code == UNREADABLE else "failure"
    body = escape(_legal(f"{f.message}\n{f.place}"))
    return (
        f'    <testcase classname={path} name={quoteattr(_legal(about))} file={path} line="{f.place.line}" time="0">\n'
        f'      <{kind} type="{f.code}" message={said}>{body}</{kind}>\n    </testcase>\n'
    )


def _legal(text: str) -> str:
    """The text without characters that XML 1.0 has no way to write, or that a terminal would take for an escape."""
    text = "\n".join(map(clean, text.split("\n")))
    return "".join(c if c in "\t\n" or "\x20" <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c >= "\U00010000" else "\ufffd" for c in text)
