"""Somebody and what they do, without `to` or a colon between: `Greta asks the union`, `Tom take out the italics`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.naming import INITIALS, NAME_WORD, is_abstract, is_group, split_owners
from tcsg.reading.owned import Owned, has_done_by_others
from tcsg.reading.text import late_names
from tcsg.reading.time_words import MONTHS
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.nicknames import is_given
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_SENTENCE = late_names(
    r"([A-Z][\w.'’-]{1,20}) ([a-z]{2,20}s) (?:the|a|an|to|out|up|with|about|for|all|his|her|their|our|me|us|you|some|it|them|this|that|these|those)\b"
)
_ADDRESSING = late_names(r"([A-Z][\w.'’-]{1,20}) ([a-z]{2,20}s) (?=[A-Z])")
"""The same to somebody or something with a name: `Greta asks IT for a key`."""
_STATING = frozenset("is was has had are were and or of in on at for from with s hat haben ist sind war waren wurde wurden est sont était".split())
"""After a name they tell something of the person, or go on with the name."""
_WISHING = frozenset("needs wants requires expects hopes likes prefers wishes supports uses".split())
"""What they do that is no task."""
_ABOUT = frozenset("on with for".split())
"""Behind somebody's initials they tell what that person sees to: `SN on the colours`."""
_HAS = late.compile(r"\s(?:(?:has|have|had)(?: (?:now|also|already))? )?(?=[a-z])([a-z-]{3,20})\b")
"""Who has done something, and what: `Ann has drafted the page`, `Ann and Bo tested the form`."""
_ROLE = late.compile(
    r"(?<=\w) \((?:(?:co-)?leads?|leading|support(?:ing)?|assist(?:ing|s)?|back-?up|deputy|main|second|review(?:er|ing)?|chairs?)\)(?=,| )"
)
"""What somebody's part in it is: `Ann (lead), Bo (support) draft the plan`."""
_ASIDE = late.compile(r"([^\W\d_][^()]{1,40}?) \([^()]{1,80}\)(?= [a-z])")
"""What is told of somebody before what they do: `Ann (not here, but she said so) updates the page`."""
_SMALL = 3
"""Words of a task with whose it is, all of them in small letters."""
_HEAD = 80
"""Characters in which those who do something stand."""
_SAID = late_names(r"([A-Z][\w.’'-]{0,30}(?:(?:, | und | et | & |/| )[A-Z][\w.’'-]{0,30}){0,3}) ([a-zà-ü]{3,20}) ")
"""Somebody and what they do, in languages whose verb tells that somebody does it."""
_OF_A_THING = frozenset("of for on in from is was not".split())
"""Behind these words a verb is the noun that it may be as well, or tells what is not done: `Art review of the year`."""
_ANDS = frozenset(("and", "&", "+", "und", "et"))


def _are_names(head: list[str], task: list[str], names: Names) -> bool:
    """Whether words before a verb can only be names: `Tom take out the italics`, but not `Website update for May`."""
    said = [word.strip(",") for word in head if word not in _ANDS]
    shouted = len(head) == 1 and task[0].casefold() in w.PURE_VERBS and (names.knows(head[0]) or is_given(head[0]))  # `Bo Mend the roof`
    if not (shouted or task[0].islower()) or any(map(is_abstract, said)) or not all(_is_name(word, names) for word in said):
        return False
    if task[0] in w.PURE_VERBS or len(said) < len(head) or (len(task) > 1 and task[1].casefold() in w.ARTICLES):
        return True
    called = names.knows(said[0]) if len(said) > 1 else is_given(said[0]) and said[0].casefold() not in MONTHS
    return called and len(task) > 1 and task[1] not in _OF_A_THING


def _is_name(word: str, names: Names) -> bool:
    """Whether a word is written as a name is, or is the nick of somebody listed."""
    return (NAME_WORD.match(word) is not None and word.casefold() not in w.VERBS | w.NO_NAMES) or (word.islower() and names.knows(word))


def _is_everybody(owner: str) -> bool:
    """Whether an owner is everybody, or everybody of some kind: `All committers`."""
    said = owner.casefold().split()
    return " ".join(said) in w.EVERYBODY or (said[0] in ("all", "every", "each") and said[-1] in w.GROUP_NOUNS)


def _is_whole_group(head: str, task: list[str]) -> bool:
    """Whether a group does something to a thing: `Roof group ask the bank`, `Roof group ask Reed Ltd`."""
    return head[0].isupper() and is_group(head) and task[:1] != [] and (task[0] in w.ARTICLES or task[0][0].isupper())


