"""The regime of a notice by a vote of several signs: none of them is always there, some are mixed in practice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from covidorders.grammar.fold import fold
from covidorders.grammar.marks import (
    is_authority,
    is_motto,
    is_nation,
    is_party_header,
    is_star,
    is_youth_header,
    pattern,
)
from covidorders.knowledge import load
from covidorders.model import Code, Issuer, Regime, Signature

_MARGIN = 0.5
"""Votes must differ by this much to settle the matter."""


def vote(
    heading: Sequence[str],
    code: Code | None,
    issuer: Issuer | None,
    end: Sequence[str],
    signatures: Sequence[Signature],
) -> Regime:
    """Return the regime that the signs in the heading's and the end matter's lines speak for."""
    scores = {"state": 0.0, "party": 0.0}
    weights = load("marks")["regime"]
    for side, sign in _signs(heading, code, issuer, end, signatures):
        scores[side] += float(weights[side][sign])
    if abs(scores["state"] - scores["party"]) < _MARGIN:
        return "unknown"
    return cast("Regime", max(scores, key=lambda side: scores[side]))


def _signs(
    heading: Sequence[str],
    code: Code | None,
    issuer: Issuer | None,
    end: Sequence[str],
    signatures: Sequence[Signature],
) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, test, side in (
        ("nation", lambda line: is_nation(line) or is_motto(line), "state"),
        ("party", is_party_header, "party"),
        ("youth", is_youth_header, "party"),
        ("star", is_star, "party"),
    ):
        if any(test(line) for line in heading):
            found.append((side, name))
    if code is not None and code.notation:
        hyphen = "/" not in code.raw.split("-", 1)[0] and "-" in code.raw and "/" in code.notation
        found.append(("party", "number_hyphen") if hyphen else ("state", "number_slash"))
    if issuer is not None:
        found += _issuer_sign(issuer)
    folded = "\n".join(fold(line) for line in end)
    found += [(side, f"keep_{'vt' if side == 'state' else 'party'}") for side in ("state", "party")
              if pattern("regime", f"keep_{side}", whole=False).search(folded)]  # fmt: skip
    authority = next((line for line in end if is_authority(line)), None)
    if authority is not None:
        found.append(("party", "signing_slash") if "/" in authority[:5] else ("state", "signing_dot"))
    posts = [fold(s.position) for s in signatures if s.position]
    if any(pattern("regime", "post_party", whole=False).match(post) for post in posts):
        found.append(("party", "post"))
    return found


def _issuer_sign(issuer: Issuer) -> list[tuple[str, str]]:
    names = [fold(name) for name in (issuer.name, issuer.parent) if name]
    for side in ("party", "state"):
        if any(pattern("regime", f"issuer_{side}", whole=False).match(name) for name in names):
            return [(side, "issuer")]
    return []
