"""Plans of a made-up allotment society, in the shapes in which plans are met: a talk, a form without its plan, a form with tables."""

from __future__ import annotations

from datetime import date

from tcsg.model import Committee, Person, Theme
from tcsg.plan.read import read_plan
from tcsg.plan.values import Plan

THEMES = (Theme("Soil", "S"), Theme("Open Gates", "O"), Theme("Learning", "L"))
SOCIETY = Committee(themes=THEMES)
PEOPLE = (Person("Vera Hall", "VH"), Person("Rosa Lind", "RL"), Person("Tom Okoro", "TO"))

TALK = """\
# The gardens so far, and where next?

## What has the impact been?

### SOIL

- Two lorries of compost
- A worm bin

### OPEN GATES

- Forty visitors in May

## Work that is still going on

A map of the pipes

A second shed

# Where next?

## Questions

1. What should be in the next plan?
2. Who would help?

## Next plan: suggested actions

### SOIL

- We will test the **soil of every plot** each spring (free of charge).
- Leaves from the park will be heaped behind the shed.

## Next plan: suggested actions

### OPEN GATES

- We will open the gates on one Sunday a month.

# Your turn

- Say what you think
"""

FORM = """\
Garden Charter

Organisation: The Allotment Society

To give some context, please describe your society in a few words:

We are forty plots by the river.

How do you define your gardeners? Please tell us who counts as one:

Whoever holds a plot.

Please tell us of what was already in place for gardeners prior to signing the charter:

1. A shed
2. A hedge

Please tell us of any initiatives that you have begun since signing the charter:

Soil

1. A compost group was formed.

2. The group bought a sieve.

4. The sieve is lent out.

3. Leaves are gathered in autumn.

4. So that more is gathered, a second heap is planned.

The park brings its own leaves as well.

Open Gates

1. A gate was painted.

Please give a 24-month action plan with details of how the impact will be shown:

See appendix B

Please tell us how the gardeners' voice was present when the plan was made:

Twelve of us met in March.

Please confirm that the plan is published on your website, with the URL: <https://example.org/plan>

Signed: Rosa Lind

Date: 3 March 2031
"""

TABLES = FORM.replace(
    "See appendix B\n",
    """\
Proposed actions

- ❖ Better soil
- ❖ A party

Key areas: S – Soil; O – Open Gates; L - Learning

\tPurpose\tActivity\tImpact\tWho\tS\tO\tL
Know\tKnow what we grow on\t<ul style="x"> Test each plot. Draw a map \tBetter beans (Evidence: the map)\tSoil group, RL/TO\tX\t\tX
Show\tShow what we grow\tOpen on Sundays\tMore visitors\tVH\t\tX\t

\tPurpose\tActivity\tImpact\tWho\tS\tO\tL
Learn\tPruning courses for all\t<ul><li>Find a teacher</li><li>Hire the hall</li></ul>\tFewer broken trees\tTO\tX\tX\tX
""",
)


def read(text: str, committee: Committee = SOCIETY, *, kind: bool = False) -> Plan:
    """A plan read with a period of its own, or as a file of the committee's with `kind`."""
    if kind:
        text = f"---\nkind: action-plan\nperiod: 2031-2032\n---\n{text}"
    return read_plan(text, "minutes/plan.md", "0" * 64, committee, PEOPLE, (date(2031, 1, 1), date(2032, 12, 31)))
