"""Other programs with as many tasks, to stand beside: set up where they are installed, None where they are not."""

from __future__ import annotations

import os
import shutil
import uuid
from pathlib import Path

from .committee import Task


def taskwarrior(folder: Path, tasks: tuple[Task, ...]) -> list[str] | None:
    """Taskwarrior, all of the tasks pending in it."""
    program = shutil.which("task")
    if program is None:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    for n, task in enumerate(tasks):
        # As many of hers as are open in the committee's ledger.
        tag = task.owner if task.closes is None or task.owner != "AHR" else "AHX"
        lines.append(f'[description:"{task.words}" entry:"1900000000" status:"pending" tags:"{tag}" uuid:"{uuid.UUID(int=n + 1)}"]\n')
    (folder / "pending.data").write_text("".join(lines), encoding="utf-8")
    (folder / "taskrc").write_text(f"data.location={folder}\nconfirmation=no\ngc=off\n", encoding="utf-8")
    return [program, f"rc:{folder / 'taskrc'}", "rc.verbose=nothing", "+AHR", "status:pending", "list"]


def todoman(folder: Path, tasks: tuple[Task, ...]) -> list[str] | None:
    """The todoman of $TODOMAN or of the path, a file a task."""
    program = os.environ.get("TODOMAN") or shutil.which("todo")
    if program is None:
        return None
    (folder / "list").mkdir(parents=True, exist_ok=True)
    for n, task in enumerate(tasks):
        tag = task.owner if task.closes is None or task.owner != "AHR" else "AHX"
        text = (
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\nBEGIN:VTODO\r\n"
            f"UID:{n}\r\nDTSTAMP:20310101T000000Z\r\nSUMMARY:{task.words}\r\nCATEGORIES:{tag}\r\nSTATUS:NEEDS-ACTION\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"
        )
        (folder / "list" / f"{n}.ics").write_text(text, encoding="utf-8")
    (folder / "config.py").write_text(f"path = {str(folder / '*')!r}\ncache_path = {str(folder / 'cache.sqlite3')!r}\n", encoding="utf-8")
    return [program, "--config", str(folder / "config.py"), "list", "--category", "AHR"]
