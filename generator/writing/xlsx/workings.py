"""What the live checks of a form stand on: the figures' workings, and the sheet 勾稽核对 with every relation.

Sheets of figures tell where their figures are; when all are known, the relations are written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from openpyxl.formatting.rule import Rule
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.models.catalogue import RelationText, Topic
from generator.models.form import CHECKS_SHEET, NOT_APPLICABLE, WORKINGS_SHEET, figure_key
from generator.models.form_plan import Form
from generator.models.relation import Relation, Term
from generator.writing.xlsx import cells, formulas, styles
from generator.writing.xlsx.cells import KEY, put, put_formula, reference
from generator.writing.xlsx.formulas import BLANK, EXCUSED, FAILS, HOLDS, NUMBER, ODD, OTHER, Cells
from generator.writing.xlsx.pages import Column, freeze, headline, new_sheet, protect, set_keys, set_pages

_TITLE, _HEAD_ROW, _STATE_COLUMN, _CODE_COLUMN = CHECKS_SHEET, 3, 7, 8
_COLUMNS = (
    Column("序", 6), Column("主题", 16), Column("勾稽关系", 58), Column("左边", 12), Column("右边", 12),
    Column("结果", 9), Column("编号", 10),
)  # fmt: skip
VERDICT_WIDTH = 28
_FORMULA_LIMIT = 8000
_MOST_NESTED = 30


@dataclass(frozen=True)
class Location:
    """The cells of an indicator: this year's, last year's, the reason why it doesn't apply, the base of a rate."""

    now: str
    last: str = ""
    excused: str = ""
    base: str = ""


@dataclass(frozen=True)
class _Line:
    """A relation with its formulas; `of` is the figure at whose row it is shown."""

    topic: Topic
    words: str
    left: str
    right: str
    status: str
    of: str
    code: str = ""


