"""From a folder to a dataset: find the files, read them all, and report everything at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from woonplan.diagnostics import Diagnostic, Place, Severity, quote
from woonplan.load.context import known_names, records
from woonplan.load.references import header_references, plan_references
from woonplan.load.shape import Shaped, shape
from woonplan.load.stock import stock_findings
from woonplan.load.sums import aggregate_sums, control_sums, plan_sums
from woonplan.load.targets import target_findings
from woonplan.model.dataset import Dataset, Deel, Invoer, Stand
from woonplan.model.gemeente import Gemeentenbestand
from woonplan.model.plan import Plannenbestand
from woonplan.yaml_io import Document, RawFile, parse, read_text

GEMEENTEN = "gemeenten.yaml"
PLANNEN = "plannen.yaml"
FOLDER = "plannen"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A dataset, when the files are good enough to compute with, and all findings in the order of their places."""

    dataset: Dataset | None
    findings: tuple[Diagnostic, ...]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings that make computing impossible."""
        return tuple(f for f in self.findings if f.severity is Severity.FOUT)


@dataclass(frozen=True, slots=True)
class _Parsed:
    raw: RawFile
    document: Document | None


def load(data: Path, plannen: Path | None = None) -> Loaded:
    """Return the register in ``data`` with the register state in ``plannen``.

    Args:
        data: Folder with `gemeenten.yaml`, and `plannen.yaml` or a folder `plannen/` unless ``plannen`` is given.
        plannen: A plan file, or a folder of them that make up one register state.
    """
    findings: list[Diagnostic] = []
    files, found = _plan_files(data, plannen)
    findings += found
    gebied_file = _parse(data / GEMEENTEN, findings)
    plan_files = [parsed for path in files if (parsed := _parse(path, findings))]
    dataset = _check(gebied_file, plan_files, findings)
    documents = {p.raw.name: p.document for p in (gebied_file, *plan_files) if p and p.document}
    shown = sorted({_with_excerpt(f, documents): None for f in findings}, key=Diagnostic.sort_key)
    loaded = Loaded(dataset, tuple(shown))
    return loaded if not loaded.errors else replace(loaded, dataset=None)


def _plan_files(data: Path, plannen: Path | None) -> tuple[list[Path], list[Diagnostic]]:
    if plannen is None:
        single, folder = data / PLANNEN, data / FOLDER
        if not folder.is_dir():
            return [single], []
        if single.exists():
            text = f"naast de map {quote(folder.as_posix())} staat ook {quote(PLANNEN)}"
            hint = "Kies met --plannen welke van de twee de stand is."
            return [], [Diagnostic("WP006", text, Place(single.as_posix()), hint)]
        plannen = folder
    if not plannen.is_dir():
        return [plannen], []
    files = sorted(p for p in plannen.iterdir() if p.suffix in (".yaml", ".yml"))
    if files:
        return files, []
    text = f"in de map {quote(plannen.as_posix())} staat geen YAML-bestand"
    return [], [Diagnostic("WP001", text, Place(plannen.as_posix()), "Zet er een plannenbestand in.")]


def _parse(path: Path, findings: list[Diagnostic]) -> _Parsed | None:
    raw = read_text(path, path.as_posix())
    if isinstance(raw, Diagnostic):
        findings.append(raw)
        return None
    document, found = parse(raw)
    findings += found
    return _Parsed(raw, document)


def _check(gebied_file: _Parsed | None, plan_files: list[_Parsed], findings: list[Diagnostic]) -> Dataset | None:
    known = known_names(gebied_file.document if gebied_file else None)
    gebied: Gemeentenbestand | None = None
    invoer: Invoer | None = None
    if gebied_file and gebied_file.document:
        shaped = shape(gebied_file.document, Gemeentenbestand, "gemeenten")
        findings += shaped.findings
        gebied = shaped.value
        invoer = Invoer(gebied_file.raw.name, gebied_file.raw.sha256, gebied_file.document)
        if gebied is not None and not shaped.findings:
            findings += target_findings(gebied, gebied_file.document, known)
            findings += stock_findings(gebied, gebied_file.document)
    delen = [deel for parsed in plan_files if (deel := _deel(parsed, findings))]
    stand = Stand(tuple(delen))
    if delen:
        findings += _one_state(stand)
        plain = Dataset(gebied or _NOWHERE, invoer or Invoer("", ""), stand)
        rows = list(records(stand.delen))
        klassen = plain.klassen
        findings += plan_references(rows, known, {status: str(klasse) for status, klasse in klassen.items()})
        for row in rows:
            findings += plan_sums(row)
        findings += aggregate_sums(rows)
        for deel in delen:
            findings += header_references(deel, known)
            if deel.rows is None:
                findings += control_sums(deel, rows, klassen)
    if gebied is None or invoer is None or not delen:
        return None
    return Dataset(gebied, invoer, stand)


_NOWHERE = Gemeentenbestand.model_validate(
    {"versie": 1, "regio": {"naam": "onbekend", "provincie": "onbekend"}, "bronnen": [], "gemeenten": []}
)


def _deel(parsed: _Parsed, findings: list[Diagnostic]) -> Deel | None:
    if parsed.document is None:
        return None
    shaped: Shaped[Plannenbestand] = shape(parsed.document, Plannenbestand, "plannen")
    findings += shaped.findings
    if shaped.value is None:
        return None
    return Deel(shaped.value, Invoer(parsed.raw.name, parsed.raw.sha256, parsed.document), shaped.rows)


def _one_state(stand: Stand) -> list[Diagnostic]:
    kop = stand.kop
    findings = []
    for deel in stand.delen[1:]:
        for key in ("peildatum", "statusdefinitie"):
            value, expected = getattr(deel.inhoud, key), getattr(kop, key)
            if value != expected:
                message = f"{key} {value} wijkt af van {expected} in {stand.delen[0].invoer.bestand}"
                place = deel.invoer.positions.place((key,))
                findings.append(Diagnostic("WP215", message, place, "Een map plannen/ is een stand op een peildatum."))
    return findings


def _with_excerpt(finding: Diagnostic, documents: dict[str, Document]) -> Diagnostic:
    document = documents.get(finding.place.file) if finding.place else None
    if document is None or finding.place is None:
        return finding
    return replace(finding, excerpt=document.excerpt(finding.place))
