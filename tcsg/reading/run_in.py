"""Lists run into one line: `1) Ann to row; 2) Bo to steer`, `(a) Ann to row (b) Bo to steer`."""

from __future__ import annotations

from itertools import count

from tcsg import late

_LABEL = late.compile(r"(?:^|(?<=[\s;,.]))(?P<open>\(?)(?P<label>\d{1,2}|[a-k])(?P<closed>[.)])\s+(?=[^\W\d_]|@)")
_LETTERS = "abcdefghijk"
_LEAST = 2
"""Words of a task."""


def counted(text: str) -> tuple[str, ...]:
    """The tasks that follow one another behind `1.`, `2)` or `(c)`; none where they are not counted from the first.

    The first label may be gone, as a number before a task is.
    """
    labels = list(_LABEL.finditer(text))
    if not labels:
        return ()
    open_, digits, closed = labels[0]["open"], labels[0]["label"].isdigit(), labels[0]["closed"]
    labels = [found for found in labels if (found["open"], found["label"].isdigit(), found["closed"]) == (open_, digits, closed)]
    starts = [0] if labels[0].start() else []
    expected = map(str, count(1 + len(starts))) if digits else iter(_LETTERS[len(starts) :])
    if any(found["label"] != label for found, label in zip(labels, expected, strict=False)):
        return ()
    begins, ends = [*starts, *(found.end() for found in labels)], [*(found.start() for found in labels[1 - len(starts) :]), len(text)]
    tasks = tuple(text[begin:end].strip(" ;,").removesuffix(" and").rstrip(" ;,") for begin, end in zip(begins, ends, strict=True))
    return tasks if len(tasks) > 1 and all(len(task.split()) >= _LEAST for task in tasks) else ()
