from __future__ import annotations

from pathlib import Path

import pytest

from covidorders.emit import to_bytes
from covidorders.model import (
    CalendarDate,
    Code,
    Deadline,
    Directive,
    DocType,
    Entity,
    IssueDate,
    Issuer,
    Mention,
    Notice,
    Reference,
    Resolution,
    Signature,
    Task,
    TextSpan,
    Warning,
)

from .conftest import Program

LONG = "Sở Y tế chủ trì rà soát toàn bộ kịch bản thu dung, điều trị, " * 6


def an_agency(id_: str) -> Entity:
    name = "Sở Y tế thành phố Cần Thơ"
    return Entity(start=0, end=7, text="Sở Y tế", id=id_, label="AGENCY", canonical=name)


def a_notice() -> Notice:
    y_te = Mention(start=0, end=7, text="Sở Y tế")
    task = Task(
        id="t1", action="rà soát", start=0, end=9, lead=(y_te,),
        deadlines=(Deadline(start=0, end=9, text="trước 30/9", kind="by", due="2021-09-30"),),
    )  # fmt: skip
    child = Directive(
        id="1.a", label="a)", level=2, start=0, end=9, pages=(1,), heading="Về y tế", text=LONG, tasks=(task,)
    )
    return Notice(
        id="n1",
        ordinal=1,
        start=0,
        end=9,
        regime="state",
        type=DocType(code="TB", name="Thông báo"),
        code=Code(raw="12/TB-UBND", number="12", notation="TB-UBND", complete=True),
        place="Cần Thơ",
        issued_on=IssueDate(raw="ngày 21 tháng 9 năm 2021", iso="2021-09-21", precision="day"),
        issuer=Issuer(name="UBND QUẬN", parent="UBND THÀNH PHỐ"),
        subject="Kết luận cuộc họp [khẩn]",  # square brackets are markup to rich
        urgency="HỎA TỐC",
        secrecy=None,
        addressees=(y_te,),
        legal_bases=("r1",),
        preamble=None,
        directives=(
            Directive(
                id="1", label="1.", level=1, start=0, end=9, pages=(1,), heading=None, text="Việc chung",
                children=(child,),
            ),
        ),
        closing=TextSpan(start=0, end=9, text="Trên đây là kết luận."),
        distribution=(y_te,),
        signatures=(Signature(start=0, end=9, authority="KT. CHỦ TỊCH", position="PHÓ CHỦ TỊCH", name="Lê Văn An"),),
        annexes=(),
        tables=(),
        entities=(an_agency("e1"), an_agency("e2")),
        references=(
            Reference(
                id="r1", start=0, end=9, text="Quyết định số 5/QĐ-TTg", type=None, code=None,
                issued_on=CalendarDate(raw="2020", iso="2020", precision="year"), issuer=None, title=None,
                resolved=Resolution(status="external"),
            ),
        ),
        warnings=(Warning(code="repeated-label", message="Two items are labelled 2."),),
    )  # fmt: skip


@pytest.fixture
def parsed(tmp_path: Path) -> Path:
    from fake_parser import source_file

    path = tmp_path / "họp.docx.json"
    path.write_bytes(to_bytes(source_file(Path("họp.docx"), b"x").model_copy(update={"notices": (a_notice(),)})))
    return path


@pytest.mark.parametrize(
    "words",
    [
        "họp.docx  1 page, text, 1 notice",
        "1. Thông báo 12/TB-UBND",
        "issuer: UBND QUẬN (of UBND THÀNH PHỐ)",
        "issued on: 2021-09-21",
        "subject: Kết luận cuộc họp [khẩn]",
        "urgency: HỎA TỐC",
        "addressees: Sở Y tế",
        "legal bases: 1",
        "r1  Quyết định số 5/QĐ-TTg  → external",
        "directives: 2",
        "1  Việc chung",
        "1.a  Về y tế │ Sở Y tế chủ trì",
        "task: Sở Y tế │ 2021-09-30",
        "entities: 2",
        "AGENCY: Sở Y tế thành phố Cần Thơ ×2",
        "closing: Trên đây là kết luận.",
        "KT. CHỦ TỊCH │ PHÓ CHỦ TỊCH │ Lê Văn An",
        "warning repeated-label: Two items are labelled 2.",
    ],
)
def test_the_tree_tells(covidorders: Program, parsed: Path, words: str) -> None:
    ended = covidorders("show", parsed)
    assert ended.status == 0
    assert words in ended.out


def test_what_was_not_found_takes_no_line(covidorders: Program, parsed: Path) -> None:
    out = covidorders("show", parsed).out
    assert not any(name in out for name in ("secrecy", "annexes", "references:"))


def test_a_pipe_gets_no_colours_and_one_line_a_text(covidorders: Program, parsed: Path) -> None:
    out = covidorders("show", parsed).out
    assert "\x1b" not in out
    assert LONG.strip() not in out
    assert "…" in out


def test_full_texts_on_request(covidorders: Program, parsed: Path) -> None:
    out = covidorders("show", parsed, "--full").out
    words = " ".join(line.strip(" │├└─") for line in out.splitlines())
    assert LONG.strip() in " ".join(words.split())


def test_a_source_file_is_read_first(covidorders: Program, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Số: 12/TB-UBND\nTHÔNG BÁO\n1. Giao Sở Y tế kiểm tra.\n", "utf-8")
    ended = covidorders("show", path)
    assert ended.status == 0
    assert "12/TB-UBND" in ended.out


@pytest.mark.parametrize(
    ("name", "content", "status", "words"),
    [
        ("nowhere.pdf", None, 2, "is not there"),
        ("bad.json", "{}", 1, "not the JSON of a source file"),
        ("empty.txt", "", 1, "empty"),
    ],
)
def test_what_cannot_be_shown(
    covidorders: Program, tmp_path: Path, name: str, content: str | None, status: int, words: str
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    ended = covidorders("show", tmp_path / name)
    assert ended.status == status
    assert words in ended.err


def test_a_folder_cannot_be_shown(covidorders: Program, tmp_path: Path) -> None:
    assert covidorders("show", tmp_path).status == 2
