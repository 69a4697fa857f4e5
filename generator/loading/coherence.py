"""The knowledge held against itself and against what reads it: names, slots and rules that must fit together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any, get_args

from generator.document.typography import compile_mend
from generator.loading.coherence_dates import dated_faults
from generator.loading.coherence_heads import head_faults
from generator.loading.coherence_prompts import prompt_faults
from generator.loading.coherence_topics import topic_faults
from generator.loading.coherence_units import unit_faults
from generator.loading.faults import Fault, Spot
from generator.loading.keys import guess, keys_of, listed
from generator.loading.messages import literals
from generator.models.check import CheckRule
from generator.models.delivery import Delivery, DeliveryKind, Meeting, Period, Speaker
from generator.models.knowledge import Knowledge
from generator.models.outline import Key, Outline
from generator.models.reporter import ReporterKind, Subject
from generator.patterns import compile_later

_BRACES = compile_later(r"\{(\w+)\}|[{}]")
_WHOLE = compile_later(r"[0-9]{1,4}")
_TITLE_SLOTS = ("机关", "简称", "年", "事由")
_HEADING_SLOTS = ("年", "下年")
_WORDS_SLOTS = ("机关", "本机关", "时段", "事由")
_LEAD_SLOTS = ("党委", "人大")
_SAID = ("消息", "办法", "表办法", "成稿消息", "成稿办法", "单位的话")


def faults_of(knowledge: Knowledge, shipped_checks: Mapping[str, Any]) -> Iterator[Fault]:
    """Everything in the merged knowledge that cannot work; `shipped_checks` are the program's own, as read."""
    return chain(
        topic_faults(knowledge),
        *(_outline_faults(outline, knowledge) for outline in knowledge.outlines.values()),
        *(_reporter_faults(name, kind, knowledge) for name, kind in knowledge.reporters.items()),
        head_faults(knowledge),
        _delivery_faults(knowledge),
        dated_faults(knowledge),
        prompt_faults(knowledge),
        unit_faults(knowledge),
        _mend_faults(knowledge),
        *(_check_faults(code, rule, shipped_checks.get(code, {})) for code, rule in knowledge.checks.items()),
    )


def _outline_faults(outline: Outline, knowledge: Knowledge) -> Iterator[Fault]:
    def spot(*path: str | int, at_key: bool = False) -> Spot:
        return Spot("outlines", (outline.名称, *path), at_key)

    if outline.年度止 is not None and outline.年度止 < outline.年度起:
        yield Fault((spot("年度止"), spot("年度起")), "“年度止”早于“年度起”", "核对两个年度")
    for number, task in enumerate(outline.任务):
        for place, topic in enumerate(task.主题):
            if topic not in knowledge.catalogue.topics:
                remedy = guess(topic, knowledge.catalogue.topics)
                yield Fault((spot("任务", number, "主题", place),), f"没有主题“{topic}”", remedy, own=True)
    tasks, items = [task.名称 for task in outline.任务], [item.名称 for item in outline.事项]
    yield from _name_faults(tasks, lambda number: spot("任务", number, "名称"), "任务")
    yield from _name_faults(items, lambda number: spot("事项", number, "名称"), "事项")
    yield from _twice([item.键 for item in outline.事项], lambda number: spot("事项", number, "键"), "键")
    for missing in set(get_args(Key)) - {item.键 for item in outline.事项}:
        message = f"“事项”里没有键“{missing}”，输入里写在“{missing}”下面的内容会没有地方放"
        yield Fault((spot("事项", at_key=True),), message, f"“事项”要写全：{listed(get_args(Key))}")
    for number, item in enumerate(outline.事项):
        for key in ("标题", "半年标题"):
            yield from _slot_faults(getattr(item, key), _HEADING_SLOTS, spot("事项", number, key))


def _name_faults(names: list[str], spot: Callable[[int], Spot], what: str) -> Iterator[Fault]:
    """Names of tasks and items are lists with blanks between them in the templates."""
    yield from _twice(names, spot, what)
    for number, name in enumerate(names):
        if not name or name.split() != [name]:
            yield Fault((spot(number),), f"{what}的名称“{name}”不能空着，也不能有空格", "写成一个词")


def _twice(names: list[str], spot: Callable[[int], Spot], what: str) -> Iterator[Fault]:
    counted = Counter(names)
    for number, name in enumerate(names):
        if counted[name] > 1 and names.index(name) != number:
            yield Fault((spot(number),), f"{what}“{name}”写了两次", "留一个，或者改名")


def _reporter_faults(name: str, kind: ReporterKind, knowledge: Knowledge) -> Iterator[Fault]:
    def spot(*path: str, at_key: bool = False) -> Spot:
        return Spot("reporters.yaml", (name, *path), at_key)

    periods, levels = get_args(Period), literals(Subject.model_fields["level"].annotation)
    for period in periods:
        if period not in kind.标题:
            remedy = f"“标题”要写全：{listed(periods)}；不用的也留着"
            yield Fault((spot("标题", period, at_key=True),), f"“{name}”的标题里没有“{period}”", remedy)
    for period, title in kind.标题.items():
        yield from _title_faults(period, title, spot("标题", period))
    items = dict.fromkeys(item.名称 for outline in knowledge.outlines.values() for item in outline.事项)
    for key, known in (("标题", periods), ("自称", levels), ("事项", items)):
        for typed in getattr(kind, key):
            if typed not in known:
                message = f"“{key}”里不能有“{typed}”"
                yield Fault((spot(key, typed, at_key=True),), message, guess(typed, known), own=key == "事项")
    yield from _ending_faults(kind, levels, lambda ending: spot("名称结尾", ending))


