"""Ids of commitments: given once, known again when a plan is amended, told apart when two branches give the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from histories import serieses
from hypothesis import given
from hypothesis import strategies as st
from make import carried, changed, find, mention, noted, series
from make import in_turn as make_in_turn

from tcsg.ledger.canonical import dump_ledger
from tcsg.ledger.merge import merge
from tcsg.ledger.recording import changes, placed, record
from tcsg.ledger.records import fast_load, read_ledger
from tcsg.model import ByHand, Committed, Ledger, PlanFile
from tcsg.plan.identity import Named, named_plans
from tcsg.plan.values import Commitment, Plan

MARCH, APRIL, MAY = date(2031, 3, 1), date(2031, 4, 1), date(2031, 5, 1)
SOIL, GATE, COURSE = "We will test the soil of every plot", "We will paint the gate in green", "We will pay for a course in pruning"


def plan(*words: str, path: str = "minutes/plan.md", year: int = 2031, ids: dict[int, str] | None = None) -> Plan:
    promised = tuple(Commitment(n, n, text, id=(ids or {}).get(n)) for n, text in enumerate(words))
    return Plan(path, f"{path} {words} {year}", "Plan", date(year, 1, 1), date(year + 1, 12, 31), commitments=promised)


def ledger_of(named: Named, known: Ledger | None = None) -> Ledger:
    """The ledger as it is read from its bytes."""
    ledger = replace(known or Ledger(), plans=named.files, commitments=named.commitments)
    again = read_ledger(dump_ledger(ledger).encode(), "x")
    assert again == ledger == fast_load(dump_ledger(ledger).encode())
    return again


def in_turn(*plans: Plan) -> dict[str, str]:
    """The ids by words after the plan was amended again and again."""
    ledger = Ledger()
    named = named_plans((), ledger)
    for one in plans:
        named = named_plans((one,), ledger)
        ledger = ledger_of(named, ledger)
    return {c.text: str(c.id) for p in named.plans for c in p.commitments}


def test_ids_are_numbered_within_the_first_year_of_the_plan() -> None:
    assert in_turn(plan(SOIL, GATE)) == {SOIL: "P2031.1", GATE: "P2031.2"}


def test_what_is_inserted_moved_or_reworded_keeps_the_ids_of_the_others() -> None:
    assert in_turn(plan(SOIL, GATE), plan(COURSE, GATE, SOIL)) == {COURSE: "P2031.3", GATE: "P2031.2", SOIL: "P2031.1"}
    reworded = "We will paint the gate in dark green"
    assert in_turn(plan(SOIL, GATE), plan(reworded, SOIL)) == {reworded: "P2031.2", SOIL: "P2031.1"}


def test_a_number_never_comes_back_and_its_words_bring_it_back() -> None:
    assert in_turn(plan(SOIL, GATE), plan(SOIL), plan(SOIL, COURSE)) == {SOIL: "P2031.1", COURSE: "P2031.3"}
    assert in_turn(plan(SOIL, GATE), plan(SOIL), plan(SOIL, COURSE, GATE))[GATE] == "P2031.2"


def test_what_has_left_the_plan_is_not_taken_for_something_that_is_only_like_it() -> None:
    like = "We will paint the fence in green"
    assert in_turn(plan(SOIL, GATE), plan(SOIL), plan(SOIL, like))[like] == "P2031.3"


def test_an_id_that_the_plan_states_counts() -> None:
    assert in_turn(plan(SOIL, GATE), plan("Something else", SOIL, ids={0: "P2031.2"})) == {"Something else": "P2031.2", SOIL: "P2031.1"}
    assert in_turn(plan(SOIL, ids={0: "P2031.7"}), plan(SOIL, GATE))[GATE] == "P2031.8"
    assert in_turn(plan(SOIL, ids={0: "P1999.7"})) == {SOIL: "P2031.1"}


def test_two_plans_of_a_year_are_told_apart_and_a_renamed_one_is_known_again() -> None:
    first, second = plan(SOIL), plan(GATE, path="minutes/z.md")
    named = named_plans((second, first), Ledger())
    assert [(p.key, [c.id for c in p.commitments]) for p in named.plans] == [("2031", ["P2031.1"]), ("2031b", ["P2031b.1"])]
    renamed = replace(first, path="minutes/zz.md")
    assert [(p.path, p.key) for p in named_plans((second, renamed), ledger_of(named)).plans] == [("minutes/z.md", "2031b"), ("minutes/zz.md", "2031")]
    corrected = plan(SOIL, year=2032)
    assert [p.key for p in named_plans((corrected,), ledger_of(named)).plans] == ["2031"]


@given(st.lists(st.lists(st.sampled_from((SOIL, GATE, COURSE, "We will dig", "Dig", "A shed")), max_size=5), min_size=1, max_size=4))
def test_twice_is_once_and_no_id_given_is_changed_while_its_words_stand(turns: list[list[str]]) -> None:
    ledger = Ledger()
    before: dict[str, str] = {}
    for words in turns:
        named = named_plans((plan(*dict.fromkeys(words)),), ledger)
        ledger = ledger_of(named, ledger)
        assert ledger_of(named_plans((plan(*dict.fromkeys(words)),), ledger), ledger) == ledger
        now = {c.text: str(c.id) for p in named.plans for c in p.commitments}
        assert all(now[text] == before[text] for text in now.keys() & before.keys())
        assert len({*now.values()}) == len(now)
        before = now


# --- what serves them --------------------------------------------------------------------------------------------

PROMISED = (Committed("P2031.1", SOIL), Committed("P2031.2", GATE))
KNOWN = Ledger(plans=(PlanFile("2031", "minutes/plan.md", "0"),), commitments=PROMISED)


def serving(text: str, *ids: str, owner: str = "KK") -> object:
    return replace(mention(text, owner), plan=ids)


def test_an_action_serves_what_its_minutes_name_and_what_no_plan_has_is_nothing() -> None:
    told = series([serving("KK to dig", "P2031.1", "P2031.9")], ["KK to sow"])  # type: ignore[list-item]
    ledger = carried(told, KNOWN).ledger
    assert [a.plan for a in ledger.actions] == [("P2031.1",), ()]
    assert [a.plan for a in carried(told).ledger.actions] == [(), ()]


def test_the_later_of_minutes_and_hand_counts_but_words_merely_restated_say_nothing() -> None:
    told = series([serving("KK to dig", "P2031.1")], [serving("KK to dig", "P2031.1")], [serving("KK to dig", "P2031.2")])  # type: ignore[list-item]
    first = carried(told[:1], KNOWN).ledger
    off = noted(first, "A1.1", ByHand(date(2031, 1, 20), unlink="P2031.1"))
    assert find(carried(told[:1], off).ledger, "A1.1").plan == ()
    assert find(carried(told[:2], off).ledger, "A1.1").plan == ()
    assert find(carried(told, off).ledger, "A1.1").plan == ("P2031.2",)
    on = noted(first, "A1.1", ByHand(date(2031, 1, 20), link="P2031.2"))
    assert find(carried(told[:1], on).ledger, "A1.1").plan == ("P2031.1", "P2031.2")


def test_links_outlive_the_minutes_that_made_them() -> None:
    told = series([serving("KK to dig", "P2031.1")], ["KK to sow"])  # type: ignore[list-item]
    ledger = carried(told, KNOWN).ledger
    assert carried(told[1:], ledger).ledger.actions == ledger.actions


def test_a_record_spliced_alone_is_the_record_that_carrying_makes() -> None:
    told = series(["KK to dig"])
    ledger = carried(told, KNOWN).ledger
    entry = ByHand(MARCH, link="P2031.2")
    assert changes(find(ledger, "A1.1"), entry)
    linked = placed(ledger, record(find(ledger, "A1.1"), entry))
    assert linked == carried(told, noted(ledger, "A1.1", entry)).ledger
    assert not changes(find(linked, "A1.1"), entry)


def test_a_ledger_without_plans_says_nothing_of_them() -> None:
    text = dump_ledger(carried(series(["KK to dig"])).ledger)
    assert "plan" not in text
    assert "commitments" not in text


@given(st.data())
def test_carrying_one_file_after_the_other_links_as_carrying_all_at_once_does(data: st.DataObject) -> None:
    told = [
        replace(one, mentions=tuple(replace(m, plan=data.draw(st.sampled_from(((), ("P2031.1",), ("P2031.2", "P2031.9"))))) for m in one.mentions))
        for one in data.draw(serieses())
    ]
    whole = carried(told, KNOWN).ledger
    assert dump_ledger(make_in_turn(told, KNOWN).ledger) == dump_ledger(whole)
    assert dump_ledger(carried(told, whole).ledger) == dump_ledger(whole)
    assert {i for a in whole.actions for i in a.plan} <= {"P2031.1", "P2031.2"}


# --- merging -----------------------------------------------------------------------------------------------------

BASE = carried(series(["KK to dig"]), KNOWN).ledger


def merged(ours: Ledger, theirs: Ledger, base: Ledger = BASE) -> Ledger:
    """The merge, the same whoever merges."""
    one, other = merge(base, ours, theirs, MAY), merge(base, theirs, ours, MAY)
    assert dump_ledger(one.ledger) == dump_ledger(other.ledger)
    assert not one.conflicts
    return one.ledger


def linked(ledger: Ledger, commitment: str, on: date = MARCH) -> Ledger:
    return placed(ledger, record(find(ledger, "A1.1"), ByHand(on, link=commitment)))


def test_links_of_both_sides_are_kept() -> None:
    ledger = merged(linked(BASE, "P2031.1"), linked(BASE, "P2031.2", APRIL))
    assert find(ledger, "A1.1").plan == ("P2031.1", "P2031.2")
    assert [e.link for e in find(ledger, "A1.1").by_hand] == ["P2031.1", "P2031.2"]


def test_one_side_that_links_and_one_that_closes() -> None:
    from tcsg.model import Status

    closed = placed(BASE, record(find(BASE, "A1.1"), ByHand(APRIL, status=Status.DONE)))
    action = find(merged(linked(BASE, "P2031.1"), closed), "A1.1")
    assert (action.plan, action.status) == (("P2031.1",), Status.DONE)


def test_an_id_that_both_gave_to_different_commitments_stays_with_one_and_links_follow_the_other() -> None:
    ours = replace(BASE, commitments=(*PROMISED, Committed("P2031.3", "A course in pruning")))
    theirs = linked(replace(BASE, commitments=(*PROMISED, Committed("P2031.3", "The well is cleaned"))), "P2031.3")
    ledger = merged(ours, theirs)
    assert {c.id: c.words for c in ledger.commitments}["P2031.3"] == "A course in pruning"
    assert {c.id: c.words for c in ledger.commitments}["P2031.4"] == "The well is cleaned"
    assert find(ledger, "A1.1").plan == ("P2031.4",)
    assert find(ledger, "A1.1").by_hand[0].link == "P2031.4"
    assert any("P2031.3 was given on both sides" in said for said in merge(BASE, ours, theirs, MAY).said)


def test_two_plans_that_both_called_2032_are_told_apart() -> None:
    ours = replace(BASE, plans=(*BASE.plans, PlanFile("2032", "minutes/a.md", "1")), commitments=(*PROMISED, Committed("P2032.1", "Dig a well")))
    theirs = replace(BASE, plans=(*BASE.plans, PlanFile("2032", "minutes/b.md", "2")), commitments=(*PROMISED, Committed("P2032.1", "Buy hens")))
    ledger = merged(ours, linked(theirs, "P2032.1"))
    assert [(p.key, p.path) for p in ledger.plans][1:] == [("2032", "minutes/a.md"), ("2032b", "minutes/b.md")]
    assert {c.id: c.words for c in ledger.commitments}["P2032b.1"] == "Buy hens"
    assert find(ledger, "A1.1").plan == ("P2032b.1",)


def test_an_id_that_one_side_lost_is_kept() -> None:
    ledger = merged(replace(BASE, commitments=PROMISED[:1]), changed(BASE, "A1.1", text="KK to dig"))
    assert ledger.commitments == PROMISED
