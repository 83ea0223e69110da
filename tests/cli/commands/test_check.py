"""`woonplan check`: what is checked, what is said of it, and the exit code."""

from __future__ import annotations

import csv
import io
import json
import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.checks.registers import write
from tests.cli.process import inside, woonplan
from tests.conftest import ROOT
from tests.system import LINKS, STREAMS
from woonplan.checks.examples import AGENDA, GEMEENTEN, KOP
from woonplan.cli.run import run

Checking = Callable[..., tuple[int, str, str]]

GOOD = "  - {id: a, naam: A, gemeente: Borne, planstatus: hard, restant: 30}\n"
TWICE = (
    "  - {id: a, naam: A, gemeente: Borne, planstatus: hard, restant: 30, locaties: [Beek]}\n"
    "  - {id: b, naam: B, gemeente: Borne, planstatus: hard, restant: 30, locaties: [beek]}\n"
)
BAD = "  - {id: a, naam: A, gemeente: Borne, woningen: 2.000}\n"
ONLY = ("--select", "WP401,WP503")
"""The rule that the examples are about, and that on what is accepted; the others have tests of their own."""


@pytest.fixture
def checking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Checking:
    """Write files in an empty folder and run `check` there: exit code, stdout and stderr."""
    monkeypatch.chdir(tmp_path)

    def check(*args: str, **files: str) -> tuple[int, str, str]:
        write(tmp_path, {name.replace("__", "/").replace("_", ".", 1): text for name, text in files.items()})
        code = run(["check", *args])
        out, err = capsys.readouterr()
        return code, out, err

    return check


def register(plannen: str, **files: str) -> dict[str, str]:
    return {"data__gemeenten_yaml": GEMEENTEN, "data__plannen_yaml": KOP + plannen, **files}


def bekend(entry: str) -> str:
    return f"versie: 1\nbevindingen:\n  - {{{entry}, reden: Staat zo in de bron., datum: 2024-01-15}}\n"


# The register that ships with the program.


def test_the_shipped_data_is_without_errors_and_its_warnings_are_accepted() -> None:
    done = inside("check")
    text = done.stdout.decode("utf-8")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "5 bestanden, 68 plannen gecontroleerd: 0 fouten, 0 waarschuwingen (en " in text.splitlines()[-1]
    assert inside("check", "--fail-on", "waarschuwing").returncode == 0


def test_the_shipped_data_shows_what_is_accepted_when_asked() -> None:
    text = inside("check", "--all").stdout.decode("utf-8")
    assert text.startswith("Bekend:\n")
    assert "WP401 waarschuwing: plan 'sp-losser-centrum-doelgroeponafhankelijk'" in text
    assert "WP401 waarschuwing: plan 'sp-wierden-zuidbroek-flexwonen'" in text


def test_the_summary_of_the_shipped_data_is_short() -> None:
    lines = inside("check").stdout.decode("utf-8").splitlines()
    on_a_screen = [part for line in lines for part in textwrap.wrap(line, 80)]
    assert len(on_a_screen) <= 6
    assert lines[-1].endswith(" keer niet te beoordelen.")
    whole = inside("check", "--all").stdout.decode("utf-8").splitlines()
    said = [re.match(r"  (WP\d+) +(\d+) keer: ", line) for line in whole]
    count = re.search(r"(\d+) keer niet te beoordelen", lines[-1])
    assert count
    # All reasons together are what the short one counts.
    assert sum(int(found[2]) for found in said if found) == int(count[1])


def many(count: int) -> dict[str, str]:
    """A register with as many warnings of one rule."""
    plans = "".join(
        f"  - {{id: p{i:03}, naam: P, gemeente: Borne, planstatus: hard, restant: 30, reden: Omdat}}\n"
        for i in range(count)
    )
    return register(plans)


def test_of_a_rule_with_many_findings_the_first_are_shown(checking: Checking, tmp_path: Path) -> None:
    code, out, _ = checking("--select", "WP220", **many(200))
    assert code == 0
    assert [line.partition(":")[2].partition(" ")[0] for line in out.splitlines() if "WP220 w" in line] == [
        "7:73:",
        "8:73:",
        "9:73:",
    ]
    assert out.splitlines()[-2:] == [
        "Niet getoond: WP220 nog 197 keer; --all en bestanden hebben ze alle.",
        "2 bestanden, 200 plannen (waarvan 200 niet openbaar) gecontroleerd: 0 fouten, 200 waarschuwingen.",
    ]
    for extra in (("--all",), ("--format", "concise"), ("--format", "github")):
        _, whole, _ = checking("--select", "WP220", *extra)
        assert whole.count("WP220 waarschuwing: ") == 200
        assert "Niet getoond" not in whole
    _, whole, _ = checking("--select", "WP220", "--format", "json")
    assert whole.count('"WP220"') >= 200
    file = tmp_path / "gevonden.txt"
    checking("--select", "WP220", "--output", str(file))
    assert file.read_text(encoding="utf-8").count("WP220 waarschuwing: ") == 200


