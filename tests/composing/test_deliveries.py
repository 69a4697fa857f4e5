"""One input in every kind of delivery: what each form must carry, and what it must not."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.deliveries import COUNTY, report, see

UP = (
    "文号: 甲委〔2026〕5号, 签发人: [张三, 李四], 成文日期: 2026-02-09, "
    "印发机关: 中共甲县委办公室, 印发日期: 2026-02-10"
)
OWN = UP.replace("甲委", "甲府").replace("[张三, 李四]", "李四").replace("中共甲县委办公室", "甲县人民政府办公室")
BUREAU = "{名称: 甲县水利局, 类别: 部门, 级别: 县级, 简称: 甲县水利局}"

KINDS = {
    # kind: (its keys, subject or "", texts in this order, texts that must not be there)
    "送审稿": (
        "对象: 送审稿, 主送: [中共乙市委, 乙市人民政府]",
        "",
        [
            "中共甲县委 甲县人民政府关于2025年度法治政府建设情况的报告",
            "（送审稿）",
            "中共乙市委、乙市人民政府：",
            "导语一段。",
            "这一部分只给上级看",
            "附件：主要数据",
            "中共甲县委\n甲县人民政府",
            "附件里的话。",
        ],
        ["〔", "签发人", "抄送", "特此报告", "此件公开发布"],
    ),
    "上级党委和政府": (
        f"对象: 上级党委和政府, 主送: [中共乙市委, 乙市人民政府], 抄送: 中共乙市委全面依法治市委员会办公室, {UP}",
        "",
        [
            "中共甲县委\n甲县人民政府文件",
            "甲委〔2026〕5号",
            "签发人：张三　李四",
            "中共甲县委 甲县人民政府关于2025年度法治政府建设情况的报告",
            "中共乙市委、乙市人民政府：",
            "全年收到行政复议申请12件",
            "特此报告。",
            "附件：主要数据",
            "中共甲县委\n甲县人民政府\n2026年2月9日",
            "附件里的话。",
            "抄送：中共乙市委全面依法治市委员会办公室",
            "中共甲县委办公室",
            "2026年2月10日印发",
        ],
        ["此件公开发布", "各位委员"],
    ),
    "同级党委": (
        f"对象: 同级党委, 主送: 中共甲县委, {OWN}",
        "",
        [
            "甲县人民政府文件",
            "甲府〔2026〕5号",
            "签发人：李四",
            "甲县人民政府关于2025年度法治政府建设情况的报告",
            "中共甲县委：",
            "特此报告。",
            "\n甲县人民政府\n2026年2月9日",
        ],
        ["中共甲县委 甲县人民政府", "抄送", "张三"],
    ),
    "人大常委会书面": (
        f"对象: 人大常委会书面, 主送: 甲县人民代表大会常务委员会, {OWN}",
        "",
        [
            "甲县人民政府文件",
            "甲县人民政府关于2025年度法治政府建设情况的报告",
            "甲县人民代表大会常务委员会：",
            "特此报告。",
            "\n甲县人民政府\n2026年2月9日",
        ],
        ["各位委员", "——", "请予审议", "中共甲县委 甲县"],
    ),
    "人大常委会口头": (
        (
            "对象: 人大常委会口头, 会议: {名称: 甲县第九届人大常委会第三次会议, 日期: 2026-02-25}, "
            "报告人: {职务: 甲县县长, 姓名: 王五, 方式: 代表}"
        ),
        "",
        [
            "关于甲县2025年度法治政府建设情况的报告",
            "——2026年2月25日在甲县第九届人大常委会第三次会议上",
            "甲县县长　王五",
            "主任、各位副主任、各位委员：",
            "我代表县人民政府，报告2025年度法治政府建设情况，请予审议。",
            "导语一段。",
            "调剂编制10名",
            "主任、各位副主任、各位委员：",
            "县人民政府将认真办理会议审议意见，自觉接受监督。",
        ],
        ["秘书长", "〔", "特此报告", "\n甲县人民政府\n", "抄送", "年  月  日"],
    ),
    "社会公开": (
        "对象: 社会公开, 成文日期: 2026-02-09, 发布日期: 2026-03-20",
        "",
        ["关于2025年度法治政府建设情况的报告", "导语一段。", "2026年2月9日", "（此件公开发布）", "附件里的话。"],
        ["这一部分只给上级看", "内部工作", "签发人", "特此报告", "抄送"],
    ),
    "上级主管部门": (
        "对象: 上级主管部门, 主送: 乙市水利局, 文号: 甲水〔2026〕3号, 签发人: 赵六",
        BUREAU,
        ["甲县水利局文件", "甲水〔2026〕3号", "签发人：赵六", "甲县水利局关于2025年度", "乙市水利局：", "特此报告。"],
        ["中共", "各位委员"],
    ),
    "本级党委和政府": (
        "对象: 本级党委和政府, 主送: [中共甲县委, 甲县人民政府], 抄送: 中共甲县委全面依法治县委员会办公室",
        BUREAU,
        ["甲县水利局文件", "中共甲县委、甲县人民政府：", "\n甲县水利局\n", "抄送：中共甲县委全面依法治县委员会办公室"],
        ["各位委员"],
    ),
    "上级政府": (
        "对象: 上级政府, 主送: 乙市人民政府",
        "",
        ["甲县人民政府文件", "签发人：", "甲县人民政府关于2025年度", "乙市人民政府：", "特此报告。"],
        ["中共"],
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_form_has_its_parts_in_their_order(kind: str, tmp_path: Path) -> None:
    """And nothing that belongs to another form."""
    keys, subject, there, absent = KINDS[kind]
    text = see(tmp_path, report(f"  - {{名称: 版本, {keys}}}", subject=subject or COUNTY)).text

    place = 0
    for words in there:
        found = text.find(words, place)
        assert found >= 0, (words, text)
        place = found + len(words)
    assert [words for words in absent if words in text] == []


LETTERHEAD = ["上级党委和政府", "上级政府", "同级党委", "人大常委会书面", "上级主管部门", "本级党委和政府"]


@pytest.mark.parametrize("kind", LETTERHEAD)
def test_nothing_is_made_up_in_a_draft(kind: str, tmp_path: Path) -> None:
    """Number, signer and date stay blank, are asked for, and stop nothing."""
    seen = see(tmp_path, report(f"  - {{名称: 版本, 对象: {kind}, 主送: [某机关]}}"))

    assert "签发人：" in seen.text
    assert "2026年" not in seen.text.partition("报告\n")[0]
    assert "文号、签发人、成文日期、印发机关、印发日期" in seen.of("PART038")[0]
    assert [each.severity.value for each in seen.found if each.code == "PART038"] == ["info"]


@pytest.mark.parametrize("state", ["印发稿", "公开稿"])
@pytest.mark.parametrize("kind", [*LETTERHEAD, "人大常委会口头", "社会公开"])
def test_a_blank_in_a_final_state_is_an_error(kind: str, state: str, tmp_path: Path) -> None:
    """Which stops the build, because LOAD errors do."""
    seen = see(tmp_path, report(f"  - {{名称: 版本, 对象: {kind}}}", head=f"状态: {state}\n"))

    assert [each.severity.value for each in seen.found if each.code == "LOAD078"] == ["error"]


WORDS = {
    "usual closing declined": ("对象: 同级党委, 结束语: 无", [], ["特此报告"]),
    "own closing": ("对象: 同级党委, 结束语: 以上报告，请审阅。", ["以上报告，请审阅。"], ["特此报告"]),
    "usual opening asked for": ("对象: 同级党委, 开头语: 惯用", ["现将2025年度法治政府建设情况报告如下。"], []),
    "opening unasked": ("对象: 同级党委", ["特此报告。"], ["现将2025"]),
    "figure in own closing": (
        "对象: 同级党委, 结束语: '另有{{ 行政复议.收到 }}件。'",
        ["　　另有12件。"],
        ["特此报告"],
    ),
    "by a deputy's office": (
        "对象: 人大常委会口头, 报告人: {职务: 甲县司法局局长, 方式: 受托}",
        ["受县人民政府委托，现就2025年度法治政府建设情况作报告，请予审议。"],
        ["我代表"],
    ),
    "manner not settled": (
        "对象: 人大常委会口头",
        ["现将2025年度法治政府建设情况报告如下，请予审议。", "——　　年　月　日在　　　　　　会议上", "报告人："],
        ["我代表", "委托"],
    ),
    "salutation overridden": (
        "对象: 人大常委会口头, 称谓: 主任、副主任、各位委员",
        ["主任、副主任、各位委员：\n"],
        ["各位副主任"],
    ),
    "no closing, no second salutation": ("对象: 人大常委会口头, 结束语: 无", ["各位委员："], ["认真办理"]),
}


@pytest.mark.parametrize(("keys", "there", "absent"), WORDS.values(), ids=WORDS.keys())
def test_opening_and_closing_follow_staff(keys: str, there: list[str], absent: list[str], tmp_path: Path) -> None:
    """The usual words of the form, unless staff decline or write their own."""
    text = see(tmp_path, report(f"  - {{名称: 版本, {keys}}}")).text

    assert [words for words in there if words not in text] == []
    assert [words for words in absent if words in text] == []


@pytest.mark.parametrize(("closing", "times"), [("", 2), (", 结束语: 无", 1)])
def test_the_salutation_comes_again_before_the_last_part(closing: str, times: int, tmp_path: Path) -> None:
    """Twice where there is a closing part, else once."""
    text = see(tmp_path, report(f"  - {{名称: 版本, 对象: 人大常委会口头{closing}}}")).text

    assert text.count("各位委员：") == times


@pytest.mark.parametrize(
    ("level", "secretary"), [("县级", False), ("市级", True), ("省级", True)], ids=["county", "city", "province"]
)
def test_only_above_the_county_is_there_a_secretary_general(level: str, secretary: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a table
    """地方组织法: county, city without districts and district have none."""
    subject = f"{{名称: [甲地人民政府], 类别: 政府, 级别: {level}, 简称: 甲地}}"
    text = see(tmp_path, report("  - {名称: 版本, 对象: 人大常委会口头}", subject=subject)).text

    assert ("秘书长" in text) is secretary


NAMES = {
    "甲县人民政府": "全县",
    "甲族自治县人民政府": "全县",
    "乙市甲区人民政府": "全区",
    "甲市人民政府": "全市",
    "甲旗人民政府": "全旗",
    "甲族自治州人民政府": "全州",
    "甲省人民政府": "全省",
    "甲族自治区人民政府": "全区",
    "乙县甲镇人民政府": "全镇",
    "乙县甲乡人民政府": "全乡",
    "甲苏木人民政府": "全苏木",
    "甲街道办事处": "全街道",
    "甲经济开发区管理委员会": "全区",
}


@pytest.mark.parametrize("organ", NAMES)
def test_an_organ_is_called_after_its_own_name(organ: str, tmp_path: Path) -> None:
    """Unless the input says how it calls itself."""
    kind = next(
        (
            k
            for end, k in (
                ("镇人民政府", "乡镇"),
                ("乡人民政府", "乡镇"),
                ("苏木人民政府", "乡镇"),
                ("街道办事处", "街道"),
                ("管理委员会", "开发区"),
            )
            if organ.endswith(end)
        ),
        "政府",
    )
    subject = f"{{名称: [{organ}], 类别: {kind}, 简称: 甲"
    body = "指标: {人民调解: {组织: 5, 调解: 7}}\n正文: ['{{ 人民调解 }}']\n"
    text = see(tmp_path, report("  - {名称: 版本}", subject=subject + "}", body=body)).text
    own = see(tmp_path, report("  - {名称: 版本}", subject=subject + ", 自称: 全域}", body=body)).text

    assert f"{NAMES[organ]}5个" in text, text
    assert "全域5个" in own


def test_annexes_are_listed_and_numbered(tmp_path: Path) -> None:
    """Several have numbers; one that isn't for the public is in no list of the public version."""
    body = (
        "正文: [文]\n附件:\n  - {题: 甲表, 内容: [{节: {标题: 上, 内容: [一]}}, {节: {标题: 下, 内容: [二]}}]}\n"
        "  - {题: 乙表, 不公开: 是, 内容: [内部]}\n  - {题: 丙表, 不给: [稿], 内容: [三]}\n"
    )
    deliveries = "  - {名称: 稿}\n  - {名称: 公开版, 对象: 社会公开}"
    texts = see(tmp_path, report(deliveries, body=body)).texts

    assert [line.strip() for line in texts["稿"].splitlines() if "甲表" in line or "乙表" in line][:2] == [
        "附件：1.甲表",
        "2.乙表",
    ]
    assert "丙表" not in texts["稿"]
    assert "一、上" in texts["稿"]
    assert "二、下" in texts["稿"]
    assert "乙表" not in texts["公开版"]
    assert "2.丙表" in texts["公开版"]
    assert "内部" not in texts["公开版"]


