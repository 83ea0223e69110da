"""All findings of all files in one run, in the order of their places."""

from __future__ import annotations

from tests.conftest import GEMEENTEN, Register


def test_everything_at_once_sorted_by_place(register: Register) -> None:
    loaded = register("  - {id: a, naam: A, gemeente: Loser}\n  - {id: a, naam: B, gemeente: Bee, start: 0}\n")
    assert [(f.code, f.place.line if f.place else 0) for f in loaded.findings] == [("WP201", 6), ("WP104", 7)]


def test_findings_of_both_files_in_one_run_sorted(register: Register) -> None:
    loaded = register(
        "  - {id: a, naam: A, gemeente: Cee, woningen: 2.000}\n  - {id: b, naam: B, gemeente: Cee}\n",
        gemeenten=GEMEENTEN.replace("tot: 2030-01-01", "tot: 2019").replace("    bron: nota\n", "    bron: x\n"),
    )
    places = [(f.code, f.place.file.rpartition("/")[2], f.place.line) for f in loaded.findings if f.place]
    assert places == [
        ("WP203", "gemeenten.yaml", 9),
        ("WP312", "gemeenten.yaml", 11),
        ("WP103", "plannen.yaml", 6),
        ("WP201", "plannen.yaml", 7),
    ]
