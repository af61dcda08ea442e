"""Replacing the ledger: the way back is kept first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.cli.terminal import note
from tcsg.errors import TcsgError
from tcsg.workspace import History, patch_between

if TYPE_CHECKING:
    from tcsg.cli.desk import Desk


def save(desk: Desk, data: bytes, words: str, *, canonical: bool = True, untyped: bool = False) -> bool:
    """Replace the ledger, the way back kept first; False when its bytes are the same. To be called within the lock.

    What is said of the new bytes is remembered: that they are canonical, and that they hold nothing but what follows.
    """
    if data == desk.stored_bytes:
        return False
    patch = patch_between(words, desk.stored_bytes, data, desk.stored_hash)
    try:
        History(desk.workspace.root).push(patch)
    except TcsgError as error:  # no home, or none to write in: the work goes first
        note(f"warning: {error}; `tcsg undo` will not undo this")
    written = desk.workspace.write_ledger(data, desk.stored_bytes)
    if canonical and patch.after is not None:
        desk.memory.found_canonical(patch.after, untyped=untyped)
    return written
