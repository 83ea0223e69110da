"""Everything that plan files refer to, and the reason that a record must have when it does not count."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.diagnostics import Diagnostic, Severity, quote
from woonplan.load.context import Listed, PlanRow
from woonplan.load.references.aggregates import part
from woonplan.load.references.areas import WP201, no_gemeente, plan_area
from woonplan.load.references.history import own_history
from woonplan.load.references.names import WP202, WP203, Block, no_source, unlisted
from woonplan.load.references.statuses import header_definition
from woonplan.load.references.tijd import gone
from woonplan.model.base import folded
from woonplan.model.dataset import Dataset
from woonplan.model.stand import Standdeel
from woonplan.rule import Example, Rule, plan_text

_HEAD = "versie: 1\npeildatum: 2024-01-01\nbron: nota\n"

WP213 = Rule(
    code="WP213",
    naam="telt niet mee zonder reden",
    wat="Een plan heeft 'telt_mee: false', maar geen reden.",
    waarom="Een plan dat buiten de optelling blijft moet uit te leggen zijn aan wie de optelling controleert.",
    oplossing="Voeg 'reden: ...' toe, of haal 'telt_mee: false' weg.",
    hint="Voeg 'reden: ...' toe.",
    fout=Example(plan_text("beekstraat", "telt_mee: false"), 4, 15),
    goed=Example(plan_text("beekstraat", "telt_mee: false", "reden: Omvang en status staan niet in de bron.")),
)
"""Left out of sums without a reason."""

WP220 = Rule(
    code="WP220",
    naam="reden bij een plan dat meetelt",
    wat="Een plan heeft een 'reden', maar geen 'telt_mee: false': het telt gewoon mee.",
    waarom="Wie een reden opschrijft, bedoelt bijna altijd dat het plan buiten de optelling blijft; nu telt het toch.",
    oplossing="Voeg 'telt_mee: false' toe, of zet de tekst bij 'opmerkingen'.",
    fout=Example(plan_text("beekstraat", "reden: Omvang staat niet in de bron."), 4, 5),
    goed=Example(plan_text("beekstraat", "telt_mee: false", "reden: Omvang staat niet in de bron.")),
    severity=Severity.WAARSCHUWING,
)
"""A reason for something that counts."""


WP225 = Rule(
    code="WP225",
    naam="onvolledig en toch niet",
    wat="Een bestand zegt waarom of van welke gemeenten plannen ontbreken, maar niet dat het onvolledig is.",
    waarom="Wie opschrijft wat ontbreekt, bedoelt dat de stand onvolledig is; anders zegt geen tabel het erbij.",
    oplossing="Zet 'volledig: false', of haal de reden weg; bij 'onvolledig' mag 'volledig' ook ontbreken.",
    fout=Example(f"{_HEAD}volledig: true\nvolledig_reden: Twee gemeenten leverden niet\nplannen: []\n", 5, 1),
    goed=Example(f"{_HEAD}volledig: false\nvolledig_reden: Twee gemeenten leverden niet\nplannen: []\n"),
    severity=Severity.WAARSCHUWING,
)
"""A file that says why it is not complete, and not that it is."""


def plan_references(rows: list[PlanRow], listed: Listed, dataset: Dataset | None) -> Iterator[Diagnostic]:
    """Yield what is wrong with the references of plans.

    Args:
        rows: All records of the register state.
        listed: The names of `gemeenten.yaml`.
        dataset: The register with the state, where that can be made.
    """
    first: dict[str, PlanRow] = {}
    for row in rows:
        earlier = first.setdefault(row.plan.id, row)
        if earlier is not row and "id" not in row.unread:
            message = (
                f"id {quote(row.plan.id)} staat dubbel (eerder op {earlier.standdeel.place(earlier.number, 'id')})"
            )
            yield row.finding(WP202, message, "id", hint="Geef elk plan een eigen id.")
        yield from plan_area(row, listed, dataset)
        # A record that names a document is of a kind that has the same one, and the kind is at hand.
        if row.kind.bron not in listed.bronnen and listed.complete and (bron := row.plan.bron) is not None:
            yield row.finding(WP203, no_source(bron), "bron", hint=listed.suggest(bron, listed.bronnen))
        yield from own_history(row)
        # A record has a reason when it does not count, and only then.
        if row.kind.telt_mee is row.kind.has_reason and row.unread.isdisjoint(("telt_mee", "reden")):
            if row.kind.telt_mee:
                yield row.finding(WP220, "reden staat er, maar het plan telt gewoon mee", "reden", key=True)
            else:
                yield row.finding(WP213, "'telt_mee: false' staat er zonder reden", "telt_mee")
    wholes = [row.plan.id for row in rows if row.kind.aggregate]
    for row in rows:
        if row.kind.is_part:
            yield from part(row, first, wholes, listed)


def header_references(standdeel: Standdeel, listed: Listed) -> Iterator[Diagnostic]:
    """Yield what is wrong with the references in the head of a plan file, and of its control totals."""
    if listed.complete:
        blocks: list[Block] = [((), standdeel.inhoud)]
        blocks += ((("controle", i), controle) for i, controle in enumerate(standdeel.inhoud.controle))
        yield from unlisted(blocks, standdeel.invoer.positions, listed.bronnen, suggest=listed.suggest)
        yield from header_definition(standdeel, listed)
        for name in standdeel.inhoud.onvolledig:
            if folded(name) not in listed.gemeenten and folded(name) not in listed.nu:
                place = standdeel.invoer.positions.place(("onvolledig", name), key=True)
                yield WP201.at(place, no_gemeente(name), gone(name) or listed.suggest(name, listed.names))
    inhoud = standdeel.inhoud
    key = "volledig_reden" if inhoud.volledig_reden is not None else "onvolledig"
    if (inhoud.volledig_reden is not None and inhoud.volledig is not False) or (inhoud.onvolledig and inhoud.volledig):
        message = f"'{key}' staat er, maar 'volledig' is niet false"
        yield WP225.at(standdeel.invoer.positions.place((key,), key=True), message)
