"""Ordered, named rules that look at a ledger and its minutes and say what is amiss."""
