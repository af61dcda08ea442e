"""Minutes that name what an action serves: wherever the id stands, it is read, and it is nobody's name and no word of the task."""

from __future__ import annotations

import pytest

from tcsg.ledger.matching import likeness, words_of
from tcsg.model import Committee
from tcsg.reading.commitments import commitments_in, without_commitments
from tcsg.reading.minutes import read_minutes

HEAD = "---\ndate: 2031-02-04\npresent:\n  TO: Tom Okoro\n  VH: Vera Hall\n---\n\n## 1. Plots\n\n"


@pytest.mark.parametrize(
    ("text", "owners", "plan"),
    [
        ("**Actions:**\n\n- VH to fix the door (P2031.4)\n", ("VH",), ("P2031.4",)),
        ("**Actions:**\n\n- VH to fix the door [p2031.4, P2031b.12]\n", ("VH",), ("P2031.4", "P2031b.12")),
        ("**Actions:**\n\n- P2031.4: VH to fix the door\n", ("VH",), ("P2031.4",)),
        ("**Actions:**\n\n- Fix the door (VH/TO, P2031.4)\n", ("VH", "TO"), ("P2031.4",)),
        ("**Actions:**\n\n- VH to fix the door\n  - serves P2031.4\n", ("VH",), ("P2031.4",)),
        ("The door is to be fixed. **(Action: VH, P2031.4)**\n", ("VH",), ("P2031.4",)),
        ("The door is to be fixed. **(Action: VH)** (P2031.4)\n", ("VH",), ("P2031.4",)),
        ("**Action (P2031.4):** VH to fix the door\n", ("VH",), ("P2031.4",)),
        ("| Action | Owner | Plan |\n|-|-|-|\n| Fix the door | VH | P2031.4 |\n", ("VH",), ("P2031.4",)),
        ("**Actions:**\n\n- VH to read paper P31.4 of version 2031.4\n", ("VH",), ()),
    ],
)
def test_a_commitment_is_named_anywhere_in_the_place_of_an_action(text: str, owners: tuple[str, ...], plan: tuple[str, ...]) -> None:
    (mention,) = read_minutes(HEAD + text, "minutes/x.md", "", Committee()).mentions
    assert (mention.owners, mention.plan) == (owners, plan)


def test_of_two_actions_in_a_list_each_has_its_own() -> None:
    text = HEAD + "**Actions:**\n\n- VH to fix the door (P2031.4)\n- TO to fix the roof (P2031.5)\n"
    assert [m.plan for m in read_minutes(text, "minutes/x.md", "", Committee()).mentions] == [("P2031.4",), ("P2031.5",)]


@pytest.mark.parametrize("text", ["P2031.0", "XP2031.1", "P2031.1.2", "P2031.1a", "P203.1", "1.P2031.1"])
def test_what_only_looks_like_an_id_is_none(text: str) -> None:
    assert commitments_in(text) == ()


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("mend it (P2031.4).", "mend it."),
        ("mend it (P2031.4, P2031.5) soon", "mend it soon"),
        ("mend it, P2031.4", "mend it,"),
        ("mend it", "mend it"),
    ],
)
def test_an_id_is_no_word_of_the_task(text: str, bare: str) -> None:
    assert without_commitments(text) == bare
    assert likeness(words_of("mend the old pump", ["TO"]), words_of("mend the old pump (P2031.4)", ["TO"])) > 1