def test_typed_marks_in_formal_fields_are_text(tmp_path: Path) -> None:
    """Angle brackets, ampersands and quotes in names and numbers reach the page as they are."""
    odd = '甲<b>&"县'
    keys = (
        f"对象: 上级党委和政府, 主送: ['{odd}'], 抄送: ['{odd}'], 文号: '{odd}', 签发人: ['{odd}'], 印发机关: '{odd}'"
    )
    seen = see(tmp_path, report(f"  - {{名称: 版本, {keys}}}"))

    assert seen.text.count(odd) >= 5
    assert "TMPL001" not in seen.codes


def test_a_style_must_be_one_there_is(tmp_path: Path) -> None:
    """And the chosen one travels with the document."""
    assert "LOAD092" in see(tmp_path, report("  - {名称: 版本, 版式: gbt9705}")).codes
    seen = see(tmp_path, report("  - {名称: 版本, 版式: gbt33476}"))
    assert [document.meta.style for document in seen.documents] == ["gbt33476"]


def test_keys_that_a_form_makes_nothing_of_are_named(tmp_path: Path) -> None:
    """So that nobody waits for them on the page."""
    seen = see(tmp_path, report("  - {名称: 版本, 对象: 送审稿, 文号: 甲委〔2026〕5号, 称谓: 主任, 抄送: 丙}"))

    assert len(seen.of("LOAD093")) == 3
    assert "甲委" not in seen.text


