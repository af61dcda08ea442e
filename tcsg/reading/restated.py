"""Which mentions of a file say again what an earlier one says."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from tcsg.frozen import replace
from tcsg.model import Kind, Section, Status
from tcsg.reading.ahead_of_review import as_copies
from tcsg.reading.bare_status import is_bare_status
from tcsg.reading.listed import summed_up
from tcsg.reading.numbered_anew import HINT, numbered_anew
from tcsg.reading.numbering import are_numbered_apart, bare_number, share_number, tells_itself
from tcsg.reading.points import POINTING, lists_of_items
from tcsg.reading.said import GOING_ON, Said, does_also, does_the_same, names_within
from tcsg.reading.swapped import are_below_two, are_of_other_topics, are_two, is_copied
from tcsg.reading.text import words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tcsg.model import Mention
    from tcsg.reading.blocks import Block
    from tcsg.reading.names import Names

_ENOUGH = 0.6
"""Likeness from which a mention restates another."""
_KIND = 0.3
"""What counts against two mentions of one kind, where no list takes up another."""
_REFERRED = 0.5
"""What it weighs that a list tells in which paragraph an action was given, and that the other stands there."""
_SHORT = 4
"""Words below which two mentions are alike by chance."""
_ON = frozenset("do doing finish finishing complete completing pursue pursuing chase chasing follow up work working look into with on".split())
"""What may be said of an action that goes on, whatever it is."""
_SWAPPED = 2
"""Words that may stand for as many others."""
_MUCH = 0.9
"""How much as long the shorter of two is that are as long as each other."""
_COMMON = 100
"""Mentions with a word in common, from which on the word tells nothing; more than any meeting has."""


def restated(found: Iterable[tuple[Mention, Block | None]], names: Names) -> tuple[Mention, ...]:
    """The mentions in their order, with the line of the earlier one that each says again.

    What a certain mention says again is certain.
    """
    found = tuple(found)
    lists = lists_of_items([mention for mention, _ in found])
    every = as_copies([Said(mention, block, names, lists) for mention, block in found])
    mentions = summed_up(tuple(_restated(every)), every)
    sure = {m.restates for m in mentions if m.certain}
    return tuple(replace(m, certain=True) if m.line in sure and not m.certain else m for m in mentions)


def _restated(every: Sequence[Said]) -> Iterator[Mention]:
    firsts = _Firsts()
    anew = numbered_anew(every)
    twice = frozenset(key for key, times in Counter(said.key for said in every).items() if times > 1)
    again: dict[str, int] = {}  # the line that is said again in words which are given anew
    above: Said | None = None
    for one in every:
        mention = one.mention
        if above is not None and _goes_on_with(one, above):
            yield replace(mention, restates=above.mention.line if above.mention.restates is None else above.mention.restates)
            continue
        above = one
        said = one.with_mention(replace(mention, cites=())) if anew and (one.given or mention.kind is Kind.TABLE) else one
        best, score, block = None, 0.0, said.block
        for other, both in firsts.near(said):
            if block is not None and block == other.block and (said.key != other.key or _are_only_numbers(mention, other.mention)):
                continue  # one list does not say the same twice in other words
            if mention.line == other.mention.line and said.key != other.key and (mention.cites or said.owners.isdisjoint(other.owners)):
                continue  # `Action 5.3: Ann to row; Bo to steer`
            likeness = _likeness(said, other, both)
            if likeness > score and likeness >= _ENOUGH and not are_two(said, other, twice):
                best, score = other, likeness
        line = best.mention.line if best is not None else again.get(said.key) if said.given else None
        if line is None:
            firsts.add(said)
            yield mention
            continue
        above = one.with_mention(replace(mention, restates=line))
        if said.given and len(said.bag) >= _SHORT:
            again[said.key] = line
        yield above.mention


def _goes_on_with(said: Said, above: Said) -> bool:
    """Whether a mention says no more than that what stands just above it goes on: `KK to continue with this`.

    It may say the verb of that again: `Everybody to consider whether …`, `Everybody to keep considering this`.
    """
    old = above.mention
    if said.mention.line > old.end_line + 2 or old.status is not Status.OPEN or said.mention.status is not Status.OPEN:
        return False
    if said.owners and old.owners and said.owners != above.owners:
        return False
    if POINTING.isdisjoint(words_in(said.key)):
        return False
    told = said.bag - said.owners - POINTING - GOING_ON - _ON
    return not told or (above.verb is not None and told <= {above.verb, f"{above.verb}ing", f"{above.verb.removesuffix('e')}ing"})


def _are_only_numbers(one: Mention, other: Mention) -> bool:
    """Whether nothing but their numbers tells two mentions: `39/1: carried forward`, `39/2: carried forward`."""
    return are_numbered_apart(one.cites, other.cites) and is_bare_status(one.text)


class _Firsts:
    """The mentions that say something first, by their words, their numbers and the whole of their text."""

    def __init__(self) -> None:
        self.said: list[Said] = []
        self.kinds: list[Kind] = []
        self.owners: list[frozenset[str]] = []
        self.by_word: dict[str, list[int]] = defaultdict(list)
        self.by_number: dict[str, list[int]] = defaultdict(list)
        self.by_key: dict[str, int] = {}
        self.by_place: dict[str, list[int]] = defaultdict(list)
        """By the number of the paragraph where they stand."""
        self.fewest = _COMMON
        """Words of the shortest of them, or fewer."""

    def near(self, said: Said) -> list[tuple[Said, int]]:
        """Those that share enough words with it, its number or its text, and how many words it shares with each.

        They come in their order, but for those with its very words, which come first.
        """
        having = [where for word in said.bag if (where := self.by_word.get(word))]
        all_of_them = len(self.said)
        telling = [where for where in having if len(where) <= _COMMON] if all_of_them > _COMMON else having
        rare = [where for where in telling if len(where) < all_of_them]  # what all have need not be counted
        size, common, everywhere = len(said.bag), len(having) - len(telling), len(telling) - len(rare)
        shared = Counter(chain.from_iterable(rare))
        least = _ENOUGH * min(size, self.fewest) - common  # most share a word by chance, and fewer than that
        counts = {n: shared.get(n, 0) + everywhere for n in range(all_of_them)} if everywhere else shared
        near = {n for n, count in counts.items() if count >= least and count + common >= _ENOUGH * min(size, len(self.said[n].bag))}
        if near and said.owners and not said.mention.cites:
            near = self._not_of_others(near, said)
        if said.mention.cites:
            near.update(n for number in said.mention.cites for n in self.by_number[bare_number(number)][:_COMMON])
        if said.mention.refers:
            near.update(n for n in self.by_place[said.mention.refers][:_COMMON])
        same = self.by_key.get(said.key)
        if not near and same is None:
            return []  # nearly all mentions of most minutes
        vague = frozenset([word for word in said.bag if len(self.by_word.get(word, ())) > _COMMON]) if common else None
        places = sorted(near if same is None else near | {same})
        found = [(self.said[n], counts.get(n, 0) + (len(vague & self.said[n].bag) if vague else 0)) for n in places]
        return found if same is None else sorted(found, key=lambda one: one[0].key != said.key)

    def _not_of_others(self, near: set[int], said: Said) -> set[int]:
        """Those that may be the same without a number: one of the same kind and of other people is not, and there may be very many."""
        kind, owners = said.mention.kind, said.owners
        if kind is Kind.SUMMARY:
            return near
        return {n for n in near if not (theirs := self.owners[n]) or self.kinds[n] is not kind or not owners.isdisjoint(theirs)}

    def add(self, said: Said) -> None:
        """Remember one more."""
        n = len(self.said)
        self.said.append(said)
        self.kinds.append(said.mention.kind)
        self.owners.append(said.owners)
        self.fewest = min(self.fewest, len(said.bag))
        self.by_key.setdefault(said.key, n)
        if said.mention.at:
            self.by_place[said.mention.at].append(n)
        for number in map(bare_number, said.mention.cites):
            self.by_number[number].append(n)
        for word in said.bag:
            if len(where := self.by_word[word]) <= _COMMON:
                where.append(n)


def _likeness(said: Said, other: Said, both: int) -> float:
    """0 to 1: the share of the shorter text's words that the longer one has; other owners, numbers, links and topics count against it.

    `both` is the number of words that both have.
    """
    one, two = said.mention, other.mention
    numbered = share_number(one.cites, two.cites) if one.cites and two.cites else None
    alike = one.kind is two.kind and one.kind is not Kind.SUMMARY
    apart = bool(said.owners and other.owners) and said.owners.isdisjoint(other.owners)
    if not numbered and ((alike and apart) or said.again is not other.again or are_below_two(said, other)):
        return 0.0  # too much speaks against it, and to compare the words is dear
    anew = _is_anew(said, other)
    if anew and not numbered:
        return 0.0
    linked = not one.links or not two.links or not set(one.links).isdisjoint(two.links)
    if numbered is not False and linked and said.key == other.key and _is_taken_up(said, other):
        return 0.0 if are_of_other_topics(said, other) else 1.0
    mine, theirs = len(said.bag), len(other.bag)
    small, large = (mine, theirs) if mine < theirs else (theirs, mine)
    shared = _shared(said, other, both, small) + (0.0 if apart else _referred(said, other, both))
    if numbered and ((shared >= HINT and not anew) or any(map(tells_itself, one.cites))):
        return 1.0
    if numbered is False and not is_copied(said, other):
        shared -= 0.5
    if said.numbers != other.numbers:
        shared -= _other_numbers(said, other, small / max(1, large))
    if apart:
        shared -= 0.3
    if anew:
        return 0.0
    if not linked:
        shared -= 0.5
    return _of_one_kind(said, other, shared) if alike and shared >= _ENOUGH else shared


def _referred(said: Said, other: Said, both: int) -> float:
    """What it weighs that a list says of one that it is of the paragraph in which the other stands: `letter to the county (OS/7)`.

    What points to what stands above has no word of it: `the Clerk is to change it`.
    """
    one, two = said.mention, other.mention
    if not one.refers or one.refers != two.at or Section.REVIEW in (one.section, two.section) or one.kind is two.kind:
        return 0.0
    if both:
        return _REFERRED
    return _ENOUGH if said.owners and not POINTING.isdisjoint(words_in(other.key)) else 0.0


def _is_anew(said: Said, other: Said) -> bool:
    """Whether one is given anew and the other one closed, or what is listed as new is not what the same minutes close."""
    if said.mention.section is Section.NEW and other.mention.status is not Status.OPEN and said.key != other.key:
        return True
    return ((said.closed and other.given) or (other.closed and said.given)) and not (said.left and said.key == other.key)


def _other_numbers(said: Said, other: Said, size: float) -> float:
    """What other numbers count; each has some that the other one has not, and one is listed as new: `chapter 2`, `chapter 3`."""
    if said.mention.section is Section.NEW and not (said.numbers <= other.numbers or other.numbers <= said.numbers):
        return 0.4
    return 0.1 if size <= _MUCH else 0.0


def _shared(said: Said, other: Said, both: int, small: int) -> float:
    """The share of the words of the `small` mention, or of its task alone: one may name whom the other has from the heading above."""
    shared = both / small if small else 0.0
    named = len((said.named & other.bag) | (other.named & said.bag))
    if shared >= _ENOUGH and both <= named and said.key != other.key:
        return 0.0  # nothing but whose they are
    if shared < 1.0 and small < _SHORT and _is_reviewed(said) is not _is_reviewed(other):
        return 0.0  # what a review only names, and another thing of its kind: `French narration, Ann?`
    if shared < 1.0 and (not said.owners or not other.owners or not said.owners.isdisjoint(other.owners)):
        alike = len(said.named & other.named)  # whose both are tells nothing of what they are about
        alike = alike if said.verb != other.verb or both <= alike + 1 else 0
        shared = (both - alike) / (small - alike) if small > alike else 0.0
        fewer = min(len(said.bag) - len(said.named), len(other.bag) - len(other.named))
        return max(shared, (both - named) / fewer) if fewer else shared
    return shared


def _is_reviewed(said: Said) -> bool:
    return said.mention.section is Section.REVIEW


def _is_taken_up(said: Said, other: Said) -> bool:
    """Whether the list of this meeting has one of the review again, of the same people, though its words be few; or the review is told twice."""
    reviewed = _is_reviewed(said)
    again = reviewed is not _is_reviewed(other) or (reviewed and said.title == other.title is not None and said.block != other.block)
    return again and bool(said.owners) and said.owners == other.owners and len(said.bag) > 1


def _of_one_kind(said: Said, other: Said, shared: float) -> float:
    """The likeness of two mentions of one kind: they are seldom the same, but where one list takes up what the other reviewed."""
    if shared < _ENOUGH + _KIND and (said.mention.section is Section.REVIEW) is (other.mention.section is Section.REVIEW):
        return 0.0  # what counts against them is that much at least, and to look closer is dear
    apart = _KIND if _is_of_other_kind(said, other) or are_of_other_topics(said, other) else 0.0
    short = min(len(said.bag), len(other.bag)) < _SHORT
    if not apart and does_the_same(said, other):
        return shared
    if _is_listed_on(said, other):
        return shared - apart - (0.0 if said.bag == other.bag and not apart else 0.3 if short else 0.2)
    return shared - apart - (0.5 if short else _KIND)


def _is_of_other_kind(said: Said, other: Said) -> bool:
    """Whether what one does is a thing in the other: `KK to draft the policy`, `KK to circulate the draft policy`."""
    one, two = said.verb, other.verb
    if one is None or two is None or one == two or (one not in other.bag and two not in said.bag):
        return False
    return not (does_also(said, other) or does_also(other, said))


def _is_listed_on(said: Said, other: Said) -> bool:
    """Whether one stands open in a list of old actions and the other open in a list at the same meeting: it is likely to be listed on."""
    one, two = said.mention, other.mention
    if (one.section is Section.REVIEW) is (two.section is Section.REVIEW) or not one.status is two.status is Status.OPEN:
        return False
    mine, theirs = said.task - other.bag - other.owners, other.task - said.bag - said.owners
    swapped = bool(mine and theirs) and len(mine) <= _SWAPPED >= len(theirs)  # a word for another is as likely another thing
    if swapped or said.numbers != other.numbers or (said.verb and other.verb and said.verb != other.verb):
        return False
    return not (names_within(said) - other.bag and names_within(other) - said.bag)
