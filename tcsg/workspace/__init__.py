"""The only room that touches the disk, the clock and the environment."""

from tcsg.workspace.clock import iso_day, today
from tcsg.workspace.files import Moved
from tcsg.workspace.folder import (
    COMMITTEE,
    LEDGER,
    SourceFile,
    Workspace,
    append_file,
    as_typed,
    find_workspace,
    finding_page,
    guide_pages,
    loose_bytes,
    loose_file,
    on_github,
    ready_made,
    size_of,
    workspace_of,
    write_file,
    write_new,
)
from tcsg.workspace.history import History, patch_between
from tcsg.workspace.tree import MINUTES

__all__ = [
    "COMMITTEE",
    "LEDGER",
    "MINUTES",
    "History",
    "Moved",
    "SourceFile",
    "Workspace",
    "append_file",
    "as_typed",
    "find_workspace",
    "finding_page",
    "guide_pages",
    "iso_day",
    "loose_bytes",
    "loose_file",
    "on_github",
    "patch_between",
    "ready_made",
    "size_of",
    "today",
    "workspace_of",
    "write_file",
    "write_new",
]
