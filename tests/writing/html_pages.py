"""The pages around a report: bare ones, Word's export, and government sites with all that stands about there.

Nothing of this belongs to the report: telephones, postcodes, dates and titles of other years are all foreign to it.
"""

from __future__ import annotations

import re
from html import escape

from goi_lint.cases.draft import Draft

DOCTYPE = "<!DOCTYPE html>\n"
_WORD_FONTS = ("宋体", "仿宋_GB2312", "黑体", "Calibri", "Times New Roman")


def bare(content: str, draft: Draft, charset: str) -> str:
    """Return a page with a title and the report, nothing else."""
    return f"{DOCTYPE}<html lang=zh>\n{_head(draft, charset)}\n<body>\n{content}\n</body>\n</html>\n"


def fragment(content: str, draft: Draft, charset: str) -> str:
    """Return what an editor's source view shows: the report's markup alone."""
    return content


def word(content: str, draft: Draft, charset: str) -> str:
    """Return what Word saves as a web page: namespaces, conditional comments, style sheets of its own."""
    fonts = "".join(
        f"@font-face\n\t{{font-family:{name};\n\tpanose-1:2 1 6 0 3 1 1 1 1 1;}}\n" for name in _WORD_FONTS
    )
    return f"""<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset={charset}">
<meta name=ProgId content=Word.Document>
<title>{escape(draft.title[0])}</title>
<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>办公室</o:Author><o:Created>2019-03-01T02:03:00Z</o:Created>
</o:DocumentProperties></xml><![endif]-->
<style>
<!--
{fonts} p.MsoNormal, li.MsoNormal, div.MsoNormal
\t{{mso-style-unhide:no;margin:0cm;text-align:justify;font-size:10.5pt;font-family:等线;mso-font-kerning:1.0pt;}}
@page WordSection1\n\t{{size:595.3pt 841.9pt;margin:72.0pt 90.0pt 72.0pt 90.0pt;}}
-->
</style>
<!--[if gte mso 10]>
<style>table.MsoNormalTable{{mso-style-name:普通表格;mso-padding-alt:0cm 5.4pt;}}</style><![endif]-->
</head>
<body lang=ZH-CN style='tab-interval:21.0pt;text-justify-trim:punctuation'>
<div class=WordSection1 style='layout-grid:15.6pt'>
{content}
</div>
</body>
</html>
"""


def site(content: str, draft: Draft, charset: str) -> str:
    """Return the page of a county's site: navigation, breadcrumb, tools, article, related links, footer."""
    year = _year(draft)
    return f"""{DOCTYPE}<html lang="zh-CN">
{_head(draft, charset, published=f"{year + 1}-01-19 09:32")}
<body>
{_masthead()}
<div class="location">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政府信息公开</a> &gt;
<a href="/zwgk/nb/">政府信息公开年报</a></div>
<div class="main clearfix"><div class="article-wrap">
<div class="tools"><span>发布日期：{year + 1}-01-19 09:32</span><span>来源：县政府办公室</span>
<span>浏览次数：<i id="hits">128</i></span>
<span class="font-size">【字号：<a href="javascript:doZoom(16)">大</a> <a href="javascript:doZoom(14)">中</a>
<a href="javascript:doZoom(12)">小</a>】</span>
<a href="javascript:window.print()">【打印】</a> <a href="javascript:window.close()">【关闭窗口】</a></div>
<div class="article-content"><div class="TRS_Editor">
{content}
</div></div>
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
{_related(draft, year)}
</div></div>
{_footer()}
<script>document.getElementById("hits").innerHTML = "129"; var phone = "0431-88888888";</script>
</body>
</html>
"""


def catalogue(content: str, draft: Draft, charset: str) -> str:
    """Return a page of the open-information column: an index table of the document above its text."""
    year = _year(draft)
    return f"""{DOCTYPE}<html>
{_head(draft, charset)}
<body>
{_masthead()}
<div id="xxgk-content">
<table class="index-table" width="100%" border="0">
<tr><td><b>索引号：</b></td><td>11220681/{year + 1}-00021</td><td><b>分类：</b></td><td>年度报告</td></tr>
<tr><td><b>发文机关：</b></td><td>县政府办公室</td><td><b>成文日期：</b></td><td>{year + 1}年1月18日</td></tr>
<tr><td><b>文号：</b></td><td></td><td><b>发布日期：</b></td><td>{year + 1}年1月19日</td></tr>
</table>
<div class="content" id="zoom">
{content}
</div></div>
{_footer()}
</body>
</html>
"""


