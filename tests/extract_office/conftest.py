"""Whether LibreOffice is there, and the maker of small DOCX files."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
