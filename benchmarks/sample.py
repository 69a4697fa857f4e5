"""An invented county's report of any length: the input that all contenders of the benchmark make a Word file of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, cycle

_PARTS = {
    "主要举措和成效": "举措成效",
    "存在的不足和原因": "不足原因",
    "第一责任人履职情况": "第一责任人",
    "2026年主要安排": "下年安排",
    "其他需要报告的情况": "其他",
}
_SECTIONS_IN_A_PART = 3
_PARAGRAPHS_IN_A_SECTION = 3
_MATTERS = (
    "政务服务事项办理",
    "重点项目合同审查",
    "乡镇综合执法",
    "农田水利设施管护",
    "企业投诉受理",
    "社区矛盾排查",
    "校园周边秩序整治",
    "应急物资储备",
    "村级事务公开",
    "普法队伍建设",
    "执法文书评查",
)
_DEEDS = (
    "由分管负责同志牵头，逐月召开碰头会，把问题列成清单，明确到科室和人员",
    "先在三个镇试行，听取基层意见后修改办法，再推广到全县",
    "把办理时限、所需材料、咨询电话写成一页纸，在办事大厅和村务栏张贴",
    "会同司法所、派出所和村委会上门走访，能当场答复的当场答复",
    "组织业务骨干到邻县学习，回来后结合本地实际编写操作手册",
    "对照上级检查指出的问题，一项一项整改，办结后由第三方回访",
    "建立台账，每季度通报进度，对拖延的单位发函督促",
)
_RESULTS = (
    "群众等候的时间明显缩短，重复来访减少",
    "各单位的做法逐步统一，争议比上一年有所下降",
    "基层人员遇到疑难有人可问，办案质量稳步提高",
    "企业反映的堵点多数得到疏通，其余已列入下一步计划",
    "此项做法得到参加座谈的代表和委员肯定",
)
_FIGURES = ("行政复议.收到", "行政复议.审结", "人民调解.调解", "普法宣传.活动")
_HEAD = """\
格式: 1
年度: 2025
主体: {名称: [青河县人民政府], 类别: 政府, 级别: 县级, 简称: 青河县, 自称: 全县, 上级: 云州市人民政府}
体例: 专题
状态: 送审稿
报送:
  - {名称: 送审稿, 对象: 送审稿, 主送: [云州市人民政府], 成文日期: 2026-02-09}
指标:
  行政复议: {收到: 57, 受理: 52, 不予受理: 5, 审结: 50, 维持: 30, 终止: 15, 直接纠错: 5}
  人民调解: {调解: 1537, 成功: 1520}
  普法宣传: {活动: 120, 资料: 2万余, 咨询: 768}
  政务服务: {跨省通办: 100, 省内通办: 228}
正文:
  - 段: 2025年，青河县人民政府扎实推进依法行政，各项工作有新的进展。现将有关情况报告如下：
"""
_SENTENCES = ("行政复议", "人民调解", "普法宣传", "政务服务")


def report_yaml(times: int) -> str:
    """The input as YAML: at one time about 8,000 characters, 80 paragraphs and two tables."""
    return _HEAD + "".join(_parts(times))


def _parts(times: int) -> Iterator[str]:
    texts, numbers = _paragraphs(), count(1)
    for place, (part, item) in enumerate(_PARTS.items()):
        yield f"  - 节:\n      标题: {part}\n      事项: [{item}]\n      内容:\n"
        for _ in range(_SECTIONS_IN_A_PART * times):
            number = next(numbers)
            yield f"        - 节:\n            标题: 抓好{_MATTERS[number % len(_MATTERS)]}的第{number}项工作\n"
            yield "            内容:\n"
            for _ in range(_PARAGRAPHS_IN_A_SECTION):
                yield f'              - "{next(texts)}"\n'
            if number <= len(_SENTENCES):
                yield f'              - "{{{{ {_SENTENCES[number - 1]} }}}}以上情况已经核对。"\n'
            else:
                yield "              - 要点:\n"
                yield f"                  - {{题: 明确责任, 文: {next(texts)}}}\n"
        for _ in range(times if place < 2 else 0):  # noqa: PLR2004 - two tables, as in many reports
            yield _table(place)


def _paragraphs() -> Iterator[str]:
    """Texts of about 120 characters without end, every third with a figure of the catalogue in it."""
    matters, deeds, results, figures = cycle(_MATTERS), cycle(_DEEDS), cycle(_RESULTS), cycle(_FIGURES)
    for number in count(1):
        text = f"围绕{next(matters)}，{next(deeds)}；针对{next(matters)}中的薄弱环节，{next(deeds)}。"
        if number % 3 == 0:
            text += f"这方面的数字是{{{{ {next(figures)} }}}}。"
        yield f"{text}经过努力，{next(results)}。"


def _table(place: int) -> str:
    rows = "".join(
        f"              - [{matter}, {number * 7 + place}, {number * 3 + 1}, 已完成]\n"
        for number, matter in enumerate(_MATTERS[:8], start=1)
    )
    return (
        "        - 表:\n            题: 重点事项进度表\n            列: [事项, 计划数, 完成数, 状态]\n            行:\n"
        + rows
    )
