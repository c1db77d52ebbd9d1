"""What web pages say around an article: the words of navigation, tools, information lines and footers.

They are those of any government site; none is of the report that may stand between them. Texts are compared folded
(`goi_lint.text.normalise.fold`): blanks taken out, colons and brackets half-width.
"""

from __future__ import annotations

import re
from functools import lru_cache

from goi_lint.lazy import lazy

_DAY = r"(?:19|20)\d\d(?:年|[-/.])\d{1,2}(?:月|[-/.])\d{1,2}日?"
_CLOCK = r"(?:T?\d{1,2}:\d\d(?::\d\d)?)?"
_DATE_LABELS = (
    "发布日期|发布时间|发稿时间|发稿日期|发表时间|发表日期|公开日期|公开时间|上传时间|上传日期|录入时间|录入日期|"
    "更新时间|更新日期|发文日期|发文时间|成文日期|生成日期|印发日期"
)
_INFO_LABELS = (
    f"{_DATE_LABELS}|索引号|信息索引号?|信息分类|主题分类|组配分类|体裁分类|公开方式|公开形式|公开范围|公开时限|公开类型|"
    "发布机构|发布单位|发文机关|发文单位|发文字号|文件编号|文件字号|主题词|关键[词字]|有效性|时效性|效力状态|信息名称|"
    "内容概述|内容概要|内容分类|信息格式|信息来源|稿件来源|文章来源|来源|浏览次数|浏览量|点击次数|点击率|点击数|点击量|"
    "阅读次数|阅读量|阅读数|访问次数|访问量|责任编辑|责编|文章作者|服务对象"
)
_WEAK_LABELS = (
    "日期|时间|名称|标题|文号|作者|编辑|审核|签发|初审|复审|终审|审核人|浏览|点击|阅读|"
    "字号|字体|视力保护色|分享到?|打印"
)
_TOOLS = (
    "字号|字体|字体大小|文字大小|大小|大|中|小|默认|超大|特大|标准|打印(?:本页|此页|本文|页面|正文)?|关闭(?:窗口|本页|页面|此页)?|"
    "(?:加入)?收藏(?:本页|本站)?|分享(?:到|至)?|微信|(?:新浪|腾讯)?微博|QQ空间|QQ|朋友圈|更多|返回(?:顶部|首页|列表|上一?页|上一级)?|"
    "保存|我要纠错|纠错|扫一扫|在手机(?:上)?(?:打开|查看)(?:当前页|本页|此页)?|手机扫一扫|语音播报|朗读|视力保护色|无障碍(?:浏览|阅读)?|"
    "长者模式|老年模式|适老化|繁体|简体|A[+-]?|登录|注册|设为首页|网站地图|联系我们|关于我们|"
    "网站声明|站点地图|隐私声明|使用帮助|首页"
)
_STRONG_TOOLS = (
    "字号|字体|文字大小|打印|关闭|分享|收藏|扫一扫|返回|纠错|大中小|无障碍|"
    "长者模式|登录|设为首页|网站地图|联系我们|网站声明"
)
_MARKS = r"[:【】\[\]()|/·,、\-+>《》<]"

