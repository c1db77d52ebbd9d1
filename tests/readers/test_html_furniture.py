"""What a site puts around an article is left out, and nothing of the article is."""

from __future__ import annotations

from random import Random

import pytest

from goi_lint.cases.draft import Draft
from goi_lint.cases.grid import ACROSS, DOWN, GridRow, grids
from goi_lint.model.document import Block, Grid, Paragraph
from goi_lint.readers import html
from writing import base

ARTICLE = (
    "<p>某局编制本报告，数据统计期限为2023年1月1日至12月31日。</p><p>如有疑问，请联系某局（电话：0379-6688123）。</p>"
    "<p>一、总体情况</p><p>全年公开信息86条，专人维护栏目，定期清理。</p><p>二、其他</p><p>无其他事项，均已公开。</p>"
    "<p>某局</p><p>2024年1月19日</p>"
)
SHOWN = [
    "某局编制本报告，数据统计期限为2023年1月1日至12月31日。",
    "如有疑问，请联系某局（电话：0379-6688123）。",
    "一、总体情况",
    "全年公开信息86条，专人维护栏目，定期清理。",
    "二、其他",
    "无其他事项，均已公开。",
    "某局",
    "2024年1月19日",
]
TITLE = "某局2023年工作年度报告"

LEFT_OUT: dict[str, str] = {
    "breadcrumb": "<div>您当前的位置：<a href=/>首页</a> > <a href=/>公开</a></div>{}",
    "breadcrumb without a label": "<p>首页 &gt; 政务公开 &gt; 年报</p>{}",
    "breadcrumb in an article": "<div id=c><p>当前位置：首页»年报</p>{}</div>",
    "tools": "<p>字号：[ <a>大</a> <a>中</a> <a>小</a> ]</p>{}<p>【打印本页】　【关闭窗口】</p>",
    "tools without brackets": "<div class=c>{}<div>打印 | 收藏 | 分享到：</div></div>",
    "neighbours": "{}<p>上一篇：<a>某局2022年报告</a></p><p>下一条：没有了</p>",
    "related pages": "<div>{}<h4>相关链接：</h4><ul><li><a>某局2022年报告</a></li></ul></div>",
    "related pages in a list": "<div>{}<div class=x><ul><li><a>某县</a><li><a>某市</a><li><a>某省</a></ul></div></div>",
    "semantic elements": "<header>某县人民政府</header><nav><a>首页</a></nav><main>{}</main><aside>热线12345</aside>"
    "<footer>电话：010-12345678 邮编：100000</footer>",
    "a foot": "<div class=main>{}</div><div class=a><p>地址：甲路1号 电话：010-12345678</p><p>豫ICP备1号</p></div>",
    "a foot in a table": "<div>{}</div><table><tr><td>主办：某县</td><td>电话：010-12345678</td></tr>"
    "<tr><td>版权所有</td><td>邮编：100000</td></tr></table>",
    "a search box": "<form action=s>站内检索 <input> <button>搜索</button></form><div>{}</div>",
    "a head by its class": "<div class='top_bar'>欢迎来到某县人民政府 2025年1月1日</div><div>{}</div>",
    "a sidebar": "<div class=sidebar>机构职能<p>领导信息</p></div><div>{}</div>",
    "scripts": "<script>var a='<p>电话</p>';</script>{}<script>document.write('<table>')</script>",
    "a layout of tables": "<table width=980><tr><td><a>首页</a><a>公开</a><a>服务</a></td></tr></table>"
    "<table><tr><td width=200>栏目导航<br>公开指南</td><td>{}</td></tr></table>",
    "information in a list": "<ul><li>索引号：A/1</li><li>发布机构：某局</li><li>名称：某局年报</li></ul>{}",
    "information in parts": "<dl><dt>索引号：</dt><dd>A/2024-1</dd><dt>主题分类：</dt><dd>综合</dd></dl>{}",
    "who edited": "<div>{}<p>责任编辑：王某</p><p>扫一扫在手机打开当前页</p></div>",
    "hidden parts": "<div style='display:none'>电话：010-12345678</div>{}<p hidden>某人</p>",
}

