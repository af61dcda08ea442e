"""Track the action items that a committee records in its plain-text minutes."""

__version__ = "0.1.0"