def _ending_faults(kind: ReporterKind, levels: list[str], spot: Callable[[str], Spot]) -> Iterator[Fault]:
    for ending, allowed in kind.名称结尾.items():
        for typed in allowed:
            if typed not in levels:
                yield Fault((spot(ending),), f"“名称结尾”里没有“{typed}”这个级别", guess(typed, levels))


def _title_faults(period: str, title: str, spot: Spot) -> Iterator[Fault]:
    if not title.replace("|", "").strip():
        yield Fault((spot,), f"“{period}”的标题是空的", "写上标题，如：{机关}关于{年}年度……的报告")
    yield from _slot_faults(title, _TITLE_SLOTS, spot)


def _slot_faults(text: str, known: tuple[str, ...], spot: Spot) -> Iterator[Fault]:
    """Braces in a heading are always meant to be filled."""
    usable = f"能用的只有：{'、'.join(f'{{{slot}}}' for slot in known)}"
    for found in _BRACES.finditer(text):
        if found[1] not in known:
            yield Fault((spot,), f"这里的“{found[0]}”程序不会填", usable)


def _delivery_faults(knowledge: Knowledge) -> Iterator[Fault]:
    def spot(*path: str | int, at_key: bool = False) -> Spot:
        return Spot("deliveries.yaml", path, at_key)

    usual = str(Delivery.model_fields["kind"].default)
    if usual not in knowledge.deliveries:
        remedy = "去掉“删除”；没有写“报送”的输入都按它生成"
        yield Fault((spot(usual, at_key=True),), f"“{usual}”不能删除", remedy)
    inner = (("会议", Meeting), ("报告人", Speaker))
    keys = [*keys_of(Delivery), *(f"{key}.{name}" for key, model in inner for name in keys_of(model))]
    there = {file.name for folder in knowledge.template_folders for file in (folder / "deliveries").glob("*.j2")}
    for name, kind in knowledge.deliveries.items():
        for field in ("必填", "定稿必填"):
            for number, key in enumerate(getattr(kind, field)):
                if key not in keys:
                    yield Fault((spot(name, field, number),), f"报送里没有“{key}”这个键", guess(key, keys))
        for period, title in kind.标题.items():
            yield from _title_faults(period, title, spot(name, "标题", period))
        yield from _wording_faults(name, kind)
        if kind.模板 not in there:
            message = f"templates/deliveries 里没有模板“{kind.模板}”"
            remedy = f"把模板放进本单位的 templates/deliveries，或改正文件名。{guess(kind.模板, sorted(there))}"
            yield Fault((spot(name, "模板"),), message, remedy)


def _wording_faults(name: str, kind: DeliveryKind) -> Iterator[Fault]:
    for field in ("开头语", "结束语"):
        for number, wording in enumerate(getattr(kind, field)):
            yield from _slot_faults(wording.文, _WORDS_SLOTS, Spot("deliveries.yaml", (name, field, number, "文")))
    for field in ("导语领导", "导语监督"):
        if (led := getattr(kind, field)) is not None:
            yield from _slot_faults(led.文, _LEAD_SLOTS, Spot("deliveries.yaml", (name, field, "文")))
    if kind.导语结尾 is not None:
        yield from _slot_faults(kind.导语结尾.文, _WORDS_SLOTS, Spot("deliveries.yaml", (name, "导语结尾", "文")))


def _mend_faults(knowledge: Knowledge) -> Iterator[Fault]:
    for rule in knowledge.mends:
        try:
            compile_mend(rule.码, rule.式, rule.换, rule.换法, rule.成对, noted_only=rule.只提示)
        except ValueError as error:
            spots = tuple(Spot("typography.yaml", (rule.码, key)) for key in ("换", "换法", "成对"))
            yield Fault(spots, str(error), "改回程序自带的写法，或只改说明文字；不要这条规则，可以写“删除: 是”")


def _check_faults(code: str, rule: CheckRule, shipped: Mapping[str, Any]) -> Iterator[Fault]:
    """参数 as shipped, of the same kind; slots as shipped: no check fills or reads anything else."""

    def spot(*path: str, at_key: bool = False) -> Spot:
        return Spot("checks.yaml", (code, *path), at_key)

    parameters: Mapping[str, str] = shipped.get("参数") or {}
    for name in parameters:
        if name not in rule.参数:
            yield Fault((spot("参数", name, at_key=True),), f"参数“{name}”不能删除", "去掉“删除”；要改的，写上新的值")
    for name, value in rule.参数.items():
        if name not in parameters:
            yield Fault((spot("参数", name, at_key=True),), f"“{code}”没有参数“{name}”", guess(name, parameters))
        elif _WHOLE.fullmatch(parameters[name]) and not _WHOLE.fullmatch(value):
            message = f"参数“{name}”应当是整数，这里是“{value[:20]}”"
            yield Fault((spot("参数", name),), message, f"只填阿拉伯数字，如：{parameters[name]}")
    slots = _slots("".join(shipped.get(key, "") for key in _SAID))
    said = (rule.消息, rule.办法, rule.表办法, rule.成稿消息, rule.成稿办法, rule.单位的话)
    for key, text in zip(_SAID, said, strict=True):
        for slot in sorted(_slots(text) - slots):
            message = f"“{key}”里的“{{{slot}}}”程序不会填"
            yield Fault((spot(key),), message, f"能用的有：{listed(f'{{{each}}}' for each in sorted(slots)) or '无'}")


def _slots(text: str) -> set[str]:
    """Named slots; other braces in a message show how something is written in an input."""
    return {match[1] for match in _BRACES.finditer(text) if match[1]}
