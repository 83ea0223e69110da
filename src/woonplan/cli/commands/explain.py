"""`woonplan explain`: where a number comes from, what a term means, or what a rule of `check` looks at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from woonplan.cli import completion
from woonplan.cli.options import (
    BufferOption,
    DataOption,
    Format,
    FormatOption,
    GemeenteOption,
    OpgaveOption,
    OutputOption,
    PlannenOption,
    SpreidOption,
    StatusOption,
    StrategieOption,
    TellingOption,
    VergelijkOption,
    VertrouwelijkheidOption,
    whole,
)
from woonplan.cli.streams import NoWorkError
from woonplan.diagnostics import quote

if TYPE_CHECKING:
    from woonplan.cli.choices import Asked
    from woonplan.tables.document import Document


def explain(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAAM",
            autocompletion=completion.explainable,
            help="Een getal (gap.saldo, gap.jaar.2025.hard, report.2020.dekking.totaal.dekking, "
            "reconcile.dekking.ambitie.verschil, list.gemeenten.totaal.plannen), een begrip (hard), een afspraak "
            "(actie 8), een regel (WP401). Zonder naam: wat er uit te leggen is.",
        ),
    ] = None,
    depth: Annotated[
        int,
        typer.Option(
            "--depth",
            metavar="AANTAL",
            parser=whole("--depth", 0, 20),
            help="Hoeveel lagen van delen, 0 tot en met 20.",
        ),
    ] = 1,
    data: DataOption = Path("data"),
    plannen: PlannenOption = None,
    gemeente: GemeenteOption = None,
    status: StatusOption = None,
    strategie: StrategieOption = None,
    netto: Annotated[bool, typer.Option("--netto", help="Als bij gap.")] = False,
    tegen: Annotated[
        str, typer.Option("--tegen", metavar="WAT", autocompletion=completion.TEGEN, help="Als bij gap.")
    ] = "ambitie",
    opgave: OpgaveOption = None,
    telling: TellingOption = None,
    spreid: SpreidOption = False,
    buffer: BufferOption = None,
    vertrouwelijkheid: VertrouwelijkheidOption = None,
    vergelijk: VergelijkOption = None,
    format: FormatOption = Format.TABLE,  # noqa: A002 - the option's name
    output: OutputOption = None,
) -> None:
    """Leg een getal uit een tabel uit, een begrip, of een regel van `check`.

    Van een getal: formule, delen, bronnen, bestand en regel. Het heet naar zijn tabel: gap.RIJ, gap.GEMEENTE.KOLOM,
    gap.INDELING.GROEP.KOLOM; van `gap --by jaar` gap.jaar.JAAR.KOLOM, gap.jaar.tempo.TELLING.KOLOM,
    gap.jaar.schema.RIJ, gap.jaar.voorraad.RIJ en gap.jaar.dekking.RIJ; van een rapport report.JAAR.TABEL.RIJ.KOLOM.
    Tabel, rij en kolom mogen er staan als in de csv; een uitleg heeft beide grenzen, dus _ondergrens en _bovengrens
    maken geen verschil. Een getal van een rapport wordt uitgelegd met wat iedereen mag zien, een ander met alle
    plannen; --vertrouwelijkheid kiest.

    Van een vergelijking diff.totalen.OORZAAK.KOLOM, diff.gemeenten.GEMEENTE.KOLOM, diff.oorzaken.GEMEENTE.OORZAAK.KOLOM
    en diff.plannen.ID.KOLOM, met de oude kant in --vergelijk.

    Van de controle van de bron reconcile.VERGELIJKING.bron, .berekend en .verschil. Van een lijst wat berekend is:
    list.gemeenten.GEMEENTE.KOLOM, list.plannen.ID.restant, list.opgaven.ID.woningen, en de tellingen eronder, zoals
    list.plannen.records en list.acties.teksten (van alle acties). Wat een plan van zichzelf zegt staat bij zijn id.

    Voorbeelden:

    \b
      woonplan explain
      woonplan explain gap.jaar
      woonplan explain gap.nog_hard_te_maken
      woonplan explain gap.enschede.hard --plannen data/plannen-2021.yaml
      woonplan explain gap.strategie.stedelijk_wonen.hard --depth 3
      woonplan explain gap.jaar.schema.inhalen_rest --plannen data/plannen-2021.yaml
      woonplan explain gap.jaar.dekking.hard --buffer 30
      woonplan explain report.2020.dekking.totaal.dekking
      woonplan explain reconcile.behoefte_en_extra.verschil
      woonplan explain list.gemeenten.enschede.netto_toegevoegd
      woonplan explain diff.totalen.verschil.hard --vergelijk HEAD~1
      woonplan explain sp-losser-wonen-en-zorg
      woonplan explain 1C
      woonplan explain WP401
      woonplan explain "actie 26"
      woonplan explain lokale_behoefte
    """
    from woonplan.calc.question import Tegen
    from woonplan.cli.choices import Asked, readers, value
    from woonplan.cli.delivery import deliver
    from woonplan.cli.numbers import explain_choice, explain_number
    from woonplan.cli.session import register_if_any
    from woonplan.report.terms import begrip_document, find_begrip
    from woonplan.rule import is_code, is_group

    wrong: list[str] = []
    asked = Asked(data=data, plannen=plannen, vertrouwelijkheid=vertrouwelijkheid)
    begrip = find_begrip(name or "")
    target = value(Tegen, tegen, "--tegen", wrong) or Tegen.AMBITIE
    if name is not None and is_code(name):
        document = _rule(name)
    elif name is not None and begrip is not None:
        document = begrip_document(begrip, name, register_if_any(data, plannen, readers(asked)))
    elif name is not None and (agreement := _agreement(name, asked)) is not None:
        document = agreement
    elif wrong:
        raise NoWorkError(*wrong)
    else:
        asked = asked._replace(
            gemeenten=gemeente,
            statussen=status,
            strategieen=strategie,
            opgaven=opgave,
            telling=telling,
            netto=netto,
            tegen=target,
            spreid=spreid,
            buffer=buffer,
            vergelijk=vergelijk,
        )
        try:
            document = explain_choice(asked) if name is None else explain_number(name, asked, depth)
        except NoWorkError as refusal:
            # Only now: the id of a plan may look like that as well.
            if name is None or not refusal.args or not is_group(name):
                raise
            raise NoWorkError(_group(name)) from None
    deliver(document, format, output)


def _agreement(name: str, asked: Asked) -> Document | None:
    """Return what was agreed under a name (`actie 8`, `afspraak participatie`); None for a name of something else."""
    word, _, key = name.strip().partition(" ")
    if word.casefold() not in ("actie", "afspraak") or not key.strip():
        return None
    from woonplan.cli.beside import open_actions
    from woonplan.cli.choices import open_view
    from woonplan.report.lists.agreement import agreement_document

    dataset = open_view(asked).dataset
    document = agreement_document(dataset, *open_actions(asked.data, dataset), key.strip())
    if document is None:
        raise NoWorkError(f"{quote(name)} staat niet in agenda.yaml. Zie 'woonplan list acties'.")
    return document


def _rule(code: str) -> Document:
    from woonplan.checks.document import rule_document

    document = rule_document(code)
    if document is None:
        raise NoWorkError(f"regel {quote(code)} bestaat niet. Zie 'woonplan list regels'.")
    return document


def _group(name: str) -> str:
    """Return what to say of a name that stands for all rules whose codes begin with it."""
    from woonplan.checks.registry import every_rule

    codes = [rule.code for rule in every_rule() if rule.code.startswith(name.strip().upper())]
    if not codes:
        return f"er is geen regel waarvan de code met {quote(name)} begint. Zie 'woonplan list regels'."
    return f"{quote(name)} is een groep regels ({', '.join(codes)}). Vraag er een, of zie 'woonplan list regels'."