# Exit codes.


def test_nothing_wrong(checking: Checking) -> None:
    code, out, err = checking(*ONLY, **register(GOOD))
    assert (code, err) == (0, "")
    assert out == "2 bestanden, 1 plan (waarvan 1 niet openbaar) gecontroleerd: 0 fouten, 0 waarschuwingen.\n"


def test_a_warning_fails_only_when_asked(checking: Checking) -> None:
    code, out, _ = checking(*ONLY, **register(TWICE))
    assert code == 0
    # Two records of the head's 6 lines on; the site of the second is the eighty-first column.
    assert out.startswith("data/plannen.yaml:8:81: WP401 waarschuwing: plan 'b': locatie 'beek' staat ook bij plan 'a'")
    assert out.endswith("2 bestanden, 2 plannen (waarvan 2 niet openbaar) gecontroleerd: 0 fouten, 1 waarschuwing.\n")
    assert checking(*ONLY, "--fail-on", "waarschuwing")[0] == 1


def test_an_error_fails_and_says_that_policy_was_not_judged(checking: Checking) -> None:
    code, out, _ = checking(*ONLY, **register(BAD))
    assert code == 1
    assert out.startswith("data/plannen.yaml:7:49: WP103 fout: plan 'a': woningen '2.000' is geen geheel getal\n")
    assert "Alleen op vorm, verwijzingen, sommen en bron gecontroleerd" in out
    assert out.endswith(
        "2 bestanden, 1 plan gecontroleerd (2 bestanden nog niet op beleid): 1 fout, 0 waarschuwingen.\n"
    )


def test_a_malformed_file_is_a_finding(checking: Checking) -> None:
    code, out, _ = checking(**register("\t- x\n"))
    assert code == 1
    assert "data/plannen.yaml:7:1: WP010 fout: hier staat een tab" in out


@pytest.mark.parametrize("path", ["nergens", "nergens/plannen.yaml", "a" * 5000])
def test_a_path_that_does_not_exist(checking: Checking, path: str) -> None:
    code, out, err = checking(path)
    assert (code, out) == (2, "")
    assert "bestaat niet" in err


def test_no_plan_at_all(checking: Checking) -> None:
    code, out, err = checking(*ONLY, **(register("") | {"data__plannen_yaml": f"{KOP.rstrip()} []\n"}))
    assert code == 2
    assert out.endswith("2 bestanden, 0 plannen gecontroleerd: 0 fouten, 0 waarschuwingen.\n")
    assert err == "Fout: er is geen enkel plan gecontroleerd.\n"


def test_a_folder_without_a_plan_file(checking: Checking) -> None:
    code, _, err = checking(data__gemeenten_yaml=GEMEENTEN)
    assert code == 2
    assert "er is niets gecontroleerd" in err


def test_a_register_without_municipalities_is_a_finding(checking: Checking) -> None:
    code, out, _ = checking(data__plannen_yaml=KOP + GOOD)
    assert code == 1
    assert "data/gemeenten.yaml: WP001 fout" in out


def test_no_rule_chosen(checking: Checking) -> None:
    code, _, err = checking("--select", "WP4", "--ignore", "WP4", **register(GOOD))
    assert code == 2
    assert "geen regel gekozen" in err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--select", "WP9"), "--select: 'WP9' is geen regel of groep"),
        (("--ignore", "belied"), "Bedoelt u 'beleid'?"),
        (("--fail-on", "info"), "Kies fout of waarschuwing"),
        (("--peildatum", "2025-13-01"), "--peildatum is geen datum"),
        (("--config", "weg.toml"), "'weg.toml' is niet te lezen: dit bestaat niet."),
    ],
)
def test_wrong_use_says_what_is_possible(checking: Checking, args: tuple[str, ...], said: str) -> None:
    code, out, err = checking(*args, **register(GOOD))
    assert (code, out) == (2, "")
    assert said in err


# What is checked.


