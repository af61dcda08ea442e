"""A list of actions as a page of HTML that stands alone: no script, nothing from elsewhere, every text only text."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from tcsg.output.text import clean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from tcsg.ledger.query import Row

_STYLE = """
:root { color-scheme: light dark; }
body { font: 100%/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding-bottom: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #8888; overflow-wrap: anywhere; }
th[scope=row], .day { white-space: nowrap; overflow-wrap: normal; }
.late { font-weight: bold; }
@media print { body { margin: 0; max-width: none; } thead { display: table-header-group; } tr { break-inside: avoid; } }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_HEADS = ("Id", "Status", "Due", "Days late", "Owners", "Action")


def as_html(rows: Sequence[Row], title: str, caption: str, asked: Mapping[str, object], today: date) -> str:
    """The page: the committee, what is listed of which day and by which filters, and a row an action."""
    filters = ", ".join(f"{name.replace('_', ' ')} {_value(value)}" for name, value in asked.items())
    said = f"{caption}; on {today}" + (f"; chosen by {filters}" if filters else "")
    heads = "".join(f'<th scope="col">{head}</th>' for head in _HEADS)
    body = "".join(map(_row, rows))
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{_text(title)}</title>\n<style>{_STYLE}</style>\n</head>\n'
        f"<body>\n<main>\n<h1>{_text(title)}</h1>\n<table>\n<caption>{_text(said)}</caption>\n<thead>\n<tr>{heads}</tr>\n</thead>\n"
        f"<tbody>\n{body}</tbody>\n</table>\n</main>\n</body>\n</html>\n"
    )


def _row(row: Row) -> str:
    action = row.action
    due = f'<time datetime="{action.due}">{action.due}</time>' if action.due else ""
    late = "" if row.days_late is None else str(row.days_late)
    owners = ", ".join(action.owners) + (" (group)" if row.via is not None else "")
    marked = ' class="late"' if row.overdue else ""
    return (
        f'<tr{marked}><th scope="row">{_text(action.id)}</th><td>{action.status}</td><td class="day">{due}</td><td>{late}</td>'
        f"<td>{_text(owners)}</td><td>{_text(action.text)}</td></tr>\n"
    )


def _text(text: str) -> str:
    return escape(clean(text))


def _value(value: object) -> str:
    return "/".join(map(str, value)) if isinstance(value, list) else str(value)
