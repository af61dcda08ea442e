"""The command line: the Typer app, one file a verb or family of verbs, and the one place that ends the program."""

from tcsg.cli.boundary import main

__all__ = ["main"]
