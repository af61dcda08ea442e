"""Minutes that no secretary wrote: the reader takes any bytes, and takes them in linear time."""

from __future__ import annotations

from random import Random
from time import process_time

import pytest
from test_reading import CASES, cases

from tcsg.errors import MinutesError
from tcsg.model import Committee, Minutes
from tcsg.reading.frame import has_markup
from tcsg.reading.minutes import read_minutes
from tcsg.reading.text import decode
from tcsg.reading.titles import underlined

SEEDS = tuple(case.minutes.encode() for path in sorted(CASES.glob("*.md")) for case in cases(path))
LINES = tuple(sorted({line for seed in SEEDS for line in seed.split(b"\n")}))
BYTES = b"\0\t\n\r\x0c -*_#|[]()<>:;,.!`~&\\'\"@0123456789Aaxz\x80\xc3\xa9\xe2\x80\x99\xff"
BATCHES = 20
"""Parts of the default run, so that a failure names its seed and the parts can run side by side."""


def read(data: bytes) -> Minutes | None:
    """The minutes, or None when they are refused as the tool refuses any file."""
    try:
        return read_minutes(decode(data, "minutes/2031-03-12.md"), "minutes/2031-03-12.md", "", Committee())
    except MinutesError:
        return None


def mutated(chance: Random) -> bytes:
    """One file of the cases, changed in one to four places."""
    data = chance.choice(SEEDS)
    for _ in range(chance.randint(1, 4)):
        data = chance.choice((_other_byte, _cut, _doubled, _other_line, _lines_moved, _joined))(data, chance)
    return data


