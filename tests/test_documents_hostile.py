"""Documents that anybody may have sent: damaged, locked, or made to fill the memory, read the disk or call the network."""

from __future__ import annotations

import io
import random
import socket
import zipfile
import zlib
from collections.abc import Mapping
from typing import NoReturn

import pytest
from papers import Block, saved, to_docx, to_odt, to_pdf

from tcsg.documents import to_markdown
from tcsg.documents.package import LARGEST
from tcsg.errors import MinutesError

WORDS = (Block("h", "Actions", 2), Block("ul", "VH to mend the pump"), Block("table", rows=(("Action", "Owner"), ("mend", "VH"))))
MADE = {
    "docx": saved(to_docx(WORDS)),
    "odt": to_odt(WORDS),
    "pdf": to_pdf(WORDS),
    "rtf": b"{\\rtf1\\ansi Actions\\par {\\listtext 1.\\tab}mend\\par}",
}


def _with(package: bytes, parts: Mapping[str, bytes], *, packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package with other bytes in some of its files."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", packed) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, data in parts.items():
            new.writestr(name, data)
    return out.getvalue()


PARTS = {"docx": "word/document.xml", "odt": "content.xml"}


def _refused(data: bytes, said: str) -> None:
    with pytest.raises(MinutesError, match=said):
        to_markdown(data, "a")


@pytest.mark.parametrize("kind", PARTS)
def test_a_zip_bomb_is_refused_before_it_is_unpacked(kind: str) -> None:
    bomb = _with(MADE[kind], {PARTS[kind]: b"<a>" + b" " * LARGEST + b"</a>"})
    assert len(bomb) < LARGEST / 100
    _refused(bomb, "would unpack to more than 50 MB")


@pytest.mark.parametrize("kind", PARTS)
@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">',
        '<!ENTITY c SYSTEM "file:///etc/passwd">',
        '<!ENTITY c SYSTEM "http://127.0.0.1:9/x">',
    ],
)
def test_entities_are_refused(kind: str, declared: str) -> None:
    _refused(_with(MADE[kind], {PARTS[kind]: f"<!DOCTYPE d [{declared}]><d>&c;</d>".encode()}), "declares a document type")


@pytest.mark.parametrize("kind", PARTS)
def test_what_is_nested_too_deep_or_in_too_many_pieces_is_refused(kind: str) -> None:
    _refused(_with(MADE[kind], {PARTS[kind]: b"<a>" * 5_000 + b"</a>" * 5_000}), "nested too deep")
    _refused(_with(MADE[kind], {PARTS[kind]: b"<a>" + b"<b/>" * 700_000 + b"</a>"}), "more than 600,000 elements")


def test_deep_pages_and_rich_text_end_in_words() -> None:
    for data in (b"<html>" + b"<div>" * 20_000 + b"x", b"{\\rtf1 " + b"{" * 200_000 + b"x", b"<html><table><tr><td>" * 3_000 + b"x"):
        try:
            assert isinstance(to_markdown(data, "a.html"), str)
        except MinutesError as fault:
            assert "nested too deep" in str(fault) or "no text" in str(fault)


def test_a_pdf_that_would_unpack_to_too_much_is_refused() -> None:
    packed = zlib.compress(b" " * 150_000_000, 9)
    _refused(b"%PDF-1.4\n1 0 obj\n<</Length 9/Filter/FlateDecode>>\nstream\n" + packed + b"\nendstream\nendobj\n", "more than 100 MB")
    twice = zlib.compress(zlib.compress(b" " * 150_000_000, 9), 9)
    _refused(b"%PDF-1.4\n1 0 obj\n<</Filter[/FlateDecode/FlateDecode]>>\nstream\r\n" + twice + b"\nendstream\n", "more than 100 MB")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "save it as .docx without a password"),
        (b"PK\x03\x04 broken", "damaged"),
        (b"%PDF-1.7 broken", "damaged"),
        (b"", "no text"),
        (b"{\\rtf1 }", "no text"),
        (b"<html><body></body></html>", "no text"),
        (b"\x89PNG\r\n\x1a\n\0\0", "not UTF-8"),
        (to_pdf((), running=False), "only pictures"),
        (_with(MADE["docx"], {"word/document.xml": b"<a>"}), "damaged"),
    ],
    ids=["old Word", "zip", "pdf", "empty", "empty rtf", "empty page", "picture", "scan", "xml"],
)
def test_what_cannot_be_read_is_told_with_its_cure(data: bytes, said: str) -> None:
    _refused(data, said)


def test_another_zip_archive_is_no_document() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
    _refused(out.getvalue(), "neither a Word nor an OpenDocument text")


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    picture = b'<p>x<img src="http://127.0.0.1:9/a.png"><link rel=stylesheet href="http://127.0.0.1:9/a.css"></p><iframe src="http://127.0.0.1:9/"></iframe>'
    assert to_markdown(b"<html>" + picture, "a.html") == "x\n"
    linked = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId99" TargetMode="External" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd"/></Relationships>'
    )
    document = saved(to_docx(WORDS))
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        body = archive.read("word/document.xml").decode()
    drawing = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic '
        'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rId99"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    parts = {"word/document.xml": body.replace("</w:p>", drawing, 1).encode(), "word/_rels/document.xml.rels": linked}
    text = to_markdown(_with(document, parts), "a.docx")
    assert "VH to mend the pump" in text
    assert "root:" not in text


@pytest.mark.parametrize("kind", MADE)
def test_a_file_that_was_cut_or_changed_on_the_way_gives_text_or_words(kind: str) -> None:
    chance = random.Random(kind)
    data = MADE[kind]
    for _ in range(40):
        broken = bytearray(data[: chance.randrange(8, len(data))] if chance.random() < 0.3 else data)
        for _ in range(chance.randrange(1, 20)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            assert isinstance(to_markdown(bytes(broken), f"a.{kind}"), str)
        except MinutesError as fault:
            assert str(fault)
