"""Confidential plans in a file that is meant to be public."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.checks.subject import Check, Outcome, Record, Subject
from woonplan.model.vocabulary import Vertrouwelijkheid
from woonplan.rule import Example, plan_text


def _confidential(subject: Subject) -> Iterator[Outcome]:
    """Yield records that are not marked public in a file that is; not marked is the most restrictive."""
    for deel in subject.dataset.stand.delen:
        if not deel.inhoud.openbaar:
            continue
        for index, plan in enumerate(deel.inhoud.plannen):
            if plan.vertrouwelijkheid is Vertrouwelijkheid.OPENBAAR:
                continue
            record = Record(deel, index, plan)
            if plan.vertrouwelijkheid is None:
                message = "vertrouwelijkheid ontbreekt en geldt dan als gemeente, maar het bestand is openbaar"
                key = "id"
            else:
                message = f"vertrouwelijkheid is {plan.vertrouwelijkheid}, maar het bestand is openbaar"
                key = "vertrouwelijkheid"
            hint = "Haal het plan uit dit bestand; zet alleen 'vertrouwelijkheid: openbaar' als het openbaar mag zijn."
            yield WP506.finding(record, message, hint, key)


def _public(level: str) -> str:
    head = "versie: 1\npeildatum: 2024-01-01\nbron: nota\nopenbaar: true\nplannen:\n"
    return head + plan_text("kade", f"vertrouwelijkheid: {level}")


WP506 = Check(
    code="WP506",
    naam="vertrouwelijk plan in een openbaar bestand",
    wat=(
        "Meldt een record met een andere 'vertrouwelijkheid' dan openbaar in een bestand met 'openbaar: true'. "
        "Ontbreekt de sleutel, dan geldt de strengste (gemeente). Geldt voor alle records, ook bij 'telt_mee: false'."
    ),
    waarom="Een bestand dat openbaar is gemaakt, is niet meer terug te halen.",
    oplossing=(
        "Zet vertrouwelijke plannen in een ander bestand, of geef 'vertrouwelijkheid: openbaar' als het plan openbaar "
        "mag zijn."
    ),
    fout=Example(_public("regio"), 9, 24),
    goed=Example(_public("openbaar")),
    find=_confidential,
)
"""A confidential plan in a file that is meant to be public."""
