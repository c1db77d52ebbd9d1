"""Bodies that report: real places with their postcode and area code, and how they speak of themselves."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Seat:
    """A place that has its own government: names, postcode, area code, host of its site, one of its towns."""

    province: str
    city: str
    name: str
    postcode: str
    area_code: str
    host: str
    town: str


SEATS = (
    Seat("吉林省", "白山市", "临江市", "134600", "0439", "linjiang", "花山镇"),
    Seat("山东省", "济宁市", "曲阜市", "273100", "0537", "qufu", "尼山镇"),
    Seat("河南省", "洛阳市", "栾川县", "471500", "0379", "luanchuan", "潭头镇"),
    Seat("湖北省", "黄冈市", "麻城市", "438300", "0713", "macheng", "宋埠镇"),
    Seat("湖南省", "怀化市", "溆浦县", "419300", "0745", "xupu", "低庄镇"),
    Seat("浙江省", "绍兴市", "诸暨市", "311800", "0575", "zhuji", "枫桥镇"),
    Seat("四川省", "乐山市", "峨眉山市", "614200", "0833", "emeishan", "罗目镇"),
    Seat("甘肃省", "武威市", "民勤县", "733300", "0935", "minqin", "苏武镇"),
    Seat("福建省", "泉州市", "安溪县", "362400", "0595", "anxi", "湖头镇"),
    Seat("黑龙江省", "牡丹江市", "宁安市", "157400", "0453", "ningan", "东京城镇"),
    Seat("广东省", "梅州市", "大埔县", "514200", "0753", "dabu", "茶阳镇"),
    Seat("安徽省", "安庆市", "桐城市", "231400", "0556", "tongcheng", "孔城镇"),
    Seat("江苏省", "无锡市", "宜兴市", "214200", "0510", "yixing", "丁蜀镇"),
    Seat("陕西省", "渭南市", "韩城市", "715400", "0913", "hancheng", "芝川镇"),
    Seat("江西省", "赣州市", "瑞金市", "342500", "0797", "ruijin", "叶坪镇"),
    Seat("广西壮族自治区", "桂林市", "阳朔县", "541900", "0773", "yangshuo", "兴坪镇"),
    Seat("河北省", "石家庄市", "正定县", "050800", "0311", "zhengding", "曲阳桥镇"),
)
OFFICES = (
    "水利局",
    "农业农村局",
    "财政局",
    "教育局",
    "民政局",
    "交通运输局",
    "市场监督管理局",
    "卫生健康局",
    "人力资源和社会保障局",
    "自然资源局",
)
KINDS = ("department", "government", "town")


@dataclass(frozen=True, slots=True)
class Body:
    """One body; `self_name` is how its report speaks of it, `office` whom to ask."""

    kind: str
    name: str
    self_name: str
    office: str
    seat: Seat


def department(seat: Seat, office: str) -> Body:
    """Return a department of the place."""
    return Body("department", seat.name + office, "我局", f"{seat.name}{office}办公室", seat)


def government(seat: Seat) -> Body:
    """Return the government of the place."""
    name = f"{seat.name}人民政府"
    return Body("government", name, f"我{seat.name[-1]}", f"{name}办公室", seat)


def town(seat: Seat, name: str) -> Body:
    """Return the government of a town of the place."""
    return Body("town", f"{seat.name}{name}人民政府", "我镇", f"{name}党政办公室", seat)


def any_body(rng: Random, kind: str | None = None) -> Body:
    """Return a body at random, of the kind if one is given."""
    seat = rng.choice(SEATS)
    match kind or rng.choice(KINDS):
        case "government":
            return government(seat)
        case "town":
            return town(seat, seat.town)
    return department(seat, rng.choice(OFFICES))
