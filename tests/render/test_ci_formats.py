"""The formats for CI on one fixed set of findings: each escapes what its reader would act on."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.render.findings_set import (
    ACTING,
    ERROR,
    FILE,
    FINDINGS,
    NOTHING,
    PLACELESS,
    RULES,
    TALLY,
    TWIN,
    WARNING,
    WHOLE,
)
from woonplan.diagnostics import Diagnostic, Place
from woonplan.render.findings.fingerprint import fingerprints
from woonplan.render.findings.github import render_github
from woonplan.render.findings.gitlab import render_gitlab
from woonplan.render.findings.json import render_findings_json
from woonplan.render.findings.sarif import render_sarif
from woonplan.render.findings.text import render_findings, total_lines

SARIF = json.loads((Path(__file__).parent / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
"""The published schema of SARIF 2.1.0, as SchemaStore publishes it."""

TOTAL = "2 bestanden, 40 plannen gecontroleerd: 5 fouten, 1 waarschuwing (en 1 bekend), 12 keer niet te beoordelen"


def sarif(findings: tuple[Diagnostic, ...] = FINDINGS) -> Any:
    log = json.loads(render_sarif(findings, RULES))
    jsonschema.validate(log, SARIF, cls=jsonschema.Draft4Validator)
    return log


# The total.


def test_the_last_line_says_what_was_checked() -> None:
    lines = total_lines(FINDINGS, TALLY).splitlines()
    assert lines == [
        "Alleen op vorm, verwijzingen en sommen gecontroleerd, zolang de stand fouten heeft:",
        "  data/oud.yaml",
        "Niet te beoordelen:",
        "  WP402 11 keer: woningen onbekend",
        "  WP421  1 keer: start onbekend",
        f"{TOTAL} (WP402, WP421).",
    ]
    assert total_lines(FINDINGS, TALLY, detailed=False) == lines[-1]


def test_a_total_of_nothing() -> None:
    assert total_lines((), NOTHING) == "1 bestand, 1 plan gecontroleerd: 0 fouten, 0 waarschuwingen."


def test_the_total_takes_the_place_of_the_number_of_findings() -> None:
    assert render_findings((), total="niets") == "niets\n"
    assert render_findings([PLACELESS], total="een", concise=True) == "WP001 fout: er is niets te lezen\neen\n"


# GitHub.


def test_github_annotates_errors_first_and_then_writes_the_whole_text() -> None:
    lines = render_github(FINDINGS, TOTAL).splitlines()
    annotations = [line for line in lines if line.startswith("::")]
    assert lines[: len(annotations)] == annotations
    assert [line.split(" ", 1)[0] for line in annotations] == ["::error"] * 5 + ["::warning"]
    assert annotations[0] == "::error title=WP001::WP001 er is niets te lezen%0AControleer de map."
    assert annotations[2] == (
        "::error file=data/plannen.yaml,line=20,col=15,title=WP103::"
        "data/plannen.yaml:20:15: WP103 plan 'b': woningen '2.000' is geen geheel getal%0ABedoelt u 2000?"
    )
    assert "::error file=data/x.yaml,title=WP004::data/x.yaml: WP004 'x.yaml' is opgeslagen als UTF-16" in lines[4]
    text = render_findings(FINDINGS, total=TOTAL).splitlines()
    assert [line.strip() for line in lines[len(annotations) :]] == [line.strip() for line in text]


def test_github_escapes_what_the_runner_acts_on() -> None:
    (annotation, *text) = render_github([ACTING]).splitlines()
    match = re.fullmatch(r"::error file=([^:,]*),line=3,col=1,title=WP101::(.*)", annotation)
    assert match is not None
    assert match[1] == "data/plannen%2C 50%25%3A a b#?é.yaml"
    assert "%" not in re.sub("%(25|0A|3A|2C)", "", match[0])
    assert "50%25 a:b,c\\r\\nd::error::e\\x1b[31m" in match[2]
    # Nothing in the text is a command of its own.
    assert [line for line in text if line.lstrip().startswith("::") or "##[" in line] == []


def test_github_makes_a_line_that_begins_as_a_command_inert() -> None:
    found = Diagnostic("WP101", "m", Place("::error::x", 1, 1))
    lines = render_github([found]).splitlines()
    assert lines[1].startswith("\\x3a:error::x:1:1: WP101")
    assert len([line for line in lines if line.startswith("::")]) == 1


def test_github_without_findings_is_the_total() -> None:
    assert render_github((), "niets") == "niets\n"


# Fingerprints.


def test_a_fingerprint_does_not_change_when_lines_move() -> None:
    def moved(finding: Diagnostic) -> Diagnostic:
        place = finding.place and finding.place._replace(line=finding.place.line + 7)
        return replace(finding, place=place, message=finding.message.replace("12", "19"))

    before = [name for _, name in fingerprints(FINDINGS)]
    assert [name for _, name in fingerprints(moved(f) if f is not PLACELESS else f for f in FINDINGS)] == before
    assert len(set(before)) == len(FINDINGS)


@pytest.mark.parametrize(
    "other",
    [
        replace(WARNING, code="WP402"),
        replace(WARNING, subject="b"),
        replace(WARNING, place=Place("data/plannen-2021.yaml", 9, 16)),
        replace(WARNING, message="iets anders"),
    ],
)
def test_a_fingerprint_tells_different_findings_apart(other: Diagnostic) -> None:
    ((_, one),), ((_, two),) = fingerprints([WARNING]), fingerprints([other])
    assert one != two


def test_findings_alike_are_numbered_in_their_order() -> None:
    ((first, one), (second, two)) = fingerprints([TWIN, ERROR])
    assert (first, second) == (ERROR, TWIN)
    assert one != two
    ((_, alone),) = fingerprints([TWIN])
    assert alone == one


# GitLab.


def test_gitlab_lists_every_finding() -> None:
    entries = json.loads(render_gitlab(FINDINGS))
    assert len(entries) == len(FINDINGS)
    assert len({entry["fingerprint"] for entry in entries}) == len(FINDINGS)
    by_code = {entry["check_name"]: entry for entry in entries}
    assert by_code["WP401"]["severity"] == "minor"
    assert by_code["WP004"]["severity"] == "major"
    assert by_code["WP401"]["description"].startswith("WP401: plan 'a': locatie")
    assert by_code["WP401"]["description"].endswith("Voeg samen.")
    assert by_code["WP401"]["location"] == {"path": "data/plannen.yaml", "lines": {"begin": 9}}
    assert by_code["WP004"]["location"] == {"path": "data/x.yaml", "lines": {"begin": 1}}
    assert by_code["WP001"]["location"] == {"path": "woonplan", "lines": {"begin": 1}}
    assert by_code["WP101"]["location"]["path"] == FILE
    assert json.loads(render_gitlab(())) == []


# SARIF.


def test_sarif_is_valid_and_complete() -> None:
    (run,) = sarif()["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["WP001", "WP004", "WP101", "WP103", "WP401"]
    assert rules[3]["help"]["markdown"].startswith("**Wat.**")
    assert run["columnKind"] == "unicodeCodePoints"
    assert len(run["results"]) == len(FINDINGS)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert [result["level"] for result in run["results"]].count("warning") == 1
    assert len({result["partialFingerprints"]["woonplan/v1"] for result in run["results"]}) == len(FINDINGS)


def test_sarif_places_are_relative_addresses() -> None:
    results = {result["ruleId"]: result for result in sarif()["runs"][0]["results"]}
    assert "locations" not in results["WP001"]
    location = results["WP101"]["locations"][0]["physicalLocation"]
    # Every character of the name that means something in an address is written as its code in UTF-8.
    assert location["artifactLocation"]["uri"] == "data/plannen%2C%2050%25%3A%20a%20b%23%3F%C3%A9.yaml"
    assert location["region"] == {"startLine": 3, "startColumn": 1}
    assert "region" not in results["WP004"]["locations"][0]["physicalLocation"]


def test_sarif_of_nothing_and_of_a_code_without_text() -> None:
    assert sarif(())["runs"][0]["results"] == []
    assert sarif((replace(WHOLE, code="WP198"),))["runs"][0]["tool"]["driver"]["rules"] == [{"id": "WP198"}]


def test_the_schema_refuses_what_is_wrong() -> None:
    log = json.loads(render_sarif(FINDINGS, RULES))
    log["runs"][0]["results"][0]["level"] = "fout"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(log, SARIF, cls=jsonschema.Draft4Validator)


# JSON.


def test_json_has_everything() -> None:
    content = json.loads(render_findings_json(FINDINGS, TALLY))
    assert content["schema_version"] == 1
    assert content["gecontroleerd"] == {"bestanden": ["data/gemeenten.yaml", "data/plannen.yaml"], "plannen": 40}
    assert content["aantallen"] == {"fout": 5, "waarschuwing": 1, "bekend": 1, "niet_te_beoordelen": 12}
    assert content["alleen_vorm"] == ["data/oud.yaml"]
    assert content["niet_te_beoordelen"][0] == {"regel": "WP402", "onbekend": "woningen", "aantal": 11}
    assert content["bekend"][0]["code"] == "WP401"
    found = {entry["code"]: entry for entry in content["bevindingen"]}
    assert found["WP001"]["plaats"] is None
    assert found["WP004"]["plaats"] == {"bestand": "data/x.yaml", "regel": None, "kolom": None}
    assert found["WP401"]["plan"] == "a"
    assert found["WP401"]["ernst"] == "waarschuwing"
    # A program gets the text as it is.
    assert found["WP101"]["melding"] == ACTING.message


@pytest.mark.parametrize("order", [FINDINGS, FINDINGS[::-1]])
def test_every_format_gives_the_same_whatever_the_order(order: tuple[Diagnostic, ...]) -> None:
    assert render_findings(order) == render_findings(FINDINGS)
    assert render_github(order) == render_github(FINDINGS)
    assert render_gitlab(order) == render_gitlab(FINDINGS)
    assert render_sarif(order, RULES) == render_sarif(FINDINGS, RULES)
    assert render_findings_json(order, TALLY) == render_findings_json(FINDINGS, TALLY)


def test_no_format_lets_a_character_act() -> None:
    every = "".join(map(chr, range(0x2100))) + "\udcff\U000e0001"
    found = [Diagnostic("WP101", every, Place(every, 1, 1), every, excerpt=every)]
    tally = replace(TALLY, files=(every,), skipped=(every,))
    for text in (
        render_findings(found, total=total_lines(found, tally)),
        render_github(found),
        render_gitlab(found),
        render_sarif(found, RULES),
        render_findings_json(found, tally),
    ):
        assert all(c.isprintable() or c in "\n\u00a0" for c in text)
        text.encode("utf-8")
