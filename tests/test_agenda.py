"""Agenda items with their numbers and leads."""

from __future__ import annotations

import pytest

from tcsg.model import AgendaItem, Committee, Kind
from tcsg.reading.minutes import read_minutes

PRESENT = "---\npresent: [Gwen Wills (GW), Hari Pool (HP), Lena Ost]\n---\n\n"
"""Above the lines of every case, which begin on line 5."""


def agenda(text: str) -> tuple[AgendaItem, ...]:
    return read_minutes(text, "4.md", "", Committee()).agenda


@pytest.mark.parametrize(
    ("lines", "item"),
    [
        ("3. Sluice\n\nIt sticks.", AgendaItem(5, "Sluice", "3")),
        ("3. Sluice (GW)\n\nIt sticks.", AgendaItem(5, "Sluice", "3", ("GW",))),
        ("3. Sluice (GW/HP)\n\nIt sticks.", AgendaItem(5, "Sluice", "3", ("GW", "HP"))),
        ("3. Sluice (GW and HP)\n\nIt sticks.", AgendaItem(5, "Sluice", "3", ("GW", "HP"))),
        ("3. Sluice\n\nGW/HP\n\nIt sticks.", AgendaItem(5, "Sluice", "3", ("GW", "HP"))),
        ("3. Sluice\n\nLena Ost\n\nIt sticks.", AgendaItem(5, "Sluice", "3", ("Lena Ost",))),
        ("3. Sluice - GW\n\nIt sticks.", AgendaItem(5, "Sluice", "3", ("GW",))),
        ("3. Sluice (the lower one)\n\nIt sticks.", AgendaItem(5, "Sluice (the lower one)", "3")),
        ("## Sluice\n\nIt sticks.", AgendaItem(5, "Sluice")),
        ("## 3. Sluice (GW)\n\nIt sticks.", AgendaItem(5, "Sluice", "3", ("GW",))),
        ("## Item 3: Sluice\n\nIt sticks.", AgendaItem(5, "Sluice", "3")),
        ("### 3.2 Sluice\n\nIt sticks.", AgendaItem(5, "Sluice", "3.2")),
        ("Sluice\n------\n\nIt sticks.", AgendaItem(5, "Sluice")),
        ("**3. Sluice**\n\nIt sticks.", AgendaItem(5, "Sluice", "3")),
        ("**Sluice (GW)**\n\nIt sticks.", AgendaItem(5, "Sluice", None, ("GW",))),
        ("Any Other Business\n\nNothing.", AgendaItem(5, "Any Other Business")),
        ("AOB\n\nNothing.", AgendaItem(5, "AOB")),
    ],
)
def test_an_agenda_item_has_a_number_a_title_and_leads(lines: str, item: AgendaItem) -> None:
    assert agenda(PRESENT + lines + "\n") == (item,)


@pytest.mark.parametrize(
    "lines",
    [
        "GW spoke about the sluice.",
        "- Sluice\n- Towpath",
        "1. The sluice sticks.\n2. The towpath is muddy.",
        "## Actions\n\n- GW to grease the sluice",
        "Summary of actions\n\n- GW to grease the sluice",
        "Actions:\n\n1. GW to grease the sluice\n2. HP to mow",
        "- [ ] 3. Sluice",
    ],
)
def test_other_lines_are_no_agenda_items(lines: str) -> None:
    assert agenda(PRESENT + lines + "\n") == ()


def test_the_agenda_keeps_its_order_and_its_double_numbers() -> None:
    assert [(item.line, item.number, item.title) for item in agenda("1. Welcome\n\nHello.\n\n2. Sluice\n\nIt sticks.\n\n2. Towpath\n\nMud.\n")] == [
        (1, "1", "Welcome"),
        (5, "2", "Sluice"),
        (9, "2", "Towpath"),
    ]


def test_the_heading_of_the_list_of_people_is_no_agenda_item() -> None:
    assert agenda("## Present\n\n- Gwen Wills\n- Hari Pool\n\n## Sluice\n\nIt sticks.\n") == (AgendaItem(6, "Sluice"),)


def test_a_mention_belongs_to_the_item_it_stands_in_but_one_of_the_summary_to_none() -> None:
    text = "## 1. Fish\n\nACTION: Al to feed the carp\n\n## 2. Frogs\n\nACTION: Bo to count frogs\n\n## Summary of actions\n\n- Al to feed the carp\n"
    mentions = read_minutes(text, "4.md", "", Committee()).mentions
    assert [(m.line, m.agenda_item, m.kind) for m in mentions] == [(3, "Fish", Kind.MARKER), (7, "Frogs", Kind.MARKER), (11, None, Kind.SUMMARY)]