def layout(content: str, draft: Draft, charset: str) -> str:
    """Return a page of the old kind: tables inside of tables hold everything in its place."""
    year = _year(draft)
    return f"""<html>
{_head(draft, charset)}
<body bgcolor="#FFFFFF" topmargin="0">
<table width="1000" border="0" align="center" cellpadding="0" cellspacing="0">
<tr><td height="120" background="/images/top.jpg">&nbsp;</td></tr>
<tr><td><table width="100%"><tr><td><a href="/">网站首页</a></td><td><a href="/zw/">政务公开</a></td>
<td><a href="/fw/">办事服务</a></td><td><a href="/hd/">互动交流</a></td></tr></table></td></tr>
<tr><td class="weizhi">您的位置：<a href="/">首页</a> -&gt; <a href="/nb/">信息公开年报</a></td></tr>
<tr><td><table width="960" border="0" align="center"><tr><td valign="top">
{content}
</td></tr></table></td></tr>
<tr><td align="right"><a href="javascript:window.print()">打印本页</a>
<a href="javascript:self.close()">关闭窗口</a></td></tr>
<tr><td><table width="100%" class="bottom"><tr><td align="center">版权所有：某某县人民政府 备案号：吉ICP备05001234号<br>
地址：长春市人民大街9999号 邮编：130051 电话：0431-88888888</td></tr></table></td></tr>
</table>
<!-- {year} -->
</body>
</html>
"""


def _year(draft: Draft) -> int:
    found = re.search(r"\d{4}", "".join(draft.title))
    return int(found[0]) if found else 2023


def _head(draft: Draft, charset: str, published: str = "") -> str:
    meta = f'\n<meta name="PubDate" content="{published}">' if published else ""
    title = escape("".join(draft.title))
    return f"""<head>
<meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>{title}_某某县人民政府门户网站</title>{meta}
<meta name="ColumnName" content="政府信息公开年报">
<style type="text/css">body {{ font: 14px/2 "宋体" }} td {{ border: 1px solid #000 }}</style>
<script>var site = {{ "tel": "0431-88888888" }};</script>
</head>"""


def _masthead() -> str:
    links = ("首页", "走进某县", "新闻中心", "政府信息公开", "政务服务", "政民互动", "专题专栏")
    items = "\n".join(f'<li><a href="/{number}/">{name}</a></li>' for number, name in enumerate(links))
    return f"""<div class="header"><div class="logo"><img src="/images/logo.png" alt="某某县人民政府"></div>
<form class="search" action="/search"><input type="text" name="q" placeholder="请输入关键字"><button>搜索</button>
<select><option>本站</option><option>全省</option></select></form></div>
<div class="nav"><ul>
{items}
</ul></div>"""


def _related(draft: Draft, year: int) -> str:
    body = draft.closing[0] if draft.closing else "某某县水利局"
    older = "\n".join(
        f'<li><a href="/nb/{y}.html">{body}{y}年政府信息公开工作年度报告</a><span>{y + 1}-01-20</span></li>'
        for y in range(year - 1, year - 5, -1)
    )
    return f"""<div class="prev-next"><p>上一篇：
<a href="/nb/{year - 1}.html">{body}{year - 1}年政府信息公开工作年度报告</a></p>
<p>下一篇：没有了</p></div>
<div class="related"><h3>相关链接</h3><ul>
{older}
</ul></div>"""


def _footer() -> str:
    return """<div class="footer">
<p><a href="/map/">网站地图</a> | <a href="/about/">关于我们</a> | <a href="/contact/">联系我们</a></p>
<p>主办单位：某某县人民政府办公室　承办单位：某某县政务服务和数字化建设管理局</p>
<p>地址：长春市人民大街9999号　邮编：130051　联系电话：0431-88888888　邮箱：master@changchun.gov.cn</p>
<p>吉ICP备05001234号　网站标识码：2206810001　吉公网安备 22068102000012号</p>
</div>"""
