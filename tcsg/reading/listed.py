"""What a list at the end says again in quite other words: its place tells it, or that its owner has nothing else."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from tcsg.frozen import replace
from tcsg.model import Kind, Section, Status
from tcsg.reading.carried_on import carried_on, is_linked
from tcsg.reading.for_each import for_each, may_be
from tcsg.reading.named_again import ALIKE, names_it, within
from tcsg.reading.points import FRAME
from tcsg.reading.said import SEEING_TO, VAGUE, said_words, stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tcsg.model import Mention
    from tcsg.reading.said import Said

_REST = frozenset("rest remaining remainder".split())
"""What is left of a task."""
_MORE = frozenset("again still yet other last final".split())
"""What a list says of a thing that it has again."""
_TOLD = 3
"""Words that tell a task that has changed hands."""
_AMID = (Kind.MARKER, Kind.INLINE)
"""Kinds of what stands amid talk."""
_COMMON = 100
"""Actions of one owner, or with one word, that are more than any meeting has."""
_MANY = 4
"""Words in common that two actions of one owner do not have by chance."""


def summed_up(mentions: tuple[Mention, ...], every: Sequence[Said]) -> tuple[Mention, ...]:
    """The mentions, with what a list says again in quite other words; `every` are the same as they are compared, but for what they restate."""
    mentions = _once_each(mentions, every)
    mentions = _taken_up(_told_above(_by_owner(_in_order(mentions, every), every), every), every)
    return carried_on(for_each(mentions, every), every)


def _once_each(mentions: tuple[Mention, ...], every: Sequence[Said]) -> tuple[Mention, ...]:
    """The mentions; of several of one list that would say the same again in words of their own, the one that shares most of them does.

    None does of boxes that give to one what was given to several together, for each is ticked by itself: `- [ ] Ann: read it`.
    """
    rivals: dict[tuple[int, int], list[Said]] = {}
    for mention, said in zip(mentions, every, strict=True):
        if mention.restates is not None and said.block is not None:
            rivals.setdefault((mention.restates, said.block), []).append(said)
    there = Counter(m.line for m in mentions)
    several = {first: them for (first, _), them in rivals.items() if there[first] == 1 and len({said.mention.text.casefold() for said in them}) > 1}
    if not several:
        return mentions
    lines = {said.mention.line: said for said in every}
    others: set[int] = set()
    for first, them in several.items():
        told = [said.mention for said in them]
        if all(m.kind is Kind.CHECKBOX and len(m.owners) == 1 for m in told) and len({m.owners for m in told}) == len(told):
            others.update(m.line for m in told)
            continue
        bag = lines[first].bag
        shares = {said.mention.text.casefold(): len(said.bag ^ bag) for said in them}
        others.update(m.line for m in told if shares[m.text.casefold()] > min(shares.values()))
    return tuple(replace(m, restates=None) if m.line in others else m for m in mentions)


def _in_order(mentions: tuple[Mention, ...], every: Sequence[Said]) -> tuple[Mention, ...]:
    """The mentions, with what a list says again in quite other words: it stands where the list would say it, and nothing else does.

    A list at the end follows the order of the meeting. Between two of its items that say again what was said above, there are as many
    that do not, as things were said between those; and each pair has words in common.
    """
    first_of: dict[int, int] = {}
    again, homes = {m.restates for m in mentions}, [said.block for said in every]
    once = [n for n, m in enumerate(mentions) if m.restates is None and m.line not in again]
    lines, lines_of = [mentions[n].line for n in once], defaultdict[int | None, list[int]](list)
    for n, line in zip(once, lines, strict=True):
        lines_of[homes[n]].append(line)
    for run, above, below in _gaps(mentions, homes):
        if _count(lines, above, below) - _count(lines_of[homes[run[0]]], above, below) != len(run):
            continue  # told without going over them, for there may be very many
        between = [every[n] for n in once[bisect_right(lines, above) : bisect_left(lines, below)] if homes[n] != homes[run[0]]]
        if all(_has_to_do(every[n], other) for n, other in zip(run, between, strict=True)):
            first_of |= {mentions[n].line: other.mention.line for n, other in zip(run, between, strict=True)}
    if not first_of:
        return mentions
    return tuple(replace(m, restates=first_of.get(m.line if m.restates is None else m.restates, m.restates)) for m in mentions)


def _count(lines: Sequence[int], above: int, below: int) -> int:
    """How many of these lines stand between two others."""
    return bisect_left(lines, below) - bisect_right(lines, above)


def _gaps(mentions: Sequence[Mention], homes: Sequence[int | None]) -> Iterator[tuple[list[int], int, int]]:
    """Runs of mentions of one list that say nothing again, with the lines that their neighbours in the list say again."""
    run: list[int] = []
    last: int | None = None
    for n, mention in enumerate(mentions):
        if n and homes[n] != homes[n - 1]:
            run, last = [], None
        if homes[n] is None:
            continue
        if mention.restates is None:
            run.append(n)
            continue
        if run and last is not None and last < mention.restates < mentions[run[0]].line:
            yield run, last, mention.restates
        run, last = [], mention.restates


def _has_to_do(mine: Said, theirs: Said) -> bool:
    """Whether two mentions share a third of the shorter one's words, and nothing speaks against their being one action."""
    if (mine.owners and theirs.owners and mine.owners.isdisjoint(theirs.owners)) or mine.numbers != theirs.numbers:
        return False
    if (mine.closed and theirs.given) or (theirs.closed and mine.given) or (mine.mention.cites and theirs.mention.cites):
        return False
    return len(mine.bag & theirs.bag) * 3 >= min(len(mine.bag), len(theirs.bag))


