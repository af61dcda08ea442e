"""The minutes of a made-up allotment society, for the tests of what its secretary does at the keyboard."""

from __future__ import annotations

MARCH = "minutes/2031-03-04.md"
APRIL = "minutes/2031-04-08.md"
LEDGER = "minutes/ledger.yaml"

FIRST = """\
---
meeting: 31
date: 2031-03-04
present:
  VH: Vera Hall, Secretary
  RL: Rosa Lind, Chair
  TO: Tom Okoro, Treasurer
apologies:
  IB: Ines Brand
---

# Meeting 31

**Actions:**

- TO to mend the pump by 14 March.
- RL and VH to price a second water butt.
- IB to ask the council about the hedge.
"""

SECOND = """\
---
meeting: 32
date: 2031-04-08
present:
  VH: Vera Hall, Secretary
  RL: Rosa Lind, Chair
  TO: Tom Okoro, Treasurer
---

# Meeting 32

## Review of actions

- RL and VH to price a second water butt - ongoing

## Actions

- TO to print posters for the open day by 30 April.
"""
