"""Where the front matter of minutes ends and what it says; the only file that knows python-frontmatter.

Import it lazily: it brings PyYAML.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from frontmatter.default_handlers import BaseHandler

from tcsg import late
from tcsg.errors import MinutesError
from tcsg.model import Place
from tcsg.reading.strict import load

if TYPE_CHECKING:
    from tcsg.reading.strict import Node

_BOUNDARY = late.compile(r"^---[ \t]*$", re.MULTILINE)
_END = late.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
"""Both end a document of YAML, and front matter as pandoc reads it."""
READ = frozenset(
    """
    kind date meeting number committee place present apologies next_meeting title status period months voice subject long_overdue_after opening
    when action group
    """.split()
)
"""The keys that minutes, plans, assessments and templates are read for; all others are for other tools."""
_KEYED = late.compile(rf"^[ \t-]*(?:[\"']?\w[\w .-]{{0,60}}[\"']?:(?:\s|$)|(?:{'|'.join(sorted(READ))})(?:\s|$))", re.MULTILINE)
"""A line with a key, or with one of those read that lacks its colon: only a title stands between rules without any."""
_RESERVED = late.compile(r"^([A-Za-z][\w-]*):[ \t]+([`@%].*)$", re.MULTILINE)
"""A value that YAML does not take, for its first character."""
_RULE = "if the first line is a rule, leave a blank line above it"


class StrictHandler(BaseHandler):
    """The front matter of the file at `path`, by way of the strict reader and with its lines."""

    FM_BOUNDARY = _BOUNDARY

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path

    def detect(self, text: str) -> bool:
        """Whether the first line opens front matter and is not a rule above prose.

        As in pandoc, a blank line below a `---` makes it a rule; but `key: value` is front matter wherever it stands. Where no line has a
        key, with its colon or without, a title stands between rules.
        """
        if not super().detect(text):
            return False
        block, *rest = _cut(text)
        lines = block.split("\n")[1:]
        first = next((line for line in lines if line.strip() and not line.startswith("#")), None)
        if first is None:
            return bool(rest) and not block.strip()
        key, colon, value = first.partition(":")
        if colon and key.strip()[:1].strip("*_`>#|[") and (not value or value[0] in " \t"):
            return True
        return bool(rest) and bool(lines[0].strip()) and bool(_KEYED.search(block))

    def split(self, text: str) -> tuple[str, str]:
        """Return the YAML and the body; a line of either stands as deep as it stands in `text`."""
        block, *rest = _cut(text)
        if not rest:
            raise MinutesError(f"the front matter is not closed; end it with a line `---`, or {_RULE}", Place(self.path, 1))
        return block, "\n" * block.count("\n") + rest[0]

    def load(self, fm: str) -> dict[str, Any]:
        """Return the node of every key; the value of a key of other tools is words though it is no YAML: `attendees: @ann, @bo`."""
        node = load(_RESERVED.sub(_quoted, fm), self.path, error=MinutesError, read=READ)
        if isinstance(node.value, MappingProxyType):
            return dict[str, "Node"](node.value)
        if node.value is None:
            return {}
        raise MinutesError(f"front matter is written as lines of `key: value`; {_RULE}", Place(self.path, node.line))


def _quoted(found: re.Match[str]) -> str:
    """A line of front matter with its value in quotes, if it is for other tools."""
    words = found[2].rstrip().replace("'", "''")
    return found[0] if found[1] in READ else f"{found[1]}: '{words}'"


def _cut(text: str) -> list[str]:
    """What stands behind the first boundary, and behind the end of that if it has one."""
    return _END.split(_BOUNDARY.split(text, 1)[1], 1)
