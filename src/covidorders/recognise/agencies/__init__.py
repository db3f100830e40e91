"""Agencies and positions: bodies of the state, the Party and others, and the offices held in them."""

from __future__ import annotations

from covidorders.recognise.agencies.find import find_agencies

__all__ = ["find_agencies"]
