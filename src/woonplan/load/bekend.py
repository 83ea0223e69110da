"""`bekend.yaml` to what is known of the source: accepted differences, conflicts of wording, missing parts."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from woonplan.diagnostics import Diagnostic, quote
from woonplan.load.nearest import suggestion
from woonplan.load.shape import shape
from woonplan.model.stand import Invoer
from woonplan.yaml_io import parse, read_text
from woonplan.yaml_io.problems import not_listed

if TYPE_CHECKING:
    from woonplan.model.bekend import Bekendbestand

BEKEND = "bekend.yaml"


class LoadedBekend(NamedTuple):
    """The file, when it is good enough to use, with its positions and all findings in order of place."""

    bekend: Bekendbestand | None
    invoer: Invoer | None
    findings: tuple[Diagnostic, ...]


def load_bekend(path: Path, bronnen: Collection[str] | None) -> LoadedBekend:
    """Return what is known of the source; a register without the file knows nothing, which is no finding.

    Args:
        path: The file, `bekend.yaml` in the folder of the register.
        bronnen: Ids of the documents that the register lists; without them no reference is judged.
    """
    if not path.exists() and not path.is_symlink():
        return LoadedBekend(None, None, ())
    # Most registers have no such file; its models cost as much as reading a small one.
    from woonplan.model.bekend import Bekendbestand

    raw = read_text(path, path.as_posix())
    if isinstance(raw, Diagnostic):
        return LoadedBekend(None, None, (raw,))
    document, findings = parse(raw)
    if document is None:
        return LoadedBekend(None, None, tuple(findings))
    shaped = shape(document, Bekendbestand, "verschillen")
    findings += shaped.findings
    if document.hidden + shaped.hidden:
        findings.append(not_listed(document.hidden + shaped.hidden, findings[-1].place))
    if shaped.value is not None and not shaped.findings:
        seen: dict[tuple[str, str | None], int] = {}
        for i, verschil in enumerate(shaped.value.verschillen):
            name = (verschil.id, verschil.peildatum)
            if name in seen:
                place = document.place(("verschillen", i, "id"))
                message = f"verschil {quote(verschil.id)} staat dubbel"
                findings.append(Diagnostic("WP202", message, place, "Laat een van de twee staan."))
            seen.setdefault(name, i)
        accepted: set[tuple[str, str | None, str | None]] = set()
        for i, bevinding in enumerate(shaped.value.bevindingen):
            entry = (bevinding.regel, bevinding.plan, bevinding.peildatum)
            if entry in accepted:
                place = document.place(("bevindingen", i, "regel"))
                message = f"bevinding {quote(bevinding.regel)} staat dubbel"
                findings.append(Diagnostic("WP202", message, place, "Laat een van de twee staan."))
            accepted.add(entry)
        bron = shaped.value.bron
        if bron is not None and bronnen is not None and bron not in bronnen:
            hint = suggestion(bron, bronnen) or "Zet het document bij 'bronnen' in gemeenten.yaml."
            findings.append(Diagnostic("WP203", f"bron {quote(bron)} bestaat niet", document.place(("bron",)), hint))
    shown = [document.lines.shown(finding) for finding in findings]
    invoer = Invoer(raw.name, raw.sha256, document)
    return LoadedBekend(None if shown else shaped.value, invoer, tuple(sorted(shown, key=Diagnostic.sort_key)))
