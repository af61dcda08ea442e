"""Which day it is: the one place that asks the clock."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from tcsg.errors import UsageError

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


def today(explicit: date | None = None, time_zone: str | None = None) -> date:
    """The day that counts as today: `explicit`, else TCSG_TODAY, else SOURCE_DATE_EPOCH in UTC, else the clock's in `time_zone` or here."""
    if explicit is not None:
        return explicit
    if day := os.environ.get("TCSG_TODAY"):
        try:
            return iso_day(day)
        except ValueError as error:
            raise UsageError(f"TCSG_TODAY: {error}") from error
    if seconds := os.environ.get("SOURCE_DATE_EPOCH"):
        try:
            return datetime.fromtimestamp(int(seconds), UTC).date()
        except (ValueError, OverflowError, OSError) as error:
            raise UsageError(f"SOURCE_DATE_EPOCH: {seconds!r} is not a number of seconds since 1970") from error
    return datetime.now(_zone(time_zone) if time_zone else None).date()


def iso_day(text: str) -> date:
    """The day that `text` writes as YYYY-MM-DD; ValueError, with the cure, for anything else."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:  # Python also reads 20200131 and 2020-W05-5
        raise ValueError(f"{text!r} is not a day; write it as 2020-01-31")
    return day


def _zone(name: str) -> ZoneInfo:
    from zoneinfo import ZoneInfo  # reads its data from the disk: only when a committee names its zone

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise UsageError(f"time_zone: there is no time zone {name!r}; write it as Europe/London") from error
