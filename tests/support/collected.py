"""A small county's collecting, as merging hands it on: five units, a few figures, text of all kinds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.diagnostics import Diagnostic, Place, Severity
from generator.models.collection import Collection, Material, Merged, Part, Receipt, Share
from generator.models.quantity import Quantity

BUREAU, POLICE, HEALTH, TOWN, TAX = "县司法局行政复议与应诉股", "县公安局", "县卫生健康局", "乡镇", "县税务局"
FILES = {unit: f"{number:02d}_{unit}.xlsx" for number, unit in enumerate((BUREAU, POLICE, HEALTH, TOWN), start=1)}


def cell(unit: str, sheet: str = "行政执法", at: str = "D7") -> Place:
    return Place(FILES.get(unit, f"{unit}.xlsx"), sheet=sheet, cell=at)


def merged(
    ref: str,
    total: str | None,
    parts: Mapping[str, str | None] | None = None,
    rule: str = "求和",
    share: Share = "计入",
    doubts: tuple[str, ...] = (),
    silent: tuple[str, ...] = (),
) -> Merged:
    """A figure (`主题.指标`); `parts` are what units typed."""
    topic, _, indicator = ref.partition(".")
    made = tuple(
        Part(unit, Quantity.parse(typed) if typed is not None else None, cell(unit), share)
        for unit, typed in (parts or {}).items()
    )
    return Merged(topic, indicator, rule, Quantity.parse(total) if total is not None else None, made, silent, doubts)


def finding(unit: str, message: str = "受理不等于各项之和", *, severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic("DATA001", severity, cell(unit), message, "核对台账后重填")


ABOUT_TOPIC = Diagnostic(
    "DATA505",
    Severity.WARNING,
    Place(FILES[POLICE]),
    "“行政复议”的受理应由复议应诉股填",
    "请核对；确有原因的，写进“豁免”并说明理由",
)


def material(unit: str, kind: str, task: str = "", **fields: str) -> Material:
    return Material(unit, kind, task, fields, cell(unit, kind, "C5"))


FIGURES = (
    merged("行政处罚.决定", "1186", {POLICE: "800", HEALTH: "380", TOWN: "6"}),
    merged("行政处罚.罚没", "428.6", {POLICE: "400", HEALTH: "28.6"}, silent=(TOWN,), doubts=("DATA503",)),
    merged("行政处罚.听证", "6余", {POLICE: "近5", HEALTH: "1"}),
    merged("行政复议.收到", "86", {BUREAU: "86", POLICE: "9"}, "单一来源"),
    merged("行政复议.受理", None, {POLICE: "7", HEALTH: "8"}, "单一来源", "参照", ("DATA505",)),
    merged("普法宣传.活动", "12", {HEALTH: "12"}),
    merged("第一责任人_政府.议题", "18", {BUREAU: "18"}, "单一来源"),
)
MATERIALS = (
    material(
        POLICE, "工作情况", "行政执法", 任务="行政执法", 标题="规范处罚", 文="=1+1 统一文书样式。", 佐证="〔文件〕"
    ),
    material(HEALTH, "工作情况", "行政执法", 任务="行政执法", 文="开展医疗卫生监督。\n第二段。"),
    material(HEALTH, "工作情况", "数字法治", 任务="数字法治", 文="接入平台。"),
    material(TOWN, "亮点做法", "", 名称="板凳会", 做法="到村里讲法。", 成效="化解纠纷30件"),
    material(POLICE, "制度文件", "", 名称="处罚裁量办法", 文号="", 性质="内部制度"),
    material(TOWN, "第一责任人", "", 事项="讲法治课", 情况="讲了一次。"),
    material(HEALTH, "不足", "", 标题="人员不足", 表现="执法人员少。", 原因="编制少"),
    material(TOWN, "安排", "", 标题="增加人员", 措施="调剂编制。", 时限="6月底前"),
    material(TOWN, "上年安排", "", 事项="修订办法", 结果="已完成"),
)
WARNING = finding(POLICE, "单位写错", severity=Severity.WARNING)
TWICE = finding(HEALTH, "同一张表来了两份，填的数不一样")
RECEIPTS = (
    Receipt(BUREAU, "已收", (FILES[BUREAU],), date(2026, 1, 5)),
    Receipt(POLICE, "退回", (FILES[POLICE],), date(2026, 1, 6), (finding(POLICE), WARNING)),
    Receipt(HEALTH, "重复", (FILES[HEALTH], "卫健局改.xlsx"), None, (TWICE,)),
    Receipt(TOWN, "未报"),
    Receipt(TAX, "未报", asked=False),
)  # fmt: skip


def county(**changes: object) -> Collection:
    """The collecting of 2025, with changes."""
    given: dict[str, object] = {
        "year": 2025, "period": "全年", "receipts": RECEIPTS, "figures": FIGURES, "materials": MATERIALS,
        "stray": (Diagnostic("LOAD180", Severity.ERROR, Place("来历不明.xlsx"), "认不出是哪个单位的表", "请核对"),),
        "changes": ("行政复议.收到：7→86（县司法局行政复议与应诉股改报）",),
        "due": date(2026, 1, 10), "contact": "县司法局秘书股 0000-0000000",
        "ticked": {"行政处罚": frozenset({"不含交管简易"})},
    }  # fmt: skip
    return Collection(**{**given, **changes})  # type: ignore[arg-type]  # the fields are those of Collection