def _is_unlisted(head: str, verb: str) -> bool:
    """Whether a body or somebody by initials whom nobody lists does it: `NOMI adds the table`."""
    return INITIALS.match(head) is not None and verb not in w.VERBS | _WISHING and head.casefold() not in w.ACRONYMS


def _has_done(text: str, names: Names) -> Owned | None:
    reported = _HAS.search(text, 0, 60)
    if reported is None or not is_past(reported[1]):
        return None
    owners = split_owners(text[: reported.start()], names)
    return Owned(owners, "doing", 0, reported.start()) if owners and all(map(names.knows, owners)) else None


def _has_it_done(text: str, names: Names) -> Owned | None:
    """Somebody known who is to have others do something: `Ann has the banner printed`."""
    made = has_done_by_others(text)
    owners = split_owners(made["who"], names) if made is not None else ()
    return Owned(owners, "doing", 0, made.end("who")) if made is not None and owners and all(map(names.knows, owners)) else None


def doing(text: str, names: Names) -> Owned | None:
    """`Greta asks the union`, `zoe + ada document it`: known people and what they do."""
    bare = _ROLE.sub("", text, count=4) if "(" in text[:_HEAD] else text
    if "(" in bare[:_HEAD] and (aside := _ASIDE.match(bare)) is not None and names.knows(aside[1]):
        bare = aside[1] + bare[aside.end() :]
    owned = _has_done(bare, names) or _has_it_done(bare, names) or _does(bare, names) or _small(bare, names)
    return replace(owned, end=owned.end + len(text) - len(bare)) if owned is not None and bare is not text else owned


def _small(text: str, names: Names) -> Owned | None:
    """Somebody known before words without a verb, where nobody writes capitals: `kit new rota up on the wall`."""
    words = text.split(maxsplit=_SMALL)
    if len(words) < _SMALL or not (words[0].islower() and words[1].islower()) or words[1] in _STATING:
        return None
    return Owned((words[0],), "doing", 0, len(words[0])) if names.knows(words[0]) and words[0] not in w.VERBS else None


def _does(text: str, names: Names) -> Owned | None:
    words = text.split()
    if (words[:1] == ["Will"] and not names.knows("will")) or (
        words[:1] == ["All"] and words[1:] and words[1][-1] == "s" and words[1][:-1] in w.VERBS
    ):
        return None  # `Will ask the bank` promises something, `All prices are checked` tells of things
    for n in range(min(5, len(words) - 1), 0, -1):
        verb = words[n].casefold().strip(",.")
        if verb in w.VERBS or verb in ("do", "does") or verb.removesuffix("s") in w.VERBS or verb.removesuffix("es") in w.VERBS:
            head = " ".join(words[:n])
            owners = split_owners(head, names)
            if owners and (verb in w.VERBS or verb == "do") and _are_names(words[:n], words[n:], names):
                return Owned(owners, "doing", 0, len(head))
            joined = len(owners) > 1 and len(owners) == n + head.count("+") + head.count("/")
            whole = _is_unlisted(head, verb) or (verb in w.VERBS and _is_whole_group(head, words[n + 1 :]))
            if owners and (joined or whole or all(names.knows(o) or _is_everybody(o) for o in owners)):
                return Owned(owners, "doing", 0, len(head))
    for n in range(1, min(4, len(words) - 1)):
        known = " ".join(words[:n])
        goes_on = (words[n] in _STATING or words[n] in _ANDS) and not (words[n] in _ABOUT and n == 1 and INITIALS.match(known))
        both = n == 3 and words[1] in _ANDS and names.knows(words[0]) and names.knows(words[2])  # `Ben und Elena sehen nach`
        if words[0][:1].isupper() and (both or names.knows(known)) and words[n].isalpha() and words[n].islower() and not goes_on:
            return Owned(split_owners(known, names), "doing", 0, len(known)) if split_owners(known, names) else None
    said = _SAID.match(text)
    if (
        said
        and said[2] in w.DOING
        and (owners := split_owners(said[1], names))
        and (said[2][-1] != "n" or len(owners) > 1 or names.knows(owners[0]) or owners[0].casefold() in w.EVERYBODY)
    ):
        return Owned(owners, "doing", 0, said.end(1))
    given = is_given(words[0]) if words else False
    said = (_SENTENCE.match(text) if not names.full or given else None) or (_ADDRESSING.match(text) if given else None)
    if said and said[1].casefold() not in w.VERBS and (said[2][:-1] in w.VERBS or said[2].removesuffix("es") in w.VERBS):
        return Owned(split_owners(said[1], names), "doing", 0, said.end(1)) if split_owners(said[1], names) else None
    return None
