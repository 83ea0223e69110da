"""A status carries its meaning: what follows from the one table, and what fails when a status comes without texts."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import GEMEENTEN, ROOT, Register
from woonplan.load.schema import schema_text
from woonplan.model import statussen
from woonplan.model.begrippen import BEGRIPPEN
from woonplan.model.control import Planklasse
from woonplan.model.statussen import BASISSET, FIJN, FIRST, LAST, Planstatus, of_klasse

SOURCE = Path(statussen.__file__).read_text(encoding="utf-8")
(TABLE_END,) = re.findall(rf"^    \w+ = \"{LAST}\", .*\n", SOURCE, re.MULTILINE)
NEW = "9Z"

KLASSEN = {
    Planklasse.HARD: {"1A", "1B", "2A", "2B"},
    Planklasse.ZACHT: {"1C", "2C", "3", "4A", "4B"},
    Planklasse.TELT_NIET: {"5A", "5B"},
}
"""The classes of the statuses of 2022, which stay what they are."""


def with_status(line: str) -> dict[str, Any]:
    """The module as it would be with another status at the end of the national basic set."""
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


def test_another_status_fails_until_its_texts_exist() -> None:
    with pytest.raises(ValueError, match="not enough values"):
        with_status(f'NEW = "{NEW}"')
    with pytest.raises(AssertionError):
        check_texts(with_status(f'NEW = "{NEW}", "", Planklasse.TELT_NIET'))
    # With a meaning all that is Dutch follows; the line of English is asked for by name.
    added = with_status(f'NEW = "{NEW}", "plan zonder opdracht", Planklasse.TELT_NIET')
    assert added["BASISSET"].telt_niet == (*BASISSET.telt_niet, NEW)
    with pytest.raises(AssertionError, match=LAST):
        check_texts(added)
    added["ENGELS"] = f"{FIRST} (irrevocable) to {NEW} (a plan that nobody asked for)"
    check_texts(added)


def test_the_classes_of_the_national_basic_set() -> None:
    for klasse, found in zip(KLASSEN, (BASISSET.hard, BASISSET.zacht, BASISSET.telt_niet), strict=True):
        assert set(found) >= KLASSEN[klasse]
        assert found == of_klasse(klasse)
    assert {s for s in Planstatus if s.alleen_klasse} == {Planstatus.HARD, Planstatus.ZACHT, Planstatus.ONBEKEND}
    assert [s.klasse for s in Planstatus if s.alleen_klasse] == [Planklasse.HARD, Planklasse.ZACHT, Planklasse.ONBEKEND]


def test_terms_schema_and_findings_follow(register: Register) -> None:
    begrip = {begrip.naam: begrip for begrip in BEGRIPPEN}
    *first, last = BASISSET.hard
    assert begrip["hard"].definitie.endswith(f"planstatus {', '.join(first)} of {last}.")
    assert begrip["planstatus"].ook == ("status", *(status.lower() for status in FIJN))
    assert f"{LAST} ({LAST.betekenis})" in begrip["planstatus"].definitie
    assert all(f'"{status}"' in schema_text("plannen") for status in Planstatus)
    assert f"({FIRST} ... {LAST})" in schema_text("plannen")
    (finding,) = register("  - {id: a, naam: A, gemeente: Aa, planstatus: zzzzzz}\n").findings
    assert finding.hint == f"Kies uit: {', '.join(Planstatus)}."
    own = "statusdefinities: [{id: d, naam: D, hard: [zzzzzz], zacht: []}]\ngemeenten:\n"
    (finding,) = register(gemeenten=GEMEENTEN.replace("gemeenten:\n", own), kop="versie: 1\npeildatum: 2020\n").findings
    assert finding.hint == f"Kies uit: {', '.join(FIJN)}."


def test_what_is_written_by_hand_names_every_status() -> None:
    assert f"planstatus: 2A               # {FIRST} ... {LAST}, or only" in (ROOT / "README.md").read_text(
        encoding="utf-8"
    )


def test_no_other_module_lists_statuses_by_hand() -> None:
    code = f"(?:{'|'.join(FIJN)})"
    listing = re.compile(rf"(?<![\w.]){code}(?: \.\.\. |-|/|, | of | en | tot en met | to ){code}(?![\w.])")
    found = {
        (path.relative_to(ROOT / "src" / "woonplan").as_posix(), text)
        for path in (ROOT / "src").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for text in listing.findall(node.value)
        if re.search("[A-Z]", text)
    }
    assert found == {
        # Help loads no register, and so no list of statuses.
        ("cli/options.py", f"{FIRST} ... {LAST}"),
        # Two statuses that were counted differently.
        ("model/begrippen.py", "1C en 2C"),
        # Examples of definitions.
        ("load/references/statuses.py", "1A, 1B"),
    }
