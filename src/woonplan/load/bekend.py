"""`bekend.yaml` to what is known of the source: accepted differences, conflicts of wording, missing parts."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from woonplan.diagnostics import Diagnostic, quote
from woonplan.load.reading import read_beside
from woonplan.load.references.names import WP202, unlisted
from woonplan.model.stand import Invoer
from woonplan.yaml_io import YamlDocument

if TYPE_CHECKING:
    from woonplan.model.bekend import Bekendbestand


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

    def integrity(bekend: Bekendbestand, document: YamlDocument) -> Iterator[Diagnostic]:
        differences = ((v.id, (v.id, v.peildatum)) for v in bekend.verschillen)
        accepted = ((b.regel, (b.regel, b.plan, b.peildatum)) for b in bekend.bevindingen)
        yield from _doubles(differences, "verschil", ("verschillen", "id"), document)
        yield from _doubles(accepted, "bevinding", ("bevindingen", "regel"), document)
        if bronnen is not None:
            yield from unlisted([((), bekend)], document, bronnen)

    return LoadedBekend(*read_beside(path, Bekendbestand, "verschillen", integrity))


def _doubles(
    entries: Iterable[tuple[str, Hashable]], noun: str, keys: tuple[str, str], document: YamlDocument
) -> Iterator[Diagnostic]:
    """Yield the entries of a list that say the same as one before them; ``keys`` are of the list and of the name."""
    seen: set[Hashable] = set()
    for i, (name, entry) in enumerate(entries):
        if entry in seen:
            place = document.place((keys[0], i, keys[1]))
            yield WP202.at(place, f"{noun} {quote(name)} staat dubbel", "Laat een van de twee staan.")
        seen.add(entry)
