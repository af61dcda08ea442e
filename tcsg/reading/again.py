"""What is to be done once more: `re-circulate the list`, `resend the link`."""

from __future__ import annotations

from tcsg import late

_AGAIN = late.compile(
    r"re(?<!\wre)(?:-([^\W\d_]{3,})"
    r"|(sen[dt]|sending|circulat(?:e[ds]?|ing)|issu(?:e[ds]?|ing)|submit(?:s|ted|ting)?|run(?:s|ning)?|book(?:s|ed|ing)?|print(?:s|ed|ing)?"
    r"|post(?:s|ed|ing)?|draft(?:s|ed|ing)?|test(?:s|ed|ing)?|check(?:s|ed|ing)?|distribut(?:e[ds]?|ing)|invit(?:e[ds]?|ing)"
    r"|advertis(?:e[ds]?|ing))\b)"
)
"""It begins with letters, not with their edge: so it is searched fast."""
_AGAIN_WORDS = (
    *("re-", "resen", "recirculat", "reissu", "resubmit", "rerun", "rebook", "reprint", "repost", "redraft", "retest", "recheck", "redistribut"),
    *("reinvit", "readvertis"),
)
"""Of these it has one."""

_MORE = ("another", "second", "third", "further")
_ANOTHER = late.compile(r"\banother\b|\ba (?:second|third|further)\b|^(?:second|third|further)\b")
"""One more of what there was: `a second letter`."""


def spelt_out(text: str) -> str:
    """A casefolded text with what is done again in two words: `circulate again the list`."""
    text = _AGAIN.sub(lambda m: f"{m[1] or m[2]} again", text) if _may_be_again(text) else text
    return _ANOTHER.sub(lambda m: f"{m[0]} again", text) if any(map(text.__contains__, _MORE)) else text


def is_again(text: str) -> bool:
    """Whether a casefolded text tells to do something again by a verb such as `resend`."""
    if any(map(text.__contains__, _MORE)) and _ANOTHER.search(text):
        return True
    return _may_be_again(text) and _AGAIN.search(text) is not None


def _may_be_again(text: str) -> bool:
    return "re" in text and any(map(text.__contains__, _AGAIN_WORDS))


_TWICE = late.compile(r"(.*\b(?:to|will) ([a-z]+) [^,;.]{2,80}?) and ((?:will|to) (?:also )?\2 .+)")


def twice(text: str) -> tuple[str, str] | None:
    """The two tasks of words that tell to do the same with something else: `Ann to talk to the bank and will talk to the council`."""
    if " and to " not in text and " and will " not in text:
        return None
    behind = [*text.split(" and to ")[1:], *text.split(" and will ")[1:]]
    verbs = (part.removeprefix("also ").partition(" ")[0] for part in behind)
    # To look for the verb before each `and` is dear; most texts have it once.
    match = _TWICE.match(text) if any(text.count(f" {verb}") > 1 for verb in verbs) else None
    return (match[1], match[3]) if match else None


_RUNS = late.compile(
    r" (?:runs?|works?|goes|closes?|opens?|locks?|holds?|sounds?|looks?|flies|is|are|up|back|open|online|live|there|fine|working|running) again\b"
)
"""What a thing does that was mended; nobody has to do anything again."""


def runs_again(text: str) -> bool:
    """Whether a casefolded report says that a thing does again what it did before: `the van runs again`."""
    return "again" in text and _RUNS.search(text) is not None
