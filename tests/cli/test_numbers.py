"""What a number is called on the command line: addresses that worked before go on working, and every new one does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import GEMEENTEN, ROOT, Register
from tests.report.reader import IN_THE_TABLE, REMARK, ends_of
from tests.report.walk import check_every_number
from woonplan.calc.number.figure import given
from woonplan.cli import session
from woonplan.cli.choices import TWICE, Asked, view
from woonplan.cli.lists import Lists
from woonplan.cli.numbers import explain_number, possible_addresses
from woonplan.cli.open_year import open_year
from woonplan.cli.streams import NoWorkError
from woonplan.load import load
from woonplan.model.number import exactly
from woonplan.report.cells import value
from woonplan.report.lists.documents import What
from woonplan.report.yearly.report import Rapport, yearly_document
from woonplan.report.yearly.year import Year
from woonplan.tables.document import Document, Passage
from woonplan.tables.look import COUNT
from woonplan.tables.table import Column, Kind

Ends = tuple[str, str]


@pytest.fixture(autouse=True, scope="module")
def _registers_and_reports_are_made_once() -> Iterator[None]:
    made: dict[tuple[int, Rapport], Document] = {}

    def document(year: Year, soort: Rapport) -> Document:
        if (id(year), soort) not in made:
            made[id(year), soort] = yearly_document(year, soort)
        return made[id(year), soort]

    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        patch.setattr(session, "load", cache(load))
        patch.setattr("woonplan.cli.open_year.open_year", cache(open_year))
        patch.setattr("woonplan.report.yearly.report.yearly_document", document)
        yield


def asked(text: str) -> Asked:
    words = text.split() if text.startswith("--") else []
    given = {name: Path(value) for name, value in zip(words[::2], words[1::2], strict=True)}
    data, plannen, vergelijk = (given.get(f"--{name}") for name in ("data", "plannen", "vergelijk"))
    return Asked(data=data or Path("data"), plannen=plannen, vergelijk=vergelijk)


def old() -> Iterator[tuple[str, str, str, Ends]]:
    """Every line of the table: the options, what is typed, the address that it is, and what is shown at both ends."""
    options = ""
    for line in (Path(__file__).parent / "addresses.txt").read_text(encoding="utf-8").splitlines():
        if line.endswith(":"):
            options = line.removesuffix(":")
        elif line and not line.startswith("#"):
            name, *ends = line.split(" | ")
            typed, _, address = name.partition(" = ")
            yield options, typed, address or typed, (ends[0], ends[-1])


OLD = list(old())


def shown(passage: Passage) -> Ends:
    """What stands in the table at both ends, or is printed where the table shows the number itself."""
    lines, rest = ends_of(passage)
    table = dict(rest).get(IN_THE_TABLE)
    if table is None:
        low, high = (REMARK.sub("", line).rpartition(" = ")[2] for line in lines)
        return low, high
    low, _, high = table.removeprefix("ondergrens ").partition(", bovengrens ")
    return low, high or low


def test_the_table_has_every_command() -> None:
    assert len(OLD) > 300
    commands = {address.split(".")[0] for _, _, address, _ in OLD}
    assert commands == {"gap", "report", "reconcile", "list"}
    assert len({(options, typed) for options, typed, _, _ in OLD}) == len(OLD)


@pytest.mark.parametrize(("options", "typed", "address", "ends"), OLD, ids=[" ".join(line[:2]) for line in OLD])
def test_an_address_that_worked_before_goes_on_working(options: str, typed: str, address: str, ends: Ends) -> None:
    found = explain_number(typed, asked(options), 0)
    (passage,) = found.passages
    assert (found.facts["naam"], shown(passage)) == (address, ends)


STARTS = ("gap.", "gap.jaar.", "gap.status.", "report.2020.", "reconcile.", "list.", "list.acties.")


@pytest.mark.parametrize("start", STARTS)
def test_every_address_that_is_offered_is_explained(start: str) -> None:
    options = Asked(plannen=Path("data/plannen-2021.yaml"))
    offered = list(possible_addresses(start, options))
    assert len(offered) == len(set(offered)) >= 40
    # An explanation makes its documents anew; every number of them is found in tests/report/test_explain.py.
    step = 1 + len(offered) // 12
    for address in offered[::step]:
        found = explain_number(address, options, 1)
        assert found.title.startswith(f"{address}: ")
        assert found.facts["naam"] == address


def test_a_record_is_explained_by_its_id() -> None:
    found = explain_number("sp-losser-wonen-en-zorg", Asked(), 1)
    assert found.title.startswith("sp-losser-wonen-en-zorg: ")


@pytest.mark.parametrize("what", What)
@pytest.mark.parametrize("folder", ["data", "examples/data"])
def test_every_number_of_every_list_is_explained(folder: str, what: What) -> None:
    lists = Lists(Asked(data=Path(folder)), needed=True)
    document = replace(lists.document(what), address=f"list.{what}")
    count = check_every_number(document, lists.dataset, spellings=True)
    assert (count == 0) is (what in (What.BRONNEN, What.BEGRIPPEN, What.REGELS, What.NIET_BEREKENBAAR))


@pytest.mark.parametrize("what", What)
def test_a_new_column_of_a_list_is_explainable_because_it_is_there(what: What, monkeypatch: pytest.MonkeyPatch) -> None:
    more, listed = value(given("proef", "proef", exactly(7)), look=COUNT), Lists.document

    def document(self: Lists, what: What) -> Document:
        found = listed(self, what)
        table, *others = found.tables
        rows = tuple(row._replace(cells=(*row.cells, more)) for row in table.rows)
        columns = (*table.columns, Column("proef", "proef", Kind.COUNT))
        return replace(found, tables=(replace(table, columns=columns, rows=rows), *others))

    monkeypatch.setattr(Lists, "document", document)
    key = document(Lists(Asked()), what).tables[0].rows[0].key
    found = explain_number(f"list.{what}.{key}.proef", Asked(), 0)
    assert shown(found.passages[0]) == ("7", "7")


def test_the_audit_says_for_which_target() -> None:
    found = explain_number("reconcile.behoefte_en_extra.bron", Asked(telling="2021-2029"), 1)
    assert str(found.facts["titel"]).startswith("Kloppen de cijfers van de bron onderling?")
    assert found.facts["parameters"] == {"opgave": "woonagenda", "telling": "2021-2029"}


INSIDE = "woningen: 100, ruimere_programmering: inbegrepen"
OF_AA = GEMEENTEN.replace(
    "    uitspraken:\n", f"    uitspraken:\n      - {{id: aa, soort: ambitie, gemeente: Aa, {INSIDE}}}\n"
)


@pytest.mark.parametrize(
    ("gemeenten", "refused"),
    # Bee has no target: for both together there is none, and nothing that a buffer would come on top of.
    [(["Aa"], True), (["Aa", "Bee"], False), (["Bee"], False), ([], False)],
)
def test_a_buffer_is_refused_where_the_target_holds_room(
    register: Register, gemeenten: list[str], refused: bool
) -> None:
    found = register("  []\n", gemeenten=OF_AA).dataset
    assert found is not None
    if refused:
        with pytest.raises(NoWorkError) as error:
            view(found, Asked(gemeenten=gemeenten, buffer=30))
        assert error.value.args == (TWICE,)
    else:
        assert view(found, Asked(gemeenten=gemeenten, buffer=30)).question.buffer > 0
