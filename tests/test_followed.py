"""Whole series of minutes as secretaries of different bodies write them: each action is followed, and no two become one.

A case holds four meetings, each after `=== day`; `@@3` at the end of a line says that it is of the third action, whatever its words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from tcsg.ledger.carry import carry
from tcsg.model import Committee, Ledger
from tcsg.reading.minutes import read_minutes

CASES = sorted((Path(__file__).parent / "cases" / "followed").glob("*.txt"))
_LABEL = re.compile(r" @@(\d+)(?: \w+)?$")


def meetings(case: Path) -> list[tuple[str, str]]:
    parts = re.split(r"^=== ", case.read_text("utf-8"), flags=re.MULTILINE)[1:]
    return [(part.partition("\n")[0], part.partition("\n")[2]) for part in parts]


def labels(case: Path) -> dict[tuple[str, int], str]:
    found = {}
    for day, text in meetings(case):
        for n, line in enumerate(text.split("\n"), start=1):
            if label := _LABEL.search(line):
                found[f"minutes/{day}.md", n] = label[1]
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_each_action_is_followed_and_no_two_become_one(case: Path) -> None:
    read = [
        read_minutes("\n".join(_LABEL.sub("", line) for line in text.split("\n")), f"minutes/{day}.md", day, Committee())
        for day, text in meetings(case)
    ]
    links = carry(tuple(read), Ledger(), Committee(), "", date(2031, 12, 31)).links
    told = labels(case)
    mine = {(link.path, link.mention.line): link.action for link in links}
    assert told.keys() <= mine.keys()
    threads = defaultdict(set)
    for place, label in told.items():
        threads[label].add(mine[place])
    assert {label: len(actions) for label, actions in threads.items()} == dict.fromkeys(threads, 1)
    assert len(set().union(*threads.values())) == len(threads)
