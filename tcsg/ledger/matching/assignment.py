"""Which mention is which action: one assignment for a whole meeting, the one with the most evidence in all.

The assignment problem, solved by shortest augmenting paths (Kuhn 1955; Jonker and Volgenant 1987).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.ledger.matching.evidence import DOUBTFUL, SURE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

MARGIN = 0.06
"""How much evidence every other choice must cost before a pair is certain."""
_UNMADE = 0.01
"""What the evidence of a pair that is doubtful counts in all: it is asked about and not made, so it takes no action from one that is sure."""
_LARGEST = 200
"""Mentions that hang together up to which the best assignment is looked for; beyond, the best pair is taken first."""

Scores = dict[tuple[int, int], float]


@frozen
class Doubt:
    """A mention that could be one of several known actions, or only may be one: indices into what was given."""

    mention: int
    known: tuple[int, ...]


def _never(_one: int, _other: int) -> bool:
    return False


def assign(scores: Sequence[tuple[float, int, int]], twice: Callable[[int, int], bool] = _never) -> tuple[dict[int, int], tuple[Doubt, ...]]:
    """Pair mentions with known actions: (evidence, mention, known) in, mention → known out.

    Only what is sure is paired, and only when every other choice would cost evidence; the rest is doubtful. Two mentions that may
    say one thing `twice` do not rule each other out.
    """
    table: Scores = {}
    for score, mention, known in scores:
        if score >= DOUBTFUL:
            table[mention, known] = max(score, table.get((mention, known), 0.0))
    pairs: dict[int, int] = {}
    for part in _parts(table):
        chosen = best({pair: score if score >= SURE else score * _UNMADE for pair, score in part.items()})
        holder = {k: m for m, k in chosen.items()}
        pairs |= {m: k for m, k in chosen.items() if part[m, k] >= SURE and (len(part) == 1 or not any(_rivals(m, k, holder, part, twice)))}
    taken = set(pairs.values())
    open_to: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (mention, known), score in table.items():
        if mention not in pairs and known not in taken:
            open_to[mention].append((-score, known))
    return pairs, tuple(Doubt(m, tuple(k for _, k in sorted(ks))) for m, ks in sorted(open_to.items()))


def _parts(table: Scores) -> Iterator[Scores]:
    """The parts of a table that share neither mention nor action."""
    home: dict[tuple[str, int], tuple[str, int]] = {}

    def find(node: tuple[str, int]) -> tuple[str, int]:
        while home.setdefault(node, node) != node:
            home[node] = home[home[node]]
            node = home[node]
        return node

    for mention, known in table:
        home[find(("mention", mention))] = find(("known", known))
    parts: dict[tuple[str, int], Scores] = defaultdict(dict)
    for pair, score in table.items():
        parts[find(("mention", pair[0]))][pair] = score
    yield from parts.values()


def _rivals(mention: int, known: int, holder: Mapping[int, int], part: Scores, twice: Callable[[int, int], bool]) -> Iterator[bool]:
    """Whether another choice would cost too little: for each, true if the evidence in all would fall by less than the margin.

    `holder` is the mention that was chosen for each known action; in other parts of the table there is no other choice.
    """
    score, alone = part[mention, known], {m for m, _ in part}.difference(holder.values())
    for (m, k), rival in part.items():
        if m == mention and k != known:
            other = holder.get(k)
            swapped = part.get((other, known)) if other is not None else None
            lost = score - rival if other is None else score + part[other, k] - rival - swapped if swapped is not None else None
            alike = swapped is not None and other is not None and score == rival == swapped == part[other, k]
            yield lost is not None and lost < MARGIN and not alike
        elif k == known and m != mention and m in alone and not twice(m, mention):
            yield score - rival < MARGIN


def best(part: Scores) -> dict[int, int]:
    """The assignment that has the most evidence in all; a mention may stay alone."""
    mentions = sorted({m for m, _ in part})
    known = sorted({k for _, k in part})
    if len(mentions) <= 1 or len(known) == 1 or min(len(mentions), len(known)) > _LARGEST:
        return _first_come(sorted(part, key=lambda pair: (-part[pair], *pair)))
    columns = [*known, *(None for _ in mentions)]
    matched = _solve([[1.0 - part.get((m, k), 0.0) if k is not None else 1.0 for k in columns] for m in mentions])
    return {m: k for m, column in zip(mentions, matched, strict=True) if (k := columns[column]) is not None and (m, k) in part}


def next_best(part: Scores, mention: int, known: int, size: tuple[int, int]) -> float:
    """The most that speaks for another action of a mention, or another mention of the action, in a full table of a `size`."""
    mentions, actions = size
    others = [part[mention, k] for k in range(actions) if k != known] + [part[m, known] for m in range(mentions) if m != mention]
    return max(others, default=0.0)


def _first_come(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for mention, known in pairs:
        if mention not in chosen and known not in taken:
            chosen[mention] = known
            taken.add(known)
    return chosen


def _solve(costs: Sequence[Sequence[float]]) -> list[int]:
    """The column of each row so that the costs in all are least; there are at least as many columns as rows."""
    width = len(costs[0])
    row_of: list[int | None] = [None] * width
    of_row, of_column = [0.0] * len(costs), [0.0] * width
    for row in range(len(costs)):
        _augment(costs, row, row_of, of_row, of_column)
    found = [0] * len(costs)
    for column, owner in enumerate(row_of):
        if owner is not None:
            found[owner] = column
    return found


def _augment(costs: Sequence[Sequence[float]], start: int, row_of: list[int | None], of_row: list[float], of_column: list[float]) -> None:
    """Find a column for one more row along the shortest path, moving others; the potentials keep all reduced costs at 0 or more."""
    width = len(costs[0])
    distance, before, done = [float("inf")] * width, [-1] * width, [False] * width
    row: int | None = start
    column, reached = -1, 0.0
    visited: list[tuple[int, float]] = []
    while row is not None:
        visited.append((row, reached))
        for n in range(width):
            via = reached + costs[row][n] - of_row[row] - of_column[n]
            if not done[n] and via < distance[n]:
                distance[n], before[n] = via, column
        column = min((n for n in range(width) if not done[n]), key=lambda n: distance[n])
        done[column], reached = True, distance[column]
        row = row_of[column]
    for row, at in visited:
        of_row[row] += reached - at
    for n in range(width):
        if done[n] and n != column:
            of_column[n] += distance[n] - reached
    while column >= 0:
        earlier = before[column]
        row_of[column] = row_of[earlier] if earlier >= 0 else start
        column = earlier
