"""References inside one file: self, bundle, ambiguous, external; short forms; days that only a citation tells."""

from __future__ import annotations

from covidorders.model import CalendarDate, Code, DocType, IssueDate, Notice, Reference, Resolution
from covidorders.resolve import resolve

KL = DocType(code="KL", name="Kết luận")
NQ = DocType(code="NQ", name="Nghị quyết")


def code(number: str | None, notation: str | None) -> Code:
    return Code(raw=f"{number}/{notation}", number=number, notation=notation, complete=bool(number and notation))


def reference(one: str, cited: Code | None, day: str | None = None, kind: DocType = KL) -> Reference:
    return Reference(
        id=one,
        text="x",
        start=0,
        end=1,
        type=kind,
        code=cited,
        issued_on=CalendarDate(raw=day, iso=day, precision="day") if day else None,
        issuer=None,
        title=None,
        resolved=Resolution(status="external"),
    )


def notice(ordinal: int, own: Code | None, day: str | None, *references: Reference) -> Notice:
    return Notice(
        id=f"f-{ordinal}",
        ordinal=ordinal,
        start=0,
        end=1,
        regime="state",
        type=KL,
        code=own,
        place=None,
        issued_on=IssueDate(raw=day, iso=day, precision="day") if day else None,
        issuer=None,
        subject=None,
        urgency=None,
        secrecy=None,
        addressees=(),
        legal_bases=(),
        preamble=None,
        directives=(),
        closing=None,
        distribution=(),
        signatures=(),
        annexes=(),
        tables=(),
        entities=(),
        references=references,
        warnings=(),
    )


def test_reference_to_another_notice_of_the_file() -> None:
    first = notice(1, code("9", "UBND-VX"), "2021-08-04", reference("r1", code("12", "KL/BCĐ"), "2021-08-02"))
    second = notice(2, code("12", "KL/BCĐ"), "2021-08-02")
    (done, _) = resolve([first, second])
    assert (done.references[0].resolved.status, done.references[0].resolved.notice_id) == ("bundle", "f-2")


def test_same_number_of_another_day_is_another_document() -> None:
    first = notice(1, code("9", "UBND-VX"), "2021-08-04", reference("r1", code("12", "KL/BCĐ"), "2020-03-01"))
    second = notice(2, code("12", "KL/BCĐ"), "2021-08-02")
    assert resolve([first, second])[0].references[0].resolved.status == "external"


def test_two_notices_of_one_code_are_ambiguous() -> None:
    first = notice(1, code("9", "UBND-VX"), "2021-08-04", reference("r1", code("12", "KL/BCĐ")))
    others = [notice(n, code("12", "KL/BCĐ"), "2021-08-02") for n in (2, 3)]
    assert resolve([first, *others])[0].references[0].resolved.status == "ambiguous"


def test_reference_to_itself() -> None:
    own = notice(1, code("9", "UBND-VX"), None, reference("r1", code("09", "UBND-VX")))
    assert resolve([own])[0].references[0].resolved.status == "self"


def test_later_short_form_leads_to_the_first_full_one() -> None:
    full, short = reference("r1", code("128", "NQ-CP"), "2021-10-11", NQ), reference("r2", code("128", None), None, NQ)
    (done,) = resolve([notice(1, None, None, full, short)])
    assert [r.same_as for r in done.references] == [None, "r1"]


def test_short_form_with_two_candidates_stays_open() -> None:
    cited = [reference("r1", code("5", "NQ-CP"), None, NQ), reference("r2", code("5", "NQ-HĐND"), None, NQ)]
    (done,) = resolve([notice(1, None, None, *cited, reference("r3", code("5", None), None, NQ))])
    assert done.references[2].same_as is None


def test_day_of_issue_is_taken_from_the_one_citation_in_the_file() -> None:
    first = notice(1, code("9", "UBND-VX"), "2021-08-04", reference("r1", code("12", "KL/BCĐ"), "2021-08-02"))
    done = resolve([first, notice(2, code("12", "KL/BCĐ"), None)])[1]
    assert done.issued_on is not None
    assert (done.issued_on.iso, done.issued_on.inferred_from) == ("2021-08-02", "citation-in-file")


def test_contradicting_citations_give_no_day() -> None:
    cited = [reference("r1", code("12", "KL/BCĐ"), "2021-08-02"), reference("r2", code("12", "KL/BCĐ"), "2021-08-03")]
    assert resolve([notice(1, None, None, *cited), notice(2, code("12", "KL/BCĐ"), None)])[1].issued_on is None