class Workings:
    """The hidden sheet of workings, a row for each figure that a relation speaks of."""

    def __init__(self, book: Workbook, form: Form) -> None:
        self._book, self._form = book, form
        self._sheet: Worksheet = book.create_sheet(WORKINGS_SHEET)
        self._sheet.sheet_state = "veryHidden"
        self._places: dict[tuple[str, str], Location] = {}
        self._ticks: dict[tuple[str, str], str] = {}
        self._made: dict[tuple[str, str, bool], Cells] = {}
        self._watching: list[tuple[Worksheet, int, Sequence[tuple[str, int]]]] = []
        self._summing: list[tuple[Worksheet, int, int, str]] = []
        self._leading: dict[str, tuple[str, str]] = {}
        self._reddening: list[tuple[Worksheet, Mapping[str, str]]] = []

    def locate(self, topic: str, indicator: str, location: Location) -> None:
        self._places[topic, indicator] = location

    def tick(self, topic: str, statement: str, cell: str) -> None:
        self._ticks[topic, statement] = cell

    def lead(self, key: str, figure: str, ticked: str) -> None:
        """A figure counts only of the unit that leads: with a value in one cell, the other must say 是 or 否."""
        self._leading[key] = (figure, ticked)

    def watch(self, sheet: Worksheet, column: int, rows: Sequence[tuple[str, int]]) -> None:
        """The verdict on a figure goes into this column of its row."""
        self._watching.append((sheet, column, rows))

    def sum_up(self, sheet: Worksheet, row: int, column: int, topic: str) -> None:
        """How many relations of a topic fail goes into this cell."""
        self._summing.append((sheet, row, column, topic))

    def redden(self, sheet: Worksheet, places: Mapping[str, str]) -> None:
        """These cells, by figure, turn red while a relation that begins with the figure fails."""
        self._reddening.append((sheet, places))

    def finish(self) -> None:
        """Write the relations, and what the other sheets show of them."""
        lines = list(self._lines())
        states: dict[str, list[tuple[str, str]]] = defaultdict(list)
        topics: dict[str, list[str]] = defaultdict(list)
        if lines:
            for line, state, words in self._relations_sheet(lines):
                states[line.of].append((state, words))
                topics[line.topic.名称].append(state)
        longest = {line.of: [each.words for each in lines if each.of == line.of] for line in lines}
        for sheet, column, rows in self._watching:
            for key, row in rows:
                if states[key] or key in self._leading:
                    put_formula(sheet, row, column, _verdict(states[key], self._leading.get(key)), _VERDICT)
                    _make_room(sheet, row, max([*longest.get(key, []), _ASK], key=len))
        for sheet, row, column, topic in self._summing:
            if topics[topic]:
                put_formula(sheet, row, column, _summary(topics[topic]), _SUMMARY)
        for sheet, places in self._reddening:
            _redden(sheet, places, states)
        self._sheet.protection.sheet = True

    def _lines(self) -> Iterator[_Line]:
        for topic in self._form.topics():
            for entry, relation in self._form.catalogue.relations(topic.名称):
                line = self._line(topic, entry, relation)
                if line is not None:
                    yield line
            yield from self._rates(topic)

    def _line(self, topic: Topic, entry: RelationText, relation: Relation) -> _Line | None:
        """A relation with formulas; none when a figure isn't in this form, or the formula would be too long."""
        if not all(self._is_there(term) for term in relation.terms()):
            return None
        condition = self._ticks.get((topic.名称, entry.条件), "")
        if entry.条件 and not condition:
            return None
        status = formulas.status(relation, self._find, condition, ODD if entry.提醒 else FAILS)
        if len(status) > _FORMULA_LIMIT:
            return None
        left, right = formulas.worth(relation.left, self._find), formulas.worth(relation.right, self._find)
        terms = [term for term in relation.terms() if not term.last_year and term.topic == topic.名称]
        of = figure_key(terms[0].topic, terms[0].indicator) if terms else ""
        return _Line(topic, entry.说明, left, right, status, of, entry.码)

    def _rates(self, topic: Topic) -> Iterator[_Line]:
        for name, entry in topic.指标.items():
            parts = [Term(each, topic.名称) for each in (name, entry.分子, *entry.口径)]
            if entry.性质 != "比率" or not entry.分子 or not entry.口径 or not all(map(self._is_there, parts)):
                continue
            rate, numerator, *bases = (self._find(part) for part in parts)
            chosen = self._places[topic.名称, name].base
            status = formulas.rate_status(rate, numerator, list(zip(entry.口径, bases, strict=True)), chosen)
            words = f"{entry.标签}应当等于{entry.分子}除以{'或'.join(entry.口径)}，不超过100%"
            share = f'IF({bases[0].said}>0,ROUND(100*{numerator.said}/{bases[0].said},2),"")'
            yield _Line(topic, words, rate.said, share, status, figure_key(topic.名称, name))

    def _is_there(self, term: Term) -> bool:
        place = self._places.get((term.topic, term.indicator))
        return place is not None and bool(place.last if term.last_year else place.now)

    def _find(self, term: Term) -> Cells:
        key = (term.topic, term.indicator, term.last_year)
        if key not in self._made:
            self._made[key] = self._work_out(term)
        return self._made[key]

    def _work_out(self, term: Term) -> Cells:
        """The row of workings of a figure."""
        sheet, row = self._sheet, len(self._made) + 1
        place = self._places[term.topic, term.indicator]
        cell = place.last if term.last_year else place.now
        entry = self._form.catalogue.indicator(term.topic, term.indicator)
        is_rate = entry is not None and entry.性质 == "比率"
        put(sheet, row, 1, f"{term.topic}.{term.indicator}{'@上年' * term.last_year}", KEY)
        state, said, step, low, high, digits = (reference(sheet, row, column) for column in range(2, 8))
        excused = "" if term.last_year else place.excused
        put_formula(sheet, row, 2, _state(cell, excused, is_rate=is_rate), KEY)
        put_formula(sheet, row, 3, f'IF({state}="{NUMBER}",{_number(cell) if is_rate else cell},0)', KEY)
        put_formula(sheet, row, 4, _step(said, digits, is_rate=is_rate), KEY)
        exact = f"OR({said}=0,{said}=100)" if is_rate else f"{step}=0"
        below = f"{said}-IF({said}<0,0.999,0.5)*{step}"
        above = f"{said}+IF({said}<0,0.5,0.999)*{step}"
        put_formula(sheet, row, 5, f"IF({exact},{said},{below})", KEY)
        put_formula(sheet, row, 6, f"IF({exact},{said},{above})", KEY)
        put_formula(sheet, row, 7, _digits(cell), KEY)
        return Cells(state, said, low, high)

    def _relations_sheet(self, lines: Sequence[_Line]) -> Iterator[tuple[_Line, str, str]]:
        """The relations one below the other; the cells of each one's state and words."""
        sheet = new_sheet(self._book, _TITLE)
        set_keys(sheet, "说明", "", _COLUMNS)
        headline(sheet, f"{self._form.span}数据勾稽关系核对", len(_COLUMNS))
        for number, each in enumerate(_COLUMNS, start=2):
            put(sheet, _HEAD_ROW, number, each.head, cells.HEAD)
        sheet.row_dimensions[_HEAD_ROW].height = 24
        for row, line in enumerate(lines, start=_HEAD_ROW + 1):
            state = reference(sheet, row, _STATE_COLUMN)
            put(sheet, row, 2, row - _HEAD_ROW, cells.UNIT)
            put(sheet, row, 3, line.topic.标签)
            words = put(sheet, row, 4, line.words)
            for column, side in ((5, line.left), (6, line.right)):
                put_formula(sheet, row, column, f'IF({state}="未核","",{side})', cells.LAST_YEAR)
            put_formula(sheet, row, _STATE_COLUMN, line.status, cells.BLANK)
            put(sheet, row, _CODE_COLUMN, line.code, cells.UNIT)
            sheet.row_dimensions[row].height = styles.height_of((line.words, 58), (line.topic.标签, 16))
            yield line, state, reference(sheet, row, words.column)
        last = _HEAD_ROW + len(lines)
        rule = Rule(type="expression", dxf=styles.FAILING, formula=[f'$G{_HEAD_ROW + 1}="{FAILS}"'])
        sheet.conditional_formatting.add(f"B{_HEAD_ROW + 1}:H{last}", rule)
        freeze(sheet, _HEAD_ROW + 1, 2)
        protect(sheet)
        set_pages(sheet, self._form, (last, len(_COLUMNS) + 1), landscape=False, head=_HEAD_ROW)


