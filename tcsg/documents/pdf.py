"""PDF to lines and tables by pdfplumber: a PDF knows where each letter stands on paper, and nothing of paragraphs."""

from __future__ import annotations

import io
import logging
import re
import zlib
from typing import TYPE_CHECKING, Any

from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from tcsg.documents.paper import Line, Page, Word, as_markdown
from tcsg.documents.tables import Cell
from tcsg.errors import MinutesError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdfplumber.page import Page as Sheet
    from pdfplumber.table import Table

MEGABYTE = 1_000_000
_LARGEST = 100 * MEGABYTE
"""Bytes to which all that is packed in a PDF may unpack."""
_MOST_PAGES = 300
_NESTED = 4
_STREAM = re.compile(rb"stream\r?\n")
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_UNMAPPED = re.compile(r"\(cid:\d{1,6}\)")


def pdf_to_markdown(data: bytes) -> str:
    """The text of a PDF; MinutesError when it is damaged, has a password, is a scan, or is larger than any minutes."""
    _refuse_bombs(data)
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of fonts whose shapes nobody asks for
    pages = _pages(data)
    if len(pages) > _MOST_PAGES:
        raise MinutesError(f"it has more than {_MOST_PAGES} pages; these are no minutes")
    if not any(page.blocks for page in pages):
        raise MinutesError("there is no text in it, only pictures; if it is a scan, have its text recognised first")
    return as_markdown(pages)


def _pages(data: bytes) -> list[Page]:
    """The pages, one more than are read at most."""
    try:
        with PDF(io.BytesIO(data)) as document:
            return [_page(sheet) for sheet in document.pages[: _MOST_PAGES + 1]]
    except (RecursionError, MemoryError):
        raise
    except PdfminerException as error:
        locked = bool(error.args) and "Password" in type(error.args[0]).__name__
        raise MinutesError("it has a password; save it without one" if locked else _DAMAGED) from error
    except Exception as error:  # a broken file leads pdfminer to whatever it did not foresee
        raise MinutesError(_DAMAGED) from error


_DAMAGED = "the file is damaged: it is no PDF that can be read"


def _refuse_bombs(data: bytes) -> None:
    """Refuse a PDF whose packed parts would fill the memory: pdfminer unpacks them whole."""
    left = _LARGEST
    for match in _STREAM.finditer(data):
        part = data[match.end() :] if data[match.end() : match.end() + 1] in (b"\x78", b"\x58", b"\x68", b"\x48") else b""
        for _ in range(_NESTED):
            if not part:
                break
            unpacker = zlib.decompressobj()
            try:
                part = unpacker.decompress(part, left + 1)
            except zlib.error:
                break
            left -= len(part)
            if left < 0:
                raise MinutesError(f"it would unpack to more than {_LARGEST // MEGABYTE} MB; these are no minutes")
            part = part if part[:1] == b"\x78" else b""


def _page(sheet: Sheet) -> Page:
    sheet = sheet.dedupe_chars()  # bold that is printed twice
    tables = [table for table in sheet.find_tables() if _is_table(table)]
    words = [w for w in sheet.extract_words(extra_attrs=["fontname", "size"], x_tolerance_ratio=0.12) if not any(_within(w, t.bbox) for t in tables)]
    blocks: list[tuple[float, Line | tuple[tuple[Cell, ...], ...]]] = [(line.top, line) for line in _lines(words)]
    blocks += [(table.bbox[1], _rows(table, sheet)) for table in tables]
    blocks.sort(key=lambda block: block[0])
    return Page(tuple(block for _, block in blocks), tuple(top for top, _ in blocks), float(sheet.width))


def _is_table(table: Table) -> bool:
    """Whether lines on the page make a table of columns, and no frame or underline."""
    return len(table.rows) > 0 and max(sum(cell is not None for cell in row.cells) for row in table.rows) > 1 and any(map(any, table.extract()))


def _within(word: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _lines(words: list[dict[str, Any]]) -> Iterator[Line]:
    """The words that stand on one line, from left to right; a raised letter is on the line too."""
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda w: (w["bottom"], w["x0"])):
        if rows and abs(rows[-1][0]["bottom"] - word["bottom"]) <= max(min(word["size"], rows[-1][0]["size"]) * 0.35, 1):
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in rows:
        told = [
            Word(_UNMAPPED.sub("\uf0b7", w["text"]), w["x0"], w["x1"], round(w["size"], 1), bool(_BOLD.search(w["fontname"])))
            for w in sorted(row, key=lambda w: w["x0"])
        ]
        yield Line(min(w["top"] for w in row), max(w["bottom"] for w in row), tuple(told))


def _rows(table: Table, sheet: Sheet) -> tuple[tuple[Cell, ...], ...]:
    """The cells of a table; the first row is its head when all its letters are bold."""
    top = table.rows[0].bbox
    letters = [c for c in sheet.chars if c["text"].strip() and _within(c, top)]
    head = bool(letters) and all(_BOLD.search(c["fontname"]) for c in letters)
    return tuple(tuple(Cell(_joined(cell or ""), head=head and n == 0) for cell in row) for n, row in enumerate(table.extract()))


def _joined(cell: str) -> str:
    """The words of a cell; where the paper was too narrow they go on in the next line."""
    return " ".join(line.strip() for line in cell.split("\n") if line.strip())