def _other_byte(data: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + bytes([chance.choice(BYTES)]) + data[at + chance.randint(0, 1) :]


def _cut(data: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + data[at + chance.randint(1, 30) :]


def _doubled(data: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    piece = data[at : at + chance.randint(1, 20)]
    return data[:at] + piece * chance.randint(2, 40) + data[at:]


def _other_line(data: bytes, chance: Random) -> bytes:
    lines = data.split(b"\n")
    lines.insert(chance.randrange(len(lines) + 1), chance.choice(LINES))
    return b"\n".join(lines)


def _lines_moved(data: bytes, chance: Random) -> bytes:
    lines = data.split(b"\n")
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randrange(len(lines) + 1), b" " * chance.randint(0, 6) + line)
    return b"\n".join(lines)


def _joined(data: bytes, chance: Random) -> bytes:
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    return b"\n".join([*lines[:at], chance.choice((b" ", b"", b"  ", b"\t")).join(lines[at : at + 2]), *lines[at + 2 :]])


def assert_any_bytes_are_read(seed: str, rounds: int) -> None:
    chance = Random(seed)
    for _ in range(rounds):
        data = mutated(chance)
        minutes = read(data)
        last = data.count(b"\n") + 1
        for mention in minutes.mentions if minutes else ():
            assert 1 <= mention.line <= mention.end_line <= last, data
            assert mention.text, data


@pytest.mark.parametrize("batch", range(BATCHES))
def test_changed_minutes_are_read_or_refused(batch: int) -> None:
    assert_any_bytes_are_read(f"changed {batch}", 20_000 // BATCHES)


@pytest.mark.soak
@pytest.mark.parametrize("batch", range(BATCHES))
def test_many_more_changed_minutes_are_read_or_refused(batch: int) -> None:
    assert_any_bytes_are_read(f"soaked {batch}", 200_000 // BATCHES)


TOKENS = (
    '@ann|Ann|ann|Ann:|ANN|AB|Ann Bell|(Ann)|[AB]|@ann/@bo|Ann/Bo|Ann,|and|everybody|all|nobody|-|–|--|:|;|->|→|/|(|)|[ ]|[x]|*|**|~~|`|"|…|?|'
    "to|to row|row|will|please|order the slates|the boat|ACTION|ACTION:|Action|(ACTION|AI:|TODO|TODO:|#action|[ACTION]|Action 3:|3.|3|#12|12/4|A1|"
    "by|by Friday|by 3 May|due|due:|Owner:|Status:|done|Done.|DONE|(done)|open|closed|ongoing|not yet|dropped|was|has|had|agreed|asked|to:|for|re|Re:"
).split("|")
"""What a line of minutes is made of, as far as the grammar asks for it."""
HEADS = (
    "## Actions\n\n",
    "## Actions from last time\n\n",
    "## Roof\n\n",
    "| Action | Owner |\n|---|---|\n",
    "Present: Ann Bell (AB), Bo Kern\n\n",
    "Actions:\n",
    "",
)
LEADS = ("- ", "- ", "  - ", "* ", "1. ", "", "", "### ", "| ", "> ", "**", "- [ ] ", "\t")


def composed(chance: Random) -> bytes:
    """A page of lines, each of a few tokens in any order: `@ann - to row`."""
    page = chance.choice(HEADS)
    for _ in range(30):
        lead = chance.choice(LEADS)
        words = chance.choice((" ", " ", " ", "")).join(chance.choice(TOKENS) for _ in range(chance.randint(1, 6)))
        page += lead + (words.replace(" - ", " | ") + " |" if lead == "| " else words) + chance.choice(("\n", "\n", "\n\n"))
        page += chance.choice(HEADS) if chance.random() < 0.05 else ""
    return page.encode()


def assert_any_words_are_read(seed: str, rounds: int) -> None:
    chance = Random(seed)
    for _ in range(rounds):
        page = composed(chance)
        assert read(page) is not None, page


@pytest.mark.parametrize("batch", range(BATCHES))
def test_words_in_any_order_are_read(batch: int) -> None:
    assert_any_words_are_read(f"composed {batch}", 400 // BATCHES)


@pytest.mark.soak
@pytest.mark.parametrize("batch", range(BATCHES))
def test_many_more_words_in_any_order_are_read(batch: int) -> None:
    assert_any_words_are_read(f"soaked {batch}", 20_000 // BATCHES)


# --- time ---------------------------------------------------------------------------------------------------------------

PATHS = (
    "A⏎A ⏎AB ⏎* ⏎- ⏎[ ⏎[x] ⏎( ⏎((⏎[[⏎](⏎[a](b⏎![a](⏎**⏎**a ⏎*a⏎_a⏎__⏎~~⏎~~a⏎`⏎``a⏎|⏎| a ⏎> ⏎# ⏎=⏎== ⏎<b⏎<br>⏎&amp;⏎\\⏎\\-⏎1. ⏎1.1.⏎1) ⏎"
    "2031-01-⏎12/⏎by ⏎by the ⏎before the ⏎Action ⏎ACTION: ⏎(Action: ⏎AI ⏎@a ⏎A/⏎A, ⏎A and ⏎A to ⏎will ⏎A: ⏎Done. ⏎; ⏎… ⏎— ⏎\t⏎  a⏎'s ⏎"
    "https://a⏎due ⏎Owner: ⏎next ⏎one ⏎→ ⏎, Ann to the⏎. Ann to ⏎;  to ⏎A. B. ⏎Ann has been ⏎✓ a "
).split("⏎")
"""What a hostile line repeats: the beginnings of all that a pattern looks for."""
PLACES = (
    "",
    "- ACTION: ",
    "## Actions\n\n- ",
    "## Review of actions\n\n- ",
    "Present: ",
    "| Action | Owner |\n|---|---|\n| ",
    "Present: Ann Bell, Bo Kern\n\nWe are to go",
)


def seconds(text: str) -> float:
    """Processor time of a reading, the best of five."""
    times = []
    for _ in range(5):
        start = process_time()
        read(text.encode())
        times.append(process_time() - start)
    return min(times)


@pytest.mark.parametrize("place", PLACES)
def test_a_line_of_nothing_but_the_same_beginning_is_read(place: str) -> None:
    for path in PATHS:
        assert read((place + (path * 4096)[:4096]).encode()) is not None, path


@pytest.mark.soak
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("path", PATHS)
def test_twice_the_length_of_a_line_takes_less_than_three_times_as_long(path: str, place: str) -> None:
    short, long = (place + (path * 4096)[:length] for length in (2048, 4096))
    assert seconds(long) < 3 * max(seconds(short), 0.008)


@pytest.mark.soak
@pytest.mark.parametrize(
    "line",
    [
        "a",
        "- a",
        "- [ ] a",
        "| a | b |",
        "1. a",
        "> a",
        "ACTION: AB to x",
        "- AB to x\n  - y",
        "A  b  c",
        "Present: A B",
        "  - a",
        "### a\n\nb\n",
        "- AB to x\n- All actions on AB.",
        "-AB to x",
        "1 AB to x",
        "A) AB to x\nB) AB to y",
        "[ ]AB to x",
    ],
)
def test_twice_the_lines_take_less_than_three_times_as_long(line: str) -> None:
    short, long = ("## Actions\n\n" + f"{line}\n" * count for count in (2000, 4000))
    assert seconds(long) < 3 * max(seconds(short), 0.01)


@pytest.mark.soak
def test_rules_between_paragraphs_are_told_from_underlines_in_linear_time() -> None:
    def told(count: int) -> float:
        text = ("words " * 16 + "\n\n---\n\n") * count
        start = process_time()
        assert not has_markup(text)
        return process_time() - start

    assert min(told(20_000) for _ in range(3)) < 3 * max(min(told(10_000) for _ in range(3)), 0.01)


@pytest.mark.soak
def test_titles_underlined_with_other_signs_are_found_in_linear_time() -> None:
    def told(count: int) -> float:
        text = "Kiln\n~~~~\n\n" * count
        lines = text.split("\n")
        start = process_time()
        assert len(list(underlined(text, lines))) == count
        return process_time() - start

    assert min(told(40_000) for _ in range(3)) < 3 * max(min(told(20_000) for _ in range(3)), 0.01)


@pytest.mark.soak
def test_a_long_review_and_a_long_list_are_compared_in_linear_time() -> None:
    things = "slate lamp rope kiln boat shed fence moss tile wharf eel heron brick lime sand gate path hedge well bell".split()

    def text(count: int) -> str:
        named = [f"{things[n % 20]} {things[n // 20 % 20]} {things[n // 400 % 20]}" for n in range(count)]
        review = "".join(f"- Ann to mend the {name} of place {n}\n" for n, name in enumerate(named))
        listed = "".join(f"- Ann to paint the {name} of hall {n}\n" for n, name in enumerate(named))
        return f"## Review of actions\n\n{review}\n## Actions\n\n{listed}"

    assert seconds(text(3000)) < 3 * max(seconds(text(1500)), 0.01)
