"""`fazhi check` of a finished report (.docx, .doc, .txt): read, hold against the rules on text and layout, mark."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from generator.checking.manuscript import ReportSubject, check_manuscript
from generator.checking.standing import standing_in
from generator.diagnostics import Diagnostic, Diagnostics, Place
from generator.document.manuscript import Manuscript
from generator.loading.settings import exemptions_beside
from generator.loading.source import Source
from generator.models.exempted import FinishedExemption
from generator.models.knowledge import Knowledge
from generator.models.reading import ReadingWords
from generator.packages import PackageError
from generator.reading.guessing import Guess, guessed
from generator.reading.leftovers import with_marks
from generator.reading.names import WORD
from generator.reading.opening import Finished, read_finished
from generator.reading.refusals import RefusedError, of_package
from generator.records import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """What staff say of the finished reports they have checked; None is guessed from the text."""

    year: int | None = None
    reporter: str | None = None
    delivery: str | None = None


def _is_misnamed(file: Path, known: Known, knowledge: Knowledge, found: Diagnostics) -> bool:
    """Whether staff gave a name that the knowledge doesn't have."""
    for option, given, there in (
        ("--reporter", known.reporter, knowledge.reporters),
        ("--delivery", known.delivery, knowledge.deliveries),
    ):
        if given is not None and given not in there:
            near = get_close_matches(given, list(there), n=1, cutoff=0.4)
            remedy = f"是不是“{near[0]}”？" if near else f"可用：{'、'.join(there)}"
            found.error("LOAD213", Place(str(file)), f"选项 {option} 没有“{given}”这一种", remedy)
            return True
    return False


def check_finished(file: Path, knowledge: Knowledge, known: Known, found: Diagnostics) -> Manuscript | None:
    """Everything found in a finished report; what was read of it, None when it couldn't be read."""
    found.overlays[str(file)] = knowledge.offices
    if _is_misnamed(file, known, knowledge, found):
        return None
    report = read_finished(file, found, ReadingWords(knowledge.reading))
    if report is None:
        return None
    manuscript = report.manuscript
    guess = guessed(manuscript, knowledge, known.year, known.reporter)
    subject = ReportSubject(
        year=known.year or guess.year,
        reporter=known.reporter or guess.reporter,
        level=guess.level,
        delivery=known.delivery or guess.delivery,
        period=guess.period,
        published=guess.published,
    )
    _tell(manuscript, known, guess, found)
    _tell_of_marks(manuscript, found)
    exemptions, settings = exemptions_for(file)
    standing = standing_in(manuscript, exemptions)
    check_manuscript(manuscript, knowledge, subject, found, standing)
    if report.word or report.converted:
        layout = Diagnostics()
        _check_layout(report, file, knowledge, layout)
        _add(standing.left(layout), found)
    if settings is not None:
        _add(standing.told(knowledge.checks, settings.place), found)
        _tell_of_missing(file.parent, settings, found)
    return manuscript


def _tell_of_missing(folder: Path, settings: Source, found: Diagnostics) -> None:
    """An exemption for a file that isn't there would be in vain for ever."""
    for each in exemptions_beside(folder)[0]:
        if each.is_for_one and not (folder / each.file).exists():
            remedy = "核对文件名，要带 .docx 这样的后缀；用不着了，删去这一条"
            found.info("LOAD246", settings.place((*each.at, "文件")), f"这个文件夹里没有“{each.file}”", remedy)


def _add(new: Iterable[Diagnostic], found: Diagnostics) -> None:
    for each in new:
        found.add(each)


def exemptions_for(file: Path) -> tuple[tuple[FinishedExemption, ...], Source | None]:
    """What is let stand in a report, and the file that says so."""
    every, settings = exemptions_beside(file.parent)
    return tuple(each for each in every if each.is_for(file.name)), settings


def _tell(manuscript: Manuscript, known: Known, guess: Guess, found: Diagnostics) -> None:
    """What was guessed, and what couldn't be."""
    half = "年上半年" if guess.period == "上半年" else "年"
    options = (
        ("年度", "--year", known.year, f"{guess.year}{half}" if guess.year else None),
        ("报告主体", "--reporter", known.reporter, guess.reporter),
        ("报送对象", "--delivery", known.delivery, guess.delivery),
    )
    seen = [(name, option, value) for name, option, given, value in options if given is None and value is not None]
    unseen = [(name, option) for name, option, given, value in options if given is None and value is None]
    place = Place(manuscript.file)
    if seen:
        words = "，".join(f"{name}“{value}”" for name, _, value in seen)
        remedy = f"不对的，用 {'、'.join(option for _, option, _ in seen)} 写明，再检查一次"
        found.info("LOAD210", place, f"从标题和文字看是：{words}，按此检查", remedy)
    if unseen:
        words, written = "、".join(name for name, _ in unseen), "、".join(option for _, option in unseen)
        found.info("LOAD211", place, f"看不出{words}，跟它有关的没有检查", f"用 {written} 写明，再检查一次")


def _tell_of_marks(manuscript: Manuscript, found: Diagnostics) -> None:
    lines = with_marks(manuscript)
    if lines:
        message = f"有{len(lines)}段留着排版标记（“**”或者行首的“#”），标题可能认不出来，先从这里看"
        found.warning("LOAD236", lines[0].place, message, "把这些标记删去，再检查一次")


def _check_layout(report: Finished, file: Path, knowledge: Knowledge, found: Diagnostics) -> None:
    from generator.checking.page import check_page, fitting
    from generator.reading.typesetting.facts import read_typeset

    try:
        facts = read_typeset(report.word or report.converted, str(file))
    except PackageError as error:
        refused = of_package(error)
        found.error(refused.code, Place(str(file)), refused.message, refused.remedy)
        return
    profile = fitting(facts, knowledge.styles.values(), knowledge.style)
    check_page(facts, profile, knowledge.checks, found, converted=not report.word)


def annotated_copy(file: Path, found: Diagnostics) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Write the copy with the findings as comments beside the .docx, and say what is to be said of it.

    What hinders it is added to `found`.
    """
    from generator.presenting.word_comments import NoCommentsError, with_comments
    from generator.reading.word import spots_of
    from generator.workflows.copies import put_copy
    from generator.writing.files import reason_in_chinese

    about = [each for each in found if each.place.file == str(file)]
    if file.suffix.lower() not in WORD or not about:
        if about:
            remedy = "先用 WPS 或 Word 另存为 .docx；或者用 --format html 看"
            found.warning("LOAD175", Place(str(file)), "批注只能加在 .docx 文档里，这个文件没有标", remedy)
        return (), ()
    try:
        raw = file.read_bytes()
        target, told = put_copy(file, with_comments(raw, spots_of(raw), about))
    except (RefusedError, PackageError, NoCommentsError):
        remedy = "用 WPS 或 Word 打开，另存为 .docx，再试；或者用 --format html 看"
        found.warning("LOAD212", Place(str(file)), "这个文档的写法特别，加不了批注", remedy)
        return (), ()
    except OSError as error:
        message = f"标出疑点的副本写不进去（{reason_in_chinese(error)}）"
        found.error(
            "LOAD175", Place(str(error.filename or file)), message, "副本若正在 WPS 或 Word 里打开，先关闭，再试"
        )
        return (), ()
    return (target,), (told,) if told else ()
