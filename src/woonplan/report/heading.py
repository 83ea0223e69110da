"""What stands above every answer of `gap`: its title, and the facts of the run for machines."""

from __future__ import annotations

from collections.abc import Iterable

from woonplan.calc.view import View
from woonplan.model.dataset import Dataset
from woonplan.model.stand import Invoer
from woonplan.report.words import dutch_date, dutch_period
from woonplan.tables import Json


def title(view: View) -> str:
    """Return the title: area, reference date, target, and what was left out by choice."""
    dataset, question = view.dataset, view.question
    area = ", ".join(question.gemeenten) or dataset.gebied.regio.naam
    target = f" tegenover {view.opgave.naam}" if view.opgave else ""
    chosen = sorted(str(s) for s in (*question.statussen, *question.strategieen))
    only = f" (alleen {', '.join(chosen)})" if chosen else ""
    date = dutch_date(dataset.stand.kop.peildatum)
    return marked(dataset, f"{area}: plancapaciteit per {date}{target}{only}")


def marked(dataset: Dataset, text: str) -> str:
    """Return a title with the mark of a register that is invented."""
    return f"FICTIEF - {text}" if dataset.fictief else text


def run_facts(view: View) -> dict[str, Json]:
    """Return command, inputs with checksums, and parameters of a run."""
    dataset, question, telling = view.dataset, view.question, view.telling
    return {
        "opdracht": "gap",
        "titel": title(view),
        "fictief": dataset.fictief,
        "peildatum": dataset.stand.kop.peildatum,
        "invoer": inputs_json(dataset.invoer),
        "parameters": {
            "gemeente": list(question.gemeenten),
            "status": sorted(str(s) for s in question.statussen),
            "strategie": sorted(str(s) for s in question.strategieen),
            "netto": question.netto,
            "tegen": str(question.tegen),
            "opgave": view.opgave.id if view.opgave else None,
            "telling": telling.id if telling else None,
            "periode": dutch_period(telling) if telling else None,
        },
    }


def inputs_json(invoer: Iterable[Invoer]) -> Json:
    """Return the input files with their checksums."""
    return [{"bestand": i.bestand, "sha256": i.sha256} for i in invoer]
