"""The past of English verbs, as a report on a task says it: `send … sent`, `write … wrote, written`."""

_IRREGULAR = """
be was been, bring brought, build built, buy bought, catch caught, choose chose chosen, cut cut, deal dealt, do did done, draw drew drawn,
drive drove driven, find found, get got gotten, give gave given, go went gone, grow grew grown, hang hung, hold held, keep kept, know knew
known, lay laid, lead led, leave left, lend lent, let let, lose lost, make made, meet met, pay paid, put put, read read, ring rang rung, run
ran run, see saw seen, seek sought, sell sold, send sent, set set, show showed shown, sign signed, speak spoke spoken, spend spent, submit
submitted, take took taken, teach taught, tell told, think thought, understand understood, wear wore worn, win won, write wrote written,
rewrite rewrote rewritten, forbid forbade forbidden, undertake undertook undertaken, break broke broken, dig dug,
feed fed, light lit, shut shut, stick stuck, sweep swept, use used
"""
_PASTS = {verb: frozenset(forms) for verb, *forms in (entry.split() for entry in _IRREGULAR.split(","))}


def pasts(verb: str) -> frozenset[str]:
    """The forms of a verb that tell that it has been done."""
    if verb in _PASTS:
        return _PASTS[verb]
    return frozenset((f"{verb}ed", f"{verb}d" if verb.endswith("e") else f"{verb}ed", f"{verb[:-1]}ied", f"{verb}{verb[-1:]}ed"))


_VERB_OF = {form: verb for verb, forms in reversed(_PASTS.items()) for form in forms}


def irregular(word: str) -> str:
    """The verb of an irregular past, `send` for `sent`; any other word as it is."""
    return _VERB_OF.get(word, word)


def is_past(word: str) -> bool:
    """Whether a word looks like the past of a verb: `sent`, `drafted`; no form that is the verb itself."""
    return irregular(word) != word or (word.endswith("ed") and len(word) > len("need"))