PUBLISHED: dict[str, tuple[str, str | None]] = {
    "a line": ("<p>发布日期：2024-01-22</p>{}", "发布日期：2024-01-22"),
    "with time and source": (
        "<p>来源：某局　发布时间：2024-01-22 16:05　浏览次数：3</p>{}", "发布时间：2024-01-22 16:05"),
    "in cells": (
        "<table><tr><td>索引号</td><td>1</td><td>成文日期</td><td>2024年1月5日</td></tr>"
        "<tr><td>文号</td><td></td><td>发布日期</td><td>2024年1月8日</td></tr></table>{}",
        "发布日期2024年1月8日",
    ),
    "of the head": ("<meta name=PubDate content='2024-01-22 16:05'>{}", "2024-01-22 16:05"),
    "of a property": ("<meta property='article:published_time' content='2024-01-22T16:05'>{}", "2024-01-22T16:05"),
    "no source": ("<meta name=ContentSource content='2024-01-22'>{}", None),
    "by the surest label": ("<p>成文日期：2024-01-05 发布日期：2024-01-08</p>{}", "发布日期：2024-01-08"),
    "a stamp": ("<p>2024-01-22 16:05:00</p>{}", "2024-01-22 16:05:00"),
    "none": ("<p>统计时间：2023年1月1日至12月31日，不含其他。</p>{}", None),
}  # fmt: skip

TITLES: dict[str, tuple[str, list[tuple[str, int | None]]]] = {
    "of the head": (f"<title>{TITLE}_某县人民政府</title>{{}}", [(TITLE, 1)]),
    "of a meta": (f"<meta name=ArticleTitle content={TITLE}><title>某县人民政府</title>{{}}", [(TITLE, 1)]),
    "a heading": (f"<title>{TITLE}</title><h1>{TITLE}</h1>{{}}", [(TITLE, 1)]),
    "a heading above the article": (
        f"<div class=head><h2>{TITLE}</h2></div><div id=z>{{}}</div>",
        [(TITLE, 2)],
    ),
    "a paragraph": (f"<title>{TITLE}_某网</title><p align=center>{TITLE}</p>{{}}", [(TITLE, None)]),
    "another in the centre": (
        f"<title>{TITLE}</title><p style='text-align:center'>某局二〇二三年年报</p>{{}}",
        [("某局二〇二三年年报", None)],
    ),
    "that of the site": ("<title>某县人民政府门户网站</title>{}", []),
}


