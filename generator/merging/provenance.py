"""What is remembered of a collecting: who gave which figure, in which file and cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.diagnostics import Place
from generator.merging.changes import before
from generator.merging.others import Answer
from generator.merging.sent import Sent
from generator.models.collection import OTHER_DATA, Collection, Material, Merged
from generator.models.delivery import Period
from generator.models.provenance import (
    ChosenForm,
    Listed,
    Provenance,
    ReceivedForm,
    SourcedDatum,
    SourcedFigure,
    SourcedPromise,
    SourcePart,
)


def provenance(
    collection: Collection,
    period: Period,
    sent: Iterable[Sent],
    promised: Iterable[Answer],
    last: Provenance | None,
    chosen: Mapping[str, ChosenForm],
    listed: Listed,
) -> Provenance:
    """Everything in the order of units and catalogue, so that the same forms are remembered alike."""
    data = [each for each in collection.materials if each.kind == OTHER_DATA]
    return Provenance(
        year=collection.year,
        period=period,
        forms=[
            ReceivedForm(unit=e.unit, file=e.file, number=e.number, modified=e.modified, digest=e.digest) for e in sent
        ],
        figures={figure.ref: _figure(figure) for figure in collection.figures},
        ticked={topic: sorted(names) for topic, names in collection.ticked.items() if names},
        promises={
            each.item: SourcedPromise(
                result=each.result,
                reason=each.reason,
                parts=[_part(m, m.fields.get("结果", "")) for m in each.materials],
            )
            for each in promised
        },
        others={
            each.fields.get("名称", ""): SourcedDatum(
                value=each.fields.get("值", ""), parts=[_part(each, each.fields.get("值", ""))]
            )
            for each in data
        },
        before=dict(before(collection.figures, last)),
        chosen=dict(chosen),
        listed=listed,
    )


def _figure(figure: Merged) -> SourcedFigure:
    parts = [
        SourcePart(
            **_where(part.place),
            unit=part.unit,
            value=part.quantity.printed if part.quantity is not None else "",
            share=part.share,
            why=part.why,
        )
        for part in figure.parts
    ]
    value = figure.quantity.printed if figure.quantity is not None else ""
    return SourcedFigure(value=value, rule=figure.rule, parts=parts, silent=list(figure.silent))


def _part(material: Material, value: str) -> SourcePart:
    return SourcePart(**_where(material.place), unit=material.unit, value=value, share="计入")


def _where(place: Place) -> dict[str, str]:
    return {"file": place.file, "sheet": place.sheet or "", "cell": place.cell or ""}
