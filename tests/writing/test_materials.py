"""The units' text put together for reading: by task, each paragraph with whose it is."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from support.books import shipped
from support.collected import HEALTH, MATERIALS, POLICE, TOWN, county, material

from generator.models.collection import Collection
from generator.models.knowledge import Knowledge
from generator.writing.docx import write_docx
from generator.writing.materials import materials_document
from generator.writing.text import write_text


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return shipped()


def _lines(collection: Collection, knowledge: Knowledge) -> list[str]:
    document = materials_document(collection, knowledge)
    assert document is not None
    return [line.strip("　") for line in write_text(document, knowledge.style).splitlines() if line.strip()]


def test_texts_stand_under_their_task_and_then_by_kind(knowledge: Knowledge) -> None:
    assert _lines(county(), knowledge) == [
        "2025年度法治政府建设素材汇编",
        "（内部资料，照录各单位报来的文字，没有核对，不得公开）",
        "共3个单位报来9条文字。每段末尾括注提供单位，佐证和出处见同名的汇总表。",
        "一、行政执法",
        "规范处罚。=1+1 统一文书样式。（公安局）",
        "开展医疗卫生监督。",
        "第二段。（卫健局）",
        "二、数字法治",
        "接入平台。（卫健局）",
        "三、亮点做法",
        "板凳会。到村里讲法。化解纠纷30件。（乡镇）",
        "四、制度文件",
        "处罚裁量办法。性质：内部制度。（公安局）",
        "五、第一责任人履职情况",
        "讲法治课。讲了一次。（乡镇）",
        "六、存在不足",
        "人员不足。执法人员少。原因：编制少。（卫健局）",
        "七、下一步安排",
        "增加人员。调剂编制。时限：6月底前。（乡镇）",
        "八、上年承诺完成情况",
        "修订办法。已完成。（乡镇）",
    ]


def test_a_task_with_several_kinds_has_a_heading_for_each(knowledge: Knowledge) -> None:
    texts = (
        material(TOWN, "亮点做法", "行政执法", 名称="板凳会", 做法="讲法"),
        material(HEALTH, "工作情况", "行政执法", 文="后到的。"),
        material(POLICE, "工作情况", "行政执法", 文="先排的。"),
        material(POLICE, "工作情况", "旧任务", 文="大纲里没有的。"),
    )
    assert _lines(county(materials=texts), knowledge)[3:] == [
        "一、行政执法",
        "（一）工作情况",
        "先排的。（公安局）",
        "后到的。（卫健局）",
        "（二）亮点做法",
        "板凳会。讲法。（乡镇）",
        "二、旧任务",
        "大纲里没有的。（公安局）",
    ]


def test_what_leads_is_bold_and_the_year_half_is_named(knowledge: Knowledge) -> None:
    document = materials_document(county(period="上半年", materials=MATERIALS[:1]), knowledge)
    assert document is not None
    paragraphs = docx.Document(BytesIO(write_docx(document, knowledge.style))).paragraphs
    assert any(paragraph.text.startswith("2025年上半年") for paragraph in paragraphs)
    told = next(paragraph for paragraph in paragraphs if paragraph.text.startswith("规范处罚"))
    assert told.runs[0].text == "规范处罚。"
    assert told.runs[0].style.font.bold


@pytest.mark.parametrize("materials", [(), (material(TOWN, "其他数据", 名称="广场", 值="5"),)])
def test_without_text_there_is_no_document(knowledge: Knowledge, materials: tuple[object, ...]) -> None:
    assert materials_document(county(materials=materials), knowledge) is None
