"""Items made ready for the grammar: what is written otherwise than as a list or a table, and is one, becomes one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.by_line import heads_lines
from tcsg.reading.flattened import unflattened
from tcsg.reading.logs import commands_topic
from tcsg.reading.markdown import Shape
from tcsg.reading.referring import unreferred
from tcsg.reading.remarked import LEAST, SIGNS
from tcsg.reading.rows import BESIDE, LABELLED, LEADERS, PARTING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_QUOTED = 3
"""Lines behind `>` of a page where they may tell people what to do."""
_PAIR = 2
"""Columns of a table that is one action."""
_BULLET = late.compile(r"(?<=[\w):])\s+\\?[*•]\s+(?=\w)")
_ASKED = 1
"""Questions on a page where people ask and answer."""


def ready(items: Sequence[Item], names: Names) -> tuple[Item, ...]:
    """The items of a page, with rows where lines are the like, paragraphs cut where a new thing begins, and topics of a log as titles."""
    if names.full and sum(len(item.lines) for item in items if item.quote == 1 and item.shape is Shape.LINE) >= _QUOTED:
        from tcsg.reading.pointed import with_points  # lazy: few pages have such lines

        items = with_points(tuple(items), names)
    if any(above.quote > item.quote and above.shape is Shape.BULLET and item.shape is Shape.LINE for above, item in pairwise(items)):
        from tcsg.reading.answered import without_answers  # lazy: few pages answer a list that they quote

        items = without_answers(items, names)
    if sum([item.text[:1] in SIGNS for item in items]) >= LEAST:
        from tcsg.reading.signed_lines import as_bullets  # lazy: few pages have such lines

        items = as_bullets(items)
    if any(item.shape is Shape.HEADING and _BULLET.search(item.text) for item in items):
        items = tuple(part for item in items for part in _unjoined(item))
    if any(map(_may_be_unheaded, items)):
        from tcsg.reading.unheaded_columns import with_columns  # lazy: few pages have such lists

        items = with_columns(items, names)
        if any(map(_may_be_columned, items)):
            from tcsg.reading.by_column import columned  # lazy: few pages have such lists

            items = tuple(columned(item, names) for item in items)
    if any(_may_list_people(above, item, names) for above, item in pairwise(items)):
        from tcsg.reading.below_names import with_tasks_of_people  # lazy: few pages have such lines

        items = with_tasks_of_people(tuple(items), names)
    made = _cut(_as_log(unflattened(_with_rows(tuple(map(unreferred, items)), names), names), names), names)
    if any(map(commands_topic, made)):
        from tcsg.reading.log_topics import with_topics  # lazy: only logs have commands

        made = with_topics(made, names)
    return made


def _cut(items: tuple[Item, ...], names: Names) -> tuple[Item, ...]:
    """The items with each paragraph cut where a new thing begins."""
    parted = any(len(item.lines) > 1 and item.shape is not Shape.ROW for item in items)
    if not parted and not any(sign in line for item in items for line in item.lines for sign in PARTING):
        return items
    from tcsg.reading.cuts import prepare  # lazy: on some pages each line stands for itself

    return prepare(items, names)


def _unjoined(item: Item) -> tuple[Item, ...]:
    """A title and the first bullet of its list, where both stand on its line: `## Tasks * Ann: the lamp`."""
    bullet = _BULLET.search(item.text) if item.shape is Shape.HEADING else None
    if bullet is None:
        return (item,)
    title, first = replace(item, lines=(item.text[: bullet.start()],)), (item.text[bullet.end() :],)
    return title, replace(item, shape=Shape.BULLET, marker="*", level=0, indent=0, gap=False, lines=first)


def _may_list_people(above: Item, item: Item, names: Names) -> bool:
    """Whether something else than a bullet stands below a title of actions."""
    return item.shape in (Shape.LINE, Shape.HEADING) and heads_lines(above, names)


def _may_be_columned(item: Item) -> bool:
    """Whether two lines of a paragraph may have somebody and what they are to do in columns."""
    return item.shape is Shape.LINE and len(item.lines) > 1 and sum(["  " in line or "\t" in line for line in item.lines]) > 1


def _may_be_unheaded(item: Item) -> bool:
    """Whether an item has rows of columns that blanks part, under a header or not."""
    return _may_be_columned(item) or (
        item.shape is Shape.ROW and item.header == () and item.lines != () and ("  " in item.lines[0] or "\t" in item.lines[0])
    )


def _may_go_on(above: Item, item: Item) -> bool:
    """Whether an item may be a row of the table above, or one below nothing but the title of its table."""
    if item.shape is Shape.ROW:
        return item.header != () and len({*filter(None, item.header)}) < 2
    return above.shape is Shape.ROW and item.shape is Shape.LINE and item.lines[0][:1] == "|"


def _may_be_dated(item: Item) -> bool:
    """Whether a row that begins with a digit is below a header of two cells that does."""
    return len(item.header) == _PAIR and item.header[0][:1].isdigit() and item.cells[0][:1].isdigit()


def _as_log(items: tuple[Item, ...], names: Names) -> tuple[Item, ...]:
    """The items of a page, with what people say one after the other spelt as a chat log, and answers without their letter."""
    if any("Q" in item.text[:4] for item in items):
        from tcsg.reading.dialogue import without_letters  # lazy: few pages have lettered questions

        items = without_letters(items)
    if sum([line[-1:] == "?" for item in items for line in item.lines if item.shape is Shape.LINE]) < _ASKED:
        return items
    from tcsg.reading.dialogue import as_log  # lazy: on few pages people ask and answer

    return as_log(items, names)


def _with_rows(items: tuple[Item, ...], names: Names) -> tuple[Item, ...]:
    """The items with rows where lines are the like: tasks with leaders, records of labelled lines; cells of a template without its brackets."""
    page = "\n".join([line for item in items for line in item.lines])
    if any(map(page.__contains__, LEADERS)):
        from tcsg.reading.leaders import with_leaders  # lazy: few pages have such lines

        items = with_leaders(items, names)
    if "|" in page and any(_may_go_on(above, item) for above, item in pairwise(items)):
        from tcsg.reading.rows_on import with_rows_on  # lazy: few pages have such tables

        items = with_rows_on(items)
    if "|" in page and any(_may_be_dated(item) for item in items):
        from tcsg.reading.dated_rows import with_titled  # lazy: few pages have such tables

        items = with_titled(items)
    if "[" in page and any(item.shape is Shape.ROW and item.text.count("[") > 1 for item in items):
        from tcsg.reading.filled_in import with_filled_in  # lazy: few pages have such tables

        items = with_filled_in(items, names)
    *labels, _ = page.casefold().split(":")
    if any(label.endswith(LABELLED) for label in labels):
        from tcsg.reading.fields_first import with_fields_first  # lazy: few pages have such lines
        from tcsg.reading.records import with_records

        items = with_records(with_fields_first(items))
    if any(label.endswith(BESIDE) for label in labels):
        from tcsg.reading.records import with_nested  # lazy: few pages have such lists

        items = with_nested(items)
    return items
