# SPDX-License-Identifier: MIT
"""Invented issues of an invented township, the same for the same seed.

Nobody here exists: names are a family name with 某, phones begin with 1380000. The villages are
those of one township of the shipped sample of areas.
"""

import csv
import dataclasses
import pathlib
import random

TOWNSHIP = "热水镇"
AREAS = pathlib.Path(__file__).resolve().parents[2] / "schemas/township/areas.csv"

# Category, how often it comes (per cent), nature, what is said.
MATTERS = [
    ("供水", 16, "求助", "自来水{since}浑浊，{extent}都受影响，{tried}，希望尽快检查水源和管网"),
    ("道路交通", 14, "求助", "{place}路面破损{since}，雨天积水难行，{tried}，请求修补并加装护栏"),
    ("环境卫生", 12, "投诉", "{place}垃圾{since}没有清运，气味很大，{extent}意见很大，{tried}"),
    ("邻里与家庭纠纷", 9, "求助", "与邻居因{place}的排水沟起争执{since}，{tried}，请求到场调解"),
    ("社会救助", 8, "咨询", "家中遇到困难{since}，想了解临时救助怎样申请，要准备哪些材料，{tried}"),
    ("农田水利", 7, "求助", "{place}水渠淤塞{since}，{extent}的稻田缺水，{tried}，盼组织清淤"),
    ("供电", 6, "投诉", "{place}电压不稳{since}，晚上用不了电器，{extent}受影响，{tried}"),
    ("农村宅基地", 5, "咨询", "想在{place}翻建旧房，{tried}，请告知审批的手续和所需时间"),
    ("医疗保险", 5, "咨询", "外出务工期间看病的费用{since}没有报销，{tried}，请问在哪里办理"),
    ("养老", 4, "咨询", "八十岁以上老人的高龄津贴{since}没有到账，{tried}，请帮忙查询"),
    ("林业与野生动物致害", 3, "求助", "野猪{since}下山毁坏{place}的玉米，{extent}有损失，{tried}"),
    ("路灯", 3, "建议", "{place}路灯{since}不亮，{extent}夜间出行不便，{tried}，建议更换"),
    ("教育", 2, "咨询", "孩子随迁回乡，想了解{place}学校的入学手续，{tried}"),
    ("安全隐患", 2, "投诉", "{place}井盖缺失{since}，{extent}经过很危险，{tried}，请马上处理"),
    ("市容秩序", 2, "投诉", "{place}占道经营{since}，赶集日堵得厉害，{extent}出行困难，{tried}"),
    ("政策咨询", 2, "咨询", "想了解小额贷款贴息的条件，{tried}，请告知经办的单位和电话"),
]
SINCE = ["三天了", "一个多星期", "半个月", "一个月", "自上次大雨以来", "入冬以来", "快两年"]
EXTENT = ["附近十几户", "全组三十多户", "半个村子", "沿路的住户", "几户老人", "学校一带的居民"]
TRIED = ["已向村里反映过一次", "找过组长没有结果", "此前没有反映过", "打过热线电话", "去年反映过一次"]
PLACES = ["村口", "组里主干道", "老学校旁", "桥头", "卫生室门前", "集市一带", "水塘边", "新村安置点"]
FAMILY_NAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜"
# Id, name and office; the first three play the years of a ledger (years.py).
PEOPLE = [
    ("clerk", "吴某", "党政综合办公室"),
    ("handler", "郑某", "水务站"),
    ("caller", "王某", "便民服务中心"),
] + [(f"{name}1", f"{name}某", "社会事务办公室") for name in "蔡潘杜钟崔谭陆范石廖贾韦付方白邹孟"]
CHANNELS = [("来电", 34), ("走访", 26), ("来访", 18), ("网格上报", 12), ("12345热线", 6), ("微信", 4)]
URGENCIES = [("一般", 90), ("紧急", 8), ("特急", 2)]


@dataclasses.dataclass
class Issue:
    registered_on: str
    channel: str
    resident: str
    phone: str
    address: str
    village: str
    category: str
    nature: str
    urgency: str
    people_count: int
    source: str  # who sent it down, and under which number; empty for most
    source_no: str
    content: str


# The same fields as a clerk's spreadsheet heads them.
HEADINGS = [
    "登记日期", "来源渠道", "诉求人", "联系电话", "住址", "所属村（社区）", "诉求类别", "诉求性质",
    "紧急程度", "涉及人数", "来件单位", "来件编号", "反映内容",
]  # fmt: skip


def villages():
    with AREAS.open(encoding="utf-8", newline="") as file:
        areas = list(csv.DictReader(file))
    (township,) = (area["code"] for area in areas if area["name"] == TOWNSHIP)
    return [area["name"] for area in areas if area["parent_code"] == township]


class Inventor:
    def __init__(self, seed=1):
        self.random = random.Random(seed)
        self.villages = villages()
        self.count = 0

    def issue(self, day):
        """One issue that came in on `day` (a datetime.date)."""
        self.count += 1
        category, _, nature, words = self.one_of(MATTERS)
        channel, _ = self.one_of(CHANNELS)
        village = self.random.choice(self.villages)
        group = self.random.randint(1, 12)
        sent_down = channel == "12345热线"
        return Issue(
            registered_on=day.isoformat(),
            channel=channel,
            resident=self.random.choice(FAMILY_NAMES) + "某",
            phone=f"1380000{self.random.randint(0, 9999):04d}",
            address=f"{village}{group}组{self.random.randint(1, 80)}号",
            village=village,
            category=category,
            nature=nature,
            urgency=self.one_of(URGENCIES)[0],
            people_count=self.random.choice((1, 1, 1, 2, 5, 20)),
            source="12345热线" if sent_down else "",
            source_no=f"GD{day:%Y%m%d}{self.count:07d}" if sent_down else "",
            content=f"{village}{group}组：" + self.filled(words),
        )

    def one_of(self, choices):
        """A choice whose second member is its weight."""
        return self.random.choices(choices, [choice[1] for choice in choices])[0]

    def filled(self, words):
        parts = {"since": SINCE, "extent": EXTENT, "tried": TRIED, "place": PLACES}
        return words.format(**{name: self.random.choice(some) for name, some in parts.items()})


def write_issues(path, issues):
    write_csv(path, HEADINGS, (dataclasses.astuple(issue) for issue in issues))


def write_people(path):
    write_csv(path, ["编号", "姓名", "单位"], PEOPLE)


def write_csv(path, headings, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(headings)
        writer.writerows(rows)
