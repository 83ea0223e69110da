"""A status carries its meaning: what follows from the one table, and what fails when a status comes without texts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import GEMEENTEN, ROOT, Register
from woonplan.load.schema import schema_text
from woonplan.model import statussen
from woonplan.model.begrippen import BEGRIPPEN
from woonplan.model.control import Planklasse
from woonplan.model.statussen import BASISSET, FIJN, FIRST, LAST, Planstatus, listed

SOURCE = Path(statussen.__file__).read_text(encoding="utf-8")
TABLE_END = '    S5B = "5B", "ambtelijk, zonder locatie", Planklasse.TELT_NIET\n'


def with_status(line: str) -> dict[str, Any]:
    """The module as it would be with another status at the end of the national basic set."""
    assert SOURCE.count(TABLE_END) == 1
    module: dict[str, Any] = {"__name__": "with_status"}
    exec(SOURCE.replace(TABLE_END, f"{TABLE_END}    {line}\n"), module)  # noqa: S102 - the project's own source
    return module


def check_texts(module: dict[str, Any]) -> None:
    """Every status has a meaning of its own, and what is said of the range names its ends."""
    meanings = [status.betekenis for status in module["Planstatus"]]
    assert all(meaning.strip() for meaning in meanings)
    assert len(set(meanings)) == len(meanings)
    assert module["ENGELS"].startswith(f"{module['FIRST']} (")
    assert f" to {module['LAST']} (" in module["ENGELS"]


def test_the_texts_are_there() -> None:
    check_texts(vars(statussen))


def test_a_status_6_fails_until_its_texts_exist() -> None:
    with pytest.raises(ValueError, match="not enough values"):
        with_status('S6 = "6"')
    with pytest.raises(AssertionError):
        check_texts(with_status('S6 = "6", "", Planklasse.TELT_NIET'))
    # With a meaning all that is Dutch follows; the line of English is asked for by name.
    added = with_status('S6 = "6", "plan zonder opdracht", Planklasse.TELT_NIET')
    assert added["BASISSET"].telt_niet == ("5A", "5B", "6")
    with pytest.raises(AssertionError, match="5B"):
        check_texts(added)
    added["ENGELS"] = "1A (irrevocable) to 6 (a plan that nobody asked for)"
    check_texts(added)


def test_the_classes_of_the_national_basic_set() -> None:
    assert BASISSET.hard == ("1A", "1B", "2A", "2B")
    assert BASISSET.zacht == ("1C", "2C", "3", "4A", "4B")
    assert BASISSET.telt_niet == ("5A", "5B")
    assert {s for s in Planstatus if s.alleen_klasse} == {Planstatus.HARD, Planstatus.ZACHT, Planstatus.ONBEKEND}
    assert [s.klasse for s in Planstatus if s.alleen_klasse] == [Planklasse.HARD, Planklasse.ZACHT, Planklasse.ONBEKEND]


def test_terms_schema_and_findings_follow(register: Register) -> None:
    begrip = {begrip.naam: begrip for begrip in BEGRIPPEN}
    assert listed(Planklasse.TELT_NIET, "of") == "5A of 5B"
    assert begrip["hard"].definitie.endswith("planstatus 1A, 1B, 2A of 2B.")
    assert begrip["planstatus"].ook == ("status", *(status.lower() for status in FIJN))
    assert f"{LAST} ({LAST.betekenis})" in begrip["planstatus"].definitie
    assert all(f'"{status}"' in schema_text("plannen") for status in Planstatus)
    assert f"({FIRST} ... {LAST})" in schema_text("plannen")
    (finding,) = register("  - {id: a, naam: A, gemeente: Aa, planstatus: zzzzzz}\n").findings
    assert finding.hint == f"Kies uit: {', '.join(Planstatus)}."
    own = "statusdefinities: [{id: d, naam: D, hard: [zzzzzz], zacht: []}]\ngemeenten:\n"
    (finding,) = register(gemeenten=GEMEENTEN.replace("gemeenten:\n", own), kop="versie: 1\npeildatum: 2020\n").findings
    assert finding.hint == f"Kies uit: {', '.join(FIJN)}."


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("README.md", f"{FIRST} ... {LAST}"),
        ("src/woonplan/templates/plannen.yaml", f"<{FIRST} tot en met {LAST}>"),
        ("src/woonplan/templates/plannen.yaml", f"{' '.join(BASISSET.hard)} zijn hard"),
        ("src/woonplan/templates/plannen.yaml", f"{' '.join(BASISSET.zacht)} zijn zacht"),
        ("src/woonplan/templates/plannen.yaml", f"{' '.join(BASISSET.telt_niet)} tellen niet mee"),
    ],
)
def test_what_is_written_by_hand_names_every_status(file: str, words: str) -> None:
    assert words in " ".join((ROOT / file).read_text(encoding="utf-8").replace("\n#", " ").split())


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"1A \.\.\. \w+", f"{FIRST} ... {LAST}"),
        (r"planstatus 1A-\w+", f"planstatus {FIRST}-{LAST}"),
        (r"telt niet \(5A[^)]*\)", f"telt niet ({'/'.join(BASISSET.telt_niet)})"),
    ],
)
def test_labels_and_help_name_every_status(pattern: str, words: str) -> None:
    found = [text for p in (ROOT / "src").rglob("*.py") for text in re.findall(pattern, p.read_text(encoding="utf-8"))]
    assert set(found) == {words}
