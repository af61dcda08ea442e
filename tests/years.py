"""Two years of a made-up allotment society, for what shows a committee over time: minutes that carry, close and put off actions."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice
from random import Random

TODAY = "2032-08-05"
PEOPLE = {
    "VH": "Vera Hall",
    "RL": "Rosa Lind",
    "TO": "Tom Okoro",
    "IB": "Ines Brand",
    "JM": "Jonas Marsh",
    "PD": "Priya Dale",
    "CW": "Clem Ward",
}
WORK = """\
mend the pump by the lower gate
price a second water butt
ask the council about the hedge
print posters for the open day
draw up a rota for the compost bays
find a speaker on soft fruit
get three quotes for the new fence
write to the school about the empty plots
check the insurance of the shed
clear the ditch along the railway
order seed potatoes for everybody
measure plots 14 to 20 again
put the waiting list in order
repair the lock of the tool store
send the accounts to the auditor
look for a grant for raised beds
label the taps
move the bonfire place
ask members about bees
book the hall for the annual meeting
fell the dead ash
replace the glass in the cold frame
collect the keys of those who left
paint the notice board
test the soil of the new plots
draft rules for sheds and greenhouses
count the hose pipes
invite the neighbours to the harvest supper
find out what a defibrillator costs
sort the shared tools
level the path to plot 9
bring the map of the site up to date
talk to the water company about the meter
set up a stall at the spring fair
get the mower serviced
thank the scouts for their help
list what the shop needs before winter
ask for volunteers for the orchard day
renew the lease of the north field
write down where the pipes run
plant the gap in the hedge
compare prices of manure
put up a bench by the pond
arrange first aid training
tell plot holders of the new rent
scan the old minutes
look into solar power for the shed
plan the seed swap
mark the plots with numbers
clean the gutters of the shop""".splitlines()


def files(meetings: int = 20, seed: int = 7) -> dict[str, str]:
    """The society's minutes by path, and its register; the same for the same numbers."""
    chance, day, work = Random(seed), date(2031, 1, 14), iter(WORK)
    open_now: list[str] = []
    found: dict[str, str] = {}
    for number in range(1, meetings + 1):
        following = day + timedelta(days=28 if number % 4 else 35)
        review: list[str] = []
        kept: list[str] = []
        for words in open_now:
            fate = chance.random()
            slow = sum(map(ord, words)) % 5 == 0
            if fate < (0.08 if slow else 0.36):
                review.append(f"- {words} - done")
            elif fate < (0.09 if slow else 0.39):
                review.append(f"- {words} - dropped")
            else:
                later = chance.random() < 0.3
                until = day + timedelta(days=chance.randint(25, 70))
                if fate < 0.85:
                    review.append(f"- {words}{f' by {until.day} {until:%B %Y}' if later else ''} - ongoing")
                kept.append(words)
        new = [f"{_owners(chance)} to {task}" for task in islice(work, chance.choice((2, 2, 2, 3, 3)))]
        dated = []
        for words in new:
            due = day + timedelta(days=chance.randint(14, 60))
            dated.append(f"- {words} by {due.day} {due:%B %Y}." if chance.random() < 0.75 else f"- {words}.")
        open_now = kept + new
        found[f"minutes/{day}.md"] = _minutes(number, day, following, review, dated)
        day = following
    found["minutes/committee.yaml"] = "name: Lower Field Allotment Society\n"
    return found


def _owners(chance: Random) -> str:
    return " and ".join(chance.sample(list(PEOPLE), chance.choice((1, 1, 1, 2))))


def _minutes(number: int, day: date, following: date, review: list[str], new: list[str]) -> str:
    people = "".join(f"  {initials}: {name}\n" for initials, name in PEOPLE.items())
    head = f"---\nmeeting: {number}\ndate: {day}\nnext_meeting: {following}\npresent:\n{people}---\n\n# Meeting {number}\n"
    old = "\n## Review of actions\n\n" + "\n".join(review) + "\n" if review else ""
    return head + old + ("\n## Actions\n\n" + "\n".join(new) + "\n" if new else "")
