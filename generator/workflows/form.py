"""`fazhi form`: Excel forms from the catalogue, for one unit, for all units, or for a whole report."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.diagnostics import Diagnostics, Place
from generator.loading.keys import guess, nearest
from generator.loading.provenance import load_provenance, provenance_file
from generator.loading.report import load_report
from generator.loading.units import load_units
from generator.loading.workbook.kinds import is_workbook
from generator.models.delivery import Period
from generator.models.form_plan import Form
from generator.models.knowledge import Knowledge
from generator.models.provenance import Provenance
from generator.models.report import Report
from generator.models.units import Units
from generator.workflows.build import MANY, Built, Progress
from generator.workflows.chains import knowledge_at
from generator.workflows.form_plans import Basis, report_form, unit_form
from generator.workflows.names import safe_name
from generator.writing.files import reason_in_chinese, replace_all

SUFFIX = ".xlsx"
_NO_FORM = "不报"
_NO_FOLDERS = (".yaml", ".yml", ".docx", ".doc", ".pdf", ".txt")
_MOST_NAMES = 10
_ONE_SOURCE = ("单一来源", "核对")


@dataclass(frozen=True)
class FormOrder:
    """What is asked for. `units` is a file of units, `all_units` a form for each; `source` this or last year's report.

    Without a unit it is the workbook of a whole report. `year` may be left out when `source` is given.
    """

    out: Path
    year: int | None = None
    period: Period | None = None
    unit: str = ""
    topics: Sequence[str] = ()
    all_units: bool = False
    units: Path | None = None
    source: Path | None = None
    offices: Sequence[Path] = ()
    due: date | None = None
    contact: str = ""


@dataclass
class _Run:
    order: FormOrder
    knowledge: Knowledge
    diagnostics: Diagnostics = field(default_factory=Diagnostics)

    def error(self, code: str, message: str, remedy: str, place: Path | None = None) -> None:
        where = place or self.order.source or self.order.units or self.order.out
        self.diagnostics.error(code, Place(str(where)), message, remedy)


def form(order: FormOrder, progress: Progress | None = None) -> Built:
    """Make every form, then write them; nothing is written when one cannot be made."""
    diagnostics = Diagnostics()
    knowledge = _knowledge(order, diagnostics)
    if knowledge is None:
        return Built((), diagnostics)
    run = _Run(order, knowledge, diagnostics)
    if _is_misplaced(run):
        return Built((), diagnostics)
    basis = _basis(run)
    wanted = _wanted(run, basis) if basis is not None else None
    if wanted is None:
        return Built((), diagnostics)
    _tell_blank(run, [made.unit for _, made in wanted if made.purpose == "表单" and not made.chapters])
    return _written(_files(run, wanted, progress), run)


def _is_misplaced(run: _Run) -> bool:
    """Whether `out` is no place for what is wanted: a file's name for many forms, or a kind of file that no form is."""
    out = run.order.out
    if out.is_dir():
        return False
    if run.order.all_units and (is_workbook(out) or out.suffix.lower() in _NO_FOLDERS or out.exists()):
        message = f"--units 给每个单位各写一份，-o 要写文件夹，给的“{out.name[:40]}”是文件名"
        run.error("LOAD128", message, f"写成 -o {out.stem}，或者别的文件夹名", out)
    elif out.suffix.lower() != SUFFIX and (is_workbook(out) or out.suffix.lower() in _NO_FOLDERS):
        message = f"填报表只写成 {SUFFIX} 文件，给的是“{out.name[:40]}”"
        run.error("LOAD128", message, f"写成 -o {out.stem}{SUFFIX}，或者写一个文件夹名", out)
    else:
        return False
    return True


def _tell_blank(run: _Run, names: Sequence[str]) -> None:
    """Units whose form asks for no figure at all."""
    if not names:
        return
    message = f"这{len(names)}份表里没有一个指标，只有文字可填：{_listed(names)}"
    if run.order.topics:
        remedy = "--topics 写的主题不由这些单位填：不用发的删去，或者用 --unit 只给要填的单位制表"
    else:
        remedy = "在单位名单里用“包”“另填”写明它填哪些主题，如 包: [通用, 执法]；不用报的写 报送: 不报"
    where = run.order.units or run.order.out
    run.diagnostics.warning("LOAD129", Place(str(where)), message, remedy)


def _listed(names: Sequence[str]) -> str:
    more = f"等{len(names)}个" if len(names) > _MOST_NAMES else ""
    return "、".join(names[:_MOST_NAMES]) + more


def _knowledge(order: FormOrder, diagnostics: Diagnostics) -> Knowledge | None:
    """With the overlays that `fazhi.yaml` names: beside the report, else beside the units, else in this folder."""
    beside = order.source or order.units
    home = beside.parent if beside is not None else Path()
    return knowledge_at(home, order.offices, diagnostics, str(beside or "form"))


