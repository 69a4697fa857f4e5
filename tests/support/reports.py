"""Reports drawn by hypothesis: any that is valid, short enough to write as a workbook in no time."""

from __future__ import annotations

from datetime import date
from typing import Any

import yaml
from hypothesis import strategies as st

_SIGNS = "法治政府建设a1 。，：；、（）“”《》#-=+@{}[]|>&*!%'\"\\\n\t ，"
TEXT = st.text(_SIGNS, min_size=1, max_size=90).filter(
    lambda text: text.strip() and "{{" not in text and "{%" not in text
)
LINE = st.text("法治政府建设a1。：#-=+@'\"\\", min_size=1, max_size=12).filter(str.strip)
_NAME = st.text("甲乙丙丁戊己", min_size=1, max_size=4)
FIGURE = st.one_of(
    st.integers(0, 10**7).map(str),
    st.decimals(0, 10**5, places=2).map(str),
    st.sampled_from(
        ["2000余", "近500", "2万余", "1,234", "１２", "约200", "二十余", "0.50", "007", "1.2亿", "3000以上"]
    ),
)
DAY = st.dates(date(2020, 1, 1), date(2030, 1, 1)).map(str)

FIGURES = ("收到", "受理", "不予受理", "审结")
_VALUE = FIGURE | st.fixed_dictionaries(
    {"值": FIGURE}, optional={"备注": LINE, "依据": LINE, "截至": DAY, "范围": LINE}
)
_OPTIONAL_READERS: dict[str, st.SearchStrategy[Any]] = {"不公开": st.just("是")}
_POINT = TEXT | st.fixed_dictionaries({"题": TEXT, "文": TEXT})
_LEAVES = st.one_of(
    TEXT,
    st.fixed_dictionaries({"段": TEXT}, optional=_OPTIONAL_READERS),
    st.fixed_dictionaries(
        {
            "段": st.lists(
                TEXT | st.fixed_dictionaries({"要点": st.lists(_POINT, min_size=1, max_size=2)}), min_size=1, max_size=3
            )
        }
    ),
    st.fixed_dictionaries({"要点": st.lists(_POINT, min_size=1, max_size=3)}),
    st.fixed_dictionaries(
        {
            "表": st.fixed_dictionaries(
                {
                    "题": LINE,
                    "列": st.just(["甲", "乙"]),
                    "行": st.lists(st.lists(LINE, min_size=2, max_size=2), max_size=2),
                }
            )
        }
    ),
)


def _section(inside: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    fields = {"标题": TEXT, "内容": st.lists(inside, min_size=1, max_size=2)}
    more = {"标题式": st.sampled_from(["独行", "接排"]), "任务": st.just(["纠纷化解"]), "时限": LINE, "原因": TEXT}
    return st.fixed_dictionaries({"节": st.fixed_dictionaries(fields, optional=more)})


BLOCKS = st.lists(st.recursive(_LEAVES, _section, max_leaves=5), max_size=3)
_PROBLEM = st.fixed_dictionaries({"标题": TEXT}, optional={"表现": TEXT, "原因": TEXT})
_PLAN = st.fixed_dictionaries(
    {"标题": TEXT}, optional={"措施": TEXT, "责任单位": st.lists(LINE, min_size=1, max_size=2), "时限": LINE}
)
_DATUM = st.fixed_dictionaries({"值": FIGURE}, optional={"单位": st.just("件"), "备注": LINE, "截至": DAY})
_DELIVERY = st.fixed_dictionaries(
    {"对象": st.just("送审稿"), "主送": st.lists(LINE, min_size=1, max_size=2)},
    optional={"成文日期": DAY, "标题": TEXT, "用印": st.just("是")},
)


def _named(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"名称": f"第{number}项", **record} for number, record in enumerate(records)]


REPORTS = st.fixed_dictionaries(
    {
        "格式": st.just("1"),
        "年度": st.sampled_from(["2024", "2025"]),
        "主体": st.just({"名称": ["青川县人民政府"], "简称": "青川县"}),
    },
    optional={
        "期间": st.sampled_from(["全年", "上半年"]),
        "数据截至": DAY,
        "状态": st.sampled_from(["初稿", "送审稿"]),
        "报送": st.lists(_DELIVERY, min_size=1, max_size=2).map(_named),
        "指标": st.fixed_dictionaries({"行政复议": st.dictionaries(st.sampled_from(FIGURES), _VALUE, min_size=1)}),
        "上年": st.fixed_dictionaries({"行政复议": st.dictionaries(st.sampled_from(FIGURES), FIGURE, min_size=1)}),
        "其他数据": st.lists(_DATUM, max_size=2).map(_named),
        "正文": BLOCKS,
        "举措": BLOCKS,
        "不足": st.lists(_PROBLEM, max_size=2),
        "安排": st.lists(_PLAN, max_size=2),
        "附件": st.lists(
            st.fixed_dictionaries({"题": LINE, "内容": st.lists(TEXT, min_size=1, max_size=2)}), max_size=2
        ),
    },
)


def as_yaml(data: dict[str, Any]) -> str:
    """The data as a YAML file, every text quoted."""
    return yaml.safe_dump(data, allow_unicode=True, default_style='"', sort_keys=False, width=10**9)
