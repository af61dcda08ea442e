"""Findings as CI platforms read them: GitHub workflow commands, GitLab Code Quality, JUnit XML, a Markdown job summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.model import Severity
from tcsg.output.text import clean, count, json_text, markdown_cell

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tcsg.model import Finding

SHOWN = 10
"""Annotations of a level that GitHub shows of one step; the rest it drops without a word."""

SUMMARY_LIMIT = 900_000
"""Bytes of a job summary; beyond 1 MiB GitHub drops the whole."""

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_QUALITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def as_github(findings: Sequence[Finding]) -> str:
    """Workflow commands, the worst first, at most ten a level; the last line counts what was left out.

    See "Workflow commands for GitHub Actions": `%`, CR and LF are escaped in a message, `:` and `,` in a property as well.
    """
    lines: list[str] = []
    left = 0
    for severity, command in _COMMAND.items():
        level = sorted((f for f in findings if f.severity is severity), key=lambda f: (-(f.days_late or 0), f.place))
        left += max(0, len(level) - SHOWN)
        for f in level[:SHOWN]:
            title = f"{f.code} {f.action}" if f.action else f.code
            place = f"file={_property(f.place.path)},line={f.place.line},title={_property(title)}"
            lines.append(f"::{command} {place}::{_data(f.message)}\n")
    if left:
        lines.append(f"::notice::{left} more findings; the log and the job summary have them all\n")
    return "".join(lines)


def _data(text: str) -> str:
    text = "\n".join(map(clean, text.split("\n")))
    return text.replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_gitlab(findings: Sequence[Finding]) -> str:
    """A Code Quality report; a fingerprint tells findings apart by what they are about, not by their line."""
    # Lazy: only this format needs it.
    from hashlib import sha256

    seen: dict[str, int] = {}
    listed = []
    for f in findings:
        about = f"{f.code}\n{f.place.path}\n{f.action or f.message}"
        seen[about] = seen.get(about, 0) + 1
        listed.append(
            {
                "description": f.message,
                "check_name": f.code,
                "fingerprint": sha256(f"{about}\n{seen[about]}".encode(errors="replace")).hexdigest(),
                "severity": _QUALITY[f.severity],
                "location": {"path": f.place.path, "lines": {"begin": f.place.line}},
            }
        )
    return json_text(listed)


def as_junit(findings: Sequence[Finding]) -> str:
    """JUnit XML: a failed test case a finding of error or warning, a passed one when there is none."""
    # Lazy: only this format needs it.
    from xml.sax.saxutils import quoteattr

    failures = [f for f in findings if f.severity is not Severity.INFO]
    cases = [_case(n, f) for n, f in enumerate(failures, 1)] or ['    <testcase classname="tcsg" name="all is well" time="0"/>\n']
    numbers = f'tests="{len(cases)}" failures="{len(failures)}" errors="0"'
    suite = f'  <testsuite name={quoteattr("tcsg check")} {numbers} skipped="0" time="0">\n{"".join(cases)}  </testsuite>\n'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="tcsg" {numbers}>\n{suite}</testsuites>\n'


def _case(number: int, f: Finding) -> str:
    from xml.sax.saxutils import escape, quoteattr

    name = f"{f.action or f.code} ({f.code}, line {f.place.line}, {number})"
    place = f"classname={quoteattr(_legal(f.place.path))} name={quoteattr(_legal(name))} file={quoteattr(_legal(f.place.path))}"
    body = escape(_legal(f"{f.message}\n{f.place}"))
    failure = f'      <failure type="{f.code}" message={quoteattr(_legal(f.message))}>{body}</failure>\n'
    return f'    <testcase {place} line="{f.place.line}" time="0">\n{failure}    </testcase>\n'


def _legal(text: str) -> str:
    """The text without characters that XML 1.0 has no way to write, or that a terminal would take for an escape."""
    text = "\n".join(map(clean, text.split("\n")))
    return "".join(c if c in "\t\n" or "\x20" <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c >= "\U00010000" else "\ufffd" for c in text)


def as_summary(findings: Sequence[Finding], as_of: date) -> str:
    """A job summary in Markdown: what is late by owner, then all findings, cut where GitHub would drop it."""
    late = [f for f in findings if f.days_late is not None]
    head = f"## Actions on {as_of}\n\n{count(len(late), 'action')} overdue, {count(len(findings) - len(late), 'other finding')}.\n\n"
    if not findings:
        return head
    rows = ["| Place | What | Code |\n| --- | --- | --- |\n"]
    size = len(head)
    for n, f in enumerate(sorted(findings, key=lambda f: (-(f.days_late or 0), f.place))):
        row = f"| {markdown_cell(str(f.place))} | {markdown_cell(f.message)} | {f.code} |\n"
        size += len(row.encode(errors="replace"))
        if size > SUMMARY_LIMIT:
            rows.append(f"\n… and {len(findings) - n} more.\n")
            break
        rows.append(row)
    return head + "".join(rows)