def _basis(run: _Run) -> Basis | None:
    """The year and the report; None when they don't go together."""
    order = run.order
    if order.source is None:
        if order.year is None:
            raise ValueError("neither a year nor a report")
        return Basis(run.knowledge, order.year, order.period or "全年", due=order.due, contact=order.contact)
    loaded = load_report(order.source, run.knowledge, run.diagnostics)
    if loaded is None or run.diagnostics.blocks_building():
        return None
    report = loaded.report
    year, period = order.year or report.year, order.period or report.period
    if period != report.period:
        run.error(
            "LOAD123", f"报告的期间是“{report.period}”，要的表是“{period}”", "期间要相同，去掉 --period 或者换一份报告"
        )
    elif year not in (report.year, report.year + 1):
        remedy = f"写 --year {report.year + 1} 取作上年数，或者 --year {report.year} 照原样填好"
        run.error("LOAD122", f"这份报告是{report.year}年的，不能用来填{year}年的表", remedy)
    elif year == report.year and (order.unit or order.all_units):
        remedy = f"要填好上年数的空表，写 --year {report.year + 1}；要整份报告的工作簿，去掉 --unit、--units"
        run.error("LOAD124", "整份报告的数不能当作一个单位的数填进表里", remedy)
    else:
        filled = year == report.year
        sources = None if filled else _sources(run, order.source, report)
        return Basis(run.knowledge, year, period, report, filled, order.due, order.contact, sources)
    return None


def _sources(run: _Run, file: Path, report: Report) -> Provenance | None:
    """What each unit gave for last year's report, when it was collected; only forms of units want it."""
    if not (run.order.unit or run.order.all_units):
        return None
    found = Diagnostics()
    sources = load_provenance(file, found)
    why = next((each.message for each in found), "")
    if sources is not None and (sources.year, sources.period) != (report.year, report.period):
        why = f"记着各数来源的文件是{sources.year}年{sources.period}的，报告是{report.year}年{report.period}的"
        sources = None
    if why:
        place = Place(str(provenance_file(file)))
        remedy = "从备份找回这个文件再制表；不找回的，几个单位合起来的上年数由各单位自己填"
        run.diagnostics.warning("LOAD198", place, f"{why}，没有带出各单位自己的上年数", remedy)
    return sources


def _wanted(run: _Run, basis: Basis) -> list[tuple[Path, Form]] | None:
    """The forms and their files; None after an error."""
    order = run.order
    units = run.knowledge.units
    if order.units is not None:
        own = load_units(order.units, run.knowledge, run.diagnostics)
        if own is None:
            return None
        units = own
    topics = _topics(run)
    if topics is None:
        return None
    if order.all_units:
        return _all(run, basis, units, topics)
    if order.unit:
        return _one(run, basis, units, topics)
    made = report_form(basis, topics or _reported(basis, run.knowledge))
    name = f"{made.unit}{made.span}法治政府建设情况报告数据"
    return [(_file(order.out, name), made)]


def _reported(basis: Basis, knowledge: Knowledge) -> list[str]:
    """The outline's topics, and whatever else the report has figures of."""
    outline = basis.outline
    listed = [name for task in outline.任务 for name in task.主题] if outline is not None else []
    report = basis.report if basis.filled else None
    given = [*report.indicators.topics, *report.last_year.topics] if report is not None else []
    return [name for name in dict.fromkeys((*listed, *given)) if name in knowledge.catalogue.topics]


def _topics(run: _Run) -> list[str] | None:
    known = run.knowledge.catalogue.topics
    for name in run.order.topics:
        if name not in known:
            run.error("LOAD121", f"目录里没有主题“{name[:30]}”", guess(name, known))
    return None if any(name not in known for name in run.order.topics) else list(dict.fromkeys(run.order.topics))


def _all(run: _Run, basis: Basis, units: Units, topics: list[str]) -> list[tuple[Path, Form]]:
    """A form for each unit that reports, numbered in official order; none for a name that stands for several."""
    asked = [name for name, unit in units.units.items() if unit.报送 != _NO_FORM]
    reporting = [name for name in asked if not units.units[name].统称]
    listed = {units.units[name].类型 for name in reporting}
    _tell_collective(run, [name for name in asked if units.units[name].统称 and units.units[name].类型 not in listed])
    _tell_unsourced(run, units, [each for name in reporting for each in units.topics_of(name)], topics)
    result = []
    for number, name in enumerate(reporting, start=1):
        own = [each for each in units.topics_of(name) if not topics or each in topics]
        made = unit_form(basis, name, own, units)
        file = f"{number:0{max(2, len(str(len(reporting))))}d}_{name}_{made.span}填报表"
        result.append((run.order.out / f"{safe_name(file)}{SUFFIX}", made))
    return result


