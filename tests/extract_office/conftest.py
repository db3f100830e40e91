"""Whether LibreOffice is there, and the maker of small DOCX files."""

from __future__ import annotations
