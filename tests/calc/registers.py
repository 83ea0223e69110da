"""Registers made up by hypothesis: three municipalities, a regional aggregate, plans of every kind."""

from __future__ import annotations

from hypothesis import strategies as st

from woonplan.model.dataset import Dataset
from woonplan.model.gemeente import Gemeentenbestand
from woonplan.model.plan import Plan, Plannenbestand
from woonplan.model.stand import Deel, Invoer, Stand

GEBIED = Gemeentenbestand.model_validate(
    {
        "versie": 1,
        "regio": {"naam": "Dal", "provincie": "Veld"},
        "bronnen": [{"id": "nota", "titel": "Nota"}],
        "opgaven": [
            {
                "id": "nota",
                "naam": "Nota",
                "standaard": True,
                "bron": "nota",
                "tellingen": [{"id": "tien", "van": "2020-01-01", "tot": "2030-01-01", "standaard": True}],
                "uitspraken": [
                    {
                        "id": "ambitie",
                        "soort": "ambitie",
                        "gebruikt": True,
                        "regio": "Dal",
                        "woningen_min": 500,
                        "woningen_max": 700,
                    },
                    {"id": "ambitie-aa", "soort": "ambitie", "gebruikt": True, "gemeente": "Aa", "woningen": 100},
                ],
            }
        ],
        "gemeenten": [
            {"naam": "Aa", "code": "GM0001", "positie": "stedelijk"},
            {"naam": "Bee", "code": "GM0002"},
            {"naam": "Cee", "code": "GM0003", "positie": "landelijk_lokaal"},
        ],
    }
)

homes = st.integers(0, 400)
years = st.sampled_from(["2021", "2025", "2029", "2031", "2028-2032", "onbekend"])


@st.composite
def plans(draw: st.DrawFn, *, exact: bool = False) -> Plan:
    """A plan without an id that matters; with ``exact`` only whole, known numbers."""
    fields: dict[str, object] = {
        "id": "x",
        "naam": "X",
        "gemeente": draw(st.sampled_from(["Aa", "Bee", "Cee", "GM0001"])),
        "planstatus": draw(st.sampled_from(["1A", "2C", "3", "5A", "hard", "zacht", "onbekend"])),
        "strategie": draw(st.sampled_from([None, "buiten_wonen", "stedelijk_wonen"])),
        "plantype": draw(st.sampled_from([None, "verdichting", "uitbreiding_uitleg"])),
        "sloop": draw(homes),
        "sloop_gerealiseerd": 0,
        "soort_aantal": "bruto",
    }
    if exact:
        fields["restant"] = draw(homes)
        return Plan.model_validate(fields)
    kind = draw(st.sampled_from(["restant", "woningen", "range", "unknown", "no_delivered"]))
    if kind == "restant":
        fields |= {
            "restant": draw(homes),
            "precisie": draw(st.sampled_from(["exact", "circa", "minimaal", "maximaal"])),
        }
    elif kind == "woningen":
        total, done = draw(homes), draw(homes)
        fields |= {"woningen": total + done, "gerealiseerd": done}
        if total:
            fields["oplevering"] = {draw(years): total}
    elif kind == "range":
        low = draw(homes)
        fields |= {"woningen_min": low, "woningen_max": low + draw(homes), "gerealiseerd": 0}
    elif kind == "no_delivered":
        fields["woningen"] = draw(homes)
    if draw(st.booleans()):
        del fields["sloop"], fields["sloop_gerealiseerd"]
    if not draw(st.integers(0, 5)):
        fields |= {"telt_mee": False, "reden": "proef"}
    return Plan.model_validate(fields)


AGGREGATE = Plan.model_validate(
    {
        "id": "samen",
        "naam": "Samen",
        "soort": "verzamelpost",
        "regio": "Dal",
        "planstatus": "hard",
        "restant": 5000,
        "sloop": 0,
        "soort_aantal": "bruto",
    }
)


def numbered(records: list[Plan]) -> list[Plan]:
    """The same plans with ids of their own."""
    return [plan.model_copy(update={"id": f"p{i}"}) for i, plan in enumerate(records)]


def dataset(records: list[Plan]) -> Dataset:
    """A register state with these records."""
    inhoud = Plannenbestand(versie=1, peildatum="2020-01-01", bron="nota", plannen=tuple(records))
    return Dataset(GEBIED, Invoer("g", ""), Stand((Deel(inhoud, Invoer("p", "")),)))
