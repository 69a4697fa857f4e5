"""What a report says of itself: its year, who reports, to whom. A guess, to be told as one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date

from generator.document.manuscript import Manuscript
from generator.models.delivery import DeliveryKind, Period
from generator.models.knowledge import Knowledge
from generator.models.reporter import PARTY, Level, ReporterKind
from generator.patterns import compile_later
from generator.records import dataclass

JOINT, ALONE = "党委和政府", "政府"
_YEAR = compile_later(r"(?<![0-9〔\[（(])((?:19|20)[0-9]{2})\s*年(?!\s*[0-9]{1,2}\s*月)")
_HALF = compile_later(r"上半年|半年度")
_CONGRESS = "人大常委会"
_CONGRESS_NAMES = ("人大常委会", "人民代表大会常务委员会")
_UPWARDS_ALONE = "上级政府"
"""What governments sent upwards by themselves, as long as they did."""
_BELOW = ("乡镇", "街道", "开发区")
_OF_BOTH = compile_later(r"(?:委(?!员)|委员会)[、，和 　].{0,12}政府|中共.{0,12}政府")
_PUBLISHED = compile_later(
    r"(?:发布|公开|发文|更新|提供|^\s*)(?:时间|日期)\s*[:：]?\s*((?:19|20)[0-9]{2})\s*[-年/.]\s*([0-9]{1,2})\s*[-月/.]\s*([0-9]{1,2})"
)
_JOINT_TITLE = compile_later(rf"({PARTY}.+?委(?:员会)?)(.{{2,}}(?:人民政府|办事处|管理委员会|行政公署))")
_MEMBERS = compile_later(r"委员|代表|主任")
_EARLY = 400
_ENOUGH = 3
"""So often a report must call itself something before it tells who reports."""
_ACTING = compile_later(
    r"(?:^|[，。、,])(?P<名>[\u4e00-\u9fff]{2,24}?(?:[省市县区州盟旗镇乡局厅委]|街道|办事处|委员会|人民政府))(?:党(?:工?委|组)(?:[、和]?(?:[镇乡]?政府|办事处))?)?"
    r"(?=始终|一直|坚持|深入|认真|全面|紧紧|围绕|按照|积极|扎实|切实|严格|贯彻|高度|在[^，]{2,40}(?:领导|指导|支持|部署)|以(?:习近平|深入))"
)
_NO_PLACE = ("新区", "开发区", "园区", "党委", "市委", "县委", "区委", "省委", "州委", "旗委", "镇委", "工委")
_SHORT = 40
_DEPARTMENT = "部门"
_OF_DEPARTMENT = compile_later(r"[我本](?:局|厅|委(?!员|托))|(?<![\u4e00-\u9fff])[局厅委](?:党[组委]|领导班子|主要)")
_OF_AREA = compile_later(r"我[省市县区州盟旗镇乡](?![委长])")


@dataclass(frozen=True, slots=True)
class Guess:
    """What could be told; None where it couldn't."""

    year: int | None = None
    period: Period | None = None
    reporter: str | None = None
    level: Level | None = None
    delivery: str | None = None
    published: date | None = None


def guessed(manuscript: Manuscript, knowledge: Knowledge, year: int | None, reporter: str | None) -> Guess:
    """What a report says of itself; `year` and `reporter` are what is known of it already."""
    year = year or _year(manuscript)
    period: Period = "上半年" if _HALF.search(manuscript.title or _headings(manuscript)) else "全年"
    found, level = _reporter(manuscript, knowledge.reporters)
    kind = reporter or found
    delivery = _delivery(manuscript, kind)
    if delivery == _UPWARDS_ALONE and not _were_sent(knowledge.deliveries.get(delivery), year, period):
        delivery = None
    return Guess(year, period, kind, level, delivery, _published(manuscript))


def _were_sent(kind: DeliveryKind | None, year: int | None, period: Period) -> bool:
    return kind is not None and year is not None and kind.in_force(year, period)


def _headings(manuscript: Manuscript) -> str:
    return "".join(line.heading for line in manuscript.of("节标题") if line.level == 1)


def _beginning(manuscript: Manuscript) -> str:
    text = "".join(line.text for line in manuscript.of("题注", "节标题", "段"))
    return text[:_EARLY]


def _year(manuscript: Manuscript) -> int | None:
    """The year in the title; else the one that headings and the beginning name most; else that before its date.

    A title that was left from the year before is told by its headings: they speak of the next two years.
    """
    named = _YEAR.findall(manuscript.title)
    if named:
        titled, headed = int(named[0]), set(_YEAR.findall(_without_titles(_headings(manuscript))))
        return titled + 1 if headed == {str(titled + 1), str(titled + 2)} else titled
    counted = Counter(_YEAR.findall(_without_titles(_beginning(manuscript) + _headings(manuscript))))
    if counted:
        return int(counted.most_common(1)[0][0])
    return manuscript.dated.year - 1 if manuscript.dated is not None else None


def _without_titles(text: str) -> str:
    return re.sub(r"《[^《》]*》", "", text)


