"""The laws of the ledger: each holds for every history of a folder of minutes, some hundreds at a time, thousands in a soak."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest
from histories import WORDINGS, Folder, hands, histories, serieses
from hypothesis import given, settings
from hypothesis import strategies as st
from make import FIRST, TODAY, carried, find, in_turn

from tcsg.ledger.canonical import dump_ledger
from tcsg.ledger.carry import Carried
from tcsg.model import Committee, Ledger, Minutes, Status
from tcsg.reading.minutes import read_minutes

Law = Callable[..., None]


DEFAULT = 200
"""Rounds of a default run, which draws the same every time; a soak draws others."""


def for_every(*drawn: st.SearchStrategy[Any], rounds: int = DEFAULT) -> Callable[[Law], Law]:
    """Make a law a test over what is drawn."""

    def test_of(law: Law) -> Law:
        @pytest.mark.parametrize("rounds", [rounds, pytest.param(30 * rounds, marks=pytest.mark.soak)])
        def test(rounds: int) -> None:
            settings(max_examples=rounds, derandomize=rounds <= DEFAULT)(given(*drawn)(law))()

        return test

    return test_of


def data(carried: Carried) -> str:
    return dump_ledger(carried.ledger)


def all_ids(ledger: Ledger) -> list[str]:
    return [i for a in ledger.actions for i in (a.id, *a.aliases)]


def meaning(result: Carried) -> Counter[tuple[object, ...]]:
    """What a ledger says of each action, whatever it and the meetings are called."""
    paths = {m.key: m.path for m in result.ledger.meetings}
    places: dict[str, list[tuple[str, int]]] = {}
    for link in result.links:
        places.setdefault(link.action, []).append((link.path, link.mention.line))
    return Counter(
        (tuple(sorted(places[a.id])), a.text, a.status, a.closed, a.why, a.owners, a.due, a.due_words, tuple(paths[k] for k in a.seen))
        for a in result.ledger.actions
        if a.id in places
    )


Places = frozenset[tuple[str, int]]
"""Where an action is mentioned: by the content of the file, as it may be renamed, and the line."""


def places(result: Carried) -> dict[Places, str]:
    """The ids of the actions by where they are mentioned, without those that share their first words with another of their meeting."""
    content = {m.key: m.sha256 for m in result.ledger.meetings}
    found: dict[str, set[tuple[str, int]]] = {}
    for link in result.links:
        found.setdefault(link.action, set()).add((content[link.meeting], link.mention.line))
    words = Counter((a.raised, a.text) for a in result.ledger.actions)
    alone = {a.id for a in result.ledger.actions if words[a.raised, a.text] == 1}
    return {frozenset(where): i for i, where in found.items() if i in alone}


@for_every(st.data())
def test_carrying_twice_is_carrying_once(drawn: st.DataObject) -> None:
    ledger = Ledger()
    for state in drawn.draw(histories(cites=True, losses=True)):
        once = carried(state, drawn.draw(hands(ledger)))
        twice = carried(state, once.ledger, today=TODAY + timedelta(days=1))
        assert data(twice) == data(once)
        assert twice.changes == ()
        ledger = once.ledger


@for_every(serieses(cites=True))
def test_one_by_one_in_date_order_is_all_at_once(told: Folder) -> None:
    ledger = Ledger()
    for count in range(1, len(told) + 1):
        result = carried(told[:count], ledger)
        ledger = result.ledger
    assert data(result) == data(carried(told))
    assert result.links == carried(told).links


@for_every(histories())
def test_late_and_amended_minutes_give_what_all_at_once_gives_but_for_names(states: tuple[Folder, ...]) -> None:
    ledger = Ledger()
    for state in states:
        result = carried(state, ledger)
        ledger = result.ledger
        assert meaning(result) == meaning(carried(state))


@for_every(histories())
def test_an_action_whose_mentions_did_not_change_keeps_its_id(states: tuple[Folder, ...]) -> None:
    before: dict[Places, str] = {}
    ledger = Ledger()
    for state in states:
        result = carried(state, ledger)
        ledger = result.ledger
        now = places(result)
        assert all(now[where] == before[where] for where in before.keys() & now.keys())
        before = now


@for_every(st.data())
def test_an_id_once_given_stays_and_is_given_once(drawn: st.DataObject) -> None:
    ledger = Ledger()
    given: set[str] = set()
    for state in drawn.draw(histories(cites=True, losses=True)):
        ledger = carried(state, drawn.draw(hands(ledger))).ledger
        names = all_ids(ledger)
        assert len(names) == len(set(names))
        assert given <= set(names)
        given |= set(names)


@for_every(histories(cites=True, losses=True))
def test_every_mention_belongs_to_one_action(states: tuple[Folder, ...]) -> None:
    ledger = Ledger()
    for state in states:
        result = carried(state, ledger)
        ledger = result.ledger
        known = {a.id: a for a in ledger.actions}
        assert Counter((k.path, k.mention) for k in result.links) == Counter((m.path, n) for m in state for n in m.mentions)
        assert all(k.meeting in known[k.action].seen for k in result.links)


@for_every(serieses(cites=True))
def test_no_open_action_disappears_and_silence_closes_none(told: Folder) -> None:
    ledger = Ledger()
    for count in range(1, len(told) + 1):
        result = carried(told[:count], ledger)
        now = {a.id: a.status for a in result.ledger.actions}
        closing = {k.action for k in result.links if k.path == told[count - 1].path and k.mention.status is not Status.OPEN}
        for before in ledger.actions:
            if before.status is Status.OPEN:
                assert now[before.id] is Status.OPEN or before.id in closing
        ledger = result.ledger


@for_every(st.data())
def test_the_order_of_the_files_makes_no_difference(drawn: st.DataObject) -> None:
    ledger = Ledger()
    for state in drawn.draw(histories(cites=True, losses=True)):
        known = drawn.draw(hands(ledger))
        result = carried(state, known)
        assert carried(drawn.draw(st.permutations(state)), known) == result
        ledger = result.ledger


@for_every(st.data())
def test_what_was_recorded_by_hand_survives_every_carry(drawn: st.DataObject) -> None:
    ledger = Ledger()
    for state in drawn.draw(histories(cites=True, losses=True)):
        known = drawn.draw(hands(ledger))
        ledger = carried(state, known).ledger
        before = Counter(e for a in known.actions for e in a.by_hand)
        assert not before - Counter(e for a in ledger.actions for e in a.by_hand)


@for_every(st.data())
def test_minutes_that_are_gone_change_nothing(drawn: st.DataObject) -> None:
    ledger = Ledger()
    for state in drawn.draw(histories(cites=True)):
        ledger = carried(state, drawn.draw(hands(ledger, answers=False))).ledger
    left = Folder(m for m in state if drawn.draw(st.booleans()))
    result = carried(left, ledger)
    assert data(result) == dump_ledger(ledger)


# --- the same from the text of the minutes -----------------------------------------------------------------------


def written(number: int, *bullets: str) -> Minutes:
    """The minutes of a meeting, written as a secretary writes them and read from that text."""
    head = f"---\nmeeting: {number}\ndate: {FIRST + timedelta(weeks=4 * number)}\npresent: {{KK: Kim Kato, PB: Pat Bell}}\n---\n"
    text = f"{head}# Notes of meeting {number}\n\nThe roof was talked about at length.\n\n## Actions\n\n" + "".join(f"- {b}\n" for b in bullets)
    return read_minutes(text, f"minutes/{number}.md", sha256(text.encode()).hexdigest(), Committee())


BULLETS = st.builds(
    "{}{} to {}{}".format,
    st.sampled_from(("", "", "[x] ")),
    st.sampled_from(("KK", "PB", "KK and PB")),
    st.sampled_from([words for words in WORDINGS if not words.startswith("the ")]),
    st.sampled_from(("", ".", " by 3 March 2031.", " before the next meeting.")),
)


@for_every(st.lists(st.lists(BULLETS, max_size=5), min_size=1, max_size=4), rounds=30)
def test_carried_from_text_one_by_one_is_at_once_and_twice_is_once(meetings: list[list[str]]) -> None:
    told = [written(number, *bullets) for number, bullets in enumerate(meetings, 1)]
    assert [len(m.mentions) for m in told] == [len(bullets) for bullets in meetings]
    once = in_turn(told)
    assert data(once) == data(carried(told)) == data(carried(told, once.ledger))


@for_every(st.lists(BULLETS, min_size=1, max_size=5, unique=True), st.data(), rounds=30)
def test_a_line_written_into_old_minutes_moves_no_id(bullets: list[str], drawn: st.DataObject) -> None:
    before = carried([written(1, *bullets)])
    at = drawn.draw(st.integers(0, len(bullets)))
    after = carried([written(1, *bullets[:at], "PB to mend the gate", *bullets[at:])], before.ledger)
    assert {(k.mention.text, k.action) for k in before.links} <= {(k.mention.text, k.action) for k in after.links}
    assert find(after.ledger, f"A1.{len(before.ledger.actions) + 1}").text == "PB to mend the gate"
