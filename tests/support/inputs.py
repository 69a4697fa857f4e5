"""Small inputs for tests, and a way to write them."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "luojiang-2022h1" / "report.yaml"
COUNTY = ROOT / "examples" / "county-2025" / "report.yaml"
DEPARTMENT = ROOT / "examples" / "county-2025" / "department.yaml"
OVERLAID = ROOT / "examples" / "office-overlay" / "report.yaml"

SMALL = """\
格式: 1
年度: 2025
主体: {名称: [青川县人民政府], 类别: 政府, 级别: 县级, 简称: 青川县}
报送:
  - {名称: 送审稿, 对象: 送审稿, 主送: [广元市人民政府], 成文日期: 2026-02-09}
  - {名称: 公开版, 对象: 社会公开, 发布日期: 2026-03-20}
指标:
  行政复议: {收到: 12, 受理: 11, 不予受理: 1, 审结: 11}
其他数据:
  - {名称: 便民服务圈, 值: 15, 单位: 分钟}
正文:
  - 2025年，青川县推进法治政府建设，现将有关情况报告如下。
举措:
  - 节:
      标题: 化解行政争议
      任务: [纠纷化解]
      内容:
        - "{{ 行政复议 }}"
        - 建成{{ 其他数据.便民服务圈 }}分钟便民服务圈。
  - 节: {标题: 内部工作, 不公开: 是, 内容: [这一部分只给上级看。]}
不足:
  - {标题: 执法力量不足, 表现: 基层执法人员偏少, 原因: 编制长期没有增加}
履职:
  - 县政府主要负责人认真履行推进法治建设第一责任人职责。
安排:
  - {标题: 充实执法力量, 措施: 调剂编制10名, 责任单位: [县委编办], 时限: 2026年6月底前}
"""
"""A fictitious five-part report; every item is covered, and nothing but infos is found in it."""


def write(folder: Path, text: str = SMALL, name: str = "report.yaml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file
