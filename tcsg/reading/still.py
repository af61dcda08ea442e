"""What says that more is to come of something of which a review tells."""

from __future__ import annotations

import re

from tcsg import late

STILL = late.compile(
    r"\b(?:still|not yet|yet to|awaited|awaits?|awaiting|waiting|to be|to follow|pending|outstanding|ongoing|in hand|in progress"
    r"|no (?:reply|news|progress|answer|response)"
    r"|hopes? to|expects? to|expected|will|would|carried (?:forward|over)|deferred|postponed|next (?:meeting|time|week|month|term))\b",
    re.IGNORECASE,
)
"""What says that more is to come of something."""
_NEXT = late.compile(
    r"\b(?:yet|must|should|shall|(?:needs?|has|have|is|are|was|were|asked|agreed|wants?) to|not|never|nobody|none|cannot|\w+n['’]t"
    r"|half|part|partly|some|most|only|except|under \w+|remind(?:ed|er)|keeps?|continues?|working on|looks? (?:into|at)"
    r"|next|after|until|soon|later)\b|\?",
    re.IGNORECASE,
)
"""What may say so, or that nothing came of it."""


def stays_open(text: str) -> bool:
    """Whether words leave room for more to come: they say so, or tell of a part, of somebody who is to act, or of what is not."""
    return STILL.search(text) is not None or _NEXT.search(text) is not None
