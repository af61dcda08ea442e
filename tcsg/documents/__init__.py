"""Documents of word processors, web pages and PDF to Markdown: bytes in, text out, nothing fetched."""

from tcsg.documents.convert import SUFFIXES, to_markdown

__all__ = ["SUFFIXES", "to_markdown"]