_ASK = "在“是否牵头”栏选是或否，不选的可能不计入全县"
_VERDICT = cells.Look(styles.SMALL, styles.LOCKED_FILL, styles.LEFT)
_SUMMARY = cells.Look(styles.WARNING, None, styles.LEFT, None)


def _verdict(found: Sequence[tuple[str, str]], leading: tuple[str, str] | None) -> str:
    """The first relation that fails, in words, or the first reminder; √ when some were held and all hold.

    Who leads is asked when nothing fails: a figure without an answer breaks no rule, it is left out of the total.
    """
    held = ",".join(f'{state}="{HOLDS}"' for state, _ in found)
    formula = f'IF(OR({held}),"√","")' if found else '""'
    if leading is not None:
        formula = f'IF(AND(TRIM({leading[0]})<>"",TRIM({leading[1]})=""),"△{_ASK}",{formula})'
    for word, sign in ((ODD, "△"), (FAILS, "×")):
        for state, words in reversed(found[:_MOST_NESTED]):
            formula = f'IF({state}="{word}","{sign}"&{words},{formula})'
    return formula


def _make_room(sheet: Worksheet, row: int, words: str) -> None:
    """A row grows for the words that may come to stand in it: no program makes it higher when they appear."""
    least = sheet.row_dimensions[row].height or 0
    sheet.row_dimensions[row].height = styles.height_of((words, VERDICT_WIDTH * 10.5 / 9), least=least, line=12.5)


def _redden(sheet: Worksheet, places: Mapping[str, str], states: Mapping[str, Sequence[tuple[str, str]]]) -> None:
    for key, place in places.items():
        if states.get(key):
            failing = ",".join(f'{state}="{FAILS}"' for state, _ in states[key])
            rule = Rule(type="expression", dxf=styles.FAILING, formula=[f"OR({failing})"])
            sheet.conditional_formatting.add(place.rpartition("!")[2].replace("$", ""), rule)


def _summary(states: Sequence[str]) -> str:
    failing = "+".join(f'({state}="{FAILS}")' for state in states)
    return f'IF({failing}>0,"× 有"&({failing})&"处勾稽不符，见“{_TITLE}”表","")'


def _state(cell: str, excused: str, *, is_rate: bool) -> str:
    """数, 空, 不适用 or 文 (anything that is no plain number)."""
    is_number = f"ISNUMBER({_number(cell)})" if is_rate else f"ISNUMBER({cell})"
    excuses = f'OR(TRIM({cell})="{NOT_APPLICABLE}",TRIM({excused})<>"")' if excused else f'{cell}="{NOT_APPLICABLE}"'
    words = f'IF({excuses},"{EXCUSED}",IF(TRIM({cell})="","{BLANK}","{OTHER}"))'
    return f'IF(TRIM({cell})="",{words},IF({is_number},"{NUMBER}",{words}))'


def _number(cell: str) -> str:
    """A rate in per cent, however it was typed: 62, 62%, or the text 62.0%."""
    text = f'VALUE(SUBSTITUTE(SUBSTITUTE({cell},"%",""),"％",""))'
    shown_as_rate = f'LEFT(CELL("format",{cell}),1)="P"'
    return f'IF(ISNUMBER({cell}),{cell}*IF({shown_as_rate},100,1),IFERROR({text},""))'


def _digits(cell: str) -> str:
    """How many decimals the cell's own format shows; of a text how many were typed."""
    form = f'CELL("format",{cell})'
    shown = f'IF(ISERROR(FIND(LEFT({form},1),"F,P")),0,IFERROR(VALUE(MID({form},2,1)),0))'
    typed = f'IF(ISERROR(FIND(".",{cell})),0,LEN(SUBSTITUTE({cell},"%",""))-FIND(".",{cell}))'
    return f"IF(ISNUMBER({cell}),{shown},{typed})"


def _step(said: str, digits: str, *, is_rate: bool) -> str:
    """The worth of one in the last digit; 0 for a whole number, of which nothing was rounded off."""
    places = "".join(f"IF(ABS(ROUND({said},{n})-{said})<1E-9,{10**-n:.6f}," for n in range(1, 6))
    own = f"IF({said}=INT({said}),{1 if is_rate else 0},{places}0.000001{')' * 6}"
    return f"IF({digits}>0,10^-{digits},{own})"
