"""Registers made up by hypothesis: three municipalities, a regional aggregate, plans of every kind."""

from __future__ import annotations

from hypothesis import strategies as st

from woonplan.calc.question import Question
from woonplan.model.dataset import Dataset
from woonplan.model.gemeente import Gemeentenbestand
from woonplan.model.plan import Plan, Plannenbestand
from woonplan.model.stand import Invoer, Stand, Standdeel
from woonplan.model.statussen import Planstatus

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
    return Dataset(GEBIED, Invoer("g", ""), Stand((Standdeel(inhoud, Invoer("p", "")),)))


shared = st.tuples(st.integers(0, 90), st.integers(0, 90), st.sampled_from(["", "2029", "2031", "2028-2032"]))


def divided_plan(homes: tuple[int, int, str], number: int) -> Plan:
    """A plan in two municipalities, divided."""
    aa, bee, year = homes
    fields: dict[str, object] = {
        "id": f"v{number}",
        "naam": "Grens",
        "gemeenten": ["Aa", "Bee"],
        "verdeling": {"Aa": aa, "GM0002": bee},
        "woningen": aa + bee,
        "gerealiseerd": 0,
        "planstatus": "1A",
    }
    if year:
        fields["oplevering"] = {year: aa + bee}
    return Plan.model_validate(fields)


UNDIVIDED = Plan.model_validate(
    {"id": "open", "naam": "Open", "gemeenten": ["Bee", "Cee"], "planstatus": "4A", "woningen": 40, "gerealiseerd": 0}
)
WHOLES = [
    AGGREGATE,
    AGGREGATE.model_copy(update={"precisie": "circa", "restant": 300}),
    AGGREGATE.model_copy(update={"restant": None}),
    AGGREGATE.model_copy(update={"restant": None, "woningen": 900, "sloop": None}),
    AGGREGATE.model_copy(update={"restant": None, "woningen_min": 200, "gerealiseerd": 0}),
    AGGREGATE.model_copy(update={"regio": None, "gemeente": "Aa"}),
]


@st.composite
def registers(draw: st.DrawFn) -> Dataset:
    """Plans, divided and undivided ones, and an aggregate with parts of every kind."""
    records = draw(st.lists(plans(), max_size=6))
    inside = draw(st.lists(plans(), max_size=4))
    inside = [p.model_copy(update={"onderdeel_van": "samen", "planstatus": Planstatus.HARD}) for p in inside]
    border = [divided_plan(homes, i) for i, homes in enumerate(draw(st.lists(shared, max_size=2)))]
    whole = draw(st.lists(st.sampled_from(WHOLES), min_size=1, max_size=1))
    undivided = draw(st.lists(st.just(UNDIVIDED), max_size=1))
    return dataset([*whole, *numbered([*inside, *records]), *border, *undivided])


questions = st.builds(
    Question,
    gemeenten=st.sampled_from([(), ("Aa",), ("Aa", "Bee")]),
    netto=st.booleans(),
    statussen=st.sampled_from([frozenset(), frozenset({Planstatus.HARD})]),
)