def test_every_state_of_a_folder_on_its_own(checking: Checking) -> None:
    # The same id in both states is no repetition: states are never added up.
    code, out, _ = checking(
        *ONLY, **register(GOOD, data__plannen_yaml=KOP + GOOD), **{"data__plannen-2021_yaml": KOP + TWICE}
    )
    assert code == 0
    assert "data/plannen-2021.yaml:8:81: WP401" in out
    assert out.endswith("3 bestanden, 3 plannen (waarvan 3 niet openbaar) gecontroleerd: 0 fouten, 1 waarschuwing.\n")


def test_one_state_by_its_path(checking: Checking) -> None:
    code, out, _ = checking("data/plannen.yaml", *ONLY, **register(GOOD), **{"data__plannen-2021_yaml": KOP + TWICE})
    assert code == 0
    assert out == "2 bestanden, 1 plan (waarvan 1 niet openbaar) gecontroleerd: 0 fouten, 0 waarschuwingen.\n"


@pytest.mark.parametrize("path", ["data", "data/gemeenten.yaml", "data/plannen", "data/plannen/borne.yaml"])
def test_a_state_in_a_folder(checking: Checking, path: str) -> None:
    files = {"data__gemeenten_yaml": GEMEENTEN, "data__plannen__borne_yaml": KOP + TWICE}
    code, out, _ = checking(path, *ONLY, **files)
    assert code == 0
    assert "data/plannen/borne.yaml:8:81: WP401" in out


def test_a_file_and_a_folder_are_both_checked_and_that_is_said(checking: Checking) -> None:
    code, out, _ = checking(*ONLY, **register(TWICE, data__plannen__borne_yaml=KOP + TWICE))
    assert code == 1
    assert "data/plannen.yaml: WP006 fout" in out
    # `check` has no --plannen: what it says to do instead is what works.
    assert "(bij check: geef het pad van de stand)" in out
    assert "WP006" not in checking("data/plannen.yaml")[1]
    assert "data/plannen.yaml:8:81: WP401" in out
    assert "data/plannen/borne.yaml:8:81: WP401" in out


def test_two_registers_in_one_run(checking: Checking) -> None:
    other = {"ander__gemeenten_yaml": GEMEENTEN, "ander__plannen_yaml": KOP + BAD}
    code, out, _ = checking("data", "ander", "data", *ONLY, **register(TWICE), **other)
    assert code == 1
    assert [line.split(":")[0] for line in out.splitlines() if ": WP" in line] == [
        "ander/plannen.yaml",
        "data/plannen.yaml",
    ]
    last = "4 bestanden, 3 plannen (waarvan 2 niet openbaar) gecontroleerd (2 bestanden nog niet op beleid): "
    assert out.endswith(f"{last}1 fout, 1 waarschuwing.\n")


def test_the_files_beside_the_state_are_checked(checking: Checking) -> None:
    agenda = AGENDA.replace("Hengelo]", "Hengeloo]")
    code, out, _ = checking(*ONLY, **register(GOOD, data__agenda_yaml=agenda, data__bekend_yaml="versie: 2\n"))
    assert code == 1
    line = agenda.splitlines().index("    gemeenten: [Almelo, Enschede, Hengeloo]") + 1
    assert (
        f"data/agenda.yaml:{line}:35: WP201 fout: gemeentegroep 'stedelijk-wonen': gemeente 'Hengeloo' bestaat niet"
        in out
    )
    assert "    |     gemeenten: [Almelo, Enschede, Hengeloo]\n" in out
    assert "  -> Bedoelt u 'Hengelo'?" in out
    assert "data/bekend.yaml:1:9: WP104 fout" in out
    assert "4 bestanden, 1 plan (waarvan 1 niet openbaar) gecontroleerd" in out


def test_a_name_in_the_agreements_may_be_an_alias_or_a_code(checking: Checking) -> None:
    agenda = AGENDA.replace("Hengelo]", "GM0164]").replace("Almelo,", "almelo,")
    assert checking(*ONLY, **register(GOOD, data__agenda_yaml=agenda))[0] == 0


@STREAMS
def test_a_path_that_cannot_be_read_is_not_said_to_be_absent(
    checking: Checking, monkeypatch: pytest.MonkeyPatch
) -> None:
    checking(*ONLY, **register(GOOD))
    Path("zelf").symlink_to("zelf")
    original = Path.stat

    def stat(self: Path, **options: bool) -> object:
        if self.name == "dicht":
            raise PermissionError(13, "Permission denied")
        return original(self, **options)

    monkeypatch.setattr(Path, "stat", stat)
    for path, said in (
        ("zelf", "'zelf' kan niet gelezen worden: de verwijzing verwijst naar zichzelf. Controleer het pad."),
        ("dicht", "'dicht' mag niet gelezen worden. Geef uzelf leesrechten op het bestand en op de map."),
        ("nergens", "'nergens' bestaat niet. Geef de map van een register of een plannenbestand."),
        ("/dev/null", "'/dev/null' is geen gewoon bestand; er is niets gecontroleerd."),
    ):
        assert checking(path) == (2, "", f"Fout: {said}\n")


