"""The national tables, filled in as a county fills them: real figures where there are some, nothing contradictory."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import yaml
from markupsafe import Markup

from generator.composing.grids import grid_rows
from generator.diagnostics import Diagnostics
from generator.document.blocks import Cell, Table, Text
from generator.loading.figures import read_figures
from generator.loading.problems import Problems
from generator.loading.source import Mark, Source
from generator.models.values import Figures
from support.phrases import catalogue

Nested = dict[str, dict[str, Any]]

_APPLICATIONS: Nested = {
    "新收": {"自然人": 30, "商业企业": 4, "社会公益组织": 1, "法律服务机构": 1},
    "上年结转": {"自然人": 2},
    "予以公开": {"自然人": 20, "商业企业": 3, "社会公益组织": 1},
    "部分公开": {"自然人": 2},
    "第三方权益": {"自然人": 2},
    "不掌握": {"自然人": 3, "法律服务机构": 1},
    "重复申请": {"自然人": 2},
    "逾期不补正": {"商业企业": 1},
    "办理结果总计": {"自然人": 29, "商业企业": 4, "社会公益组织": 1, "法律服务机构": 1},
    "结转下年": {"自然人": 3},
}


def _applications() -> dict[str, dict[str, int]]:
    """Every cell of the form, those above and zeros, with its total."""
    form = catalogue().topics["信息公开申请表"].表式
    assert form is not None
    rows = {row: {name: _APPLICATIONS.get(row, {}).get(name, 0) for name in form.columns} for row in form.rows}
    return {row: {**cells, "总计": sum(cells.values())} for row, cells in rows.items()}


FILLED = """
行政处罚统计表:
  {警告通报批评: 12175, 罚款: 94929, 没收: 235, 暂扣降级: 189, 吊销: 101, 限制经营: 0, 停产停业关闭: 11, 行政拘留: 504,
  其他: 12, 合计: 108156, 罚没金额: 1753.79}
行政许可统计表: {申请: 26569, 受理: 26569, 许可: 26462, 不予许可: 102, 撤销: 5}
行政强制统计表:
  {查封: 12, 扣押: 230, 冻结: 0, 其他措施: 8, 加处罚款: 31, 划拨: 4, 拍卖: 2, 排除妨碍: 0, 代履行: 1, 其他执行: 0,
  申请法院: 45, 合计: 333}
其他执法行为统计表: {检查次数: 13260, 在岗执法人员: 410, 持证人员: 403, 持证率: 98.3%}
行政复议统计表:
  {上期结转: 6, 新收: 62, 受理: 57, 不予受理: 3, 其他处理: 2, 待处理: 0, 公民: 50, 法人: 12, 乡镇街道: 10, 县级部门: 52,
  县级政府: 0, 其他被申请人: 0, 行政处罚: 30, 行政许可: 2, 行政强制: 1, 行政征收: 3, 行政确权: 4, 行政确认: 5,
  信息公开: 7, 不作为: 9, 其他事项: 1, 驳回: 9, 维持: 29, 确认违法: 2, 撤销: 4, 变更: 0, 责令履行: 1, 调解: 5,
  终止: 8, 其他结果: 0, 审结: 58, 未审结: 5, 赔偿: 0, 分项完整: 是}
行政应诉统计表:
  收案: {一审: 32, 二审: 12, 再审: 1, 合计: 45}
  共同被告: {一审: 2, 二审: 1, 再审: 0, 合计: 3}
  附带审查: {一审: 1, 二审: 0, 再审: 0, 合计: 1}
  应出庭: {一审: 28, 二审: 3, 再审: 0, 合计: 31}
  实出庭: {一审: 28, 二审: 3, 再审: 0, 合计: 31}
  驳回请求: {一审: 24, 二审: 11, 再审: 1, 合计: 36}
  撤诉: {一审: 6, 二审: 0, 再审: 0, 合计: 6}
  审结: {一审: 30, 二审: 11, 再审: 1, 合计: 42}
  分项完整: 是
信息公开主动公开表:
  行政规范性文件: {制发: 6, 废止: 2, 现行有效: 41}
  行政许可: {处理决定: 26564}
  行政处罚: {处理决定: 108156}
  行政强制: {处理决定: 333}
  行政事业性收费: {收费金额: 1203.55}
信息公开复议诉讼表:
  行政复议: {维持: 1, 纠正: 1, 其他: 0, 尚未审结: 1, 总计: 3}
  直接起诉: {维持: 1, 纠正: 0, 其他: 0, 尚未审结: 0, 总计: 1}
  复议后起诉: {维持: 0, 纠正: 0, 其他: 0, 尚未审结: 0, 总计: 0}
行政复议: {收到: 62, 上年结转: 6, 受理: 57, 审结: 58, 在审: 5}
行政应诉: {应诉: 45, 一审: 32, 开庭: 28, 出庭: 28, 审结: 30}
政府信息公开: {申请: 36, 上年结转: 2, 办结: 35, 转下年: 3, 复议: 3, 诉讼: 1, 纠正: 1}
规范性文件: {制定: 6}
执法人员: {合计: 403}
"""
"""The first row is that of a county's published table for 2024."""


def filled() -> Nested:
    """The figures of a year, as under 指标."""
    figures: Nested = yaml.load(FILLED, Loader=yaml.BaseLoader)  # noqa: S506 - text scalars only
    return {**figures, "信息公开申请表": _applications()}


def last_year() -> Nested:
    """What joins on to it, as under 上年."""
    return {
        "行政复议统计表": {"未审结": 6},
        "信息公开主动公开表": {"行政规范性文件": {"现行有效": 37}},
        "信息公开申请表": {"结转下年": {**dict.fromkeys(_applications()["新收"], 0), "自然人": 2, "总计": 2}},
    }


def changed(figures: Nested, *changes: tuple[str, object]) -> Nested:
    """The figures with others at `主题.行.列` or `主题.指标`; None takes one out."""
    new = deepcopy(figures)
    for where, value in changes:
        *steps, last = where.split(".")
        inner: dict[str, Any] = new
        for step in steps:
            inner = inner.setdefault(step, {})
        inner[last] = value
    return new


def read(nested: Nested, root: str = "指标") -> Figures:
    """The figures as the loader reads them; nothing may be wrong with how they are written."""
    data = {topic: {name: _as_text(value) for name, value in values.items()} for topic, values in nested.items()}
    diagnostics = Diagnostics()
    problems = Problems(Source("report.yaml", "", {root: data}, Mark(0, 0)), diagnostics)
    figures = read_figures(data, root, catalogue(), problems)
    assert list(diagnostics) == []
    return figures


def table(topic: str) -> Table:
    """The table of a topic as a document holds it, filled in."""
    form, figures = catalogue().topics[topic].表式, read(filled()).topic(topic)
    assert form is not None

    def printed(name: str) -> Markup:
        quantity = figures.quantity(name)
        return Markup(quantity.printed) if quantity else Markup("")  # noqa: S704 - digits

    rows = [
        tuple(Cell((Text(str(c.文)),), c.头, c.齐, across=c.跨列, down=c.跨行) for c in row)
        for row in grid_rows(form, printed)
    ]
    heads = sum(all(cell.head for cell in row) for row in rows)
    return Table((Text(catalogue().topics[topic].标签),), tuple(rows[:heads]), tuple(rows[heads:]))


def _as_text(value: object) -> object:
    """As YAML is read: every scalar stays text."""
    if isinstance(value, dict):
        return {key: _as_text(inner) for key, inner in value.items()}
    return value if value is None else str(value)