BLANKS = ["机关: ['']", "主送: [甲, ' ']", "签发人: ['']", "标志: [' ']", "抄送: ['　']"]


@pytest.mark.parametrize("keys", BLANKS)
def test_a_blank_name_in_a_list_is_an_error_of_the_input(keys: str, tmp_path: Path) -> None:
    """Not one of the template that would print it."""
    seen = see(tmp_path, report(f"  - {{名称: 版本, 对象: 同级党委, {keys}}}"))

    assert [each.code for each in seen.found if each.severity.value == "error" and each.code[:4] == "LOAD"] == [
        "LOAD057"
    ]


@pytest.mark.parametrize("keys", ["文号: ' '", "签发人: []", "成文日期:", "印发机关: '　'"])
def test_blanks_are_nothing_given(keys: str, tmp_path: Path) -> None:
    """A final report with a number of blanks has no number."""
    filled = [key for key in OWN.split(", ") if not key.startswith(keys.partition(":")[0])]
    entry = f"  - {{名称: 版本, 对象: 同级党委, 主送: 中共甲县委, {', '.join(filled)}, {keys} }}"
    seen = see(tmp_path, report(entry, head="状态: 印发稿\n"))
    (error,) = [each for each in seen.found if each.code == "LOAD078"]

    assert error.severity.value == "error"
    assert keys.partition(":")[0] in error.message