def _published(manuscript: Manuscript) -> date | None:
    """The day that the web page gives."""
    found = next((match for line in manuscript.of("杂项") if (match := _PUBLISHED.search(line.text))), None)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _reporter(manuscript: Manuscript, kinds: Mapping[str, ReporterKind]) -> tuple[str | None, Level | None]:
    """The kind whose names end like the organ's, and the level where the ending tells it."""
    organs = [re.sub(r"\s", "", organ) for organ in manuscript.organs]
    organs = _both(re.sub(r"[\s|]", "", manuscript.title).split("关于")[0]) or organs
    for names in (organs or _named_short(manuscript.title, kinds), _subject(manuscript, kinds)):
        found, level = _kind_of(names, kinds)
        if found is not None:
            return found, level
    return _by_self_name(manuscript, kinds), None


def _kind_of(organs: list[str], kinds: Mapping[str, ReporterKind]) -> tuple[str | None, Level | None]:
    party = [organ for organ in organs if organ.startswith(PARTY)]
    others = [organ for organ in organs if not organ.startswith(PARTY)]
    for organ in others:
        endings = {end: kind for kind in kinds.values() for end in kind.名称结尾 if organ.endswith(end)}
        if not endings:
            continue
        longest = max(endings, key=len)
        fitting = [name for name, kind in kinds.items() if longest in kind.名称结尾]
        unfit = ALONE if party else JOINT
        name = next((each for each in fitting if each != unfit), fitting[0])
        levels = kinds[name].名称结尾[longest]
        level = levels[0] if len(levels) == 1 else _level(organ) or (kinds[name].默认级别 if not levels else None)
        return name, level  # type: ignore[return-value]  # the endings' levels are of the four
    return None, None


def _subject(manuscript: Manuscript, kinds: Mapping[str, ReporterKind]) -> list[str]:
    """Who is said to act where the text begins: 2025年，县林业局坚持……, 双溪镇在县委的领导下……."""
    opening = next((line.text for line in manuscript.of("段") if len(line.text) > _SHORT), "")[:_EARLY]
    for match in _ACTING.finditer(opening):
        if not match["名"].endswith(_NO_PLACE) and (named := _named_short(match["名"], kinds)):
            return named
    return []


def _both(name: str) -> list[str]:
    """The two organs of a joint report, by its title: the signature may lack one."""
    match = _JOINT_TITLE.fullmatch(name)
    return [match[1], match[2]] if match is not None else []


def _by_self_name(manuscript: Manuscript, kinds: Mapping[str, ReporterKind]) -> str | None:
    """The kind that calls itself as the text does most often: 全县 and 我县, 我局, 全镇. Departments write 全县 too."""
    text = "".join(line.text for line in manuscript.of("节标题", "段", "要点"))
    departments, areas = len(_OF_DEPARTMENT.findall(text)), len(_OF_AREA.findall(text))
    if departments > areas:
        return _DEPARTMENT if departments >= _ENOUGH else None
    counted: Counter[str] = Counter()
    for kind in kinds.values():
        for name in {*kind.自称.values(), *kind.自称按名.values()}:
            counted[name] = sum(text.count(begin + name[1:]) for begin in ("全", "我") if len(name) > 1)
    most = max(counted, key=lambda name: counted[name], default="")
    if counted[most] < _ENOUGH:
        return None
    return next(name for name, kind in kinds.items() if most in (*kind.自称.values(), *kind.自称按名.values()))


def _named_short(title: str, kinds: Mapping[str, ReporterKind]) -> list[str]:
    """The organ whose title only gives the place: 某县2025年法治政府建设年度报告 is its government's."""
    name = re.split(r"关于|[0-9]{4}\s*年", re.sub(r"\s", "", title))[0]
    endings = [end for kind in kinds.values() for end in kind.名称结尾]
    full = [name + behind for behind in _BEHIND_PLACES if any((name + behind).endswith(end) for end in endings)]
    return full[:1] if name else []


_BEHIND_PLACES = ("", "人民政府", "办事处")
_PROVINCE = compile_later(r"^[^市县区]{2,4}(?:省|自治区)[^市县区州盟]*$")


def _level(organ: str) -> Level | None:
    """A name that leads from province to county tells more than its end."""
    if _PROVINCE.match(organ):
        return "省级"
    return "县级" if re.search(r"[市州盟].*[县区市旗]", organ.removesuffix("人民政府")) else None


def _delivery(manuscript: Manuscript, reporter: str | None) -> str | None:
    addressees = "".join(line.text for line in manuscript.of("主送"))
    said = "".join(line.text for line in manuscript.of("称谓"))
    if said:
        return f"{_CONGRESS}口头" if _MEMBERS.search(said) else None
    if not addressees:
        return None if any(manuscript.of("版头")) else "社会公开"
    return _by_addressees(addressees, reporter)


def _by_addressees(addressees: str, reporter: str | None) -> str | None:
    if any(name in addressees for name in _CONGRESS_NAMES):
        return f"{_CONGRESS}书面"
    if reporter == _DEPARTMENT:
        if "依法治" in addressees:
            return None
        return "本级党委和政府" if "政府" in addressees or PARTY in addressees else "上级主管部门"
    if reporter == JOINT or (reporter in _BELOW and _OF_BOTH.search(addressees)):
        return "上级党委和政府"
    if reporter == ALONE:
        return _UPWARDS_ALONE if "政府" in addressees else "同级党委"
    return None
