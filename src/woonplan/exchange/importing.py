"""One import from beginning to end: files in, and out the bytes of every file that would be written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from woonplan.diagnostics import Diagnostic, Place, Severity, quote
from woonplan.exchange.cells import Book
from woonplan.exchange.fields import field_of
from woonplan.exchange.files.opening import open_book
from woonplan.exchange.headers import own_key
from woonplan.exchange.job import Given, Job
from woonplan.exchange.layouts import flat, mapping
from woonplan.exchange.layouts.layout import Layout
from woonplan.exchange.layouts.mapping import WP628
from woonplan.exchange.layouts.recognise import layouts
from woonplan.exchange.reading import Result, missing, read_plans, same_names
from woonplan.exchange.register.gemeenten import RegisterFile, read_register
from woonplan.exchange.register.identity import slug
from woonplan.exchange.register.merging import Merged, merge
from woonplan.exchange.register.state import LEVEL, read_state
from woonplan.exchange.register.writing import WP624, Head, plan_files
from woonplan.exchange.stock import cbs
from woonplan.exchange.stock.years import stocked
from woonplan.exchange.values.faults import Problem
from woonplan.exchange.values.reader import read
from woonplan.load.context import listed_names
from woonplan.load.nearest import suggestion
from woonplan.load.states import FOLDER, GEMEENTEN
from woonplan.load.states import PLANNEN as SINGLE
from woonplan.model.statussen import BASISSET
from woonplan.yaml_io import parse, read_text

ASIDE = "plannen.yaml.leeg"
"""What an empty plan file beside the folder is called afterwards: two states beside one another are an error."""

_BOM = b"\xef\xbb\xbf"


@dataclass
class Import:
    """What an import would do."""

    recognised: list[str] = field(default_factory=list)
    """What every file is, in words."""
    result: Result = field(default_factory=Result)
    merged: Merged | None = None
    stock: list[str] = field(default_factory=list)
    """Changes in the housing stock, in words."""
    files: dict[Path, bytes] = field(default_factory=dict)
    aside: Path | None = None
    """An empty plan file that has to make room."""
    blocked: bool = False
    """Whether something stands in the way of writing anything at all."""

    @property
    def findings(self) -> list[Diagnostic]:
        """Everything that was found, each once."""
        return list(dict.fromkeys(self.result.findings))

    @property
    def errors(self) -> list[Diagnostic]:
        """The findings that are errors."""
        return [finding for finding in self.findings if finding.severity is Severity.FOUT]


def prepare(job: Job) -> Import:
    """Read the files, hold them against the register, and return what would be written.

    Raises:
        woonplan.exchange.files.xlsx.NoLibrary: A workbook is to be read and its library is not installed.
    """
    out = Import()
    say = out.result.findings
    register, found = read_register(job.data)
    say += found
    kolommen = _kolommen(job, say)
    fixed = _fixed([*(f"{k}={v}" for k, v in (kolommen.vast if kolommen else {}).items()), *job.fixed], say)
    books = [book for path in job.paths if (book := _book(path, say)) is not None]
    out.result.peildatum = _peildatum(job, books, say)
    asked = Given(
        register.listed if register else listed_names(None), out.result.peildatum, fixed, job.hidden, job.partial
    )
    if register is None or (kolommen is not None and out.errors):
        out.blocked = True
        return out
    tables: list[tuple[Book, cbs.Stock]] = []
    readable: list[Layout] = []
    for book in books:
        say += book.findings
        stock = cbs.read_stock(book, asked.listed)
        if stock is None:
            readable += _layouts(book, asked, kolommen, job, say)
        else:
            tables.append((book, stock))
            out.recognised.append(f"{book.name}: {stock.naam}, {len(stock.years)} jaren van gemeenten")
    _read(out, readable, books, asked, job)
    if not out.blocked:
        _write(out, register, books, tables, job, fixed.get(LEVEL))
    if out.blocked or (out.errors and not job.partial):
        out.blocked = True
        out.files.clear()
    return out


def _read(out: Import, readable: list[Layout], books: list[Book], asked: Given, job: Job) -> None:
    """Read the plans; without a reference date, or with an error that nobody wants to pass over, that is all."""
    read_plans(readable, asked, out.result, strict=job.strict)
    out.recognised += _recognised(readable)
    out.result.findings += same_names(out.result.plans)
    if readable:
        missing(asked, out.result, books)
    out.blocked = bool(out.errors) and not job.partial
    out.blocked |= bool(readable) and out.result.peildatum is None


def _write(
    out: Import,
    register: RegisterFile,
    books: list[Book],
    tables: list[tuple[Book, cbs.Stock]],
    job: Job,
    level: str | None,
) -> None:
    """Work out the bytes of every file that changes."""
    for book, stock in tables:
        _stock(out, register, book, stock, job)
    if out.result.plans:
        _plans(out, register, books, job, level)
    if register.data is not None:
        # First: a document that nobody refers to does no harm, a reference without its document does.
        out.files = {job.data / GEMEENTEN: register.data, **out.files}
    for path, data in out.files.items():
        if _has_mark(path):
            out.files[path] = _BOM + data


def _kolommen(job: Job, say: list[Diagnostic]) -> mapping.Kolommen | None:
    if job.mapping is None:
        return None
    kolommen, found = mapping.read_mapping(job.mapping)
    say += found
    return kolommen


def _has_mark(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_BOM)) == _BOM
    except OSError:
        return False


def _fixed(pairs: Sequence[str], say: list[Diagnostic]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for pair in pairs:
        name, _, text = (part.strip() for part in pair.partition("="))
        key = own_key(name)
        if key is None or not text:
            from woonplan.exchange.fields import FIELDS

            hint = suggestion(name, [f.key for f in FIELDS]) or "Schrijf het als planstatus=2A."
            say.append(WP628.at(None, f"{quote(pair)} is geen veld met een waarde", hint))
            continue
        value = read(field_of(key), int(text) if text.isdecimal() and len(text) < 10 and key != "naam" else text)
        if isinstance(value, Problem):
            say.append(value.rule.at(None, f"{name}: {value.message}", value.hint))
            value = value.value
        if value is not None:
            found[key] = value
    return found


def _book(path: Path, say: list[Diagnostic]) -> Book | None:
    book = open_book(path)
    if isinstance(book, Diagnostic):
        say.append(book)
        return None
    return book


def _peildatum(job: Job, books: list[Book], say: list[Diagnostic]) -> str | None:
    """Return the reference date: the one given, or the one that our own template holds."""
    if job.peildatum is not None:
        return job.peildatum
    dates: dict[str, str] = {}
    for book in books:
        date = flat.state_of(book.sheets).get("peildatum")
        if isinstance(date, Problem):
            sheet = next(s for s in book.sheets if slug(s.name) == flat.STATE)
            say.append(date.rule.at(Place(sheet.file), f"peildatum: {date.message}", date.hint))
        elif date is not None:
            dates.setdefault(str(date), book.name)
    if len(dates) > 1:
        told = ", ".join(f"{name}: {date}" for date, name in dates.items())
        say.append(WP624.at(None, f"de bestanden hebben verschillende peildata ({told})", "Lees ze apart in."))
    return next(iter(dates), None)


def _layouts(
    book: Book, asked: Given, kolommen: mapping.Kolommen | None, job: Job, say: list[Diagnostic]
) -> list[Layout]:
    if kolommen is None or job.mapping is None:
        return layouts(book, asked, say)
    found = mapping.apply(book, kolommen, job.mapping.as_posix())
    if isinstance(found, Diagnostic):
        say.append(found)
        return []
    return list(found)


def _recognised(readable: list[Layout]) -> list[str]:
    lines = []
    for layout in readable:
        sheet = f"blad {layout.sheet.name}, " if layout.sheet.name else ""
        lines.append(f"{layout.sheet.book}: {layout.naam} ({sheet}koppen in rij {layout.named_in})")
    return lines


def _stock(out: Import, register: RegisterFile, book: Book, stock: cbs.Stock, job: Job) -> None:
    bron = register.bron(book)
    changed = stocked(register.raw, register.document, stock, bron["id"], job.choice)
    out.result.findings += changed.findings
    out.stock += changed.lines or [f"{stock.naam}: het register zegt dit al ({changed.same} jaren)"]
    for what, count in sorted(stock.passed.items()):
        out.stock.append(f"overgeslagen: {count} x {what}")
    if stock.provisional:
        out.stock.append(f"voorlopige cijfers van het CBS: {', '.join(sorted(stock.provisional))}")
    if changed.data is None or any(f.severity is Severity.FOUT for f in changed.findings):
        return
    register.replace(changed.data)
    if bron["id"] in changed.data.decode():
        _documents(out, register, [bron])


def _plans(out: Import, register: RegisterFile, books: list[Book], job: Job, level: str | None) -> None:
    folder = job.output or job.data / FOLDER
    state = read_state(folder)
    out.result.findings += state.findings
    _beside(out, job, folder)
    bronnen = {book.name: register.bron(book) for book in books}
    merged = merge(out.result.plans, state, {name: bron["id"] for name, bron in bronnen.items()}, job.choice, level)
    out.merged = merged
    out.result.findings += merged.findings
    out.result.rejected += [(plan.layout, plan.rows, [finding]) for plan, finding in merged.conflicts]
    kinds = {plan.layout.soort_aantal for plan in out.result.plans}
    definities = {plan.layout.statusdefinitie for plan in out.result.plans}
    head = Head(
        out.result.peildatum or "",
        definities.pop() if len(definities) == 1 else BASISSET.id,
        kinds.pop() if len(kinds) == 1 else "onbekend",
        level,
    )
    planned = plan_files(merged, state, head)
    out.result.findings += planned.findings
    out.blocked |= bool(planned.findings or state.findings)
    out.files.update(planned.files)
    used = {change.besides.get("bron") for change in merged.changes}
    _documents(out, register, [bron for bron in bronnen.values() if bron["id"] in used])


def _documents(out: Import, register: RegisterFile, bronnen: list[dict[str, str]]) -> None:
    refusal = register.add(bronnen)
    if refusal is not None:
        out.result.findings.append(refusal)
        out.blocked = True


def _beside(out: Import, job: Job, folder: Path) -> None:
    """See to it that no single plan file stands beside the folder: one with records is a state of its own."""
    single = job.data / SINGLE
    if folder != job.data / FOLDER or not single.exists():
        return
    raw = read_text(single, single.as_posix())
    document = None if isinstance(raw, Diagnostic) else parse(raw)[0]
    value = document.value if document else None
    if isinstance(value, dict) and not value.get("plannen") and not (job.data / ASIDE).exists():
        out.aside = single
        return
    message = f"{quote(single.as_posix())} is zelf een stand; een map plannen/ daarnaast kan niet"
    hint = "Geef met --output een andere map, bijvoorbeeld --output " + (job.data / "plannen-2026").as_posix() + "."
    out.result.findings.append(WP624.at(Place(single.as_posix()), message, hint))
    out.blocked = True
