"""Actions told in new words at the next meeting: which are known again, and what only looks like them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from make import carried, ids, mention, series

from tcsg.model import Mention, Section, Status

REVIEW = Section.REVIEW


def again(text: str, *owners: str, section: Section | None = None, status: Status = Status.OPEN, cites: tuple[str, ...] = ()) -> Mention:
    return replace(mention(text, *owners, status=status), section=section, cites=cites)


def linked(found: Mention, *links: str) -> Mention:
    return replace(found, links=links)


ISSUE = "https://git.example.org/maps/issues/"

KNOWN = {
    "initials": [
        (mention("circulate version 1 of the vessel safety plan", "KK"), again("VSP version 1", "KK", status=Status.DONE)),
        (mention("write the terms of reference for the roof group", "KK"), again("ToR for the roof group", "KK", section=REVIEW)),
        (mention("PB to book the Mobile Crane", "PB"), again("MC: booked for May", "PB", section=REVIEW)),
    ],
    "another verb for getting or asking": [
        (mention("ask two deaf visitors to try the ferry tour", "KK"), again("find two deaf visitors for the ferry tour", "KK", section=REVIEW)),
        (mention("contact the harbour school about the kayaks", "KK"), again("talk to the harbour school about the kayaks", "KK", section=REVIEW)),
        (mention("find three judges for the rowing race", "KK"), again("invite three judges for the rowing race", "KK", section=REVIEW)),
    ],
    "another verb for the same deed": [
        (mention("choose a printer for the pennants", "KK"), again("pick a printer for the pennants", "KK", section=REVIEW)),
        (mention("order paint for the ferry rail", "KK"), again("buy paint for ferry rail", "KK")),
        (mention("book the town hall for the dinner", "KK"), again("reserve the town hall for the dinner", "KK")),
        (mention("look into the licence for the radios", "KK"), again("check the licence of the radios", "KK")),
        (mention("collect the spare keys from the keeper", "KK"), again("fetch spare keys from the lock keeper", "KK")),
    ],
    "a noun for the verb": [
        (mention("draft a reply to the harbour board on dredging", "KK"), again("Answer the harbour board on dredging", "KK", section=REVIEW)),
        (mention("make a proposal on the mooring fees", "KK"), again("Propose mooring fees", "KK", section=REVIEW)),
        (mention("publish the policy on how complaints are handled", "KK"), again("Complaint handling policy", "KK")),
    ],
    "one thing by two words": [
        (mention("find out the price of a lantern cabinet", "KK"), again("cost of the lantern cabinet", "KK")),
        (mention("get a licence for the quay tables", "KK"), again("permit for the quay tables", "KK", section=REVIEW)),
        (mention("three quotes for the ferry engine", "KK"), again("estimates for the ferry engine", "KK", section=REVIEW)),
    ],
    "one more, and new": [
        (mention("find another ferry captain", "KK"), again("Second ferry captain", "KK", section=REVIEW)),
        (mention("prepare the deed for the change of tenant in Hull", "KK"), again("deed, new tenant in Hull – with the lawyer", "KK")),
        (mention("order lamps for each slipway", "KK"), again("lamps for all slipways", "KK", section=REVIEW)),
    ],
    "going on": [
        (mention("write the rowing guide for juniors", "KK"), again("finish the rowing guide for juniors", "KK")),
        (mention("ask the water office for the later lock hours", "KK"), again("chase the water office about the lock hours", "KK")),
        (mention("KK and PB to write the application to the heritage fund", "KK", "PB"), again("KK with PB: finish the heritage fund bid", "KK")),
    ],
    "the same issue": [
        (
            linked(mention("map-reader text for depth labels", "KK"), f"{ISSUE}290"),
            linked(again("depth label texts", "KK", section=REVIEW), f"{ISSUE}290"),
        ),
        (
            linked(mention("aria texts for depth labels", "KK"), f"{ISSUE}290"),
            linked(again("screen texts for depth labels", "KK", section=REVIEW), f"{ISSUE}290"),
        ),
        (mention("weigh the anchors, #31", "KK"), again("#31: weighing anchors", "KK", section=REVIEW)),
    ],
    "nobody's report": [
        (mention("have the fire pumps inspected", "KK"), again("Fire pumps inspected on 6 April; all passed", section=REVIEW)),
        (mention("fix a date for the lantern night with the choir", "KK"), again("Lantern night is on 24 July, the choir comes", section=REVIEW)),
        (mention("KK to change the signatories at the bank", "KK"), again("Bank: new signatories are in place", section=REVIEW)),
    ],
    "a word with another before it": [
        (mention("Self-guided tour leaflet", "KK"), again("Printing the self-guided tour leaflet", "KK", section=REVIEW)),
    ],
    "another order of words": [
        (mention("English labels for the sail room", "KK"), again("sail room, labels in English", "KK")),
        (mention("tide tables for the north quay", "KK"), again("north quay tide tables", "KK")),
        (mention("(Engines not reaching full power) status of the tests", "KK"), again("Engines not reaching full power", "KK", section=REVIEW)),
    ],
}

APART = {
    "initials": [
        (mention("circulate the vessel sale papers", "KK"), again("VSP version 1", "KK")),
        (mention("write the terms of the lease for the roof group", "KK"), again("ToR for the boat group", "KK", section=REVIEW)),
        (mention("PB to book the man who mends clocks", "PB"), again("MC for the fair", "PB", section=REVIEW)),
    ],
    "another verb for getting or asking": [
        (mention("ask two deaf visitors to try the ferry tour", "KK"), again("find two deaf visitors for the bus tour", "KK", section=REVIEW)),
        (mention("ask the harbour school for two kayaks", "KK"), again("find the harbour school two rowers", "KK", section=REVIEW)),
        (mention("find a judge for the rowing race", "KK"), again("invite a band for the rowing race", "KK", section=REVIEW)),
    ],
    "a noun for the verb": [
        (mention("write the tide guide", "KK"), again("print the tide guide", "KK", section=REVIEW)),
        (mention("draft a reply to the harbour board on dredging", "KK"), again("Answer the fishers on dredging", "KK", section=REVIEW)),
        (mention("make a list of the kayaks on loan", "KK"), again("lend the kayaks on the list", "KK", section=REVIEW)),
    ],
    "one thing by two words": [
        (mention("price of the lantern cabinet", "KK"), again("insurance of the lantern cabinet", "KK")),
        (mention("get a licence for the quay tables", "KK"), again("paint for the quay tables", "KK", section=REVIEW)),
        (mention("three quotes for the ferry engine", "KK"), again("three quotes for the tug engine", "KK", section=REVIEW)),
    ],
    "one more, and new": [
        (mention("find a ferry captain", "KK"), again("Find another ferry captain", "KK")),
        (mention("find a second ferry captain", "KK"), again("Find a third ferry captain", "KK")),
        (mention("sell the old ferry", "KK"), again("buy the new ferry", "KK")),
    ],
    "going on": [
        (mention("write the rowing guide for juniors", "KK"), again("finish the rowing guide for coxes", "KK")),
        (mention("write the rowing guide for juniors", "KK"), again("finish the rowing guide for juniors", "PB", section=Section.NEW)),
        (mention("send out the agenda a week before", "KK"), again("finish the agenda a week before", "KK")),
    ],
    "the same issue": [
        (
            linked(mention("aria texts for depth labels", "KK"), f"{ISSUE}290"),
            linked(again("screen texts for depth labels", "KK", section=REVIEW), f"{ISSUE}291"),
        ),
        (linked(mention("order lamps for the pier", "KK"), f"{ISSUE}290"), linked(again("order lamps for the slipway", "KK"), f"{ISSUE}290")),
        (mention("weigh the anchors, #31", "KK"), again("#32: weighing anchors", "KK", section=REVIEW)),
    ],
    "nobody's report": [
        (mention("have the fire pumps inspected", "KK"), again("Fire ladders bought on 6 April", section=REVIEW)),
        (mention("have the pumps of the ferry inspected", "KK"), again("Pumps of the tug sold", section=REVIEW)),
        (mention("fix a date for the lantern night with the choir", "KK"), again("The choir has a new piano", section=REVIEW)),
    ],
    "another order of words": [
        (mention("English labels for the sail room", "KK"), again("rope room, labels in English", "KK")),
        (mention("tide tables for the north quay", "KK"), again("south quay tide tables", "KK")),
        (mention("(Winter moorings) KK to draft a leaflet", "KK"), again("(Winter moorings) KK to ring the yard", "KK")),
    ],
}


def pairs(found: dict[str, list[tuple[Mention, Mention]]]) -> list[tuple[str, int]]:
    return [(kind, n) for kind, cases in found.items() for n in range(len(cases))]


@pytest.mark.parametrize(("kind", "n"), pairs(KNOWN))
def test_new_words_for_it_are_known_again(kind: str, n: int) -> None:
    first, second = KNOWN[kind][n]
    assert ids(carried(series([first], [second])).ledger) == ("A1.1",)


@pytest.mark.parametrize(("kind", "n"), pairs(APART))
def test_what_only_looks_like_it_stays_apart(kind: str, n: int) -> None:
    first, second = APART[kind][n]
    assert ids(carried(series([first], [second])).ledger) == ("A1.1", "A2.1")
