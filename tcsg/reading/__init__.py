"""Text to Minutes: what a minutes file says, with the line of everything it says."""
