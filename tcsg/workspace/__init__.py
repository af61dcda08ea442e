"""The only room that touches the disk, the clock and the environment."""

from tcsg.workspace.clock import iso_day, today
from tcsg.workspace.files import Moved
from tcsg.workspace.folder import COMMITTEE, LEDGER, SourceFile, Workspace, find_workspace, guide_pages, loose_file, workspace_of

__all__ = [
    "COMMITTEE",
    "LEDGER",
    "Moved",
    "SourceFile",
    "Workspace",
    "find_workspace",
    "guide_pages",
    "iso_day",
    "loose_file",
    "today",
    "workspace_of",
]