def _by_owner(mentions: tuple[Mention, ...], every: Sequence[Said]) -> tuple[Mention, ...]:
    """The mentions, with what a list has for an owner of whom one action was told above that it does not have otherwise.

    A list that says most of the meeting again says all of it; both have words in common, and no third has.
    """
    both = list(zip(mentions, every, strict=True))
    told = [said for m, said in both if said.block is None and m.restates is None and m.owners and m.status is Status.OPEN]
    if not told:
        return mentions
    again: dict[int, int] = {}
    lists: dict[int, list[tuple[Mention, Said]]] = defaultdict(list)
    for mention, said in both:
        if said.block is not None:
            lists[said.block].append((mention, said))
    for items in lists.values():
        listed, new = [m for m, _ in items], [said for m, said in items if m.restates is None]
        if not _sums_up(listed, len(new), told[0].mention.line):
            continue
        repeated = {m.restates for m in listed}
        left = [said for said in told if said.mention.line not in repeated and said.mention.line < listed[0].line]
        again |= _told_apart(new, left)
    if not again:
        return mentions
    return tuple(replace(m, restates=again.get(m.line if m.restates is None else m.restates, m.restates)) for m in mentions)


def _sums_up(listed: Sequence[Mention], new: int, told: int) -> bool:
    """Whether a list is one of what was agreed from line `told` on: it is called so, or has no more that is `new` than has been said there."""
    if not new or any(m.section is Section.REVIEW for m in listed) or listed[0].line < told:
        return False
    return all(m.kind is Kind.SUMMARY for m in listed) or 2 * new <= len(listed)


def _told_apart(new: Sequence[Said], left: Sequence[Said]) -> dict[int, int]:
    """The lines of what a list has, and the lines of what it says again: of several pairs of one owner none is told."""
    owned: dict[str, list[int]] = defaultdict(list)
    for n, other in enumerate(left):
        for owner in other.owners:
            owned[owner].append(n)
    near = ((one, sorted({n for owner in one.owners for n in _few(owned, owner)})) for one in new)
    pairs = [(one, left[n]) for one, places in near for n in places if _share(one, left[n])]
    alone = _only(pairs)
    return {one.mention.line: other.mention.line for one, other in alone if may_be(one, other)}


def _few(places: Mapping[str, list[int]], key: str) -> list[int]:
    """The places of a word or an owner; none where there are more than any meeting has, of which none can be told."""
    found = places.get(key, [])
    return found if len(found) <= _COMMON else []


def _only(pairs: Sequence[tuple[Said, Said]]) -> list[tuple[Said, Said]]:
    """The pairs of which neither is in another."""
    ours, theirs = Counter(one.mention.line for one, _ in pairs), Counter(other.mention.line for _, other in pairs)
    return [(one, other) for one, other in pairs if ours[one.mention.line] == 1 and theirs[other.mention.line] == 1]


def _share(one: Said, other: Said) -> bool:
    """Whether two share half of the shorter one's words, whatever their endings; a third will do of many, or where the same is done."""
    mine, theirs = one.bag - one.owners - other.owners, other.bag - one.owners - other.owners
    few, many = sorted((mine, theirs), key=len)
    heads = {word[:ALIKE] for word in many}
    shared = sum(word[:ALIKE] in heads for word in few)
    if shared < _MANY and (one.verb is None or one.verb != other.verb):
        return shared > 1 and shared * 2 >= len(few)
    return shared > 1 and shared * 3 >= len(few)


def _told_above(mentions: tuple[Mention, ...], every: Sequence[Said]) -> tuple[Mention, ...]:
    """The mentions, with what a list has of an action told above it outside of lists, in fewer words or more.

    `ACTION: Bo to order spare oars` is `- [ ] Bo: spare oar`; `ACTION: check the lease`, below `Boat house roof`, is `Check boat house lease`.
    Nothing else that either could be has half its words.
    """
    again = {m.restates for m in mentions}
    new = [(m, said) for m, said in zip(mentions, every, strict=True) if m.restates is None and m.status is Status.OPEN]
    left = [said for m, said in new if m.kind in _AMID and m.line not in again]
    listed = [said for m, said in new if left and m.kind not in _AMID and m.section is not Section.REVIEW and m.line > left[0].mention.line]
    if not listed:
        return mentions
    having: dict[str, list[int]] = defaultdict(list)
    for n, other in enumerate(left):
        for head in stems(other.bag - other.owners):
            having[head].append(n)
    pairs: list[tuple[Said, Said]] = []
    for one in listed:
        shared = Counter(chain.from_iterable([_few(having, head) for head in stems(one.bag - one.owners)]))
        pairs += [(one, left[n]) for n, many in shared.items() if many > 1 and _has_half(one, left[n])]
    found = {one.mention.line: other.mention.line for one, other in _only(pairs) if _is_told(one, other) and may_be(one, other)}
    return tuple(replace(m, restates=found.get(m.line if m.restates is None else m.restates, m.restates)) for m in mentions) if found else mentions


