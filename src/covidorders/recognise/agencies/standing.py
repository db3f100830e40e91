"""Whether a general word is a mention where it stands: it acts or is told to act (docs/annotation.md)."""

from __future__ import annotations

from covidorders.recognise.agencies.bodies import Body, body_at
from covidorders.recognise.agencies.lexicon import behaves, lexicon
from covidorders.recognise.agencies.lists import run_end
from covidorders.recognise.agencies.territory import starts_body
from covidorders.recognise.agencies.words import Words

_NEAR = 40
"""Words and marks within which the verb of a list must stand."""


def stands(words: Words, body: Body, last: int) -> bool:
    """Tell whether `body` is a mention; `last` is the end of the mention before it in the paragraph, -1 if none."""
    if body.kind == "units":
        if words.small(body.first) in words.defined and words.small(body.first - 1) == "là":
            return True
        told = body.counted and _told(words, body)
        return told or _listed(words, body, last) or _acts_together(words, body)
    if body.head == "ngành" and body.kind == "named" and not body.counted and not words.capital(body.first + 1):
        return words.capital(body.first) or _listed(words, body, last) or _acts(words, body) or _told(words, body)
    if body.kind == "words" or (behaves(body.head, "kinds") and not words.capital(body.first)):
        return _general_stands(words, body, last)
    return True


def _general_stands(words: Words, body: Body, last: int) -> bool:
    lex = lexicon()
    if _quoted(words, body) or _number_of(words, body):
        return False
    if body.counted and words.small(body.first) in lex.singly:
        return body.head not in lex.listed_only or body.named or _acts(words, body)
    if body.counted:
        return not _appositive(words, body) and not _headless(words, body)
    if body.head in words.defined and words.small(body.first - 1) not in {"cấp", *lex.not_behind}:
        return True
    if body.head in lex.always or _listed(words, body, last):
        return True
    if body.head in lex.listed_only:
        return _modal(words, body) or words.folded[max(0, body.first - 2) : body.first] == ["lanh", "dao"]
    if body.named and body.kind == "words" and not _names_a_kind(words, body):
        return True
    following = run_end(words, body.end)
    if following and (_acts(words, following[-1]) or _related(words, following[-1])) and _free(words, body):
        return True
    return _acts(words, body) or _told(words, body)


def _modal(words: Words, body: Body) -> bool:
    """`, trường sẽ thông báo`: only a body is its subject."""
    return body.head == "trường" and words.is_mark(body.first - 1, ",.;:") and behaves(words.small(body.end), "modals")


def _quoted(words: Words, body: Body) -> bool:
    if words.small(body.first - 1) == "tên" and words.is_mark(body.first - 2, "["):
        return True  # a form to fill in
    return words.is_mark(body.first - 1, '“"') and words.glued(body.first)


def _number_of(words: Words, body: Body) -> bool:
    """`12 doanh nghiệp` counts them."""
    return not body.counted and (words.word(body.first - 1).isdigit() or behaves(body.head, "counted_only"))


def _related(words: Words, body: Body) -> bool:
    return words.folded[body.end - 2 : body.end] == ["lien", "quan"]


def _free(words: Words, body: Body) -> bool:
    """No preposition stands before it: `tại cơ quan, đơn vị mình` names a place."""
    some = words.folded[max(0, body.first - 2) : body.first] == ["mot", "so"]
    before = words.small(body.first - (3 if some else 1))
    return not behaves(before, "placing")


def _appositive(words: Words, body: Body) -> bool:
    """`các đơn vị Trung tâm Y tế dự phòng`: the body named behind is the mention."""
    return not words.capitals and words.capital(body.end) and starts_body(words, body.end)


def _headless(words: Words, body: Body) -> bool:
    """`các Vụ:` before a list on the next lines, `các cơ sở gây ô nhiễm`."""
    if words.is_mark(body.end, ":") and body.end + 1 == len(words) and words.capital(body.first + 1):
        return not body.named
    return body.head == "cơ sở" and not body.named and not _acts(words, body)


def _names_a_kind(words: Words, body: Body) -> bool:
    """`chất lượng bệnh viện của Sở Y tế`, `hệ thống cơ quan hành chính`: small words that name a kind."""
    if words.capital(body.first):
        return False
    printed = set(words.folded[body.first : body.end])
    return not ({"lien", "truc", "thuoc"} & printed) and bool({"cua", "chinh", "nuoc"} & printed)


def _listed(words: Words, body: Body, last: int) -> bool:
    """A list of bodies goes on with it."""
    if body.head == "tổ chức" and body.kind == "words" and not body.named:
        if words.folded[body.end + 1 : body.end + 3] == ["ca", "nhan"] and words.is_mark(body.end, ",/"):
            return True
        if words.folded[max(0, body.first - 3) : body.first - 1] == ["lien", "quan"]:
            return False  # `đơn vị liên quan, tổ chức thực hiện`
        return words.is_mark(body.first - 1, ",") and behaves(words.small(body.first - 2), "before_organisation")
    if last < 0 or body.first != last + 1:
        return False
    return words.is_mark(last, ",;/") or words.folded[last] == "va"


def _acts(words: Words, body: Body) -> bool:
    return _free(words, body) and lexicon().acts.end(words, body.end) > body.end


def _acts_together(words: Words, body: Body) -> bool:
    """Territorial groups act where they open a sentence or a clause and a verb follows the last of them."""
    opens = body.first == 0 or words.is_mark(body.first - 1, ".,;:-/)")
    if not (opens and (body.counted or words.capital(body.first))):
        return False
    following: Body | None = body
    end = body.end
    while following is not None and words.is_mark(following.end, ",") and end < body.end + _NEAR:
        following = body_at(words, following.end + 1)
        if following is None or following.kind != "units":
            break
        end = following.end
    verb = words.small(end)
    return verb not in {"có", "được"} and lexicon().acts.end(words, end) > end


def _told(words: Words, body: Body) -> bool:
    """A word that gives an order stands before it: `giao`, `phối hợp với`."""
    lex = lexicon()
    return any(body.first >= back and lex.orders.end(words, body.first - back) == body.first for back in (1, 2, 3))
