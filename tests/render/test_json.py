"""JSON that reads back, with its version."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.render.documents import COLUMNS, DOCUMENT, EXACTS, FORMULA, HOSTILE, exacts, one
from woonplan import __version__
from woonplan.render.json import SCHEMA_VERSION, render_json


def test_versions_come_first() -> None:
    content = json.loads(render_json(DOCUMENT))
    assert list(content)[:2] == ["schema_version", "programma"]
    assert content["schema_version"] == SCHEMA_VERSION == 2
    assert content["programma"] == {"naam": "woonplan", "versie": __version__}


def test_it_reads_back() -> None:
    content = json.loads(render_json(DOCUMENT))
    assert content["parameters"] == {"telling": "tien"}
    balans, details, leeg = content["tabellen"]
    assert [k["sleutel"] for k in balans["kolommen"]] == [column.key for column in COLUMNS]
    een, deel, kwaad, som = [row["cellen"] for row in balans["rijen"]]
    assert een["aantal"] == 1200
    assert een["hard"] == {"min": 8300, "max": 8300, "circa": True, "zonder": {}}
    # 0 to 30, and two plans more: no highest number, and what is known beside it.
    two = {"plan zonder aantal": 2}
    assert deel["hard"] == {"min": 0, "max": None, "circa": False, "zonder": two, "bekend": {"min": 0, "max": 30}}
    balance = {"min": -345, "max": 1655, "circa": False, "zonder": {}, "binnen_afronding": False}
    assert deel["saldo"] == balance
    # Unknown is null with a count beside it, never 0; what does not apply is null.
    assert kwaad["hard"] == {"min": None, "max": None, "circa": False, "zonder": {"plan zonder aantal": 3}}
    assert kwaad["saldo"] is None
    assert som["hard"]["max"] is None
    # Text is the text itself, whatever it holds: only its form in the file is harmless.
    assert (kwaad["naam"], kwaad["bron"]) == (HOSTILE, FORMULA)
    assert [row["stijl"] for row in details["rijen"]] == ["normal", "detail"]
    assert leeg["rijen"] == []
    assert content["opmerkingen"][0] == {"soort": "Aanname", "tekst": "periode 2020-2029."}


@pytest.mark.parametrize("text", ["\x1b[31m", "\x9b31m", "\u202e", "\u2028", "\udcff", "\x00", "\ufeff", "\x7f"])
def test_nothing_in_it_acts_and_every_text_comes_back(text: str) -> None:
    rendered = render_json(replace(one(text), facts={"pad": text})).decode("utf-8")
    assert text not in rendered
    assert json.loads(rendered)["pad"] == text


def test_ordinary_text_is_readable() -> None:
    assert "Caf\u00e9" in render_json(one("Caf\u00e9")).decode("utf-8")


def test_it_ends_with_a_line_end() -> None:
    assert render_json(DOCUMENT).endswith(b"}\n")


def test_exact_numbers_keep_their_fractions() -> None:
    content = json.loads(render_json(exacts(*EXACTS)))
    assert content["tabellen"][0]["kolommen"][1]["soort"] == "exact"
    found = [row["cellen"]["deel"] for row in content["tabellen"][0]["rijen"]]
    third = {"teller": 200, "noemer": 3}
    assert found[1] == {"min": third, "max": third, "circa": True, "zonder": {}, "eenheid": "%"}
    assert (found[3]["max"], found[4]["min"]) == (None, None)
    low, high = {"teller": 83, "noemer": 20}, {"teller": 9, "noemer": 1}
    assert (found[2]["min"], found[2]["max"], found[2]["bekend"]) == (low, None, {"min": low, "max": high})
    nothing = {"min": None, "max": None, "circa": False, "zonder": {"plan zonder aantal": 3}, "eenheid": "jaar"}
    assert found[5] == nothing
    assert found[7:] == ["niet van toepassing", None]


def test_it_is_laid_out_as_one_piece() -> None:
    # Its rows are written one at a time; nobody can tell.
    text = render_json(DOCUMENT).decode("utf-8")
    whole = json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"
    assert json.loads(whole) == json.loads(text)
    assert [len(line) - len(line.lstrip()) for line in text.splitlines()] == [
        len(line) - len(line.lstrip()) for line in whole.splitlines()
    ]
