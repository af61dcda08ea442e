"""The words of minutes, as data: a file a language, and `vocabulary`, which reads all languages side by side.

Only what a listing of actions needs stands here, so that it pays for nothing else.
"""

from __future__ import annotations

EVERYBODY = frozenset(
    w.replace("_", " ")
    for w in """
    all everyone everybody members all_members committee_members all_committee_members steering_group_members group_members board_members
    whole_committee whole_group all_participants all_attendees all_present all_delegates all_of_us each_of_us all_of_you everyone_present
    every_member each_member alle_anwesenden
    alle_teilnehmer tous_les_participants alle alle_mitglieder mitglieder tous toutes tout_le_monde tous_les_membres
    """.split()
)
"""Owners that mean every member, with or without a committee.yaml."""
