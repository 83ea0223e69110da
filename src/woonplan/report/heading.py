"""What stands above every answer: its title, whose plans are in it, and the facts of the run for machines."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from woonplan.calc.confidential import not_public
from woonplan.calc.view import View
from woonplan.model.dataset import Dataset
from woonplan.model.stand import Invoer
from woonplan.model.vocabulary import Vertrouwelijkheid
from woonplan.report.cells import when
from woonplan.report.words import dutch_date, dutch_period, spoken
from woonplan.tables.cell import Json, Key
from woonplan.tables.document import Note, NoteKind
from woonplan.tables.table import Row


def title(view: View) -> str:
    """Return the title: area, reference date, target, and what was left out by choice."""
    dataset, question = view.dataset, view.question
    area = ", ".join(question.gemeenten) or dataset.gebied.regio.naam
    target = f" tegenover {view.opgave.naam}" if view.opgave else ""
    chosen = sorted(spoken(s) for s in (*question.statussen, *question.strategieen))
    date = dutch_date(dataset.stand.kop.peildatum)
    return marked(dataset, f"{area}: plancapaciteit per {date}{target}{whose(dataset, chosen)}")


def marked(dataset: Dataset, text: str) -> str:
    """Return a title with the mark of a register that is invented."""
    return f"FICTIEF - {text}" if dataset.fictief else text


def plans_of(dataset: Dataset) -> str:
    """Return which plans readers see: `openbare plannen`, `plannen tot en met niveau regio`, `alle plannen`."""
    if dataset.niveau is Vertrouwelijkheid.GEMEENTE:
        return "alle plannen"
    public = dataset.niveau is Vertrouwelijkheid.OPENBAAR
    return "openbare plannen" if public else f"plannen tot en met niveau {dataset.niveau}"


def whose(dataset: Dataset, chosen: Collection[str] = ()) -> str:
    """Return the end of a title: what was ``chosen``, which plans are in it, and how many of those are not public."""
    only, closed = f"alleen {', '.join(chosen)}; " if chosen else "", not_public(dataset)
    return f" ({only}{plans_of(dataset)}{f', waarvan {closed} niet openbaar' if closed else ''})"


def saldo_row(dataset: Dataset, row: Row) -> Row:
    """Return the row of a balance that says whose plans it is of: without the hidden ones it is not the region's."""
    label, *cells = row.cells
    return row._replace(cells=(f"{label} van de {plans_of(dataset)}", *cells)) if dataset.verborgen else row


def unseen(*datasets: Dataset) -> tuple[Note, ...]:
    """Return what readers do not see, where plans were left out of one of the registers."""
    text = (
        f"plannen boven dit niveau ({datasets[0].niveau}) zijn niet getoond en tellen nergens mee; saldo, tekort en "
        "dekking zijn die van de zichtbare plannen. Gepubliceerde totalen staan er daarom niet naast."
    )
    return when(any(dataset.verborgen for dataset in datasets), Note(NoteKind.LET_OP, text))


def run_facts(view: View) -> dict[str, Json]:
    """Return command, inputs with checksums, and parameters of a run."""
    dataset, question, telling = view.dataset, view.question, view.telling
    return {
        "opdracht": "gap",
        "titel": title(view),
        "fictief": dataset.fictief,
        "peildatum": dataset.stand.kop.peildatum,
        **seen_json(dataset),
        "invoer": inputs_json(dataset),
        "parameters": {
            "gemeente": list(question.gemeenten),
            "status": sorted(str(s) for s in question.statussen),
            "strategie": sorted(Key(s) for s in question.strategieen),
            "netto": question.netto,
            "tegen": str(question.tegen),
            "opgave": view.opgave.id if view.opgave else None,
            "telling": telling.id if telling else None,
            "periode": dutch_period(telling) if telling else None,
        },
    }


def seen_json(*datasets: Dataset) -> dict[str, Json]:
    """Return for whom it is: the level, how many of the plans are not public, and whether none was left out."""
    return {
        "vertrouwelijkheid": str(datasets[0].niveau),
        "niet_openbaar": not_public(datasets[0]),
        "volledig_getoond": not any(dataset.verborgen for dataset in datasets),
    }


def inputs(datasets: Iterable[Dataset], *beside: Invoer | None) -> tuple[tuple[Invoer, bool], ...]:
    """Return the input files, each once, and of each whether only what readers may see of it was used.

    That is said of every plan file or of none: which of them hold hidden plans is hidden too.
    """
    found = {
        i.bestand: (i, one.verborgen and i not in (one.gebied_invoer, *one.naast))
        for one in datasets
        for i in one.invoer
    }
    found |= {i.bestand: (i, False) for i in beside if i is not None}
    return tuple(found.values())


def inputs_json(*datasets: Dataset, beside: Invoer | None = None) -> Json:
    """Return the input files with their checksums."""
    return [
        {"bestand": invoer.bestand, "sha256": invoer.sha256, **({"deel": "zichtbaar"} if part else {})}
        for invoer, part in inputs(datasets, beside)
    ]
