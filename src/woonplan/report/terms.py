"""A term with its definition, as the register at hand uses it: what counts as hard is data, and so are documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from woonplan.model.begrippen import BEGRIPPEN, WOONAGENDA, WOONAGENDA_TITEL, Begrip
from woonplan.model.control import Planklasse, Statusdefinitie
from woonplan.model.dataset import Dataset
from woonplan.model.naming import slug
from woonplan.model.source import Bron, Provenance
from woonplan.model.statussen import BASISSET, FIJN, Planstatus
from woonplan.report.words import source_text
from woonplan.tables import Document, Passage

_KLASSEN = {"hard": Planklasse.HARD, "zacht": Planklasse.ZACHT}
"""The terms that are a class of planological statuses."""


def find_begrip(word: str) -> Begrip | None:
    """Return the term with this name or one of its other names; capitals, spaces, `_` and `-` make no difference."""
    wanted = slug(word)
    return next((b for b in BEGRIPPEN if wanted and wanted in map(slug, (b.naam, *b.ook))), None)


def begrip_document(begrip: Begrip, word: str, dataset: Dataset | None) -> Document:
    """Return a term with its definition, its source, and where definitions differ.

    Args:
        begrip: The term.
        word: What was asked for: it may be one status.
        dataset: The register that says which definitions and documents there are; None where there is none.
    """
    used = as_used(begrip, dataset)
    items = [("betekenis", used.definitie), ("Engels", used.english), ("bron", used.bron)]
    code, verschilt = word.upper().strip(), used.verschilt
    if code in FIJN:
        items.insert(0, (code, f"{Planstatus(code).betekenis}; {_state(dataset, lambda one: _counts_as(code, one))}"))
        verschilt = _joined(verschilt, *_others(dataset, lambda one: _counts_as(code, one)))
    elif dataset is not None and begrip.naam in _KLASSEN:
        items.insert(1, ("in deze stand", _state(dataset, lambda one: _counted(begrip, one))))
    if verschilt:
        items.append(("verschillen", verschilt))
    if begrip.ook:
        items.append(("zie ook", ", ".join(begrip.ook)))
    passage = Passage(begrip.naam, begrip.naam, tuple(items))
    facts = {"opdracht": "explain", "naam": begrip.naam}
    return Document(f"Begrip: {begrip.naam}", passages=(passage,), facts=facts)


def as_used(begrip: Begrip, dataset: Dataset | None) -> Begrip:
    """Return a term as a register uses it; without a register as the national basic set and `woonplan` do."""
    agenda = _woonagenda(dataset)
    bron, verschilt = begrip.bron, begrip.verschilt
    if agenda is not None:
        bron = f"{agenda.label} r. {begrip.regels}" if begrip.regels else bron
        verschilt = _joined(verschilt, begrip.woonagenda.format(bron=agenda.label))
    used = replace(begrip, bron=bron, verschilt=verschilt)
    if begrip.naam not in _KLASSEN:
        return used
    definitie = _definitie(dataset)
    text = begrip.definitie
    if _statuses(begrip, definitie) != _statuses(begrip, BASISSET):
        text = f"Plannen waarvan de planstatus als {begrip.naam} telt: {_listed(_statuses(begrip, definitie))}."
    differing = _others(dataset, lambda one: _counted(begrip, one))
    return replace(used, definitie=text, bron=_named(dataset, definitie), verschilt=_joined(verschilt, *differing))


def _woonagenda(dataset: Dataset | None) -> Bron | None:
    bron = dataset.bron(WOONAGENDA) if dataset else None
    return bron if bron is not None and bron.titel == WOONAGENDA_TITEL else None


def _definitie(dataset: Dataset | None) -> Statusdefinitie:
    return dataset.statusdefinitie if dataset else BASISSET


def _state(dataset: Dataset | None, says: Callable[[Statusdefinitie], str]) -> str:
    """Return what the definition of the state says, and that it is assumed where the state names none."""
    definitie = _definitie(dataset)
    text = f"{says(definitie)} volgens {_named(dataset, definitie)}"
    if dataset is None or definitie.id == dataset.stand.kop.statusdefinitie:
        return text
    return f"{text}; de stand noemt zelf geen definitie"


def _others(dataset: Dataset | None, says: Callable[[Statusdefinitie], str]) -> list[str]:
    """Return what each other definition of the register says, where that is something else."""
    own = says(_definitie(dataset))
    known = dataset.statusdefinities if dataset else ()
    return [f"Volgens {_named(dataset, one)}: {says(one)}." for one in known if says(one) != own]


def _named(dataset: Dataset | None, definitie: Statusdefinitie) -> str:
    """Return the title of a definition, with the document and the place where the register has it from."""
    place = source_text(dataset, Provenance(definitie.bron, definitie.vindplaats)) if dataset else ""
    return f"{definitie.naam} ({place})" if place else definitie.naam


def _counts_as(code: str, definitie: Statusdefinitie) -> str:
    if code in definitie.telt_niet:
        return "telt niet mee"
    klasse = next((naam for naam, klasse in _KLASSEN.items() if code in _of(definitie, klasse)), None)
    return f"telt als {klasse}" if klasse else "telt als status onbekend"


def _counted(begrip: Begrip, definitie: Statusdefinitie) -> str:
    return f"{_listed(_statuses(begrip, definitie))} telt als {begrip.naam}"


def _statuses(begrip: Begrip, definitie: Statusdefinitie) -> tuple[str, ...]:
    return tuple(sorted(_of(definitie, _KLASSEN[begrip.naam])))


def _of(definitie: Statusdefinitie, klasse: Planklasse) -> tuple[str, ...]:
    return definitie.hard if klasse is Planklasse.HARD else definitie.zacht


def _listed(statuses: tuple[str, ...]) -> str:
    *first, last = statuses or ("geen",)
    return f"planstatus {', '.join(first)} of {last}" if first else f"planstatus {last}"


def _joined(*texts: str) -> str:
    return " ".join(text for text in texts if text)
