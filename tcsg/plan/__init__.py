"""Action plans: what a committee has promised for some years, read from its own text, and how each promise stands."""
