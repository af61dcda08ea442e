"""The zip archives in which .docx and .odt come, and their XML, opened with care: they may come from anybody."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET
from xml.parsers import expat

from tcsg.errors import MinutesError

if TYPE_CHECKING:
    from collections.abc import Mapping

MEGABYTE = 1_000_000
LARGEST = 50 * MEGABYTE
"""Bytes of XML in a package; the text of a long meeting takes one or two million."""
_MOST_FILES = 5_000
_MOST_ELEMENTS = 600_000
_DEEPEST = 150
_UNREADABLE = "the file is damaged: it is a zip archive that cannot be unpacked"


def members(data: bytes) -> tuple[str, ...]:
    """The names in a zip archive; MinutesError when it is none."""
    return tuple(_archive(data).namelist())


def xml_parts(data: bytes, names: re.Pattern[str]) -> dict[str, bytes]:
    """The XML files of a package that are called so, by name; pictures, fonts and the like are never unpacked.

    MinutesError for an archive that is damaged, has a password, or would unpack to more than `LARGEST` bytes, and for XML
    that declares a document type: with its entities a few bytes can name the disk, or fill the memory.
    """
    archive = _archive(data)
    wanted = [m for m in archive.infolist() if names.fullmatch(m.filename)]
    if sum(m.file_size for m in wanted) > LARGEST:
        raise MinutesError(f"it would unpack to more than {LARGEST // MEGABYTE} MB of text; these are no minutes")
    if any(m.flag_bits & 1 for m in wanted):
        raise MinutesError("it has a password; save it without one")
    try:
        # A member is read up to the size it declares, whatever it holds.
        parts = {m.filename: archive.read(m) for m in wanted}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise MinutesError(_UNREADABLE) from error
    for name, part in parts.items():
        _examine(part, name)
    return parts


def pack(parts: Mapping[str, bytes]) -> io.BytesIO:
    """A package of these files, for a library that wants one."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    out.seek(0)
    return out


def parse(part: bytes) -> ET.Element:
    """The root of XML that `xml_parts` gave."""
    return ET.fromstring(part)  # noqa: S314 - `_examine` has refused what could harm


def _archive(data: bytes) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise MinutesError(_UNREADABLE) from error
    if len(archive.infolist()) > _MOST_FILES:
        raise MinutesError(f"it holds more than {_MOST_FILES:,} files; these are no minutes")
    return archive


def _examine(part: bytes, name: str) -> None:
    """Refuse XML that is broken, declares a document type, or is larger or deeper than any text."""
    parser = expat.ParserCreate()
    depth, count = 0, 0

    def begin(_name: str, _attributes: object) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > _DEEPEST:
            raise MinutesError("nested too deep; these are no minutes")
        if count > _MOST_ELEMENTS:
            raise MinutesError(f"it has more than {_MOST_ELEMENTS:,} elements; these are no minutes")

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def refuse(*_declared: object) -> None:
        raise MinutesError(f"{name} declares a document type, which no word processor writes; it is not read")

    parser.StartElementHandler, parser.EndElementHandler, parser.StartDoctypeDeclHandler = begin, end, refuse
    try:
        parser.Parse(part, True)  # noqa: FBT003 - expat takes no names
    except expat.ExpatError as error:
        raise MinutesError(f"the file is damaged: {name} is no XML ({error})") from error