@pytest.mark.parametrize("level", ["乡级", "县级"])
def test_an_oral_report_without_a_salutation_has_none(level: str, tmp_path: Path) -> None:
    """A town cannot give one at all; what is printed has no stray colon."""
    subject = f"{{名称: [甲镇人民政府], 类别: 乡镇, 级别: {level}, 简称: 甲镇}}"
    seen = see(tmp_path, report("  - {名称: 版本, 对象: 人大常委会口头}", subject=subject))

    assert "PART020" in seen.codes
    assert "\n：" not in seen.text


def test_an_office_changes_a_form_without_a_program(tmp_path: Path) -> None:
    """Its own closing words, salutation and template of one kind; the other kinds stay as they are."""
    office = tmp_path / "本县"
    (office / "schemas").mkdir(parents=True)
    (office / "templates" / "deliveries").mkdir(parents=True)
    (office / "schemas" / "deliveries.yaml").write_text(
        "人大常委会口头:\n  称谓: {县级: 主任、副主任、各位委员}\n"
        "同级党委:\n  结束语: [{文: 以上报告，请审阅。, 来源: 本县惯例, 强度: 惯例}]\n"
        "  标题: {全年: '{年}年度|报告'}\n",
        encoding="utf-8",
    )
    (office / "templates" / "deliveries" / "同级党委.xml.j2").write_text(
        '{% extends "report.xml.j2" %}{% block 附注 %}<note>（联系人见送文单）</note>{% endblock %}', encoding="utf-8"
    )
    deliveries = "\n".join(f"  - {{名称: {kind}, 对象: {kind}}}" for kind in ("同级党委", "人大常委会口头", "上级政府"))
    texts = see(tmp_path, report(deliveries), (office,)).texts

    assert "2025年度报告" in texts["同级党委"]
    assert "以上报告，请审阅。" in texts["同级党委"]
    assert "（联系人见送文单）" in texts["同级党委"]
    assert "主任、副主任、各位委员：" in texts["人大常委会口头"]
    assert "特此报告。" in texts["上级政府"]
