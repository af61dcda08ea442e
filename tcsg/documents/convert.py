"""What a file is, by its first bytes and not by its name, and its text as Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg.documents.mending import mended, text_pages
from tcsg.errors import MinutesError, TcsgError
from tcsg.reading.text import decode

if TYPE_CHECKING:
    from collections.abc import Callable

SUFFIXES = (".docx", ".odt", ".rtf", ".html", ".htm", ".pdf", ".md", ".markdown", ".txt")
"""How files are called that can be read."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_LOOKED_AT = 4096
"""Bytes at the begin of a file that tell what it is."""


def to_markdown(data: bytes, name: str) -> str:
    """The text of a document as Markdown, its paragraphs in one line each.

    MinutesError, without a place, when the file is none of the kinds that can be read, is damaged, or is larger than any
    minutes; TcsgError when a package is not installed that reads it.
    """
    read = _reader(data, name)
    try:
        text = read(data)
    except (RecursionError, MemoryError) as error:
        raise MinutesError("nested too deep, or too large; these are no minutes") from error
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "tcsg":
            raise
        extra = "pdf" if read is _pdf else "word"
        raise TcsgError(f"to read it, tcsg needs {error.name}: pip install 'tcsg[{extra}]'") from error
    if not text.strip():
        raise MinutesError("there is no text in it")
    return text


def _reader(data: bytes, name: str) -> Callable[[bytes], str]:
    start = data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith(b"PK\x03\x04"):
        return _packed(data)
    if start.startswith(b"{\\rtf"):
        return _rtf
    if b"%PDF-" in data[:1024]:
        return _pdf
    if data.startswith(_OLE):
        raise MinutesError("this is Word's old format, or a file with a password; save it as .docx without a password")
    if _PAGE.match(_glance(start)) or (name.lower().endswith((".html", ".htm", ".xhtml")) and b"<" in data):
        return _html
    return _text


def _glance(start: bytes) -> str:
    return start.replace(b"\0", b"").decode("latin-1").removeprefix("\xff\xfe").removeprefix("\xfe\xff")


def _packed(data: bytes) -> Callable[[bytes], str]:
    from tcsg.documents.package import members  # lazy: only for documents

    names = members(data)
    if any(name.startswith("word/") for name in names):
        return _docx
    if "content.xml" in names and "mimetype" in names:
        return _odt
    raise MinutesError("it is a zip archive, and neither a Word nor an OpenDocument text")


# Each brings libraries of its own, which need not be there.


def _docx(data: bytes) -> str:
    from tcsg.documents.docx import docx_to_html
    from tcsg.documents.html import html_to_markdown

    return mended(html_to_markdown(docx_to_html(data)))


def _odt(data: bytes) -> str:
    from tcsg.documents.html import html_to_markdown
    from tcsg.documents.odt import odt_to_html

    return mended(html_to_markdown(odt_to_html(data)))


def _rtf(data: bytes) -> str:
    from tcsg.documents.rtf import rtf_to_markdown

    return mended(rtf_to_markdown(data))


def _html(data: bytes) -> str:
    from tcsg.documents.html import page_to_markdown

    return mended(page_to_markdown(data))


def _pdf(data: bytes) -> str:
    from tcsg.documents.pdf import pdf_to_markdown

    return mended(pdf_to_markdown(data))


def _text(data: bytes) -> str:
    return mended(text_pages(decode(data, "", MinutesError)))
