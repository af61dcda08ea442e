"""Numbers over the ledger: how much is open, how old, whose, what became of it; no word of how they are shown."""
