"""A term with its definition, as the register at hand uses it: what counts as hard is data, and so are documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from woonplan.model.base import slug
from woonplan.model.begrip import WOONAGENDA, WOONAGENDA_TITEL, Begrip
from woonplan.model.begrippen import BEGRIPPEN
from woonplan.model.control import Statusdefinitie
from woonplan.model.dataset import Dataset
from woonplan.model.source import Provenance
from woonplan.model.statussen import BASISSET, FIJN, Planstatus
from woonplan.report.words import joined, source_text, spoken
from woonplan.tables.cell import Key
from woonplan.tables.document import Document, Passage
from woonplan.tables.table import Column, Row, Table

_COLUMNS = (
    Column("begrip", "begrip"),
    Column("definitie", "definitie"),
    Column("criteria", "criteria", drop=5),
    Column("verschilt", "waar het verschilt", drop=3),
    Column("ook", "ook", drop=2),
    Column("bron", "bron", drop=1),
    Column("english", "Engels", drop=4),
)

_KLASSEN = ("hard", "zacht")
"""The terms that are a class of planological statuses."""


def find_begrip(word: str) -> Begrip | None:
    """Return the term with this name or one of its other names; capitals, spaces, `_` and `-` make no difference."""
    wanted = slug(word)
    return next((b for b in BEGRIPPEN if wanted and wanted in map(slug, (b.naam, *b.ook))), None)


def begrippen_table(dataset: Dataset | None) -> Table:
    """Return one row per term, in alphabetical order, as the register uses it where there is one."""
    terms = sorted((as_used(begrip, dataset) for begrip in BEGRIPPEN), key=lambda begrip: begrip.naam)
    rows = tuple(
        Row(b.naam, (Key(b.naam), b.definitie, b.criteria, b.verschilt, Key(", ".join(b.ook)), b.bron, b.english))
        for b in terms
    )
    return Table("begrippen", "Begrippen", _COLUMNS, rows)


def begrip_document(begrip: Begrip, word: str, dataset: Dataset | None) -> Document:
    """Return a term with its definition, its source, and where definitions differ.

    Args:
        begrip: The term.
        word: What was asked for: it may be one status.
        dataset: The register that says which definitions and documents there are; None where there is none.
    """
    used, code = as_used(begrip, dataset), word.upper().strip()
    verschilt, status, in_state = used.verschilt, "", ""
    if code in FIJN:
        status = f"{Planstatus(code).betekenis}; {_state(dataset, lambda one: _counts_as(code, one))}"
        verschilt = _sentences(verschilt, *_others(dataset, lambda one: _counts_as(code, one)))
    elif dataset is not None and begrip.naam in _KLASSEN:
        in_state = _state(dataset, lambda one: _counted(begrip, one))
    lines = (
        (code, status),
        ("betekenis", used.definitie),
        ("in deze stand", in_state),
        ("criteria", used.criteria),
        ("Engels", used.english),
        ("bron", used.bron),
        ("verschillen", verschilt),
        ("zie ook", spoken(", ".join(begrip.ook))),
    )
    passage = Passage(begrip.naam, spoken(begrip.naam), tuple((label, text) for label, text in lines if text))
    facts = {"opdracht": "explain", "naam": Key(begrip.naam)}
    return Document(f"Begrip: {spoken(begrip.naam)}", passages=(passage,), facts=facts)


def as_used(begrip: Begrip, dataset: Dataset | None) -> Begrip:
    """Return a term as a register uses it; without a register as the national basic set and `woonplan` do."""
    agenda = dataset.bron(WOONAGENDA) if dataset else None
    bron, verschilt, criteria = begrip.bron, begrip.verschilt, ""
    if agenda is not None and agenda.titel == WOONAGENDA_TITEL:
        bron = f"{agenda.label} r. {begrip.regels}" if begrip.regels else bron
        verschilt = _sentences(verschilt, begrip.woonagenda.format(bron=agenda.label))
        criteria = begrip.criteria.format(bron=agenda.label)
    used = replace(begrip, bron=bron, verschilt=verschilt, criteria=criteria)
    if begrip.naam not in _KLASSEN:
        return used
    definitie, text = _definitie(dataset), begrip.definitie
    if _statuses(begrip, definitie) != _statuses(begrip, BASISSET):
        text = f"Plannen waarvan de planstatus als {begrip.naam} telt: {_statuses(begrip, definitie)}."
    differing = _others(dataset, lambda one: _counted(begrip, one))
    return replace(used, definitie=text, bron=_named(dataset, definitie), verschilt=_sentences(verschilt, *differing))


def _definitie(dataset: Dataset | None) -> Statusdefinitie:
    return dataset.statusdefinitie if dataset else BASISSET


def _state(dataset: Dataset | None, says: Callable[[Statusdefinitie], str]) -> str:
    """Return what the definition of the state says, and that it is assumed where the state names none."""
    definitie = _definitie(dataset)
    text = f"{says(definitie)} volgens {_named(dataset, definitie)}"
    named = dataset is None or definitie.id == dataset.stand.kop.statusdefinitie
    return text if named else f"{text}; de stand noemt zelf geen definitie"


def _others(dataset: Dataset | None, says: Callable[[Statusdefinitie], str]) -> list[str]:
    """Return what each other definition of the register says, where that is something else."""
    own, definities = says(_definitie(dataset)), dataset.statusdefinities if dataset else ()
    return [f"Volgens {_named(dataset, one)}: {says(one)}." for one in definities if says(one) != own]


def _named(dataset: Dataset | None, definitie: Statusdefinitie) -> str:
    """Return the title of a definition, with the document and the place where the register has it from."""
    place = source_text(dataset, Provenance(definitie.bron, definitie.vindplaats)) if dataset else ""
    return f"{definitie.naam} ({place})" if place else definitie.naam


def _counts_as(code: str, definitie: Statusdefinitie) -> str:
    said = {"niet mee": definitie.telt_niet, "als hard": definitie.hard, "als zacht": definitie.zacht}
    return f"telt {next((words for words, codes in said.items() if code in codes), 'als status onbekend')}"


def _counted(begrip: Begrip, definitie: Statusdefinitie) -> str:
    return f"{_statuses(begrip, definitie)} telt als {begrip.naam}"


def _statuses(begrip: Begrip, definitie: Statusdefinitie) -> str:
    """Return the statuses that count as a class."""
    codes = sorted(definitie.hard if begrip.naam == "hard" else definitie.zacht)
    return f"planstatus {joined(codes or ['geen'], 'of')}"


def _sentences(*texts: str) -> str:
    return " ".join(filter(None, texts))
