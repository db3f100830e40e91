"""A page of a law portal: borderless tables for letterhead and signatures, with the site's own chrome around it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from .flow import Block, Centred, EndMatter, Letterhead, NewPage, Para, Receivers, Urgency, flow
from .inline import Run, labelled, unbroken
from .notice import Grid, Sample, Stamp
from .text import distribution_lines, receiver_lines, stamp_lines

_PAGE = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="{charset}">
<title>{title} | Cơ sở dữ liệu văn bản</title>
<style>body {{font-family: Arial, sans-serif}} .content p {{text-align: justify}} .hidden {{display: none}}</style>
<script>window.dataLayer = window.dataLayer || [];</script>
</head>
<body>
<header><div class="logo">CƠ SỞ DỮ LIỆU VĂN BẢN</div>
<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/van-ban">Văn bản</a></li><li><a href="/tin">Tin tức</a></li>
<li><a href="/lien-he">Liên hệ</a></li></ul></nav></header>
<div class="breadcrumb"><a href="/">Trang chủ</a> &raquo; <a href="/van-ban">Văn bản</a> &raquo; {title}</div>
<div class="tabs"><a href="#noi-dung">Nội dung</a> <a href="#luoc-do">Lược đồ</a> <a href="#tai-ve">Tải về</a></div>
<main>
<div class="content" id="noi-dung">
{content}
</div>
</main>
<aside><h3>Văn bản liên quan</h3><ul>
<li><a href="/van-ban/1">Quyết định 5525/QĐ-BYT năm 2021 tăng cường phòng, chống lây nhiễm</a></li>
<li><a href="/van-ban/2">Công văn 9438/BYT-MT năm 2021 về cách ly người tiếp xúc gần</a></li></ul></aside>
<footer><p>Bản quyền thuộc Cơ sở dữ liệu văn bản. Ghi rõ nguồn khi phát hành lại.</p>
<p>Chịu trách nhiệm: Ban Biên tập. Điện thoại: 024 3800 0000</p></footer>
</body>
</html>
"""


def render_html(sample: Sample, charset: str = "utf-8") -> str:
    """Return the sample as the HTML of a portal's page that declares `charset`."""
    content = "\n".join(line for block in flow(sample.notices) for line in _block(block))
    first = sample.notices[0]
    title = escape(" ".join([*first.title, first.code or " ".join(first.subject)]).strip())
    return _PAGE.format(charset=charset, title=title, content=unbroken(content))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Letterhead():
            yield _two_columns(_letterhead(block))
        case Centred():
            bold = (f"<b>{escape(line)}</b>" for line in block.lines)
            shown = (f"<i>{escape(line)}</i>" for line in block.lines) if block.style == "note" else bold
            yield f'<p align="center">{"<br>".join(shown)}</p>'
        case Urgency():
            yield f'<p><b style="border: 2px solid red; color: red">{escape(block.text)}</b></p>'
        case Receivers():
            yield from (f'<p style="margin-left: 20%">{escape(line)}</p>' for line in receiver_lines(block))
        case Para():
            yield f"<p>{_paragraph(block)}</p>"
        case Grid():
            yield _grid(block)
        case EndMatter():
            yield from _end_matter(block)
        case Stamp():
            yield "<p>" + "<br>".join(escape(line) for line in stamp_lines(block)) + "</p>"
        case NewPage():
            yield "<p>&nbsp;</p>"


def _paragraph(block: Para) -> str:
    text = "".join(_run(run) for run in labelled(block.label, block.text))
    text = f"-&nbsp;{text[2:]}" if block.label == "-" else text
    return f"<i>{text}</i>" if block.italic else text


def _run(run: Run) -> str:
    text = escape(run.text)
    text = f"<i>{text}</i>" if run.italic else text
    return f"<b>{text}</b>" if run.bold else text


def _letterhead(block: Letterhead) -> list[tuple[str, str]]:
    star = "*" if block.starred else "-------"
    left = [escape(line) for line in block.parent] + [f"<b>{escape(line)}</b>" for line in block.issuer]
    right = [f"<b>{escape(line)}</b>" for line in block.right]
    below = [escape(line) for line in (block.code, *block.subject) if line]
    return [
        (_centred([*left, star]), _centred([*right, "---------------"] if right else [])),
        (_centred(below), f'<p align="right"><i>{escape(block.place_date)}</i></p>'),
    ]


def _end_matter(block: EndMatter) -> Iterator[str]:
    signers = [
        _centred([*(f"<b>{escape(line)}</b>" for line in signer.lines), "", "", f"<b>{escape(signer.name)}</b>"])
        for signer in block.signers
    ]
    intro, *entries = (escape(line) for line in distribution_lines(block))
    distribution = f"<p><b><i>{intro}</i></b><br>{'<br>'.join(entries)}</p>"
    if len(signers) > 1:
        yield _two_columns([(signers[0], signers[1])])
        yield distribution
    else:
        yield _two_columns([(distribution, signers[0])])


def _centred(lines: list[str]) -> str:
    return f'<p align="center">{"<br>".join(lines)}</p>' if lines else ""


def _two_columns(rows: list[tuple[str, str]]) -> str:
    shown = "\n".join(
        f'<tr><td width="40%" valign="top">{left}</td><td width="60%" valign="top">{right}</td></tr>'
        for left, right in rows
    )
    return f'<table border="0" cellspacing="0" cellpadding="0" width="100%">\n{shown}\n</table>'


def _grid(grid: Grid) -> str:
    head, *rest = grid.rows
    rows = ["".join(f"<th>{escape(cell)}</th>" for cell in head)]
    rows += ["".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rest]
    shown = "\n".join(f"<tr>{row}</tr>" for row in rows)
    return f'<table border="1" cellspacing="0" cellpadding="4" width="100%">\n{shown}\n</table>'
