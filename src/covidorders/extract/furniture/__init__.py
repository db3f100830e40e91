"""What is printed on a page but is no part of the notice's text: stamps, page numbers, running heads, watermarks.

`classify` judges one line by its words and serves every format. `sift` and `running_heads` judge by the place on the
page, too, and serve formats with a layout (PDF, scans). Patterns with their source: knowledge/furniture.toml.
"""

from covidorders.extract.furniture.margins import edge_rows, head_key, running_heads
from covidorders.extract.furniture.patterns import classify, is_page_number, is_stamp
from covidorders.extract.furniture.sifting import furniture, sift

__all__ = [
    "classify",
    "edge_rows",
    "furniture",
    "head_key",
    "is_page_number",
    "is_stamp",
    "running_heads",
    "sift",
]
