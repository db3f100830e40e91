"""Sample notices of our own making: each defined once in `data/samples/`, rendered to every format.

`load_samples()` gives the definitions, `render_pdf(sample)` a PDF, `render_all` any variant of any sample.
`python -m tools.make_samples` writes `data/raw/`.
"""

from .notice import Sample, load_sample, load_samples
from .variants import VARIANTS, Variant, render_all, render_pdf

__all__ = ["VARIANTS", "Sample", "Variant", "load_sample", "load_samples", "render_all", "render_pdf"]
