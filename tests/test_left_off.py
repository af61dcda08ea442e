"""What a review tells of and the list of the same meeting leaves out is done, where that list goes on with the rest."""

from __future__ import annotations

from datetime import date

import pytest
from make import assert_kept_without, assert_made_one_way

from tcsg.ledger.carry import Carried, carry
from tcsg.model import Committee, Ledger, Minutes
from tcsg.reading.minutes import read_minutes

HEAD = "# Rowing club\n\nPresent: Ann Bell, Bo Kern, Cy Marsh\n\n"
TODAY = date(2031, 12, 31)
FIRST = """## To do

**Ann**
- programme of the regatta
- speaker for the winter evening

**Bo**
- lamps for the slipway
- price for a second trailer

**Cy**
- first aid course
"""
OPEN = "- Bo has not seen any lamps that he likes.\n- The first aid course: Cy must still find a hall.\n"
LIST = "## To do\n\n**Bo**\n- lamps for the slipway\n\n**Cy**\n- hall for the first aid course\n- keys for the new crew\n"


def read(day: str, body: str) -> Minutes:
    return read_minutes(HEAD + body, f"minutes/{day}.md", f"{day}{body}", Committee())


def carried(review: str, listed: str = LIST) -> Carried:
    return carry(
        (read("2031-01-06", FIRST), read("2031-02-03", f"## To do list of last time\n\n{review}\n{listed}")), Ledger(), Committee(), "", TODAY
    )


def status_of(told: str, listed: str = LIST, others: str = OPEN) -> str:
    """How the first action stands after a review that tells `told` of it."""
    found = carried(f"- {told}\n{others}", listed)
    action = next(link.action for link in found.links if link.mention.text == told)
    assert action == "A2031-01-06.1"
    return str(next(a.status for a in found.ledger.actions if a.id == action))


@pytest.mark.parametrize(
    "told",
    [
        "The programme of the regatta is in all shops.",
        "Ann showed the programme of the regatta, everybody liked it.",
        "Programme of the regatta: Ann had 200 copies left over.",
    ],
)
def test_what_is_told_of_and_no_longer_listed_is_done(told: str) -> None:
    assert status_of(told) == "done"


@pytest.mark.parametrize(
    "told",
    [
        "The programme of the regatta is at the printer until Friday.",
        "Ann showed the programme of the regatta, some pages must be set anew.",
        "The programme of the regatta has not been seen by the sponsors.",
        "Programme of the regatta",
    ],
)
def test_what_leaves_room_for_more_stays_open(told: str) -> None:
    assert status_of(told) == "open"


@pytest.mark.parametrize(
    "listed",
    [
        "## To do\n\n**Cy**\n- keys for the new crew\n",  # only what is new
        "## To do\n\n**Bo**\n- lamps for the slipway\n",  # not what the review leaves open
        f"{LIST}\n**Ann**\n- programme of the regatta\n",
        f"{LIST}\n**Ann**\n- take the regatta posters down\n",  # what may be its rest
    ],
)
def test_a_list_that_does_not_go_on_with_the_rest_or_may_have_it_tells_nothing(listed: str) -> None:
    assert status_of("The programme of the regatta is in all shops.", listed) == "open"


def test_it_is_so_without_the_minutes_and_made_again() -> None:
    review = f"- The programme of the regatta is in all shops.\n{OPEN}"
    minutes = (read("2031-01-06", FIRST), read("2031-02-03", f"## To do list of last time\n\n{review}\n{LIST}"))
    assert_made_one_way(minutes)
    assert_kept_without(minutes, 0)
    assert_kept_without(minutes, 1)