def _has_half(one: Said, other: Said) -> bool:
    """Whether two may be of the same people, the one in the list the later, and share half of the shorter one's words."""
    apart = bool(one.owners and other.owners) and one.owners.isdisjoint(other.owners)
    if apart or one.mention.line < other.mention.line:
        return False
    mine, theirs = stems(one.bag - one.owners - other.owners), stems(other.bag - one.owners - other.owners)
    return 2 * len(mine & theirs) >= min(len(mine), len(theirs))


def _is_told(one: Said, other: Said) -> bool:
    """Whether all words of one are in the other, or the list has what the other leaves to the topic above it, but for a word."""
    if one.owners and other.owners and one.owners != other.owners:
        return False
    mine, theirs = stems(one.bag - one.owners - other.owners), stems(other.bag - one.owners - other.owners)
    if min(len(mine), len(theirs)) >= _TOLD and (mine <= theirs or theirs <= mine):
        return True
    if one.verb is None or one.verb != other.verb:
        return False
    above = f"{other.mention.agenda_item or ''} {other.mention.point or ''}"
    around = stems(said_words(above.casefold()) - FRAME) - theirs
    return len(mine & theirs) > 1 < len(mine & around) and len(mine - theirs - around) <= 1


def _taken_up(mentions: tuple[Mention, ...], every: Sequence[Said]) -> tuple[Mention, ...]:
    """The mentions, with what the list of this meeting has again of a review in fewer words: no third can be meant."""
    again = {(m.restates, said.owners) for m, said in zip(mentions, every, strict=True)}
    alone, lines = Counter(m.line for m in mentions), {line for line, _ in again}
    first = [said for m, said in zip(mentions, every, strict=True) if m.restates is None and m.status is Status.OPEN]
    old = [said for said in first if said.mention.section is Section.REVIEW]
    old = [one for one in old if (line := one.mention.line) not in lines or (alone[line] > 1 and (line, one.owners) not in again)]
    if not old:
        return mentions
    words: dict[str, list[int]] = defaultdict(list)
    for n, other in enumerate(old):
        for word in other.bag | other.owners:
            words[word].append(n)
    # What is to be done, and the review tells of nobody who is named in it, is neither the same people's nor handed on.
    new = [said for said in first if said.given and (said.verb is None or not words.keys().isdisjoint(said.owners))]
    pairs = [(one, old[n]) for one in new for n in _near(one, words) if one.mention.line > old[n].mention.line]
    told = _only([(a, b) for a, b in pairs if _goes_on(a, b) or _is_handed_on(a, b) or names_it(a, b)])
    found = {(one.mention.line, one.key): other.mention.line for one, other in told}
    if not found:
        return mentions
    return tuple(replace(m, restates=found.get((m.line, said.key), m.restates)) for m, said in zip(mentions, every, strict=True))


def _near(one: Said, words: Mapping[str, list[int]]) -> list[int]:
    """The places of those that have an owner of it, or all that it tells."""
    told = one.bag - one.owners
    fewest = min((words[word] for word in told), key=len, default=[]) if words.keys() >= told else []
    return sorted({*(n for owner in one.owners for n in _few(words, owner)), *(fewest if len(fewest) <= _COMMON else [])})


def _goes_on(one: Said, other: Said) -> bool:
    """Whether one tells the same people no more than to see to what the other is about: `finish the tide tables`, `rest of the tide tables`.

    Or what the review has to do, in its own words or fewer, whatever it says of how that goes: `book a hall: Pat is away`.
    """
    if not one.owners or one.owners != other.owners:
        return False
    if one.verb in SEEING_TO or not one.bag.isdisjoint(_REST):
        told = one.bag - one.owners - SEEING_TO - _REST
        return bool(told) and within(told - VAGUE or told, other.bag) and may_be(one, other)
    if one.verb is other.verb is None and not one.bag.isdisjoint(_MORE):
        told = one.bag - one.owners - _MORE
        return bool(told) and within(told, other.task) and may_be(one, other)  # `plumber again`, of `plumber for the showers - no answer`
    if one.deed is None or one.deed != other.deed:
        return False
    head = (said_words(other.key.partition(": ")[0]) - other.owners or other.task) - VAGUE
    return len(head) > 1 and within(head, one.bag) and is_linked(one, other) and may_be(one, other)


def _is_handed_on(one: Said, other: Said) -> bool:
    """Whether one gives the task of the other, in words that are all there, to somebody whom the other names: `Pat takes over`."""
    told = one.bag - one.owners
    if not one.owners or not one.owners.isdisjoint(other.owners) or len(told) < _TOLD or not told <= other.bag - other.owners:
        return False
    return not one.owners.isdisjoint(other.bag) and one.verb == other.verb and may_be(one, other)
