"""Tasks of an outline, recognised from the headings that reports use."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostics
from generator.loading.knowledge import load_knowledge
from generator.models.knowledge import Knowledge
from generator.models.outline import Outline


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The shipped knowledge."""
    loaded = load_knowledge([], Diagnostics())
    assert loaded is not None
    return loaded


SINCE_2021 = {
    "法治思想": [
        "深入学习贯彻习近平法治思想",
        "深入学习贯彻习近平法治思想，努力实现法治政府建设全面突破",
        "纵深推进学悟笃行习近平法治思想",
        "压实法治政府建设主体责任",
        "抓住领导干部这个“关键少数”",
    ],
    "政府职能": [
        "健全政府机构职能体系",
        "依法履行政府职能，优化法治化营商环境",
        "深化放管服改革",
        "用好乡镇（街道）履职事项清单",
        "维护公平竞争的市场环境",
        "推进政务服务跨区域协同",
    ],
    "依法行政制度": ["健全依法行政制度机制", "加强规范性文件管理，推进依法决策", "开展行政规范性文件专项清理"],
    "行政决策": ["推进重大行政决策法治化", "健全行政决策制度体系", "发挥法律顾问和公职律师作用"],
    "行政执法": [
        "严格规范公正文明执法",
        "深化基层综合行政执法改革",
        "推行行政执法“三项制度”",
        "规范涉企行政检查",
        "开展规范涉企行政执法专项行动",
        "加强行政执法监督",
        "提升执法案卷质量",
    ],
    "突发事件": ["依法预防和处置突发事件", "完善应急管理体系", "做好疫情应急处置"],
    "纠纷化解": [
        "有效化解行政争议和矛盾纠纷",
        "发挥行政复议化解行政争议的主渠道作用",
        "推进信访工作法治化",
        "坚持和发展新时代“枫桥经验”",
    ],
    "权力监督": ["强化行政权力制约和监督", "加强对行政执法的制约和监督", "推进政府信息公开", "全面推进政务公开"],
    "数字法治": ["加快建设数字法治政府", "以智慧城市建设带动数字法治政府建设"],
    "党的领导": ["加强党的领导，健全推进机制", "抓好法治督察和问题整改", "落实述法制度"],
    "公共法律服务": ["完善公共法律服务，深化普法依法治理", "落实普法责任", "做好“八五”普法收官", "培育“法律明白人”"],
}
UNTIL_2020 = {
    "政府职能": ["转变政府职能，依法全面履职", "提高行政审批效能", "提高依法处置突发事件能力"],
    "依法行政制度": ["完善依法行政制度体系，促进良法善治", "加强文件审核备案，健全依法行政制度"],
    "行政决策": ["健全依法决策机制，提升决策法治化水平", "围绕科学决策，完善依法决策制度"],
    "行政执法": ["强化监督制约，严格规范公正文明执法", "推进“两法衔接”工作", "围绕规范执法，强化行政执法监督"],
    "权力监督": ["围绕政务公开，做好政府信息公开工作", "完善主动公开机制"],
    "纠纷化解": ["创新社会治理，依法化解矛盾纠纷", "做好行政复议和应诉工作，化解矛盾纠纷", "加强行政调解工作"],
    "依法行政能力": ["巩固“七五”普法成效", "落实学法和培训制度", "加强法治文化建设", "加强法律援助工作"],
    "组织保障": ["加强党组统筹，夯实组织保障", "强化督察考核", "建强法治队伍"],
}
OF_NONE = [
    "2025年推进法治政府建设的主要举措和成效",
    "2025年推进法治政府建设存在的不足和原因",
    "党政主要负责人履行推进法治建设第一责任人职责情况",
    "2026年推进法治政府建设的主要安排",
    "其他需要报告的情况",
    "对照总体要求，抓好重点任务",
    "坚持依法行政，推进法治政府建设",
    "完善工作机制",
    "助力企业复工复产",
    "水土保持监管不够严",
    "",
    "。，",
]
ROWS = [
    pytest.param(name, heading, task, id=f"{name}-{heading}")
    for name, tasks in (("2021", SINCE_2021), ("2015", UNTIL_2020))
    for task, headings in tasks.items()
    for heading in headings
]


@pytest.mark.parametrize(("outline", "heading", "task"), ROWS)
def test_a_heading_belongs_to_a_task(outline: str, heading: str, task: str, knowledge: Knowledge) -> None:
    """As published reports word it."""
    found = knowledge.outlines[outline].task_of(heading)
    assert found is not None
    assert found.名称 == task


@pytest.mark.parametrize("outline", ["2004", "2015", "2021"])
@pytest.mark.parametrize("heading", OF_NONE)
def test_a_heading_belongs_to_no_task(outline: str, heading: str, knowledge: Knowledge) -> None:
    """Parts of the report, and what is said of everything or of one trade."""
    assert knowledge.outlines[outline].task_of(heading) is None


def test_two_tasks_that_weigh_the_same_are_none(knowledge: Knowledge) -> None:
    """学法用法 and 依法决策 are as long; a longer word of one of them decides."""
    outline = knowledge.outlines["2021"]
    longer = outline.task_of("学法用法，科学民主依法决策")
    assert outline.task_of("学法用法，依法决策") is None
    assert longer is not None
    assert longer.名称 == "行政决策"


def _contradictions(outline: Outline) -> list[str]:
    """Words of a task by which another one, or none, is recognised."""
    return [word for task in outline.任务 for word in task.words() if outline.task_of(word) != task]


def test_every_word_of_a_task_leads_to_it(knowledge: Knowledge) -> None:
    """No word of an outline is another task's too, or is outweighed by a longer one inside it."""
    assert [word for outline in knowledge.outlines.values() for word in _contradictions(outline)] == []
