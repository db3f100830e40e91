"""Fixed phrases of a letterhead and a signature block, known before the text's encoding is repaired.

Vietnamese marks are what encodings differ in (`CỘNG HÒA`, `céng hoµ`, `COÄNG HOAØ`): the plain Latin consonants are
the same bytes in Unicode, TCVN3, VNI, VISCII and VPS. So the phrases are compared by their consonants alone.
"""

from __future__ import annotations

import re
from functools import cache

from covidorders.knowledge import load

_DAY = "ngthngnm"
"""Consonants of `ngày … tháng … năm`."""
_NOT_CONSONANT = re.compile(r"[^bcdghklmnpqrstvx]+")


def skeleton(text: str) -> str:
    """Return the plain Latin consonants of `text`, lower case: `Việt Nam` and `ViÖt nam` both give `vtnm`."""
    return _NOT_CONSONANT.sub("", text.lower())


@cache
def _skeletons(name: str) -> tuple[str, ...]:
    return tuple(skeleton(phrase) for phrase in load("landmarks")[name]["phrases"])


@cache
def _authority() -> re.Pattern[str]:
    return re.compile(load("landmarks")["authority"]["pattern"], re.IGNORECASE)


def heads_the_right(text: str) -> bool:
    """Tell whether `text` opens with what stands at the top right of a notice: quốc hiệu or the Party's title.

    Sentences name both (`Hiến pháp nước Cộng hòa …`), so quốc hiệu has to come first, and the Party alone.
    """
    bones = skeleton(text[:200])
    return bones.startswith(_skeletons("state")) or any(
        bones.startswith(title) and len(bones) <= len(title) + 6 for title in _skeletons("party")
    )


def is_title_alone(text: str) -> bool:
    """Tell whether `text` is quốc hiệu, tiêu ngữ or the Party's title and hardly more."""
    bones = skeleton(text[:200])
    return any(
        phrase in bones and len(bones) <= len(phrase) + 4
        for phrase in _skeletons("state") + _skeletons("motto") + _skeletons("party")
    )


def holds_day(text: str) -> bool:
    """Tell whether `text` is the place-and-date line of a letterhead: `…, ngày … tháng … năm …`."""
    return len(text.strip()) <= 90 and _DAY in skeleton(text)


def opens_distribution(text: str) -> bool:
    """Tell whether `text` opens with `Nơi nhận`, followed by a colon or nothing."""
    head, colon, _ = text.strip()[:24].partition(":")
    return (bool(colon) or len(text.strip()) < 14) and skeleton(head) in _skeletons("distribution")


def opens_authority(text: str) -> bool:
    """Tell whether `text` opens with the authority on which is signed (`TM.`, `KT.`, `T/L`)."""
    return _authority().match(text) is not None


def opens_signature(text: str) -> bool:
    """Tell whether `text` opens with the authority of a signature or is a post alone."""
    if opens_authority(text):
        return True
    return len(text.strip()) <= 40 and skeleton(text) in _skeletons("posts")
