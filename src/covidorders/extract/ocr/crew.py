"""Pages read one after the other or by several processes at once, always in order and never many in memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context

from covidorders.extract.ocr.page import PageImage, ReadPage, read_page
from covidorders.extract.ocr.tesseract import shared_engine

FEWEST = 2
"""Pages from which more than one process is begun."""
WAITING = 2
"""Pages handed over for each further process: one being read, one ready. A page at 200 dpi takes 12 MB."""
AHEAD = 4
"""Pages read and not yet given back, for each process: how far one slow page may hold up the others."""


def read_pages(pages: Iterable[PageImage], jobs: int = 1) -> Iterator[ReadPage]:
    """Read pages in order, `jobs` at a time; `pages` is drawn on only as fast as they are read.

    Processes, not threads: tesserocr lets other threads run, but the rest of the work does not (2 cores, 24 pages:
    threads 1.5 times as fast as one, processes 1.9 times). This process reads too whenever the others have enough: it
    is at work while they start, and one of them less is to be started. Raises MissingProgramError.
    """
    shared_engine()  # a missing engine is told here, in one process, not in each
    pages = iter(pages)
    first = list(islice(pages, min(jobs, FEWEST)))
    pages = chain(_handed_over(first), pages)
    if len(first) < FEWEST:  # a process costs half a second to begin with, as much as a page
        yield from map(_read, pages)
        return
    with ProcessPoolExecutor(jobs - 1, mp_context=get_context("spawn")) as pool:
        yield from _shared_out(pages, pool, jobs)


def _shared_out(pages: Iterator[PageImage], pool: ProcessPoolExecutor, jobs: int) -> Iterator[ReadPage]:
    """Read pages here and in the pool's processes, which are `jobs` less this one."""
    under_way: deque[Future[ReadPage]] = deque()
    for page in pages:
        if sum(not one.done() for one in under_way) < WAITING * (jobs - 1):
            under_way.append(pool.submit(_read, page))
        else:
            under_way.append(_done(_read(page)))
        while under_way and (under_way[0].done() or len(under_way) >= AHEAD * jobs):
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()


def _done(read: ReadPage) -> Future[ReadPage]:
    future: Future[ReadPage] = Future()
    future.set_result(read)
    return future


def _handed_over(pages: list[PageImage]) -> Iterator[PageImage]:
    """Yield pages and let go of them."""
    while pages:
        yield pages.pop(0)


def _read(page: PageImage) -> ReadPage:
    return read_page(page, shared_engine())