def test_a_folder_that_may_not_be_read(checking: Checking, monkeypatch: pytest.MonkeyPatch) -> None:
    checking(*ONLY, **register(GOOD))

    def refuse(_: Path) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    said = "Fout: 'data' mag niet gelezen worden. Geef uzelf leesrechten op het bestand en op de map.\n"
    assert checking("data") == (2, "", said)


def test_the_total_is_of_all_findings_and_not_of_those_that_are_listed(
    checking: Checking, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans = "".join(f"  - {{id: p{i}, naam: A, gemeente: Borne, woningen: 2.000}}\n" for i in range(1_500))
    code, out, _ = checking("--select", "WP1", **register(plans))
    assert code == 1
    assert "WP198 fout: nog 500 bevindingen niet getoond" in out
    last = "2 bestanden, 1500 plannen gecontroleerd (2 bestanden nog niet op beleid): 1500 fouten, 0 waarschuwingen."
    assert out.splitlines()[-1] == last
    assert json.loads(checking("--select", "WP1", "--format", "json")[1])["aantallen"]["fout"] == 1_500
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    checking("--select", "WP1", "--format", "github")
    summary = Path("summary.md").read_text(encoding="utf-8")
    assert "| WP103 | fout | 1000 |\n| WP198 | fout | 500 |" in summary


FORM = "Alleen op vorm, verwijzingen, sommen en bron gecontroleerd, zolang de stand fouten heeft:"
UNREAD = "Niet gecontroleerd, want er was niets uit te lezen:"


def test_what_was_checked_on_form_alone_and_what_not_at_all(checking: Checking) -> None:
    # The file with plans is no YAML: it is not checked at all, and the other one as far as it can be without.
    code, out, _ = checking("--select", "WP0", **register('  - id: "a\n'))
    assert code == 1
    assert f"{UNREAD}\n  data/plannen.yaml\n{FORM}\n  data/gemeenten.yaml\n" in out
    left = "1 bestand nog niet op beleid en 1 bestand niet te lezen"
    assert out.splitlines()[-1] == f"1 bestand, 0 plannen gecontroleerd ({left}): 1 fout, 0 waarschuwingen."
    found = json.loads(checking("--select", "WP0", "--format", "json")[1])
    assert found["gecontroleerd"]["bestanden"] == ["data/gemeenten.yaml"]
    _, out, _ = checking("--select", "WP0", **register(BAD))
    assert UNREAD not in out
    assert f"{FORM}\n  data/gemeenten.yaml\n  data/plannen.yaml\n" in out
    # A second state without errors: with that one gemeenten.yaml was judged.
    write(Path("data"), {"plannen-2025.yaml": KOP + GOOD})
    _, out, _ = checking("--select", "WP0")
    assert f"{FORM}\n  data/plannen.yaml\n2 " not in out
    assert f"{FORM}\n  data/plannen.yaml\n" in out


@LINKS
@pytest.mark.parametrize("name", ["gemeenten.yaml", "plannen.yaml", "agenda.yaml", "bekend.yaml"])
def test_a_file_that_is_there_and_cannot_be_read_is_named(checking: Checking, name: str) -> None:
    checking("--select", "WP0", **register(GOOD))
    Path("data", name).unlink(missing_ok=True)
    Path("data", name).symlink_to(name)
    code, out, _ = checking("--select", "WP0")
    assert code == 1
    assert f"data/{name}: WP002 fout" in out
    assert f"{UNREAD}\n  data/{name}\n" in out
    found = json.loads(checking("--select", "WP0", "--format", "json")[1])
    assert found["niet_te_lezen"] == [f"data/{name}"]
    assert f"data/{name}" not in found["alleen_vorm"]


def test_nothing_that_could_be_read_is_nothing_checked(checking: Checking) -> None:
    code, out, err = checking("stuk/plannen.yaml", stuk__plannen_yaml="naam: \0\n")
    assert code == 2
    assert "WP004 fout" in out
    assert err == "Fout: er is niets gecontroleerd: geen enkel bestand was te lezen.\n"


EMPTY_STATE = KOP.rstrip() + " []\n"


def test_an_empty_state_beside_a_full_one_is_not_green(checking: Checking) -> None:
    files = register(GOOD)
    files["data__plannen-2025_yaml"] = EMPTY_STATE
    said = "Fout: in 'data/plannen-2025.yaml' staat geen enkel plan; van deze stand is niets gecontroleerd.\n"
    code, out, err = checking(*ONLY, **files)
    assert (code, err) == (2, said)
    assert "Geen enkel plan om te controleren:\n  data/plannen-2025.yaml\n" in out
    assert json.loads(checking(*ONLY, "--format", "json")[1])["zonder_plannen"] == ["data/plannen-2025.yaml"]
    # Asked for by itself, the full one is what there is.
    assert checking("data/plannen.yaml", *ONLY)[0] == 0
    # Errors in the other state are findings first, and the empty one is said all the same.
    write(Path("data"), {"plannen.yaml": KOP + BAD})
    code, _, err = checking(*ONLY)
    assert (code, err) == (1, said)


def test_an_empty_register_beside_a_full_one_is_not_green(checking: Checking) -> None:
    files = register(GOOD, leeg__gemeenten_yaml=GEMEENTEN, leeg__plannen__borne_yaml=EMPTY_STATE)
    files["leeg__plannen__hengelo_yaml"] = EMPTY_STATE
    code, _, err = checking("leeg", "data", *ONLY, **files)
    assert code == 2
    assert err == "Fout: in 'leeg/plannen' staat geen enkel plan; van deze stand is niets gecontroleerd.\n"


def test_a_municipality_without_plans_in_a_state_that_has_them_is_fine(checking: Checking) -> None:
    files = {"data__gemeenten_yaml": GEMEENTEN, "data__plannen__borne_yaml": EMPTY_STATE}
    assert checking(*ONLY, **files, data__plannen__hengelo_yaml=KOP + GOOD)[0] == 0


# What is chosen, and what is accepted.


def test_errors_of_the_reader_are_shown_whatever_is_chosen(checking: Checking) -> None:
    code, out, _ = checking("--select", "WP401", "--ignore", "WP103", **register(BAD))
    assert code == 1
    assert "WP103 fout" in out


def test_a_warning_of_the_reader_can_be_left_out(checking: Checking) -> None:
    plans = "  - {id: a, naam: A, gemeente: Borne, planstatus: hard, restant: 30, reden: Omdat}\n"
    assert "WP220 waarschuwing" in checking("--select", "WP2", **register(plans))[1]
    assert "WP220" not in checking("--select", "WP2", "--ignore", "WP220")[1]


def test_an_accepted_deviation_is_counted_and_shown_when_asked(checking: Checking) -> None:
    files = register(TWICE, data__bekend_yaml=bekend("regel: WP401, plan: b"))
    code, out, _ = checking(*ONLY, "--fail-on", "waarschuwing", **files)
    assert (code, out) == (
        0,
        "3 bestanden, 2 plannen (waarvan 2 niet openbaar) gecontroleerd: 0 fouten, 0 waarschuwingen (en 1 bekend).\n",
    )
    code, out, _ = checking(*ONLY, "--all")
    assert code == 0
    assert out.startswith("Bekend:\ndata/plannen.yaml:8:81: WP401 waarschuwing")


def test_an_accepted_deviation_that_is_gone_is_a_finding(checking: Checking) -> None:
    files = register(GOOD, data__bekend_yaml=bekend("regel: WP401, plan: b"))
    code, out, _ = checking(*ONLY, "--fail-on", "waarschuwing", **files)
    assert code == 1
    assert (
        "data/bekend.yaml:3:13: WP503 waarschuwing: bekende bevinding: WP401 bij plan 'b' komt niet (meer) voor" in out
    )
    assert "    |   - {regel: WP401, plan: b" in out
    # The rule did not run, or not all states were looked at: nothing can be said.
    assert "WP503" not in checking("--select", "WP402,WP503")[1]
    assert "WP503" not in checking("data/plannen.yaml", *ONLY)[1]
    assert "WP503" not in checking("--select", "WP401")[1]


def test_an_accepted_deviation_says_nothing_of_a_broken_state(checking: Checking) -> None:
    files = register(BAD, data__bekend_yaml=bekend("regel: WP401, plan: b"))
    code, out, _ = checking(*ONLY, **files)
    assert code == 1
    assert "WP503" not in out


@pytest.mark.parametrize("agenda", [None, AGENDA + "onzin: 1\n"], ids=["no agreements", "broken agreements"])
def test_an_accepted_deviation_whose_rule_could_not_judge_is_not_called_gone(
    checking: Checking, agenda: str | None
) -> None:
    plans = (
        "  - {id: beek, naam: A, gemeente: Borne, planstatus: hard, restant: 30, strategie: stedelijk_wonen}\n"
        "  - {id: stad, naam: B, gemeente: Hengelo, planstatus: hard, restant: 30}\n"
    )
    files = register(plans, data__bekend_yaml=bekend("regel: WP410, plan: beek"), data__agenda_yaml=AGENDA)
    only = ("--select", "WP410,WP503")
    assert "0 waarschuwingen (en 1 bekend)" in checking(*only, **files)[1]
    if agenda is None:
        Path("data/agenda.yaml").unlink()
    else:
        write(Path("data"), {"agenda.yaml": agenda})
    _, out, _ = checking(*only)
    assert "WP503" not in out
    assert "Niet beoordeeld, want agenda.yaml heeft er geen afspraak over: WP410\n" in out
    # With the agreement the rule passes plan stad by, which has no strategy.
    write(Path("data"), {"bekend.yaml": bekend("regel: WP410, plan: stad"), "agenda.yaml": AGENDA})
    assert "WP503 waarschuwing" in checking(*only)[1]


def test_an_accepted_deviation_of_a_state_that_could_not_be_judged_may_hold_there_alone(checking: Checking) -> None:
    # In the state of 2023 the plan has no status; in that of 2024 it is soft with a year, as agreed.
    plan = "  - {id: beek, naam: A, gemeente: Borne%s}\n"
    files = register(plan % ", planstatus: 3, jaar_hard: 2026", data__agenda_yaml=AGENDA)
    files["data__plannen-2023_yaml"] = KOP.replace("2024", "2023") + plan % ""
    only = ("--select", "WP408,WP503")
    for entry, gone in (("", 0), (", peildatum: 2023-01-01", 0), (", peildatum: 2024-01-01", 1)):
        files["data__bekend_yaml"] = bekend(f"regel: WP408, plan: beek{entry}")
        assert checking(*only, **files)[1].count("WP503 waarschuwing") == gone


def test_an_accepted_deviation_of_a_rule_that_needs_a_day_is_judged_with_one(checking: Checking) -> None:
    files = register(GOOD, data__bekend_yaml=bekend("regel: WP414"), data__agenda_yaml=AGENDA)
    only = ("--select", "WP414,WP503")
    assert "WP503" not in checking(*only, **files)[1]
    # Before 1 July 2024 the state of 1 January 2024 is new enough.
    assert "WP503 waarschuwing" in checking(*only, "--peildatum", "2024-03-01")[1]


def test_an_error_of_the_reader_is_never_accepted(checking: Checking) -> None:
    plans = "  - {id: a, naam: A, gemeente: Borne, restant: 30, oplevering: {2026: 20}}\n"
    code, out, _ = checking(*ONLY, **register(plans, data__bekend_yaml=bekend("regel: WP306, plan: a")))
    assert code == 1
    assert "WP306 fout" in out


def test_the_same_accepted_deviation_twice(checking: Checking) -> None:
    twice = bekend("regel: WP401, plan: b")
    twice += twice.splitlines()[-1] + "\n"
    code, out, _ = checking(*ONLY, **register(TWICE, data__bekend_yaml=twice))
    assert code == 1
    assert "data/bekend.yaml:4:13: WP202 fout: bevinding 'WP401' staat dubbel" in out


# Settings.


def test_settings_of_the_repository(checking: Checking, tmp_path: Path) -> None:
    (tmp_path / "woonplan.toml").write_text('select = ["WP401"]\nseverity = {WP401 = "fout"}\n', encoding="utf-8")
    code, out, _ = checking(**register(TWICE))
    assert code == 1
    assert "WP401 fout" in out


def test_settings_in_pyproject_and_the_command_line_over_them(checking: Checking, tmp_path: Path) -> None:
    text = '[project]\nname = "x"\n[tool.woonplan]\nselect = ["WP401"]\nfail-on = "waarschuwing"\n'
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    assert checking(**register(TWICE))[0] == 1
    assert checking("--fail-on", "fout")[0] == 0
    assert checking("--select", "WP503")[0] == 0
    (tmp_path / "woonplan.toml").write_text('ignore = ["WP401"]\n', encoding="utf-8")
    assert "WP401" not in checking()[1]


def test_settings_are_found_up_to_the_root_of_the_repository(
    checking: Checking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "woonplan.toml").write_text('select = ["WP401"]\nfail-on = "waarschuwing"\n', encoding="utf-8")
    write(tmp_path, {"repo/sub/gemeenten.yaml": GEMEENTEN, "repo/sub/plannen.yaml": KOP + TWICE})
    monkeypatch.chdir(tmp_path / "repo" / "sub")
    # Outside a repository only the folder itself counts, and above its root nothing does.
    assert checking(".")[0] == 0
    (tmp_path / "repo" / ".git").mkdir()
    assert checking(".")[0] == 0
    (tmp_path / "repo" / "woonplan.toml").write_text('select = ["WP401"]\nfail-on = "waarschuwing"\n', encoding="utf-8")
    assert checking(".")[0] == 1


@pytest.mark.parametrize("text", ["[tool.woonplan-x]\n", "[tool.ander]\n", "dit is = = geen TOML\n", "\xff"])
def test_a_shared_file_of_others_is_left_alone(checking: Checking, tmp_path: Path, text: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text, encoding="latin-1")
    assert checking(*ONLY, **register(GOOD))[0] == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('selekt = ["WP4"]', "onbekende sleutel 'selekt'. Bedoelt u 'select'?"),
        ('select = "WP4"', "bij 'select' hoort een lijst van codes"),
        ('select = ["WP999"]', "select: 'WP999' is geen regel of groep"),
        ('fail-on = "error"', "fail-on: 'error' bestaat niet"),
        ("severity = 3", "bij 'severity' hoort een blok"),
        ('severity = {WP999 = "fout"}', "severity: 'WP999' is geen regel"),
        ('severity = {WP4011 = "fout"}', "severity: 'WP4011' is geen regel. Bedoelt u 'WP011', 'WP401' of 'WP411'?"),
        ('severity = {WP4 = "fout"}', "severity: 'WP4' is meer dan een regel. Noem ze een voor een: WP401, WP402,"),
        ('severity = {beleid = "fout"}', "severity: 'beleid' is meer dan een regel. Noem ze een voor een: WP401,"),
        ('severity = {WP401 = "erg"}', "severity WP401: 'erg' bestaat niet"),
        ('severity = {WP307 = "waarschuwing"}', "WP307 blijft een fout"),
        ("select = x", "is geen geldige TOML (regel 1, kolom 10)"),
    ],
)
def test_wrong_settings(checking: Checking, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "woonplan.toml").write_text(text + "\n", encoding="utf-8")
    code, out, err = checking(**register(GOOD))
    assert (code, out) == (2, "")
    assert said in err
    assert "woonplan.toml" in err


