"""The report for a chair: sections of blocks, written once, and shown as HTML, on a terminal or as Markdown."""