_BREADCRUMB = lazy(
    r"(?:您|你)?(?:当前|现在|目前|所在)?(?:所在)?的?位置是?[:>].*|(?:网站|本站)?首页(?:[>»›→/\\|]+[^>»›→]{1,40}){1,9}|"
    r"[^>»›。]{2,20}(?:[>»›→]+[^>»›→。]{1,40}){2,9}"
)
_TOOL_LINE = lazy(rf"(?:(?:{_TOOLS}){_MARKS}*|{_MARKS}+)+")
_STRONG_TOOL = lazy(_STRONG_TOOLS)
_INFO = lazy(rf"(?<![\u4e00-\u9fff])(?:{_INFO_LABELS})(?=:)|(?:{_INFO_LABELS}):")
_INFO_START = lazy(
    rf"[\[(【]?(?:{_INFO_LABELS}|{_WEAK_LABELS}):|{_DAY}{_CLOCK}(?:{_INFO_LABELS}|{_WEAK_LABELS}):"
)
_WEAK_START = lazy(rf"[\[(【]?(?:{_WEAK_LABELS}):?.{{0,80}}|{_DAY}{_CLOCK}")
_STAMP = lazy(r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:T?\d{1,2}:\d\d(?::\d\d)?)?")
_LABEL = lazy(rf"[\[(【]?(?:{_INFO_LABELS}):?[\])】]?")
_NEIGHBOURS = lazy(r"[【\[(]?[上下前后]一?[篇条页则][\])】]?[:>].{0,120}|[上下前后]一[篇条页则]")
_RELATED = lazy(
    r"[【\[]?(?:(?:相关|热点|热门|推荐|延伸|猜你|最新)(?:链接|阅读|文章|信息|新闻|解读|稿件|推荐|政策|内容|报道|资讯|喜欢|搜索|专题)|"
    r"友情链接|网站导航|快速通道|快捷导航)[\]】]?:?"
)
_FOOTER = lazy(
    r"[A-Z\u4e00-\u9fff]?ICP[备证]|公网安备|网安备|网站标识码|版权所有|(?i:copyright|all\s*rights\s*reserved)|©|您是第\d*位|"
    r"今天是.{0,20}星期|(?:建议|推荐)使用.{0,30}(?:分辨率|浏览器)|政府网站找错"
)
_FOOTER_WORDS = (
    "icp", "网安备", "网站标识码", "版权所有", "copyr", "erved", "©",
    "您是第", "今天是", "建议使用", "推荐使用", "政府网站找错",
)  # fmt: skip
_PUBLISHED = lazy(
    rf"(?:(?P<label>{_DATE_LABELS}|(?<![\u4e00-\u9fff])(?:日期|时间))(?:[\s\u00a0\u3000：:\]】]|\Z)*)(?P<date>(?:19|20)\d\d[\s]*[-/.年][\s]*\d{{1,2}}[\s]*[-/.月]"
    rf"[\s]*\d{{1,2}}日?(?:[T\s\u00a0]*\d{{1,2}}[:：]\d\d(?:[:：]\d\d)?)?)"
)
_META_DATES = ("pubdate", "publishdate", "publish_date", "publishtime", "pubtime", "article:published_time")
_META_TITLES = ("articletitle", "og:title", "article:title")
_SITE_ENDS = ("网", "网站", "门户", "平台", "首页", "人民政府", "专栏", "专题", "栏目")
_STRONG_CLASS = lazy(
    r"bread-?crumb|\bcrumbs?\b|sidebar|side-bar|copyright|share|fenxiang|\bprint|dayin|tool-?bar|related|xiangguan|search|sousuo|"
    r"\bmenu|banner|paginat|page-?nav|prev-?next|login|qr-?code|erweima|weixin|wechat|font-?size|zihao|\bdqwz\b|weizhi|site-?path|"
    r"recommend|hot-?word|advert|\bnavi?\b|nav-?bar|navigation|top-?nav|foot-?nav|sub-?nav|main-?nav|left-?nav|friend-?link|yqlj|xglj|xgyd|"
    r"\bmsoIgnore\b",
    re.IGNORECASE,
)
_WEAK_CLASS = lazy(
    r"\b(?:head|header|top|foot|footer|bottom|tools?|bar|location|position|path|links?|more|tabs?|logo|side|left|right|aside|"
    r"fixed|float|popup|tips?|ewm|menu|lm|ft|hd|toplink|friend)\b",
    re.IGNORECASE,
)
_TITLE_CLASS = lazy(r"title|\btit\b|\bbt\b|biaoti|headline|\btitle", re.IGNORECASE)
_CLASS = lazy(r' (?:class|id)="([^"]*)"')
_CAMEL = lazy(r"(?<=[a-z])(?=[A-Z])|[_\d]+")


