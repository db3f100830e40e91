"""Canonical names: what a body, a post or a short form is called in full, and its id."""

from covidorders.recognise.canonical.notice_names import NoticeNames

__all__ = ["NoticeNames"]
