"""What somebody who leaves still owns, as a paragraph for the agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.ledger.standing import Standing
from tcsg.output.agenda import line
from tcsg.output.text import count, markdown_cell

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tcsg.ledger.merging import Who
    from tcsg.ledger.standing import Matter


def paragraph(who: Who, own: Sequence[Matter], through_groups: Sequence[Matter], today: date) -> str:
    """A heading, what is to be handed over, and what stays with the groups, as Markdown."""
    name = markdown_cell(str(who))
    parts = [f"## Handover: {name}\n\n{_figures(name, own)}\n"]
    if own:
        parts.append("".join(f"- {line(m, today)}\n" for m in own))
    if through_groups:
        stay = "This action belongs to a group, which keeps it:" if len(through_groups) == 1 else "These belong to groups, which keep them:"
        parts.append(f"{stay}\n\n" + "".join(f"- {line(m, today)}\n" for m in through_groups))
    return "\n".join(parts)


def _figures(name: str, own: Sequence[Matter]) -> str:
    if not own:
        return f"{name} owns no open actions."
    late = sum(m.standing is Standing.OVERDUE for m in own)
    shared = sum(len(m.action.owners) > 1 for m in own)
    said = [f"{late} overdue"] if late else []
    said += [f"{shared} shared with others"] if shared else []
    them = "it" if len(own) == 1 else "them"
    of_them = f" ({', '.join(said)})" if said else ""
    return f"{name} owns {count(len(own), 'open action')}{of_them}. Who takes {them} on?"