def is_breadcrumb(folded: str) -> bool:
    """Tell whether a line says where in the site the page is."""
    return len(folded) < 160 and bool(_BREADCRUMB.fullmatch(folded))


def is_tool(folded: str) -> bool:
    """Tell whether a line consists of what one can click: size of letters, print, close, share."""
    return len(folded) < 120 and bool(_STRONG_TOOL.search(folded)) and bool(_TOOL_LINE.fullmatch(folded))


def is_neighbour(folded: str) -> bool:
    """Tell whether a line leads to the page before or after."""
    return len(folded) < 140 and bool(_NEIGHBOURS.fullmatch(folded))


def is_related(folded: str) -> bool:
    """Tell whether a line stands above links to other pages."""
    return len(folded) < 20 and bool(_RELATED.fullmatch(folded))


def may_have_footer_mark(text: str) -> bool:
    """Tell at a glance whether a text may say so; most pages do in one place, most articles in none."""
    lower = text.lower()
    return any(word in lower for word in _FOOTER_WORDS)


def has_footer_mark(text: str) -> bool:
    """Tell whether a text says what only the foot of a site says: its registration, its copyright."""
    return bool(_FOOTER.search(text))


def is_information(folded: str) -> bool:
    """Tell whether a line informs about the page itself: its number, its source, how often it was read."""
    if len(folded) > 200 or "。" in folded:
        return False
    return bool(_INFO_START.match(folded)) and bool(_INFO.search(folded))


def may_inform(folded: str) -> bool:
    """Tell whether a line may do so too, where one beside it does."""
    return len(folded) < 90 and "。" not in folded and bool(_WEAK_START.fullmatch(folded))


def is_stamp(folded: str) -> bool:
    """Tell whether a line is a date and time as a machine writes it."""
    return len(folded) < 25 and bool(_STAMP.fullmatch(folded))


def is_label(folded: str) -> bool:
    """Tell whether a text is the label alone of an item of information about the page."""
    return len(folded) < 12 and bool(_LABEL.fullmatch(folded))


def dates_in(text: str) -> list[tuple[str, str]]:
    """Return the labelled dates of a text: the label, and the label with its date as printed."""
    return [(match["label"], match[0]) for match in _PUBLISHED.finditer(text)]


def is_publication_meta(name: str) -> bool:
    """Tell whether a `<meta>` of that name says when the page was published."""
    return name in _META_DATES


def is_title_meta(name: str) -> bool:
    """Tell whether a `<meta>` of that name gives the article's title."""
    return name in _META_TITLES


def is_site_name(folded: str) -> bool:
    """Tell whether a title is that of the site and not of the page."""
    return folded.endswith(_SITE_ENDS)


@lru_cache(maxsize=256)
def names_of(serialised: str) -> str:
    """Return the words of an element's class and id, parted by blanks."""
    if "class=" not in serialised and "id=" not in serialised:
        return ""
    return _CAMEL.sub(" ", " ".join(_CLASS.findall(serialised)))


def names_furniture(names: str) -> bool:
    """Tell whether a class or id is that of what surrounds articles."""
    return bool(names) and bool(_STRONG_CLASS.search(names))


def may_name_furniture(names: str) -> bool:
    """Tell whether a class or id may be that of what surrounds articles, where the element is not in one."""
    return bool(names) and bool(_WEAK_CLASS.search(names))


def names_title(names: str) -> bool:
    """Tell whether a class or id is that of a title."""
    return bool(names) and bool(_TITLE_CLASS.search(names))


def tells_nothing(value: str) -> bool:
    """Tell whether a class or id is not asked for by any of these."""
    names = _CAMEL.sub(" ", value)
    return not (_STRONG_CLASS.search(names) or _WEAK_CLASS.search(names) or _TITLE_CLASS.search(names))