def test_settings_that_are_no_text(checking: Checking, tmp_path: Path) -> None:
    (tmp_path / "woonplan.toml").write_bytes(b"\xff\xfe")
    code, _, err = checking(**register(GOOD))
    assert code == 2
    assert "geen UTF-8" in err


# Formats.


@pytest.mark.parametrize("form", ["json", "gitlab", "sarif"])
def test_a_machine_format_keeps_stdout_to_itself(checking: Checking, form: str) -> None:
    code, out, err = checking("--format", form, *ONLY, **register(TWICE))
    assert code == 0
    assert json.loads(out)
    assert err == "2 bestanden, 2 plannen (waarvan 2 niet openbaar) gecontroleerd: 0 fouten, 1 waarschuwing.\n"


def test_concise_is_one_line_for_each_finding(checking: Checking) -> None:
    out = checking("--format", "concise", *ONLY, **register(TWICE))[1]
    assert len(out.splitlines()) == 2


def test_github_writes_totals_to_the_step_summary(
    checking: Checking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("eerder\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    out = checking("--format", "github", *ONLY, **register(TWICE))[1]
    assert out.startswith("::warning file=data/plannen.yaml,line=8,col=81,title=WP401::")
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("eerder\n### woonplan check\n")
    assert "2 bestanden, 2 plannen (waarvan 2 niet openbaar) gecontroleerd: 0 fouten, 1 waarschuwing." in text
    assert "| WP401 | waarschuwing | 1 |" in text


def test_a_step_summary_that_cannot_be_written_is_no_failure(
    checking: Checking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    code, _, err = checking("--format", "github", *ONLY, **register(GOOD))
    assert code == 0
    assert err.startswith("Let op: de samenvatting is niet geschreven")
    assert err.splitlines()[0].endswith(" (GITHUB_STEP_SUMMARY): dit is een map.")


def test_ci_formats_count_paths_from_the_root_of_the_repository(
    checking: Checking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"repo/x/data/gemeenten.yaml": GEMEENTEN, "repo/x/data/plannen.yaml": KOP + TWICE})
    (tmp_path / "repo" / ".git").mkdir()
    monkeypatch.chdir(tmp_path / "repo" / "x")
    assert "file=x/data/plannen.yaml," in checking("--format", "github", *ONLY)[1]
    absolute = str(tmp_path / "repo" / "x" / "data")
    (entry,) = json.loads(checking(absolute, "--format", "gitlab", *ONLY)[1])
    assert entry["location"]["path"] == "x/data/plannen.yaml"
    monkeypatch.setenv("CI_PROJECT_DIR", str(tmp_path))
    (entry,) = json.loads(checking("--format", "gitlab", *ONLY)[1])
    assert entry["location"]["path"] == "repo/x/data/plannen.yaml"


def test_output_goes_to_a_file_and_the_total_to_stderr(checking: Checking, tmp_path: Path) -> None:
    code, out, err = checking("--format", "sarif", "--output", "uit.sarif", *ONLY, **register(TWICE))
    assert (code, out) == (0, "")
    assert err.startswith("2 bestanden")
    log = json.loads((tmp_path / "uit.sarif").read_text(encoding="utf-8"))
    assert log["runs"][0]["results"][0]["ruleId"] == "WP401"
    assert checking("--output", "nergens/uit.txt", *ONLY)[0] == 2


def test_the_same_input_gives_the_same_bytes() -> None:
    one, two = (woonplan("check", "--format", "json", "--all", cwd=ROOT, PYTHONHASHSEED=seed) for seed in "12")
    assert one.stdout == two.stdout
    assert one.stdout


@pytest.mark.parametrize("form", ["text", "concise", "github"])
def test_a_screen_that_is_not_utf8(form: str) -> None:
    done = woonplan("check", "--all", "--format", form, PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")


# Explanations.


def test_explain_a_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "wp103"]) == 0
    out = capsys.readouterr().out
    assert "WP103: geen geheel getal" in out
    assert "woningen: 2.000" in out
    assert "regel 4, kolom 15 van het voorbeeld" in out
    assert run(["explain", "WP198"]) == 0
    assert run(["explain", "WP999"]) == 2
    assert "regel 'WP999' bestaat niet" in capsys.readouterr().err


def test_explain_a_group_of_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "wp21"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("Fout: 'wp21' is een groep regels (WP210, WP211, ")
    assert said.endswith("). Vraag er een, of zie 'woonplan list regels'.\n")
    assert run(["explain", "WP99"]) == 2
    said = "Fout: er is geen regel waarvan de code met 'WP99' begint. Zie 'woonplan list regels'.\n"
    assert capsys.readouterr().err == said


def test_list_the_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list", "regels", "--format", "csv"]) == 0
    assert "WP103,geen geheel getal,vorm,fout," in capsys.readouterr().out


@pytest.mark.parametrize("form", ["csv", "csv-nl", "xlsx"])
def test_findings_as_a_table_for_who_mends_them_in_a_spreadsheet(checking: Checking, tmp_path: Path, form: str) -> None:
    code, out, err = checking(*ONLY, "--format", form, "--output", "bevindingen", **register(TWICE))
    assert (code, out) == (0, "")
    assert "2 plannen (waarvan 2 niet openbaar) gecontroleerd: 0 fouten, 1 waarschuwing" in err
    content = (tmp_path / "bevindingen").read_bytes()
    if form == "xlsx":
        cells = [cell.value for row in openpyxl.load_workbook(io.BytesIO(content)).worksheets[0] for cell in row]
    else:
        cells = [
            cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=_MARKS[form]) for cell in row
        ]
    assert {"waarschuwing", "WP401", "Borne", "b", "B"} <= set(cells)


_MARKS = {"csv": ",", "csv-nl": ";"}


def test_a_wrong_status_does_not_hide_that_a_number_has_no_source(checking: Checking) -> None:
    head = KOP.replace("bron: nota\n", "")
    plan = "  - id: a\n    naam: A\n    gemeente: Borne\n    planstatus: 1D\n    woningen: 40\n"
    code, out, _ = checking("--select", "WP1,WP5", data__plannen_yaml=head + plan, data__gemeenten_yaml=GEMEENTEN)
    assert code == 1
    assert [line.split()[1] for line in out.splitlines() if line.startswith("data/plannen.yaml:")] == ["WP105", "WP504"]
    assert "    |     woningen: 40\n" in out
    # What the rule goes by could not be read itself.
    _, out, _ = checking(
        "--select", "WP1,WP5", data__plannen_yaml=head + plan.replace("naam: A", "naam: A\n    bron: [x]")
    )
    assert "WP504" not in out
