"""Policy rules rest on the agreements of the region: none without them, and every finding names their source."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.judged import CODES, Judge, findings, plan, rule, subject_in, undecided
from tests.checks.registers import write
from woonplan.checks.examples import AFSPRAKEN, AGENDA, GEMEENTEN, KOP, files
from woonplan.checks.registry import REGELS
from woonplan.checks.subject import Checked, run

POLICY = [code for code in CODES if code.startswith("WP4")]
OF_A_REGISTER = {"WP401", "WP413", "WP421", "WP422"}
"""Policy rules on what the register itself says: a site twice, its own lists, and what must come first."""


def outcome(folder: Path, code: str, agenda: str | None) -> Checked:
    """What comes of a rule over its own wrong example, beside these agreements."""
    found = rule(code)
    write(folder, files(found.fout))
    (folder / "agenda.yaml").unlink()
    if agenda is not None:
        write(folder, {"agenda.yaml": agenda})
    return run(subject_in(folder, peildatum=found.fout.peildatum), [found])


def test_every_other_policy_rule_names_its_agreements() -> None:
    assert {code for code in POLICY if not rule(code).afspraken} == OF_A_REGISTER
    assert [other.code for other in REGELS if other.afspraken and other.code not in POLICY] == []


@pytest.mark.parametrize("agenda", [None, "versie: 1\nacties: []\n"], ids=["no file", "no agreements"])
@pytest.mark.parametrize("code", sorted(set(POLICY) - OF_A_REGISTER))
def test_without_its_agreement_a_rule_finds_nothing_and_is_named(tmp_path: Path, code: str, agenda: str | None) -> None:
    found = outcome(tmp_path, code, agenda)
    assert (found.findings, found.undecided, found.niet_afgesproken) == ((), (), (code,))
    # An accepted finding of it is not called gone.
    assert found.unjudged == {(code, "")}


@pytest.mark.parametrize("code", sorted(set(POLICY) - OF_A_REGISTER))
def test_a_finding_cites_the_agreement_of_the_region(tmp_path: Path, code: str) -> None:
    # The agreements stand in another document, each at a place of its own.
    example = rule(code).fout
    text = (AFSPRAKEN if example.file == "gemeenten.yaml" else AGENDA).replace(
        "bron: nota\n", "bron: akkoord\nbronnen: [{id: akkoord, titel: Woonakkoord Elders, kort: Akkoord}]\n"
    )
    for i, name in enumerate(rule(code).afspraken):
        text = text.replace(f"id: {name}\n", f"id: {name}\n    vindplaats: par. {i}\n")
        text = text.replace(f"id: {name}, ", f"id: {name}, vindplaats: par. {i}, ")
    [finding] = outcome(tmp_path, code, text).findings
    places = " en ".join(f"Akkoord, par. {i}" for i in range(len(rule(code).afspraken)))
    assert finding.message.endswith(f" (afspraak: {places})")
    assert "Woonagenda" not in finding.message


def test_one_place_of_two_numbers_is_named_once_and_a_value_before_its_parameter(tmp_path: Path) -> None:
    agenda = AGENDA.replace("{vanaf: 2021, waarde: 24,", "{vanaf: 2021, vindplaats: tabel 4, waarde: 24,")
    [finding] = outcome(tmp_path, "WP409", agenda).findings
    assert finding.message.endswith(" (afspraak: Nota wonen en Nota wonen, tabel 4)")
    [finding] = outcome(tmp_path, "WP409", AGENDA).findings
    assert finding.message.endswith(" (afspraak: Nota wonen)")
    [finding] = outcome(tmp_path, "WP409", AGENDA.replace("bron: nota\n", "")).findings
    assert finding.message.endswith(" (afspraak: agenda.yaml, zonder bron)")


def test_a_parameter_of_which_the_source_says_there_is_no_value_is_no_agreement(tmp_path: Path) -> None:
    agenda = AGENDA.replace("waarden: [{vanaf: 2021, waarde: 200, eenheid: woningen}]", "waarden: []")
    assert outcome(tmp_path, "WP402", agenda).niet_afgesproken == ("WP402",)


def test_the_fields_that_are_asked_for_are_those_of_the_agreement(check: Judge) -> None:
    plans = plan("a", "planstatus: 1A", "woningen: 20", "woonmilieu: dorps", "plantype: verdichting")
    agenda = AGENDA.replace("[betaalbaarheid, woningtype, woonmilieu]", "[woonmilieu, plantype]")
    assert check("WP412", plans, agenda=agenda) == []
    agenda = AGENDA.replace("[betaalbaarheid, woningtype, woonmilieu]", "[start, zorg, plantype, flex]")
    assert findings(check("WP412", plans, agenda=agenda)) == ["plan 'a': start, zorg en flex ontbreken"]
    agenda = AGENDA.replace("[prioriteit, transformatiepotentie]", "[plantype, realisatiekans]")
    assert findings(check("WP415", plans, agenda=agenda)) == [
        "realisatiekans staat niet bij het enige plan dat meetelt"
    ]


@pytest.mark.parametrize(("code", "name"), [("WP412", "uitsplitsing-programma"), ("WP415", "inventarisatie-velden")])
def test_an_agreement_on_fields_that_names_none_cannot_be_judged(check: Judge, code: str, name: str) -> None:
    agenda = "\n".join(line for line in AGENDA.splitlines() if "velden: [" not in line)
    assert undecided(check(code, plan("a", "planstatus: 1A"), agenda=agenda)) == [
        f"'velden' van afspraak {name} in agenda.yaml"
    ]


def test_a_sound_region_without_agreements_has_no_policy_finding(tmp_path: Path) -> None:
    """As public lists are: no segments, no test, no year of becoming hard, and some key projects and flexible homes."""
    plans = "".join(
        plan(f"p{i}", f"planstatus: {status}", f"restant: {i + 1}", "plantype: uitbreiding_uitleg", "start: 2026")
        for i, status in enumerate(("1A", "2A", "3", "4B", "hard", "zacht", "onbekend"))
    )
    plans += plan("klein", "woningen: 9", "gerealiseerd: 0", "sleutelproject: {soort: stedelijk}", "woonmilieu: anders")
    plans += plan("flex", "restant: 8", "flex: {flexwoningen: 8, contract_maanden_max: 60}")
    gemeenten = "".join(line for line in GEMEENTEN.splitlines(keepends=True) if "woonmilieus" not in line)
    write(tmp_path, {"gemeenten.yaml": gemeenten, "plannen.yaml": KOP + plans})
    found = run(subject_in(tmp_path, peildatum="2030-01-01"), REGELS)
    assert [finding.code for finding in found.findings if finding.code.startswith("WP4")] == []
    assert set(found.niet_afgesproken) == set(POLICY) - OF_A_REGISTER