def _tell_collective(run: _Run, names: Sequence[str]) -> None:
    if names:
        message = f"单位表里的“{'”“'.join(names)}”是统称，没有给它们制表"
        remedy = "各乡镇、街道、开发区逐个写进自己的名单（如 清河镇: {包: [通用, 乡镇]}），再用 --units 名单.yaml 制表"
        run.diagnostics.info("LOAD119", Place(str(run.order.units or run.order.out)), message, remedy)


def _tell_unsourced(run: _Run, units: Units, asked: Sequence[str], topics: Sequence[str]) -> None:
    """Topics whose county figure only one unit can know, and no unit in the list is said to: told once."""
    known = run.knowledge.catalogue.topics
    missing = [
        name
        for name in dict.fromkeys(asked)
        if (not topics or name in topics)
        and not any(units.speaks_for_the_county(unit, name) for unit in units.units)
        and any(
            each.合并 in _ONE_SOURCE and each.性质 != "比率" and units.county_source_of(known[name], figure) is None
            for figure, each in known[name].指标.items()
        )
    ]
    if missing:
        place = Place(str(run.order.units or "schemas/units.yaml"))
        message = f"单位名单里没有写这{len(missing)}个主题的全县数以谁为准：{'、'.join(missing)}"
        remedy = "给掌握全县数的单位写上“单一来源”；没有写的，汇总时只有乡镇、街道填的才相加，别的空着"
        run.diagnostics.warning("LOAD199", place, message, remedy)


def _one(run: _Run, basis: Basis, units: Units, topics: list[str]) -> list[tuple[Path, Form]] | None:
    asked = run.order.unit
    short = {unit.简称: name for name, unit in units.units.items()}
    name = asked if asked in units.units else short.get(asked, asked)
    if name not in units.units and not topics:
        near = nearest(asked, (*units.units, *short))
        remedy = f"是不是“{near}”？不是的，" if near else ""
        remedy += "写进自己的单位名单，加上 --units 名单.yaml；或者用 --topics 写明填哪些主题"
        run.error("LOAD120", f"单位表里没有“{asked[:30]}”", remedy)
        return None
    made = unit_form(basis, name, topics or units.topics_of(name), units)
    return [(_file(run.order.out, f"{name}_{made.span}填报表"), made)]


def _file(out: Path, name: str) -> Path:
    """`out` itself when it names a workbook, else a file in that folder."""
    return out if out.suffix.lower() == SUFFIX else out / f"{safe_name(name)}{SUFFIX}"


def _files(run: _Run, wanted: Sequence[tuple[Path, Form]], progress: Progress | None) -> dict[Path, bytes]:
    """The workbooks by path; none when one of them cannot be made."""
    from generator.writing.xlsx import TooLongError, write_form

    files: dict[Path, bytes] = {}
    shown = progress(len(wanted), "制表") if progress is not None and len(wanted) >= MANY else nullcontext(_Silent())
    with shown as bar:
        for file, made in wanted:
            try:
                files[file] = write_form(made)
            except TooLongError as error:
                run.error("LOAD126", str(error), "把这一段分成几段")
                return {}
            bar.update(1)
    return files


class _Silent:
    def update(self, n_steps: int) -> None:
        """Nothing is shown."""


def _written(files: dict[Path, bytes], run: _Run) -> Built:
    """Write the forms that aren't there yet. A file that is there and says anything else may be filled in: it stays."""
    there = {file for file in files if file.exists()}
    others = [file for file in there if not _is_same(file, files[file])]
    if others:
        names = _listed(sorted(file.name for file in others))
        message = f"已有{len(others)}个同名的文件，可能填过，没有覆盖，这次一个文件也没有写：{names}"
        remedy = "用 -o 写到另一个文件夹或者换个文件名；确实不要了的，先移走或者删去再制表"
        run.error("LOAD127", message, remedy, others[0] if len(others) == 1 else run.order.out)
        return Built((), run.diagnostics)
    try:
        replace_all({file: content for file, content in files.items() if file not in there})
    except OSError as error:
        message = f"文件写不进去（{reason_in_chinese(error)}），这次一个文件也没有写"
        remedy = "文件若正在 Excel 或 WPS 里打开，先关闭；再检查有没有写入权限、磁盘是否已满"
        run.error("LOAD045", message, remedy, Path(str(error.filename or run.order.out)))
        return Built((), run.diagnostics)
    return Built(tuple(files), run.diagnostics)


def _is_same(file: Path, content: bytes) -> bool:
    """Whether a file is the form as it would be written now, still blank."""
    try:
        return file.read_bytes() == content
    except OSError:
        return False
