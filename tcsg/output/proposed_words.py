"""The words of a proposed committee.yaml: headings, marks and statuses that the minutes use and nobody else knows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tcsg.ledger.quoting import block
from tcsg.output.text import clean, count
from tcsg.reading.idiom import key
from tcsg.reading.survey import is_decision

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tcsg.reading.survey import Survey

_OFTEN = 3
"""Places from which on a word is proposed and not only suggested."""
_SUGGESTED = 2
"""Places from which on a word is suggested at all."""
_MOST = 12
"""Lines of suggestions of one sort."""


def words_block(surveys: Sequence[Survey]) -> str:
    """The words that the minutes show, the ones beyond doubt proposed, the others suggested; then what is known already."""
    headings = _headings(surveys)
    marks = _marks(surveys)
    statuses = _statuses(surveys)
    proposed = [(name, rows) for name, rows in (("headings", headings), ("marks", marks)) if any(sure for sure, _, _ in rows)]
    if proposed:
        out = "words:\n"
        for name, rows in proposed:
            out += f"  {name}:\n" + "".join(f"  - {block(word)}  # {said}\n" for sure, word, said in rows if sure)
    else:
        out = "# words: {headings: [Things to chase], marks: [JOB], done: [sorted], ignore: [Standing items]}\n"
    for name, rows in (("headings", headings), ("marks", marks), ("done", statuses)):
        out += "".join(f"# {name}: {clean(word)}   # {said}\n" for sure, word, said in rows[:_MOST] if not sure)
    known = [
        ("headings", _counted(((clean(t), n) for s in surveys for t, n in s.headings.items()))),
        ("marks", _counted(((clean(t), n) for s in surveys for t, n in s.marks.items()))),
    ]
    return out + "".join(f"# {name} known already: {said}\n" for name, said in known if said)


def _headings(surveys: Sequence[Survey]) -> list[tuple[bool, str, str]]:
    """Titles with whether they are sure and what was seen; one that stands at a single meeting may be a topic."""
    found: dict[str, list[tuple[str, int, int]]] = {}
    for survey in surveys:
        for title, (reads, below) in survey.strange_headings.items():
            found.setdefault(key(title), []).append((title, reads, below))
    rows: list[tuple[bool, str, str, int]] = []
    for seen in found.values():
        reads, below = sum(reads for _, reads, _ in seen), sum(below for _, _, below in seen)
        said = f"above {reads} of {count(below, 'item')} that read as actions, at {count(len(seen), 'meeting')}"
        rows.append((len(seen) > 1 and reads >= _OFTEN, seen[0][0], said, reads))
    return [row[:3] for row in sorted(rows, key=lambda row: (not row[0], -row[3], row[1])) if key(row[1]) and row[3] >= _SUGGESTED]


def _marks(surveys: Sequence[Survey]) -> list[tuple[bool, str, str]]:
    """Words with whether they are sure and what was seen; somebody who speaks says other things as well."""
    found: dict[str, Counter[str]] = {}
    lines: Counter[str] = Counter()
    for survey in surveys:
        for word, times in survey.openers.items():
            found.setdefault(key(word), Counter())[word] += survey.strange_marks[word]
            lines[key(word)] += times
    rows: list[tuple[bool, str, str, int]] = []
    for name, forms in found.items():
        times, word = sum(forms.values()), min(forms, key=lambda form: (-forms[form], form))
        if name and times >= _SUGGESTED and times * 2 > lines[name]:
            said = f"opens {count(lines[name], 'line')}, {times} of them before somebody who is to do something"
            sure = times >= _OFTEN and times * 4 >= lines[name] * 3 and not is_decision(word)
            rows.append((sure, word, said + ("; a decision?" if is_decision(word) else ""), times))
    return [row[:3] for row in sorted(rows, key=lambda row: (not row[0], -row[3], row[1]))]


def _statuses(surveys: Sequence[Survey]) -> list[tuple[bool, str, str]]:
    found = Counter({word: sum(s.statuses[word] for s in surveys) for s in surveys for word in s.statuses})
    rows = sorted(((times, word) for word, times in found.items() if times > 1), key=lambda row: (-row[0], row[1]))
    return [(False, word, f"behind {times} actions; does it close them?") for times, word in rows]


def _counted(words: Iterable[tuple[str, int]]) -> str:
    """`Actions (12), Action items (3)`: the words of any case together, the most frequent first."""
    forms: dict[str, Counter[str]] = {}
    for word, times in words:
        forms.setdefault(word.casefold(), Counter())[word] += times
    rows = sorted(((sum(f.values()), min(f, key=lambda w: (-f[w], w))) for f in forms.values()), key=lambda row: (-row[0], row[1]))
    return ", ".join(f"{word} ({times})" for times, word in rows[:_MOST])
