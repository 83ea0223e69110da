"""`bekend.yaml`: what is wrong with it, each with its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from woonplan.load.bekend import LoadedBekend, load_bekend
from woonplan.model.dataset import Dataset

HEAD = "versie: 1\nbron: nota\nverschillen:\n"
ENTRY = "  - {id: a, ondergrens: 1, bovengrens: 2, reden: proef, datum: 2026-01-01}\n"

Write = Callable[[str], LoadedBekend]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def load(text: str) -> LoadedBekend:
        path = tmp_path / "bekend.yaml"
        path.write_text(text, encoding="utf-8")
        return load_bekend(path, {"nota"})

    return load


def test_the_shipped_file_is_clean(shipped: Dataset) -> None:
    loaded = load_bekend(ROOT / "data" / "bekend.yaml", {bron.id for bron in shipped.gebied.bronnen})
    assert loaded.findings == ()
    assert loaded.bekend is not None
    assert loaded.invoer is not None
    # A difference may be there in more than one state, each time with numbers of its own.
    assert len({(v.id, v.peildatum) for v in loaded.bekend.verschillen}) == len(loaded.bekend.verschillen) == 16
    # Only what contradicts itself in words; what is arithmetic is computed.
    assert [t.id for t in loaded.bekend.tegenspraken] == [
        *("I09", "I11", "I12", "I13", "I14", "I15", "I20", "I21", "I23", "I24", "I26", "I27", "I30", "I33"),
    ]
    assert all(len(t.vindplaatsen) > 1 for t in loaded.bekend.tegenspraken)


def test_no_file_is_no_finding(tmp_path: Path) -> None:
    assert load_bekend(tmp_path / "bekend.yaml", ()) == LoadedBekend(None, None, ())


def test_a_folder_in_its_place_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "bekend.yaml").mkdir()
    loaded = load_bekend(tmp_path / "bekend.yaml", ())
    assert [f.code for f in loaded.findings] == ["WP002"]
    assert loaded.bekend is None


def test_the_same_difference_in_two_states_is_two_differences(write: Write) -> None:
    loaded = write(HEAD + ENTRY + ENTRY.replace("datum:", "peildatum: 2021, datum:"))
    assert loaded.findings == ()
    assert loaded.bekend is not None
    assert [v.peildatum for v in loaded.bekend.verschillen] == [None, "2021"]


@pytest.mark.parametrize(
    ("text", "code", "place", "words"),
    [
        (HEAD + ENTRY + ENTRY, "WP202", (5, 10), "'a' staat dubbel"),
        (HEAD.replace("nota", "nata") + ENTRY, "WP203", (2, 7), "bron 'nata' bestaat niet"),
        (HEAD + "  - {id: a, reden: proef, datum: 2026-13-01}\n", "WP108", (4, 34), "2026-13-01"),
        (HEAD + "  - {id: a, ondergrens: 1.000, reden: p, datum: 2026}\n", "WP103", (4, 25), "1.000"),
        (HEAD + "  - {id: a, datum: 2026-01-01}\n", "WP102", (4, 5), "reden"),
        (HEAD + "  - {id: a, redn: x, reden: p, datum: 2026}\n", "WP101", (4, 13), "redn"),
        ("versie: 2\nverschillen: []\n", "WP104", (1, 9), "versie"),
        ("- 1\n", "WP107", (1, 1), ""),
        ("verschillen: [\n", "WP010", (1, 14), "de haak die hier opent, sluit niet"),
    ],
)
def test_findings(write: Write, text: str, code: str, place: tuple[int, int], words: str) -> None:
    loaded = write(text)
    assert [f.code for f in loaded.findings] == [code]
    (finding,) = loaded.findings
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == place
    assert words in finding.message
    assert finding.hint
    assert loaded.bekend is None


def test_a_misspelt_document_gets_the_nearest(write: Write) -> None:
    (finding,) = write(HEAD.replace("nota", "nata") + ENTRY).findings
    assert finding.hint == "Bedoelt u 'nota'?"
    (finding,) = write(HEAD.replace("nota", "heel-iets-anders") + ENTRY).findings
    assert "gemeenten.yaml" in finding.hint
    assert finding.excerpt == "bron: heel-iets-anders"


def test_all_findings_in_order_of_place(write: Write) -> None:
    loaded = write(HEAD.replace("nota", "nata") + ENTRY + ENTRY)
    assert [f.code for f in loaded.findings] == ["WP203", "WP202"]
