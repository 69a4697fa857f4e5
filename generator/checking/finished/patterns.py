"""Rules that a pattern tells by itself: lost marks, numerals, forms of numbers and dates, what mustn't be in a report.

One function for all: what differs is the pattern, the parts of the report it is held against, and whether titles and
quotations count. Groups of words that a pattern is made with are data (词组 in `schemas/wording.yaml`).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.checking.finished.examination import Examination
from generator.checking.finished.parts import DONE
from generator.patterns import compile_later
from generator.records import dataclass

_LEAP_YEAR = 2024
_HAN = r"\u4e00-\u9fff"
_SLOT = compile_later(r"\{([\u4e00-\u9fff]+)\}")
_Sound = Callable[[re.Match[str]], bool]


@dataclass(frozen=True, slots=True)
class Pattern:
    """`hint` is a piece of text without which nothing can match; `quoted` counts what titles and quotations hold.

    A pattern that is text has slots such as {目标的词} for groups of words. `parts` limits the rule to some items. A
    match that `innocent` says is none isn't told.
    """

    code: str
    pattern: re.Pattern[str] | str
    hint: str = ""
    quoted: bool = True
    parts: tuple[str, ...] = ()
    innocent: _Sound = lambda match: False  # noqa: ARG005 - the usual answer


def check_patterns(examination: Examination) -> None:
    """Every finding of every pattern, at the characters that matched."""
    text = examination.text
    for rule in PATTERNS:
        if not examination.notes.wants(rule.code) or rule.hint not in text:
            continue
        pattern = rule.pattern if not isinstance(rule.pattern, str) else _filled(rule.pattern, examination)
        for match in pattern.finditer(text) if pattern is not None else ():
            if not rule.quoted and examination.inside[match.start()]:
                continue
            if rule.parts and examination.passage_at(match.start()).part not in rule.parts:
                continue
            if not rule.innocent(match):
                examination.add(rule.code, match.start(), match.end())


def _filled(pattern: str, examination: Examination) -> re.Pattern[str] | None:
    """With the groups of words in its slots; None where the office took one away."""
    groups = {name: examination.knowledge.words.get(name) for name in _SLOT.findall(pattern)}
    for name, group in groups.items():
        if group is None or not group.含:
            return None
        pattern = pattern.replace(f"{{{name}}}", "|".join(map(re.escape, sorted(group.含, key=len, reverse=True))))
    return re.compile(pattern)


def _not_next(match: re.Match[str]) -> bool:
    """Whether two numerals with 、 between them are no neighbours: 一、五 counts two things."""
    order = "一二三四五六七八九"
    return order.index(match[2]) - order.index(match[1]) != 1


def _sums_up_wrong(match: re.Match[str]) -> bool:
    """Whether 18 figures aren't the number of a person: the date or the last figure doesn't fit."""
    if re.search(r"身份证|身份号码", match.string[max(0, match.start() - 12) : match.start()]):
        return False
    number = match[0].upper()
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(weight * int(figure) for weight, figure in zip(weights, number, strict=False))
    return number[6:8] not in ("19", "20") or "10X98765432"[total % 11] != number[17]


def _is_a_date(match: re.Match[str]) -> bool:
    month, day = match["月"], match["日"] or match["止"]
    most = _LENGTHS.get(int(month), 0) if month is not None else 31
    return 1 <= int(day) <= most


def _repeats_on_purpose(match: re.Match[str]) -> bool:
    """一件一件, 一个一个 and numbers are meant; so is what 、 or a numeral divides, and 总队总队长."""
    of_a_head = match.string[match.end() : match.end() + 1] == "长" and match[0].endswith(("队", "组"))
    return match[0][0] in "一十" or match[0] in _MEANT or of_a_head


_MEANT = ("等等等等",)
_LENGTHS = {month: 30 if month in (4, 6, 9, 11) else 29 if month == 2 else 31 for month in range(1, 13)}  # noqa: PLR2004 - February

PATTERNS = (
    Pattern(
        "TEXT060",
        compile_later(r"(?<![0-9])(?:19|20)[0-9]{2}(?:年 ?| ?)(?:19|20)[0-9]{2}年(?![初])"),
        "年",
    ),
    Pattern(
        "TEXT061",
        compile_later(
            r"(?<![0-9])20[0-9]{2}[0-9]{2,4}(?=日)日|(?<![0-9])[0-9]{1,2}月[0-9]{1,2}日[0-9]{1,2}日"
            r"|(?<![0-9.])(?P<月>[0-9]{1,4})月(?P<日>[0-9]{1,4})日|(?<=至)(?P<止>[0-9]{1,4})日(?!内|起|前|制)"
            r"|(?<![0-9])20[0-9]{2}年(?:1[3-9]|[2-9][0-9])月|(?<![0-9—～~-])(?:1[0-2]|[1-9])月(?:1[0-2]|[1-9])月(?!球|饼)"
        ),
        innocent=lambda match: (match["日"] or match["止"]) is not None and _is_a_date(match),
    ),
    Pattern(
        "TEXT062",
        compile_later(
            rf"(?<=[{_HAN}])(?<![第前号约近至达到表图条])(?<!附件)(?<!文件)(?<!组件)(?!20[0-9]{{2}})[0-9]{{1,4}}(?=[。；])"
            r"|(?<=事项|案件|人员|文件|活动|培训|申请|决定|纠纷|问题|资料|合同|案卷|意见|制度)[0-9]{1,5}(?=[，、])"
            rf"|(?<=[{_HAN}，、])(?<![第号])[0-9]{{1,4}}(?=律师事务所|(?:行政)?规范性文件|行政(?:复议|诉讼|应诉)案件|人民调解员|执法人员)"
        ),
    ),
    Pattern(
        "TEXT129",
        compile_later(
            rf"(?<![{_HAN}])(?:通过|经过)[^，。；：\n]{{2,40}}，(?=使(?:得)?[{_HAN}]{{2,20}}(?:得到|得以|明显|显著|有了|不断|进一步|更加))"
        ),
        "使",
    ),
    Pattern("TEXT065", compile_later(r"《[^《》\n]{0,80}[<＜《]"), "《"),
    Pattern("TEXT067", compile_later(r"(?m)^(?:—(?!—)|－－?|--?)(?=[一-龥])")),
    Pattern("TEXT068", r"《(?!关于)[^《》\n]{0,20}(?:{活动名的结尾})》", "《"),
    Pattern("TEXT069", r"》（(?:{题名里的说明})）", "》（"),
    Pattern(
        "TEXT070",
        compile_later(
            r"(?m)^（[一二三四五六七八九十]{1,3}）[、.．，]|^[0-9]{1,2}、|(?<=[。；：])[1-9]、(?![0-9])|^（[0-9]{1,2}）[、.．，]"
            r"|(?:^|(?<=[。；：]))(?:第[一二三四五六七八九]|首先|其次)、(?![一二三四五六七八九])|(?:^|(?<=[。；：]))[一二三四五六七八九]是[、，：]"
        ),
    ),
    Pattern(
        "TEXT073",
        compile_later(
            rf"([{_HAN}]{{2,12}})\1|的的(?!确|士)|了了(?!解|如|断|结)|和和(?!气|睦|平)|与与|及及(?!时)|为为(?!民|了)|被被|(?<=[0-9])年年(?=度)"
            r"|修改改(?![变进革造善为正写动建制])|建设设(?![施立置备计定区岗点卡想法])|加强强(?![化制调基力弱戒迫拆行降度军县身])|完善善(?![于后治意])|提升升(?![级学温])"
            r"|提高高(?![质效水标度端层校中龄危风速等级原新职温空考压血])|开展展(?![示现览望演销评播品陈出会])"
            r"|规范范(?![围例本畴文])|制定定(?![期位向点额价岗级员量制密编责性时罪案])|落实实(?![施行际现事名体效物地绩招干时验习战训质证缴景业数务])"
            r"|推动动(?![态员作能力真手工物植漫产火车迁画机])|化解解(?![决释除])|整改改(?![变进革造正善建制版])|履行行(?![政为业动使刑程规])"
        ),
        innocent=_repeats_on_purpose,
    ),
    Pattern("TEXT074", compile_later(r"。[，、；：]|，[、；：]|、[，；：]|；[，、：]|：[，、；]")),
    Pattern(
        "TEXT078",
        compile_later(r"(?<![0-9A-Za-z])[1-8][0-9]{16}[0-9Xx](?![0-9A-Za-z])"),
        innocent=_sums_up_wrong,
    ),
    Pattern(
        "TEXT079", compile_later(r"(?<![0-9A-Za-z.-])1[3-9][0-9](?:[0-9]{8}|([ -])[0-9]{4}\1[0-9]{4})(?![0-9A-Za-z-])")
    ),
    Pattern(
        "TEXT083",
        compile_later(
            r"(?<![第十届一二三四五六七八九、])([一二三四五六七八])、([二三四五六七八九])(?=次|个|家|天|名|件|项|倍|人(?![民大]))"
        ),
        "、",
        innocent=_not_next,
    ),
    Pattern(
        "TEXT084",
        compile_later(
            r"(?<![0-9A-Za-z.—～~-])(?<!第)[12][0-9]年(?=度|上半年|下半年|年[底初末]|底(?![子层线部数稿气蕴])|初(?![心见步衷级期次具中任显始创审犯诊高小])|末(?![期端位]))"
        ),
        "年",
    ),
    Pattern(
        "TEXT086", compile_later(r"(?<![0-9.])[0-9]+(?:\.[0-9]+)?[～~—－-][0-9]+(?:\.[0-9]+)?(?:%|[万亿](?![0-9]))")
    ),
    Pattern("TEXT087", compile_later(rf"(?<=[{_HAN}，、（])\.[0-9]+(?=%|[{_HAN}])"), "."),
    Pattern("TEXT089", compile_later(r"(?<![0-9.])[0-9]+\.0+%"), ".0"),
    Pattern(
        "TEXT091",
        compile_later(
            r"[0-9]%个?百分点|[0-9]百分点|(?<=[0-9万余多])(?P<数>人次|件次|户次|场次|件|个|人|名|份|户|次|卷|宗)，"
            r"(?:同比|比上年|较上年)(?:增长|下降|增加|减少|上升)[0-9.]+个百分点"
        ),
        "百分点",
        innocent=lambda match: match["数"] is not None and re.search("率|[占%]|比例|比重", _around(match)) is not None,
    ),
    Pattern(
        "TEXT094",
        compile_later(r"截止(?:到|至)?(?=[0-9]|目前|年底|年末|月底)|(?<![拦堵阻查])截(?=目前|20[0-9]{2}年)"),
        "截",
        quoted=False,
    ),
    Pattern(
        "TEXT097",
        r"(?:{目标的词})[^，。；：\n]{0,24}?(?:率(?:达到?|为|不低于)?[0-9.]+%?|(?:达到?|不低于|不少于)[0-9.]+%?"
        r"|全年无|零(?:发生|上访|事故|增长))"
        r"|力争[^，。；：\n]{0,16}(?:年底|月底|年内)前?[^，。；：\n]{0,16}|率(?:要|应当?|须)达到?[0-9]"
        r"|(?:做到|保持)[^，。；：\n]{0,16}率不低于[0-9.]+%(?!的)"
        r"|(?:(?<=[，；。：\n])|^)(?:计划|拟|打算|准备)(?:发布|印发|制定|出台|建成|开展|建立|举办|召开|完成|新建|新增|修订)[^，。；\n]{0,24}?[0-9]+[\u4e00-\u9fff]?(?![^。\n]{0,30}(?:实际|全部|均已|已完成|如期|按期))",
        quoted=False,
        parts=(DONE,),
    ),
    Pattern(
        "TEXT101",
        compile_later(r"习近平(?:总书记|主席)?(?:[^。“”\n]{0,20})(?:指出|强调|要求|说)[，：]?“[^”\n]{4,}”"),
        "习近平",
    ),
    Pattern(
        "PART118",
        r"(?<![报提申呈聘邀宣延敬恭吁])请(?:求)?(?:[省市州县区盟旗](?:{上级的称呼})|上级|有关部门)"
        r"[^，。；、\n]{0,16}?(?:{请示的动词})|(?<![报提])请求?(?:[省市州县区盟旗](?:{上级的称呼})|上级)(?:安排|增加|追加)[^，。；、\n]{0,16}?(?:经费|资金|编制|名额)",
        "请",
        quoted=False,
    ),
    Pattern(
        "TEXT128",
        compile_later(r"(?<=[\u4e00-\u9fff])〔(?:[0-9]{2}〕第?[0-9]+号|20[0-9]{2}〕(?:第0*[0-9]+号?|0+[1-9][0-9]*号))"),
    ),
    Pattern("TEXT105", compile_later("[\ufffd\ue000-\uf8ff]+|锟斤拷|烫烫烫")),
    Pattern(
        "TEXT116",
        compile_later(
            r"(?:[，、；](?:以及|并且|而且|以便|因此|但是|同时|和|与|及|并|或)|以及|并且|而且|从而|以便)(?=[。；\n])"
        ),
    ),
    Pattern(
        "TEXT117",
        compile_later(
            r"(?:绝密|机密|秘密)★(?:[0-9]{1,2}年)?|[（(](?:绝密|机密|秘密)[）)]|内部(?:资料|文件|材料)[，、]?(?:注意保存|不得外传|严禁外传|请勿外传)"
        ),
    ),
    Pattern(
        "TEXT120",
        compile_later(
            r"《(?!(?:全面|切实|认真|进一步|继续)?(?:贯彻|执行|落实|推行|推进|建立|健全|规范|严格|完善|编制|清理|报送|申报|征求|学习|启用|废止|修改|明确|公开|加快|深化))"
            r"(?![^《》\n]*(?:关于|印发|转发|批转|公布|发布|下达|调整|开展|做好|加强))[^《》\n]{4,40}"
            r"(?:要点|清单|目录|方案|计划|规划|办法|细则|规则|规定|制度|意见|标准|基准|指引|指南)的通知》"
        ),
        "的通知》",
    ),
    Pattern(
        "TEXT121",
        compile_later(
            rf"(?<![{_HAN}][一二三四五六七])(?<=届)[一二三四五六七]中(?:、[一二三四五六七]中)*(?:全会)?"
            r"(?:(?:党的)?[十二][十一二三四五六七八九]*届)?[一二三四五六七]中(?:、[一二三四五六七]中)*全会"
        ),
        "中全会",
    ),
    Pattern(
        "TEXT122",
        compile_later(
            r"(?:有力|有效|切实|扎实|充分|深入|积极|大力|进一步|极大|更好|稳步|及时|圆满|不断|持续)的"
            r"(?:保障|推动|推进|促进|维护|提升|提高|增强|解决|化解|防范|遏制|调动|发挥|规范|改善|完成|支持|减轻|激发)了"
        ),
        "的",
        quoted=False,
    ),
    Pattern(
        "TEXT124",
        compile_later(
            rf"(?<![{_HAN}])(?P<名>[{_HAN}]{{1,10}}?(?P<级>[省市县区州旗镇乡局厅委]|街道))(?=在)"
            r"(?:在[^。；，\n]{2,60}下，){1,3}(?:(?P=名)|我(?P=级))"
        ),
        "下，",
        quoted=False,
    ),
    Pattern("TERM022", compile_later(r"“(?:习近平法治思想|习近平新时代中国特色社会主义思想)”"), "思想”"),
    Pattern(
        "TERM045",
        r"([省市区县州旗镇乡])政府(?:、|和|与)\1(?:党委|委(?!{委字后成机关}))|([市区县州旗镇乡])长(?:、|和|与)(?:\2委|党委)书记"
        r"|([省市区县州旗镇乡])政府主要负责(?:人|同志)(?:、|和|与)(?:\3委|党委)主要负责"
        r"|(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{1,7}[省市区县州旗镇乡])(?:人民)?政府[、，和]中共\4委(?:员会)?(?!{委字后成机关})",
    ),
    Pattern(
        "DATA539",
        compile_later(
            r"(?:下降|降低|减少|压缩|缩短)了?(?:近|约|超过?)?[0-9.]+倍|(?:下降|降低|减少|压减|压缩|缩短)了?(?:近|约|超过?)?"
            r"(?:10[1-9]|1[1-9][0-9]|[2-9][0-9]{2})(?:\.[0-9]+)?%"
        ),
    ),
    Pattern(
        "DATA542",
        compile_later(r"出庭应诉率?[^，。；\n]{0,6}(?<![0-9])100%"),
        "出庭",
        innocent=lambda match: (
            re.search(r"[0-9]+件?次?[^0-9]{0,16}出庭|出庭[^0-9]{0,8}[0-9]+(?:人次|件|次|人)", _around(match))
            is not None
        ),
    ),
    Pattern(
        "DATA543",
        r"(?:{预计的词})(?![^，。；\n]{0,16}(?:建成|投用|完工|竣工))(?:到|至|全年|年底|年末|可)?[^，。；\n]{0,16}[0-9]|（[^（）\n]{0,6}(?:{预计的词}|估算)[^（）\n]{0,3}）"
        r"|(?:全年|到?年底前?)(?:将|有望|可望|预期|{预计的词})[^，。；\n]{0,16}[0-9]",
        parts=(DONE,),
    ),
)


def _around(match: re.Match[str]) -> str:
    """The sentence before a match."""
    start = max(match.string.rfind("。", 0, match.start()), match.string.rfind("\n", 0, match.start())) + 1
    return match.string[start : match.start()]
