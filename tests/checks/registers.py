"""Write the register around an example, and let the program itself look at it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.checks import imports
from tests.checks.imports import imported
from woonplan.calc.audit.bekend import explain_differences
from woonplan.calc.audit.reconcile import reconcile
from woonplan.calc.view import View
from woonplan.checks.bekend import audit_findings
from woonplan.checks.examples import GEMEENTEN, KOP, files
from woonplan.cli.checking import check_registers
from woonplan.cli.registers import registers
from woonplan.cli.settings import Settings
from woonplan.diagnostics import Diagnostic
from woonplan.load import load
from woonplan.load.bekend import load_bekend
from woonplan.rule import Example, Rule, plan_text

EMPTY = f"{KOP.rstrip()} []\n"
RECORD = "  - {id: %s, naam: A, gemeente: Borne}\n"


def write(folder: Path, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def checked(
    folder: Path, peildatum: str | None = None, *, peilen: Settings | None = None, tegen: str | None = None
) -> list[Diagnostic]:
    """Everything that `woonplan check` reports on a folder."""
    found, wrong = registers([folder])
    assert wrong == []
    return list(check_registers(found, peilen or Settings(), peildatum, tegen).findings)


def audited(folder: Path) -> list[Diagnostic]:
    """Everything that `woonplan reconcile` reports on a folder."""
    dataset = load(folder).dataset
    assert dataset is not None
    loaded = load_bekend(folder / "bekend.yaml", [bron.id for bron in dataset.gebied.bronnen])
    assert loaded.findings == ()
    comparisons = reconcile(View(dataset), None)
    result = explain_differences(comparisons, loaded.bekend, dataset.stand.kop.peildatum)
    return audit_findings(dataset, result, loaded.invoer)


def _no_gemeenten(folder: Path, *, wrong: bool) -> None:
    write(folder, {"plannen.yaml": EMPTY} if wrong else {"plannen.yaml": EMPTY, "gemeenten.yaml": GEMEENTEN})


def _a_folder(folder: Path, *, wrong: bool) -> None:
    write(folder, {"plannen.yaml": EMPTY})
    if wrong:
        (folder / "gemeenten.yaml").mkdir()
    else:
        write(folder, {"gemeenten.yaml": GEMEENTEN})


def _too_large(folder: Path, *, wrong: bool) -> None:
    write(folder, {"plannen.yaml": EMPTY, "gemeenten.yaml": GEMEENTEN})
    if wrong:
        with (folder / "plannen.yaml").open("r+b") as file:
            file.truncate(256 * 1024 * 1024 + 1)  # takes no room on the disk


def _utf16(folder: Path, *, wrong: bool) -> None:
    write(folder, {"gemeenten.yaml": GEMEENTEN})
    (folder / "plannen.yaml").write_bytes(EMPTY.encode("utf-16" if wrong else "utf-8"))


def _two_states(folder: Path, *, wrong: bool) -> None:
    write(folder, {"gemeenten.yaml": GEMEENTEN, "plannen/borne.yaml": EMPTY})
    if wrong:
        write(folder, {"plannen.yaml": EMPTY})


def _a_folder_in_a_folder(folder: Path, *, wrong: bool) -> None:
    write(folder, {"gemeenten.yaml": GEMEENTEN, "plannen/borne.yaml": EMPTY})
    write(folder, {"plannen/noord/hengelo.yaml" if wrong else "plannen/hengelo.yaml": EMPTY})


def _a_table(folder: Path, *, wrong: bool) -> None:
    write(folder, {"gemeenten.yaml": GEMEENTEN, "plannen.yaml": "id;naam;gemeente\n" if wrong else EMPTY})


def _two_dates(folder: Path, *, wrong: bool) -> None:
    write(folder, {"gemeenten.yaml": GEMEENTEN, "plannen/borne.yaml": KOP + RECORD % "b"})
    other = KOP.replace("2024-01-01", "2023-01-01") if wrong else KOP
    write(folder, {"plannen/hengelo.yaml": other + RECORD % "h"})


def _vanished(folder: Path, *, wrong: bool) -> None:
    lapsed = "    vervallen: 2024-05-01\n    telt_mee: false\n    reden: De eigenaar ziet ervan af.\n"
    stood = plan_text("beekweg", "woningen: 30")
    write(folder, {"gemeenten.yaml": GEMEENTEN, "eerder.yaml": KOP.replace("2024", "2023") + stood})
    write(folder, {"plannen.yaml": EMPTY if wrong else KOP + stood + lapsed})


SITUATIONS: dict[str, tuple[Callable[..., None], tuple[str, int, int]]] = {
    "WP001": (_no_gemeenten, ("gemeenten.yaml", 0, 0)),
    "WP002": (_a_folder, ("gemeenten.yaml", 0, 0)),
    "WP003": (_too_large, ("plannen.yaml", 0, 0)),
    "WP004": (_utf16, ("plannen.yaml", 0, 0)),
    "WP006": (_two_states, ("plannen.yaml", 0, 0)),
    "WP007": (_a_folder_in_a_folder, ("plannen/noord", 0, 0)),
    "WP008": (_a_table, ("plannen.yaml", 1, 1)),
    # 'peildatum' is the second line of the head, and its value the twelfth column.
    "WP215": (_two_dates, ("plannen/hengelo.yaml", 2, 12)),
    # The last line of the head is that of the list.
    "WP515": (_vanished, ("plannen.yaml", 6, 1)),
    **imports.SITUATIONS,
}
"""Per rule that no piece of a file can show: what makes the situation, and where it is reported."""


def findings_on(folder: Path, rule: Rule, example: Example, *, wrong: bool) -> list[Diagnostic]:
    if rule.groep == "import":
        return imported(folder, rule.code, example, wrong=wrong)
    if rule.code in SITUATIONS:
        SITUATIONS[rule.code][0](folder, wrong=wrong)
    else:
        write(folder, files(example))
    if rule.code in ("WP501", "WP502"):
        return audited(folder)
    earlier = folder / "eerder.yaml"
    return checked(folder, example.peildatum, tegen=str(earlier) if earlier.exists() else None)
