"""Dutch words for what the register holds (dates, documents, amounts), and for what it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from woonplan.calc.capacity.trace import SharedParts, sources
from woonplan.calc.capacity.trace import documents as documents_of
from woonplan.calc.gap.balance import balance
from woonplan.calc.gap.groups import Group
from woonplan.calc.number.figure import Figure, Op
from woonplan.calc.question import By, Tegen
from woonplan.calc.view import View
from woonplan.model.control import Planklasse
from woonplan.model.dataset import Dataset
from woonplan.model.plan import Plan
from woonplan.model.source import Bron, Herkomst, Provenance
from woonplan.model.statussen import of_klasse
from woonplan.model.target import Telling
from woonplan.model.vocabulary import SoortAantal
from woonplan.numerals import amount
from woonplan.tables.cell import Key

NOT_ASSIGNED = "niet_toegewezen"
"""Key of the row for what is not assigned to a group."""

_REST = {
    By.GEMEENTE: "niet verdeeld over gemeenten",
    By.OPDRACHTGEVER: "onbekend",
    By.AFWEGINGSKADER: "niet vastgelegd",
    **dict.fromkeys((By.BETAALBAARHEID, By.WONINGTYPE, By.ZORG, By.FLEX), "niet verdeeld of onbekend"),
}
"""What the row for what is not assigned to a group is called; for the others it says just that."""

_OTHERWISE = {"records": "plannen"}
"""Names that readers have another word for."""

NO_OPGAVE = "in het register staat geen opgave"

FILLS_STOCK = "'woonplan import BESTAND' met tabel 81955NED van CBS StatLine (csv) vult ze aan"
"""Which file holds the stock of years that a register lacks, and how it comes in."""

TELT_NIET = f"telt niet ({'/'.join(of_klasse(Planklasse.TELT_NIET))})"
"""Header of the capacity that does not count, with its statuses by the national basic set."""

NO_GEMEENTE = "in gemeenten.yaml staat geen gemeente"

NO_YEARS = "er is geen opgave met een periode, en geen (zichtbaar) plan in de stand noemt een jaar van oplevering"

NO_TARGET = "geen opgave"

SIGNS = {
    Op.SOM: "+",
    Op.SAMEN: "+",
    Op.RECORDS: "+",
    Op.VERSCHIL: "-",
    Op.WIJZIGING: "-",
    Op.REST: "-",
    Op.QUOTIENT: "/",
}
"""What stands between the parts of a figure in its formula."""

LIMITS = {Op.MINSTENS: "minstens", Op.HOOGSTENS: "ten hoogste"}
"""What stands between the first part and the others, where those bound it."""

_BETWEEN = {Op.NIETS_TOT_ALLES: "0 tot {}", Op.OF_MINDER: "{} of minder", Op.VAN_TOT: "van {} tot {}"}
"""How a formula says what lies between its parts."""


def counted_as(kinds: Iterable[tuple[SoortAantal, int]], *, netto: bool) -> str:
    """Return how homes are counted: net of demolition, as it was asked or as the source has it, or gross.

    Args:
        kinds: The kinds of number in the sums (``number_kinds``).
        netto: Whether demolition was taken off.
    """
    if netto:
        return "netto"
    found = {kind for kind, _ in kinds}
    if found == {SoortAantal.NETTO}:
        return "netto in de bron"
    return f"zonder sloop af te trekken{', deels netto in de bron' if SoortAantal.NETTO in found else ''}"


def joined(words: Sequence[str], last: str = "en") -> str:
    """Return words as a list in a sentence: `a`, `a, b en c`."""
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def dutch_date(datum: str) -> str:
    """Return ``2020-01-01`` as ``1-1-2020``, ``2021-07`` as ``7-2021`` and ``2021`` as it is."""
    return "-".join(str(int(part)) for part in reversed(datum.split("-")))


def dutch_period(telling: Telling) -> str:
    """Return a period with both bounds, the end exclusive."""
    return f"{dutch_date(telling.van)} tot {dutch_date(telling.tot)} ({telling.jaren} jaar)"


def group_key(group: Group) -> str:
    """Return what a row of a grouping is called by machines."""
    return group.key or NOT_ASSIGNED


def group_label(key: str, by: By) -> str:
    """Return what a row of a grouping is called by readers."""
    if not key:
        return _REST.get(by, "niet toegewezen")
    return key if by is By.GEMEENTE else Key(key)


def spoken(name: str) -> str:
    """Return a word of a closed list, or the name of a figure, as readers see it: `sociale_huur` as `sociale huur`."""
    return _OTHERWISE.get(name) or name.replace("_", " ")


def unplaced(records: int, *, netto: bool = False) -> tuple[str, ...]:
    """Return what rows say where some records may belong to any of several; nothing where there are none."""
    text = (
        f"van {amount(records, 'plan', 'plannen')} is niet bekend in welke rij de woningen horen; een rij waar die "
        f"bij kunnen horen, {known_here(netto=netto)}, of 'onbekend' waar niets is toegewezen."
    )
    return (text,) if records else ()


def known_here(*, netto: bool) -> str:
    """Return what a row or year gives to which more may belong; net of demolition that may take away as well."""
    return "geeft wat er bekend bij hoort ('zonder')" if netto else "geeft ten minste wat er staat ('min.')"


def where(dataset: Dataset, plan: Plan) -> str:
    """Return the municipalities of a plan, or its region."""
    return ", ".join(dataset.gemeenten_of(plan)) or f"{plan.regio} (regio)"


def klasse_word(klasse: Planklasse) -> str:
    """Return the class of a plan's status."""
    return spoken(klasse)


