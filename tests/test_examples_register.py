"""The fictional region of `examples/`: complete, the same bytes every time, and never to be taken for a real one."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pydantic import BaseModel

from tests.cli.process import ROOT, environment, inside, woonplan
from woonplan.calc.question import By
from woonplan.cli.run import run
from woonplan.load import load
from woonplan.load.agenda import load_agenda
from woonplan.load.bekend import load_bekend
from woonplan.model import (
    agenda,
    bekend,
    control,
    gemeente,
    plan,
    sleutel,
    source,
    split,
    streefdoel,
    target,
    toezegging,
    vocabulary,
)
from woonplan.model.base import Model
from woonplan.model.dataset import Dataset
from woonplan.model.number import Precisie
from woonplan.model.source import Herleidbaar
from woonplan.report.lists.documents import What

DATA = ROOT / "examples" / "data"
STATES = ("plannen.yaml", "plannen-2023.yaml")
REAL = tuple(
    name
    for line in (ROOT / "tests/gemeenten_2024.txt").read_text(encoding="utf-8").splitlines()
    for name in line.split("|")
)

# What the invented region breaks on purpose, so that a policy rule has something to say.
WARNINGS = {
    "WP331": "a plan that demolishes more than it still builds",
    "WP402": "a key area for speed with fewer than 200 homes",
    "WP404": "an extension within five years that is not positive on the framework",
    "WP405": "an infill plan that starts soon and is not tested",
    "WP407": "a hard plan that is not tested",
    "WP408": "a soft plan without the year in which it becomes hard",
    "WP409": "flexible homes with contracts that are too long",
    "WP412": "a plan without prices, types or environment",
    "WP416": "a soft extension plan that failed the framework",
}


def generated(out: Path) -> dict[str, bytes]:
    subprocess.run([sys.executable, "examples/generate.py", str(out)], cwd=ROOT, env=environment(), check=True)
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def dataset(state: str = STATES[0]) -> Dataset:
    loaded = load(DATA, DATA / state)
    assert loaded.findings == ()
    assert loaded.dataset is not None
    return loaded.dataset


def files() -> tuple[Model, ...]:
    """Return all files of the register as models."""
    first, earlier = (dataset(state) for state in STATES)
    agreements, accepted = load_agenda(DATA / "agenda.yaml"), load_bekend(DATA / "bekend.yaml", None)
    assert agreements.agenda is not None
    assert accepted.bekend is not None
    return (first.gebied, first.stand.kop, earlier.stand.kop, agreements.agenda, accepted.bekend)


def models(value: Any) -> Iterator[BaseModel]:
    """Yield a model and every model inside it."""
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from models(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from models(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from models(item)


def test_the_files_are_what_the_generator_writes_twice(tmp_path: Path) -> None:
    first = generated(tmp_path / "a")
    assert first == generated(tmp_path / "b")
    assert first == {path.name: path.read_bytes() for path in sorted(DATA.iterdir())}


def test_it_is_a_region_of_some_size() -> None:
    data = dataset()
    # 105 by chance, 16 by hand, 3 aggregates.
    assert len(data.stand.plannen) == 124
    assert [g.code for g in data.gemeenten] == ["GM9901", "GM9902", "GM9903", "GM9904", "GM9905"]
    assert all(list(g.voorraad) == [str(year) for year in range(2012, 2024)] for g in data.gemeenten)
    former = data.genoemd("Ambt Nevelrade")
    assert former is not None
    assert data.gemeente("Ambt Nevelrade") == data.gemeente("Nevelrade") != former


def test_the_agreements_and_the_accepted_differences_load_without_a_word() -> None:
    data = dataset()
    names = [name for g in data.gebied.gemeenten for name in (g.naam, g.code)]
    bronnen = [bron.id for bron in data.gebied.bronnen]
    assert load_agenda(DATA / "agenda.yaml", bronnen, names).findings == ()
    assert load_bekend(DATA / "bekend.yaml", bronnen).findings == ()


def test_every_field_of_every_record_is_used() -> None:
    used: dict[type[BaseModel], set[str]] = {}
    for file in files():
        for model in models(file):
            fields = type(model).model_fields.items()
            # Records do not remember which of their keys were given; heads of files do.
            used.setdefault(type(model), set()).update(
                model.model_fields_set,
                (name for name, of in fields if of.is_required() or getattr(model, name) != of.get_default()),
            )
    # What plans say of an earlier state is in the history beside this region, and has a test there.
    past = {"was", "samengevoegd_uit", "vervallen"}
    unused = {kind.__name__: sorted(set(kind.model_fields) - fields - past) for kind, fields in used.items()}
    assert {name: fields for name, fields in unused.items() if fields} == {}
    modules = (plan, gemeente, target, control, source, split, agenda, sleutel, streefdoel, toezegging, bekend)
    abstract = {Model, source.Herleidbaar, source.Hoeveelheid, toezegging.Toezegging, toezegging.Afgesproken}
    kinds = {
        kind
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Model) and kind not in abstract
    }
    assert kinds - set(used) == set()


def test_every_value_of_every_closed_list_occurs() -> None:
    lists = {
        kind
        for kind in vars(vocabulary).values()
        if isinstance(kind, type) and issubclass(kind, StrEnum) and list(kind)
    }
    seen: dict[type, set[str]] = {kind: set() for kind in (*lists, Precisie)}
    for file in files():
        for model in models(file):
            for value in vars(model).values():
                for item in value if isinstance(value, tuple) else (value,):
                    if type(item) in seen:
                        seen[type(item)].add(str(item))
    absent = {kind.__name__: {str(v) for v in kind} - values for kind, values in seen.items()}  # type: ignore[attr-defined]
    assert {name: values for name, values in absent.items() if values} == {
        # No plan says "net or gross unknown": the file says gross for all of them.
        "SoortAantal": {"onbekend"},
    }


@pytest.mark.parametrize("state", STATES)
def test_plans_take_every_form(state: str) -> None:
    plannen = dataset(state).stand.plannen
    single = [p for p in plannen if p.soort is vocabulary.Soort.PLAN]
    assert any(p.number() is None and p.restant is None for p in single)
    assert any(p.woningen_min is not None for p in single)
    assert any(p.restant is not None and p.woningen is None for p in single)
    assert sum(p.onderdeel_van is not None for p in single) == 5
    # One plan in two municipalities has no division.
    assert [p.verdeling is not None for p in single if p.gemeenten] == [True, True, False]
    # In one state the file says it for all of them.
    of_file = dataset(state).stand.kop.vertrouwelijkheid is not None
    assert any(p.vertrouwelijkheid is None for p in single) is not of_file
    assert any(p.sloop is None and p.woningen is not None for p in single)
    assert any(p.oplevering and set(p.oplevering) == {"onbekend"} for p in single)
    assert any(p.oplevering and any("-" in periode for periode in p.oplevering) for p in single)
    assert any(p.gerealiseerd is None and p.woningen_max is not None for p in single)
    rests = Counter(
        name
        for p in single
        for name in ("woningtype", "betaalbaarheid", "zorg", "flex")
        if (part := getattr(p, name)) is not None and part.onbekend
    )
    assert set(rests) == {"woningtype", "betaalbaarheid", "zorg", "flex"}


def test_a_year_earlier_the_plans_were_softer_and_smaller() -> None:
    now, earlier = (dataset(state) for state in STATES)
    both = [(p, old) for p in now.stand.plannen if (old := earlier.stand.plan(p.id)) is not None]
    assert len(both) < len(now.stand.plannen)
    assert {p.id for p in earlier.stand.plannen} > {p.id for _, p in both}
    firmer = [p for p, old in both if now.klassen[p.planstatus] is not earlier.klassen[old.planstatus]]
    larger = [p for p, old in both if (p.woningen or 0) > (old.woningen or 0)]
    later = [p for p, old in both if p.oplevering != old.oplevering]
    assert (len(firmer) >= 5, len(larger) >= 10, len(later) >= 10) == (True, True, True)


def test_every_record_says_itself_that_it_is_invented() -> None:
    assert dataset().fictief
    found = [model for file in files() for model in models(file) if isinstance(model, Herleidbaar)]
    assert len(found) > 300
    assert [model for model in found if str(model.herkomst) != "fictief"] == []


def test_no_municipality_that_exists_is_named() -> None:
    # The 342 municipalities of 2024; a name is looked for as a whole word, as written.
    assert len(set(REAL)) == 342
    pattern = re.compile(r"\b(?:" + "|".join(re.escape(name) for name in sorted(REAL, key=len, reverse=True)) + r")\b")
    for path in (*DATA.iterdir(), *(ROOT / "examples").rglob("*.py"), ROOT / "examples" / "README.md"):
        assert pattern.findall(path.read_text(encoding="utf-8")) == [], path
    assert pattern.findall("in Kwartelbroek en Enschede") == ["Enschede"]
    shipped = load(ROOT / "data").dataset
    assert shipped is not None
    assert {g.code for g in shipped.gebied.gemeenten}.isdisjoint(g.code for g in dataset().gebied.gemeenten)


def test_check_finds_only_what_was_meant() -> None:
    done = woonplan("check", "examples/data", "--format", "json")
    assert done.returncode == 0
    content = json.loads(done.stdout)
    assert content["aantallen"]["fout"] == 0
    assert {finding["code"] for finding in content["bevindingen"]} == set(WARNINGS)
    assert [finding["code"] for finding in content["bekend"]] == ["WP409"]
    assert content["fictief"] == ["examples/data/gemeenten.yaml"]


def test_check_says_in_words_that_the_register_is_invented() -> None:
    for form in ("text", "concise", "github"):
        text = inside("check", "examples/data", "--format", form).stdout.decode()
        assert "FICTIEF: volgens examples/data/gemeenten.yaml is dit hele register verzonnen." in text
        assert "FICTIEF" not in inside("check", "data", "--format", form).stdout.decode()


ANSWERS = (
    ("gap",),
    ("gap", "--netto"),
    ("gap", "--tegen", "behoefte", "--by", "gemeente"),
    ("gap", "--opgave", "woondeal", "--telling", "2023-2030"),
    ("gap", "--plannen", "examples/data/plannen-2023.yaml"),
    *(("gap", "--by", str(by)) for by in By),
    *(("list", str(what)) for what in What if what not in (What.BEGRIPPEN, What.REGELS)),
    ("explain", "gap.saldo", "--depth", "3"),
    ("explain", "gap.nevelrade.hard"),
    ("explain", "sp-weverij"),
    ("reconcile", "--all"),
    ("report", "2023"),
)


@pytest.mark.parametrize("args", ANSWERS, ids=" ".join)
def test_every_answer_says_that_it_is_invented(
    args: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    text: dict[str, str] = {}
    for form in ("table", "md", "json"):
        out = tmp_path / form
        # In this process: some sixty processes would be most of the time of the suite.
        assert run([*args, "--data", "examples/data", "--format", form, "--output", str(out)]) == 0
        text[form] = out.read_text(encoding="utf-8")
    assert "FICTIEF" in text["table"].splitlines()[0]
    assert "FICTIEF" in text["md"].splitlines()[0]
    assert json.loads(text["json"])["fictief"] is True


def test_reconcile_leaves_one_difference_unexplained() -> None:
    done = woonplan("reconcile", "--data", "examples/data", "--strict")
    assert done.returncode == 1
    assert "tempo x 11 jaar" in done.stdout.decode()
    assert "waarvan 1 niet verklaard; 0 verklaringen zijn niet meer nodig" in done.stdout.decode()


def test_the_workbook_reads_back_as_numbers(tmp_path: Path) -> None:
    target = tmp_path / "gap.xlsx"
    args = ("gap", "--by", "gemeente", "--data", "examples/data")
    assert woonplan(*args, "--format", "xlsx", "--output", str(target)).returncode == 0
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["Samenvatting", "groepen", "herkomst"]
    assert all("FICTIEF" in sheet["A1"].value for sheet in book)
    rows = list(book["groepen"].iter_rows(values_only=True))
    head = next(at for at, row in enumerate(rows) if row[0] == "gemeente")
    column = rows[head].index("hard (laagst)")
    by_name = {row[0]: row[column] for row in rows[head + 1 :]}
    assert all(type(number) is int for number in by_name.values() if number is not None)
    # The least of every municipality together is the least of the region: nothing hard is undivided.
    named = [g.naam for g in dataset().gemeenten]
    assert sum(by_name[name] for name in named) == by_name["totaal"]
