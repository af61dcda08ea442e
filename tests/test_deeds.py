"""A review that tells of a task in the past of its own verb closes it, when it is known which action it is."""

from __future__ import annotations

from datetime import date

import pytest

from tcsg.ledger.carry import carry
from tcsg.model import Committee, Ledger
from tcsg.reading.minutes import read_minutes

HEAD = "Present: Ann Bell (AB), Bo Kern (BK)\n\n"


def status_of(task: str, said: str, title: str = "Actions from last meeting") -> str:
    first = read_minutes(f"{HEAD}## Actions\n\n- {task}\n", "minutes/2031-03-04.md", "2031-03-04", Committee())
    second = read_minutes(f"{HEAD}## {title}\n\n- {said}\n", "minutes/2031-04-01.md", "2031-04-01", Committee())
    carried = carry((first, second), Ledger(), Committee(), "", date(2031, 5, 1))
    assert [a.id for a in carried.ledger.actions] == ["A2031-03-04.1"]
    assert [str(link.mention.status) for link in carried.links] == ["open", str(carried.ledger.actions[0].status)]
    return str(carried.ledger.actions[0].status)


@pytest.mark.parametrize(
    ("task", "said"),
    [
        ("Ann to sell tickets for the regatta", "Ann sold 84 tickets."),
        ("Ann to report the broken gate to the harbour office", "Ann reported the broken gate to the harbour office."),
        ("Bo to hang the lamps in the boat house", "The lamps in the boat house have been hung."),
        ("Bo to count the life jackets", "BK counted the life jackets; 31."),
        ("Bo to count the life jackets", "Life jackets: counted, 31 in all."),
        ("Bo to order the winch", "Winch: ordered, delivery in May."),
        ("Ann to ask the school about the pool", "Ann has asked the school about the pool."),
        ("Ann to circulate the minutes", "Ann circulated the minutes."),
        ("Ann to design a logo", "Ann reported that she had designed a logo."),
        ("Ann to design a logo", "Ann said she had designed a logo."),
        ("Ann to design a logo", "Ann confirmed having designed the logo."),
        ("Ann to design a logo", "Ann told the committee that the logo had been designed."),
        ("Bo to train the crew in first aid", "Bo has trained the crew in first aid."),
        ("Bo to order the winch", "Bo to order the winch, which has been done"),
        ("Bo to order the winch", "Bo to order the winch, and this was done."),
        ("Ann to draft a letter to the harbour office", "Letter to the harbour office – drafted"),
        ("Bo to book the hall for the regatta supper", "Bo confirmed that the hall was booked for the regatta supper."),
        ("Ann to circulate the draft rota to the crew", "The draft rota was circulated to the crew on 2 April."),
        ("Ann to migrate the list of members to the new server", "Ann finished the migration of the list of members to the new server."),
        ("Bo to order new life jackets", "The new life jackets have arrived."),
        ("Bo to find a new treasurer", "Bo was pleased to report that a new treasurer had been found."),
        ("Ann to get three quotes for the winch", "Ann presented three quotes for the winch."),
        ("Ann to contact the insurers about the van", "Ann has been in touch with the insurers about the van."),
        ("Ann to put the new fees on the website", "Ann advised that the new fees were on the website."),
        ("Ann to write a letter to the schools", "AB: we have a letter. Two pages."),
        ("Bo to make a film of the pier", "Bo: the film was ready on the 3rd."),
        ("Bo to add the mooring fees to the leaflet", "Leaflet has the fees now"),
        ("Bo to replace the old rope of the winch", "Winch rope: the new one is in and the old one gone"),
        ("Ann hands in the form for the county", "Form for the county: handed in on the 20th"),
        ("Ann rings the harbour office", "Ann rang the harbour office. They are fine with it."),
    ],
)
def test_the_past_of_its_own_verb_closes_an_action(task: str, said: str) -> None:
    assert status_of(task, said) == "done"


@pytest.mark.parametrize(
    ("task", "said"),
    [
        ("Ann to sell tickets for the regatta", "Ann sold half of the tickets for the regatta."),
        ("Ann to sell tickets for the regatta", "Ann talked about the tickets for the regatta."),
        ("Bo to count the life jackets", "Bo counted some of the life jackets."),
        ("Bo to count the life jackets", "Bo has not counted the life jackets."),
        ("Bo to count the life jackets", "Life jackets: Bo counted two of the lockers."),
        ("Bo to count the life jackets", "Bo to count the life jackets that were counted wrongly."),
        ("Ann to ask the school about the pool", "Ann has asked the school about the pool, no answer yet."),
        ("Ann to ask the school about the pool", "Ann asked the school about the pool but must ask again."),
        ("Bo to thank the crews of the ferry", "Bo thanked most of the crews of the ferry, two to go."),
        ("Bo to chase the ferry bill", "Bo chased the ferry bill."),
        ("Ann to design a logo", "Ann reported that she had not designed a logo."),
        ("Ann to design a logo", "Ann said that she had talked to Bo about the logo."),
        ("Bo to order the winch", "Bo to order the winch, which has been delayed"),
        ("Ann to write a letter to the harbour office", "Letter to the harbour office – drafted"),
        ("Ann to get three quotes for the winch", "Ann presented a plan to get quotes for the winch."),
        ("Bo to distribute the leaflets of the regatta", "The leaflets of the regatta have arrived."),
        ("Bo to book the hall for the regatta supper", "Bo confirmed that the hall was free for the regatta supper."),
    ],
)
def test_what_tells_of_a_part_or_of_something_else_leaves_it_open(task: str, said: str) -> None:
    assert status_of(task, said) == "open"


def test_outside_of_a_review_it_is_no_report() -> None:
    assert (
        status_of("Ann to report the broken gate to the harbour office", "Ann reported the broken gate to the harbour office.", "Actions") == "open"
    )
