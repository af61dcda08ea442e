"""The record of all actions: its canonical form, and how the minutes are folded into it."""
