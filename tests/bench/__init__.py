"""How long commands take, as multiples of what Python itself needs to start: `python -m tests.bench`."""
