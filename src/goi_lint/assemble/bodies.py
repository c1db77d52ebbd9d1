"""Names of bodies: what kind of body one is, whether one is a longer form of another."""

from __future__ import annotations

from goi_lint.lazy import lazy
from goi_lint.model.report import BodyLevel

_TOWN = lazy(r"(?:镇|乡|苏木)(?:人民)?(?:政府)?$")
_SUBDISTRICT = lazy(r"街道(?:办事处|办)?$|街道党工委$")
_GOVERNMENT = lazy(r"(?:人民政府|[省市县区旗盟州]政府)$|^[^局委办厅院部]{1,12}[省市县区旗盟州]$")
_DEPARTMENT = lazy(r"(?:局|厅|委员会|委|办公室|办公厅|办|部|署)$")
# Article 49 does not speak of these: functional areas, organs of the Party, offices of towns, villages.
_OTHER = lazy(
    r"管委会$|(?:区|园|带|港|城|山|湖|岛)管理委员会$|(?:开发|高新|经开|示范|实验|试验|保税|度假|风景|景|园|合作|管理|新)区$"
    r"|^中共|[省市县区州旗]委(?!员)|(?:宣传|组织|统战|武装|社会工作)部$|(?:村|居|社区)(?:民)?(?:委|委员会)$"
    r"|(?<![城新萍])(?:镇|乡|街道)(?:人民政府|政府|办事处|党委|党工委)?(?:党政|综合|党建|公共|财政|应急|便民|经济|社会)"
    r"[^局]{0,12}(?:办公室|办|局|部)$"
)
_BODY = lazy(
    "(?:局|厅|委|委员会|办公室|办公厅|办|院|政府|部|处|站|队|所|镇|乡|街道|公司|集团|馆|学校|大学|署|管委会|总队|"
    "联合会|总工会|党组|供销社|中心|分行|开发区|园区|[省市县区旗盟州])$"
)


def level_of(body: str) -> BodyLevel | None:
    """Return what kind of body it is by its name; None for bodies of which article 49 does not speak."""
    if _SUBDISTRICT.search(body):
        return BodyLevel.SUBDISTRICT
    if _TOWN.search(body):
        return BodyLevel.TOWN
    if _OTHER.search(body):
        return None
    if _GOVERNMENT.search(body):
        return BodyLevel.GOVERNMENT
    return BodyLevel.DEPARTMENT if _DEPARTMENT.search(body) else None


def is_body(name: str) -> bool:
    """Tell whether a text ends as names of bodies do."""
    return _BODY.search(name) is not None


def abbreviates(short: str, long: str) -> bool:
    """Tell whether the short name is made of marks of the long one, in order, with the same last mark."""
    marks = iter(long)
    return short[-1] == long[-1] and len(long) <= len(short) + 20 and all(mark in marks for mark in short)