def lines(source: str) -> list[str]:
    return [block.text for block in html.read(source.encode(), "a").blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("source", LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_surrounds_an_article_is_left_out(source: str) -> None:
    assert lines(source.replace("{}", ARTICLE)) == SHOWN


@pytest.mark.parametrize(("source", "expected"), PUBLISHED.values(), ids=PUBLISHED)
def test_the_day_of_publication(source: str, expected: str | None) -> None:
    found = html.read(source.replace("{}", ARTICLE).encode(), "a")
    assert (found.published.text if found.published else None) == expected


@pytest.mark.parametrize(("source", "expected"), TITLES.values(), ids=TITLES)
def test_titles(source: str, expected: list[tuple[str, int | None]]) -> None:
    blocks = html.read(source.replace("{}", ARTICLE).encode(), "a").blocks
    assert [(block.text, block.level) for block in blocks if isinstance(block, Paragraph)][
        : -len(SHOWN)
    ] == expected


HEADS = (
    "<div class=header><img src=l.png alt=某县><ul><li><a>首页</a><li><a>政务公开</a><li><a>办事服务</a></ul></div>",
    "<table width=100%><tr><td><a>首页</a></td><td><a>政务公开</a></td><td><a>互动交流</a></td></tr></table>",
    "<header><p>今天是2025年1月1日 星期三</p></header><nav><a>首页</a>|<a>公开</a></nav>",
    "",
)
CRUMBS = (
    "<div class=position>当前位置：<a>首页</a> > <a>年报</a></div>",
    "<p>首页 &gt; 公开 &gt; 年报</p>",
    "",
)
INFOS = (
    "<div class=info>来源：某县　发布时间：2025-02-01 09:30　浏览次数：<span>12</span>　"
    "字号：<a>大</a> <a>小</a></div>",
    "<table><tr><td>索引号：</td><td>A1</td><td>发布机构：</td><td>某局</td></tr><tr><td>发布日期：</td><td>2025-02-01</td>"
    "<td>文号：</td><td></td></tr></table>",
    "<p>发布日期：2025-02-01</p>",
)
TAILS = (
    "<div class=share>分享到：<a>微信</a></div><p>【打印】【关闭】</p><p>上一篇：<a>某局年报</a></p>",
    "<div><h3>相关阅读</h3><ul><li><a>某局年报</a></li><li><a>某镇年报</a></li></ul></div>",
    "",
)
FEET = (
    "<div class=footer><p>地址：甲路1号 邮编：100000 电话：010-12345678</p><p>京ICP备1号 版权所有</p></div>",
    "<table><tr><td>主办单位：某县</td><td>电话：010-12345678</td></tr><tr><td colspan=2>网站标识码：1</td></tr>"
    "</table>",
    "",
)
FRAMES = (
    "<div class=con>{}</div>",
    "<div><div class=l-con><form>{}</form></div></div>",
    "<table><tr><td>{}</td></tr></table>",
    "<table><tr><td width=20%><ul><li><a>指南</a><li><a>制度</a><li><a>年报</a></ul></td><td>{}</td></tr></table>",
    "{}",
)
LINES = (
    "<p>{}</p>",
    "<p class=MsoNormal style='text-indent:2em'><span lang=ZH-CN>{}</span></p>",
    "<div>{}</div>",
    "　　{}<br>",
)
CELLS = ("{}", "<p>{}</p>", "<p><span>{}</span></p>", "<div><b>{}</b></div>")


def site(draft: Draft, rng: Random) -> str:
    """Return the draft as a page of a site that is put together at random."""
    line = rng.choice(LINES)
    pieces = [f"<h1>{text}</h1>" for text in draft.title]
    pieces.append(rng.choice(INFOS))
    pieces += [line.format(text) for text in draft.front]
    for part in draft.parts:
        pieces += [line.format(text) for text in (part.heading, *part.paragraphs)]
        if part.table:
            pieces += [_table(rows, rng.choice(CELLS)) for rows in grids(draft.tables[part.table])]
    pieces += [line.format(text) for text in draft.closing]
    article = "\n".join(pieces)
    inner = rng.choice(CRUMBS) + article + rng.choice(TAILS)
    page = rng.choice(HEADS) + rng.choice(FRAMES).replace("{}", inner) + rng.choice(FEET)
    return f"<!DOCTYPE html><html><head><title>某县人民政府</title></head><body>{page}</body></html>"


def _table(rows: list[GridRow], inner: str) -> str:
    lines_ = []
    for at, row in enumerate(rows):
        cells = []
        for column, slot in enumerate(row):
            if slot in (ACROSS, DOWN):
                continue
            across = next(
                (n for n, other in enumerate(row[column + 1 :], 1) if other != ACROSS), len(row) - column
            )
            down = next(
                (n for n, other in enumerate(rows[at + 1 :], 1) if other[column] != DOWN), len(rows) - at
            )
            text = inner.format(slot.text or "&nbsp;")
            cells.append(f"<td rowspan={down} colspan={across}>{text}</td>")
        lines_.append("<tr>" + "".join(cells) + "</tr>")
    return "<table border=1>" + "\n".join(lines_) + "</table>"


def expected_of(draft: Draft) -> list[str | int]:
    """Return the lines of the draft, and the number of cells of each table."""
    found: list[str | int] = [*draft.title, *draft.front]
    for part in draft.parts:
        found += [part.heading, *part.paragraphs]
        if part.table:
            tables = grids(draft.tables[part.table])
            found += [sum(slot not in (ACROSS, DOWN) for row in rows for slot in row) for rows in tables]
    return [*found, *draft.closing]


def _outline(blocks: tuple[Block, ...]) -> list[str | int]:
    return [len(block.cells) if isinstance(block, Grid) else block.text.strip("　") for block in blocks]


@pytest.mark.parametrize("form", ["form_2019", "form_2021"])
def test_of_any_site_the_article_is_read_whole_and_alone(form: str) -> None:
    wrong = {}
    for seed in range(100):
        rng = Random(f"{form} {seed}")
        draft = base.draft(form, rng)
        document = html.read(site(draft, rng).encode(), "a")
        found, expected = _outline(document.blocks), expected_of(draft)
        if found != expected:
            wrong[seed] = ([x for x in found if x not in expected], [x for x in expected if x not in found])
        elif document.published is None or "2025-02-01" not in document.published.text:
            wrong[seed] = ([str(document.published)], [])
    assert wrong == {}
