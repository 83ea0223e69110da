"""What stands above every answer of `gap`: its title, and the facts of the run for machines."""

from __future__ import annotations

from woonplan.calc.gap import Balance
from woonplan.calc.question import Question
from woonplan.model.dataset import Dataset
from woonplan.report.words import dutch_date, dutch_period
from woonplan.tables import Json


def title(dataset: Dataset, question: Question, balance: Balance) -> str:
    """Return the title: area, reference date, target, and what was left out by choice."""
    area = ", ".join(question.gemeenten) or dataset.gebied.regio.naam
    text = f"{area}: plancapaciteit per {dutch_date(dataset.stand.kop.peildatum)}"
    if dataset.fictief:
        text = f"FICTIEF - {text}"
    if balance.opgave is not None:
        text += f" tegenover {balance.opgave.naam}"
    chosen = sorted(str(s) for s in (*question.statussen, *question.strategieen))
    return f"{text} (alleen {', '.join(chosen)})" if chosen else text


def run_facts(dataset: Dataset, question: Question, balance: Balance, result: Json) -> dict[str, Json]:
    """Return command, inputs with checksums, parameters and results of a run."""
    facts: dict[str, Json] = {
        "opdracht": "gap",
        "titel": title(dataset, question, balance),
        "fictief": dataset.fictief,
        "peildatum": dataset.stand.kop.peildatum,
        "invoer": [{"bestand": i.bestand, "sha256": i.sha256} for i in dataset.invoer],
        "parameters": {
            "gemeente": list(question.gemeenten),
            "status": sorted(str(s) for s in question.statussen),
            "strategie": sorted(str(s) for s in question.strategieen),
            "netto": question.netto,
            "tegen": str(question.tegen),
            "opgave": balance.opgave.id if balance.opgave else None,
            "telling": balance.telling.id if balance.telling else None,
            "periode": dutch_period(balance.telling) if balance.telling else None,
        },
    }
    if result is not None:
        facts["resultaat"] = result
    return facts