def about(bron: Bron) -> tuple[str, ...]:
    """Return the title of a document, its publisher, its date and its address."""
    date = dutch_date(bron.datum) if bron.datum else "onbekend"
    return bron.titel, bron.uitgever or "onbekend", date, bron.adres or ""


def source_text(dataset: Dataset, source: Provenance, agreed: Iterable[Bron] = ()) -> str:
    """Return document and place, as a reader would look them up, and whether the figure was derived from it.

    Documents of the agenda (``agreed``), which may know others than the register, come first.
    """
    bron = next((bron for bron in agreed if bron.id == source.bron), None) or dataset.bron(source.bron)
    label = bron.label if bron else source.bron
    text = ", ".join(filter(None, (label, source.vindplaats)))
    return f"{text}, afgeleid" if text and source.herkomst is Herkomst.AFGELEID else text


def in_formula(figure: Figure, parts: Sequence[str]) -> str:
    """Return how a figure follows from its parts, with these words or numbers for them: ``ambitie - hard``."""
    numerator, denominator = figure.ratio or (1, 1)
    ratio = str(numerator) if denominator == 1 else f"{numerator}/{denominator}"
    if figure.op is Op.AANDEEL:
        return f"{ratio} x {parts[0]}"
    if figure.op is Op.MAAL:
        return f"{parts[0]} / {denominator}" if numerator == 1 < denominator else f"{parts[0]} x {ratio}"
    if figure.op in LIMITS:
        return f"{parts[0]}, {LIMITS[figure.op]} {' + '.join(parts[1:])}"
    if figure.op in _BETWEEN:
        return _BETWEEN[figure.op].format(*parts)
    return f" {SIGNS[figure.op]} ".join(parts) if len(parts) > 1 else parts[0]


def _follows(figure: Figure) -> str:
    """Return the same in the words of a row, in which a supply is what it consists of."""
    if figure.op is Op.NIET_ONDER_NUL:
        return f"{_follows(figure.parts[0])}, minstens 0"
    share = figure.op is Op.AANDEEL
    return in_formula(figure, [part.label if share else _term(part) for part in figure.parts])


def _term(part: Figure) -> str:
    if part.op is Op.SOM and part.name in ("aanbod", "beschikbaar") and part.parts:
        return _follows(part)
    return spoken(part.name)


def where_from(dataset: Dataset, figure: Figure) -> str:
    """Return what a row says about its source: the place in the document, or how it was computed."""
    own = source_text(dataset, figure.origin.source) if figure.origin else ""
    if figure.op is Op.GEGEVEN:
        return own
    if figure.op is Op.RECORDS:
        return _sources(dataset, figure)
    return f"{_follows(figure)}; {own}" if own else _follows(figure)


def _sources(dataset: Dataset, figure: Figure) -> str:
    """Return the source of a sum of records, and of how many records it is the sum."""
    count = figure.parts.records if isinstance(figure.parts, SharedParts) else len(figure.parts)
    text = source_list(dataset, (figure,))
    return text if not text or count == 1 else f"{text} ({count} plannen)"


def source_list(dataset: Dataset, figures: Iterable[Figure]) -> str:
    """Return the sources of figures: document and place when there is one, otherwise the documents."""
    figures = tuple(figures)
    single = ""
    for source in (source for figure in figures for source in sources(figure)):
        text = source_text(dataset, source)
        if text and single and text != single:
            return documents(dataset, figures)
        single = single or text
    return single or documents(dataset, figures)


def documents(dataset: Dataset, figures: Iterable[Figure]) -> str:
    """Return the documents that figures come from, each once, in the order of the figures."""
    found = dict.fromkeys(bron for figure in figures for bron in documents_of(figure))
    brons = ((bron_id, dataset.bron(bron_id)) for bron_id in found)
    return "; ".join(dict.fromkeys(bron.label if bron else bron_id or "zonder bron" for bron_id, bron in brons))


def places(dataset: Dataset, figures: Iterable[Figure]) -> str:
    """Return the documents that figures come from with the places in them, each once, in the order of the figures."""
    return "; ".join(dict.fromkeys(source_text(dataset, s) for figure in figures for s in sources(figure)))


def no_target(view: View) -> str:
    """Return what is missing where the area asked for has no target, as a clause without a full stop."""
    what = "ambitie" if view.question.tegen is Tegen.AMBITIE else "lokale behoefte"
    if view.opgave is None:
        return NO_OPGAVE
    zonder_doel = balance(view).zonder_doel
    if view.question.gemeenten and zonder_doel:
        return f"in opgave {view.opgave.id} staat geen {what} voor {', '.join(zonder_doel)}"
    return f"in opgave {view.opgave.id} staat geen {what} voor de regio ({view.dataset.gebied.regio.naam})"


def no_pace(view: View) -> str:
    """Return what is missing to know how much is needed a year; empty where nothing is."""
    if balance(view).doel is None:
        return no_target(view)
    if view.telling is not None and view.telling.jaren <= 0:
        return f"de periode van telling {view.telling.id} heeft geen heel jaar"
    return ""
