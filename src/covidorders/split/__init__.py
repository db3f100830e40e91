"""Split: one file can hold several notices; find where each begins and ends."""

from covidorders.split.bounds import NoticeRange, split

__all__ = ["NoticeRange", "split"]
