"""Words that tell how far something is and nothing of what it is: `Still open. This action is being carried forward.`."""

from __future__ import annotations

import re
from functools import lru_cache

from tcsg import late
from tcsg.reading.sentences import spans
from tcsg.reading.status import read_status

_IT = late.compile(
    r"(?:this|the|it|action|item)(?: (?:action|item|point|one))? (?:(?:is|was|has been|will be|remains|still|being|now|to be|stays) ){1,3}"
    r"(?=(?P<how>[a-z][a-z -]{2,24})[.!]?$)",
    re.IGNORECASE,
)
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzäöüéèêàç0123456789 .,!'’/-()")
"""Signs of words that have no task behind a colon or a dash."""
_WORDS = 4
_LONGEST = 80
"""Characters of such words."""


@lru_cache(maxsize=1024)
def is_bare_status(text: str) -> bool:
    """Whether each sentence of a text names a status and nothing else."""
    if not 0 < len(text) <= _LONGEST or not _PLAIN.issuperset(text.casefold()) or " - " in text:
        return False
    said = [_IT.sub("", text[begin:end].strip(), count=1) for begin, end in spans(text)]
    return all(len(one.split()) <= _WORDS and read_status(one) is not None for one in said)
