"""Write an invented register of any size: well kept, with every field of a plan in use, the same for the same seed.

    python benchmarks/generate.py OUT --plannen 50000 --seed 1
    python benchmarks/generate.py OUT --plannen 50000 --files 342
    python benchmarks/generate.py OUT --plannen 50000 --errors 100

The kind is hard on anything that remembers strings: names, sites and remarks are unique, and a fifth of the plans has
accents, apostrophes, ampersands or commas. 50,000 plans are about 45 MB. No name, place or number is real.

`woonplan check` has nothing to report on it: what is measured is judging, and not the printing of warnings. Beside the
plans stands an agenda.yaml with the parameters of a real one and invented values, so that no rule stays idle.

With ``--errors`` the places of what was planted stand in ``OUT-errors.tsv``: file, line, code.
"""

from __future__ import annotations

import argparse
import json
import random
from dataclasses import dataclass, field
from pathlib import Path

GEMEENTEN = 342
PEILJAAR = 2024
REGIO = "Verzonnen Land"
WOONMILIEUS = ("hoogbouw aan het spoor", "laagbouw aan de rand", "lint in het groen")


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_HEADS = _words("bra cla dro elt fri gro hul ijs jor kwa lem mij noor ois pre qui rus sta tri urk vla wes zui")
_MIDDLES = _words("ba de ge ko la me ni po ra se ti vo we zu len mar nor per ster wal")
_TAILS = _words("berg broek dal donk eind geest hof holt horst kamp laar loo meer rode schot veld waard wijk")
_ACCENTS = ("Café", "Coöperatie", "Reeënweide", "Façade", "Übergang", "Crèche", "Tweeën")
_HARD = ("1A", "1B", "2A", "2B", "hard")
_ZACHT = ("1C", "2C", "3", "4A", "4B", "zacht")
_OTHER = ("5A", "5B", "onbekend")
_FASEN = _words(
    "studie start initiatief definitie ontwerp voorbereiding bouwvoorbereiding realisatie_tot_eerste_woning "
    "realisatie_tot_laatste_woning nazorg onbekend"
)
_KNELPUNTEN = _words("ambtelijke_capaciteit bereikbaarheid flora_fauna geluidshinder grondpositie beleid nuts stikstof")
_PLANTYPEN = _words(
    "pand_transformatie transformatiegebied herstructurering verdichting uitbreiding_uitleg uitbreiding_overig"
)
_OPDRACHTGEVERS = _words("gemeente woningcorporatie projectontwikkelaar particulieren meerdere anders onbekend")
_STRATEGIEEN = ("buiten_wonen", "wonen_langs_de_radialen", "stedelijk_wonen")
_SPLITS = {
    "woningtype": ("eengezins", "meergezins", "onbekend"),
    "betaalbaarheid": (
        "sociale_huur",
        "middenhuur",
        "dure_huur",
        "huur_onbekend",
        "betaalbare_koop",
        "dure_koop",
        "koop_onbekend",
        "onbekend",
    ),
    "zorg": ("nultreden", "geclusterd", "zorggeschikt", "regulier", "onbekend"),
}
_PARAMETERS = (
    ("sleutelproject-versnelling-minimum", "waarde: 200, eenheid: woningen"),
    ("sleutelproject-vitaliteit-minimum", ""),
    ("sleutelprojecten-per-regio-minimum", "waarde: 1, eenheid: projecten"),
    ("sleutelprojecten-per-regio-maximum", "waarde: 10, eenheid: projecten"),
    ("sleutelprojecten-productie-eerste-jaar", "waarde: 2024, eenheid: kalenderjaar"),
    ("sleutelprojecten-productie-laatste-jaar", "waarde: 2033, eenheid: kalenderjaar"),
    ("sleutelprojecten-oplevering-laatste-jaar", "waarde: 2034, eenheid: kalenderjaar"),
    ("inbreiding-start", "waarde: 5, eenheid: jaar"),
    ("uitbreiding-realisatie", "waarde: 5, eenheid: jaar"),
    ("inventarisatie-maand", "waarde: 7, eenheid: kalendermaand"),
    ("inventarisatie-dag", "waarde: 1, eenheid: dag_van_de_maand"),
    ("flexcontract-minimum", "waarde: 1, eenheid: maanden"),
    ("flexcontract-maximum", "waarde: 24, eenheid: maanden"),
    ("harde-plannen-gerealiseerd", "waarde: 2033, eenheid: kalenderjaar"),
    ("midterm-review", "waarde: 2028, eenheid: kalenderjaar"),
    ("overzicht-rijk", "waarde: 2, eenheid: jaar"),
    ("ladder-drempel", "waarde: 12, eenheid: woningen"),
    ("betaalbaar-aandeel", "waarde: 2, noemer: 3, eenheid: deel"),
    ("sociale-huur-aandeel", "waarde: 30, eenheid: procent"),
    ("middensegment-aandeel", "waarde: 40, eenheid: procent"),
    ("duurder-aandeel", "waarde: 30, eenheid: procent"),
    ("sociale-huur-netto", "waarde: 0, eenheid: woningen"),
    ("plancapaciteit-dekking", "waarde: 130, eenheid: procent"),
    ("woningtekort", "waarde: 3, eenheid: procent"),
    ("voorraad-grootste-deel", "waarde: 1, noemer: 2, eenheid: deel"),
    ("opgave-grootste-deel", "waarde: 1, noemer: 2, eenheid: deel"),
    ("flexvraag-per-jaar", "waarde: 900, eenheid: huishoudens_per_jaar"),
)
"""The parameters that data/agenda.yaml has, with invented values."""
_GROEPEN = ("opgave-zwaartepunt", "opgave-zwaartepunt-verlengd", "stedelijk-wonen")
"""The groups of municipalities that data/agenda.yaml has."""
_AFSPRAKEN = (
    ("toets-harde-plannen", ""),
    ("zachte-plannen-passend", ""),
    ("jaar-hard-zachte-plannen", ""),
    ("eigen-behoefte-landelijk", ""),
    ("uitsplitsing-programma", "[betaalbaarheid, woningtype, woonmilieu]"),
    ("inventarisatie-velden", "[prioriteit, transformatiepotentie]"),
)
"""The agreements without a number that data/agenda.yaml has, and the fields that they are about."""
_URBAN = 8
"""So many key projects are urban: a region chooses a short list of them."""
_CYCLE = 500
_PARTS = 4
"""Of every 500 records one is an aggregate, and the four after it are parts of it."""

Line = tuple[str, str, object]
"""Indent, key and value of a line of YAML; the value None is a key with a block under it."""


@dataclass
class Planted:
    """Where an error was put: file (relative to the folder), line from 1, code of the finding expected there."""

    file: str
    line: int
    code: str


@dataclass
class _Record:
    lines: list[Line] = field(default_factory=list)
    klasse: str = ""
    low: int = 0
    """What it surely adds to the control total, if it is hard."""

    def put(self, key: str, value: object) -> None:
        self.lines.append(("    ", key, value))

    def block(self, key: str, parts: dict[str, int]) -> None:
        self.put(key, None)
        self.lines += [("      ", name, number) for name, number in parts.items()]

    def index(self, key: str) -> int | None:
        return next((i for i, (indent, name, _) in enumerate(self.lines) if name == key and len(indent) == 4), None)


def text(value: object) -> str:
    """Return a value as YAML: quoted only where a plain word would read as something else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list | tuple):
        return "[" + ", ".join(json.dumps(v, ensure_ascii=False) for v in value) + "]"
    plain = str(value)
    if plain[0] in "'\"&*!|>%@`[]{}#-?:," or ": " in plain or " #" in plain:
        return json.dumps(plain, ensure_ascii=False)
    return plain


class Generator:
    """Makes the records one after the other; the seed decides everything."""

    def __init__(self, plannen: int, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - a benchmark, not a secret
        self.plannen = plannen
        self.gemeenten = [self.name(f"{n:03d}", n % 5 == 0) for n in range(min(GEMEENTEN, max(plannen // 20, 3)))]
        self.cities = self.gemeenten[: len(self.gemeenten) // 3]

    def word(self) -> str:
        """Return an invented word."""
        pick = self.random.choice
        return pick(_HEADS) + pick(_MIDDLES) + pick(_TAILS)

    def name(self, mark: str, special: bool) -> str:
        """Return a unique name; a special one has what makes strings hard to read and to write."""
        word = self.word().capitalize()
        if not special:
            return f"{word} {mark}"
        accent = self.random.choice(_ACCENTS)
        forms = (
            f"'t {word} {mark}",
            f"{accent} {word}, {mark}",
            f"{word} & {accent} {mark}",
            f"{word}'s {accent} {mark}",
        )
        return self.random.choice(forms)

    def sentence(self, words: int) -> str:
        """Return a remark of so many invented words."""
        return f"{' '.join(self.word() for _ in range(words)).capitalize()}."

    def divide(self, number: int, names: tuple[str, ...], most: int) -> dict[str, int]:
        """Return a number in whole parts under some of the names, in their order."""
        chosen = set(self.random.sample(range(len(names)), min(most, len(names))))
        parts: dict[str, int] = {}
        for place, name in enumerate(names):
            if place in chosen:
                parts[name] = self.random.randint(0, number - sum(parts.values()))
        last = next(reversed(parts))
        parts[last] += number - sum(parts.values())
        return parts

    def gemeente(self, i: int) -> int:
        """Return which municipality record ``i`` lies in: those of one municipality stand together."""
        return i * len(self.gemeenten) // self.plannen

    def record(self, i: int) -> _Record:
        """Return record ``i``."""
        if i % _CYCLE == 0:
            return self.aggregate(i)
        return self.plan(i)

    def aggregate(self, i: int) -> _Record:
        """Return a record that stands for plans nobody itemised."""
        record = _Record([("  - ", "id", f"post-{i:06d}")], "hard", 5000)
        record.put("naam", f"Verzamelpost {self.name(str(i), True)}")
        record.put("soort", "verzamelpost")
        record.put("regio", REGIO)
        record.put("planstatus", "hard")
        record.put("restant", 5000)
        record.put("precisie", "circa")
        record.put("precisiewoord", "zo'n")
        record.put("marge", 100)
        # With nothing to demolish, net and gross are the same number and may stand in one sum.
        record.put("soort_aantal", "netto")
        record.put("sloop", 0)
        record.put("vertrouwelijkheid", "openbaar")
        return record

    def plan(self, i: int) -> _Record:  # noqa: PLR0912, PLR0915 - one line per field, in the order of a file
        """Return a plan."""
        chance, number, pick = self.random.random, self.random.randint, self.random.choice
        special = i % 5 == 0
        part = 0 < i % _CYCLE <= _PARTS
        form = "one" if part or chance() < 0.85 else pick(("bounds", "restant", "unknown"))
        homes, done = number(4, 120) + (200 if i % 50 == 7 else 0), number(0, 3)
        left = homes - done
        status = pick(_HARD) if part else pick(_HARD + _ZACHT + _ZACHT + _OTHER)
        klasse = "hard" if status in _HARD else "zacht" if status in _ZACHT else ""
        if form == "unknown" and klasse == "hard":
            # The control total is on hard capacity: with an unknown record in it, it proves nothing.
            form = "bounds"
        record = _Record([("  - ", "id", f"plan-{i:06d}")], klasse)
        put = record.put
        put("naam", self.name(str(i), special))
        own = self.gemeente(i)
        inside = [self.gemeenten[own]]
        if i % 40 == 9 and form == "one":
            pair = (self.gemeenten[own], self.gemeenten[(own + 1) % len(self.gemeenten)])
            inside = list(pair)
            put("gemeenten", pair)
            record.lines.append(("    ", "verdeling", None))
            parts = self.divide(left, pair, 2)
            record.lines += [("      ", json.dumps(name, ensure_ascii=False), homes) for name, homes in parts.items()]
        else:
            put("gemeente", self.gemeenten[own] if i % 7 else f"GM{own + 1:04d}")
        put("plaats", self.name(f"kern {i % 977}", special))
        put("locaties", [self.name(f"straat {i}", special)] + ([self.name(f"laan {i}", False)] if i % 9 == 0 else []))
        put("vertrouwelijkheid", pick(("openbaar", "regio", "provincie", "gemeente")))
        if chance() < 0.8:
            put("opmerkingen", self.sentence(number(6, 14)))
        put("planstatus", status)
        put("projectfase", pick(_FASEN))
        if chance() < 0.3:
            put("knelpunten", self.random.sample(_KNELPUNTEN, 2))
        if chance() < 0.2:
            put("realisatiekans", number(0, 100))
        if chance() < 0.2:
            put("prioriteit", chance() < 0.5)
        if klasse == "zacht":
            put("jaar_hard", PEILJAAR + number(1, 4))
        if form == "one":
            put("woningen", homes)
            put("gerealiseerd", done)
            if i % 17 == 3:
                put("precisie", "circa")
                put("precisiewoord", "ongeveer")
            record.low = left
        elif form == "bounds":
            put("woningen_min", homes)
            put("woningen_max", homes + 20)
        elif form == "restant":
            put("restant", left)
            record.low = left
        if chance() < 0.5:
            # Of an aggregate nothing is to be demolished, so of its parts nothing is.
            # And no plan demolishes more than it builds.
            sloop, gone = 0 if part else min(number(0, 12), left), 0
            put("sloop", sloop)
            if sloop:
                gone = number(0, sloop - 1)
                put("sloop_gerealiseerd", gone)
                record.block("sloop_jaar", {str(PEILJAAR + 1): sloop - gone})
        if chance() < 0.1:
            put("soort_aantal", "bruto")
        if form in ("one", "restant"):
            first = PEILJAAR + number(0, 4)
            span = f"{first + 2}-{first + 5}"
            record.block("oplevering", self.divide(left, (str(first), str(first + 1), span, "onbekend"), number(2, 3)))
            put("start", first)
        plantype = pick(_PLANTYPEN)
        put("plantype", plantype)
        if chance() < 0.1:
            put("transformatiepotentie", chance() < 0.5)
        put("opdrachtgever", pick(_OPDRACHTGEVERS))
        if form == "one" and chance() < 0.1:
            put("studentenwoningen", number(0, homes))
        if form == "unknown":
            # Of a plan of unknown size a part may be agreed; what is absent is unknown.
            some = number(5, 20)
            record.block("woningtype", {"meergezins": some})
            record.block("betaalbaarheid", {"sociale_huur": some})
        else:
            whole = left if form == "restant" else homes
            for key, names in _SPLITS.items():
                if key != "zorg" or chance() < 0.15:
                    record.block(key, self.divide(whole, names, 3))
        if form == "one" and chance() < 0.05:
            flexible = number(0, homes)
            parts = {"flexwoningen": flexible, "regulier_permanent": homes - flexible, "onbekend": 0}
            record.block("flex", {**parts, "contract_maanden_min": 6, "contract_maanden_max": 24})
        put("strategie", pick(_STRATEGIEEN if set(inside) <= set(self.cities) else _STRATEGIEEN[:2]))
        put("woonmilieu", pick(WOONMILIEUS))
        if i % 50 == 7:
            put("sleutelproject", None)
            soort = "stedelijk" if i // 50 < _URBAN else pick(("radialen", "thematisch"))
            record.lines.append(("      ", "soort", soort))
            record.lines.append(("      ", "gebied", self.name(f"gebied {i}", special)))
            record.lines.append(("      ", "thema", self.word()))
            record.lines.append(
                ("      ", "doel", pick(("versnelling", "vitaliteit")) if homes >= 200 else "vitaliteit")
            )
        if plantype.startswith("uitbreiding"):
            put("afwegingskader", "positief")
        elif klasse:
            put("afwegingskader", pick(("positief", "negatief")))
        elif chance() < 0.5:
            put("afwegingskader", "niet_getoetst")
        # Infill that nobody tested is one that was in development already.
        if not klasse or chance() < 0.2:
            put("in_ontwikkeling", not klasse or chance() < 0.5)
        if part:
            put("onderdeel_van", f"post-{i - i % _CYCLE:06d}")
            record.low = 0
        if i % 97 == 11:
            put("telt_mee", False)
            put("reden", self.sentence(3))
            record.low = 0
        put("bijgewerkt", f"{PEILJAAR}-{number(1, 12):02d}-{number(1, 28):02d}")
        if i % 3 == 0:
            put("bron", "opgave")
            put("vindplaats", f"regel {i}, {self.word()}")
            put("herkomst", "fictief")
        return record


_KINDS = ("planstatus", "bijgewerkt", "plantype", "woningen", "gemeente", "oplevering", "onbekende sleutel")
_CODES = dict(zip(_KINDS, ("WP105", "WP108", "WP105", "WP103", "WP201", "WP306", "WP101"), strict=True))


def plant(record: _Record, kind: str) -> int | None:
    """Break a record in one place and return the index of that line; None when this record has no such key."""
    at = record.index("opdrachtgever" if kind == "onbekende sleutel" else kind)
    # The sum of an approximate number proves nothing, so the program rightly says nothing of it.
    if at is None or (kind == "oplevering" and record.index("precisie") is not None):
        return None
    indent, key, value = record.lines[at]
    if kind == "oplevering":
        child, name, homes = record.lines[at + 1]
        record.lines[at + 1] = (child, name, int(str(homes)) + 1)
    else:
        broken: dict[str, object] = {
            "woningen": f"{value}.000",
            "bijgewerkt": f"{PEILJAAR}-13-01",
            "gemeente": "Nergenshuizen",
        }
        name = "opdrachtgevr" if kind == "onbekende sleutel" else key
        record.lines[at] = (indent, name, broken.get(kind, "weet ik niet" if name == key else value))
    return at


def write(out: Path, plannen: int, seed: int = 1, errors: int = 0, files: int = 0) -> list[Planted]:
    """Write a register and return what was planted in it.

    Args:
        out: Folder to write in; made when it does not exist.
        plannen: How many records, at least 1.
        seed: Decides every name and number.
        errors: How many records get one error each, at most one in 5 records.
        files: In how many files of `plannen/`; 0 is one `plannen.yaml`.
    """
    maker = Generator(plannen, seed)
    out.mkdir(parents=True, exist_ok=True)
    (out / "gemeenten.yaml").write_text(_gemeenten(maker), encoding="utf-8", newline="\n")
    (out / "agenda.yaml").write_text(_agenda(maker), encoding="utf-8", newline="\n")
    step = plannen // errors if errors else 0
    planted: list[Planted] = []
    for part in range(files or 1):
        name = f"plannen/deel-{part + 1:03d}.yaml" if files else "plannen.yaml"
        lines = _head(seed)
        hard = 0
        for i in range(*(_uncut(edge * plannen // (files or 1)) for edge in (part, part + 1))):
            record = maker.record(i)
            due = errors and len(planted) < min(errors, i // step + 1) and i % _CYCLE > _PARTS
            at = plant(record, _KINDS[len(planted) % len(_KINDS)]) if due else None
            if at is not None:
                planted.append(Planted(name, len(lines) + at + 1, _CODES[_KINDS[len(planted) % len(_KINDS)]]))
            if record.klasse == "hard":
                hard += record.low
            lines += [f"{a}{key}:" if v is None else f"{a}{key}: {text(v)}" for a, key, v in record.lines]
        lines.append("controle:")
        lines.append(f"  - {{id: som-hard, klassen: [hard], woningen: {hard}, vindplaats: verzonnen}}")
        path = out / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    if errors:
        rows = [f"{p.file}\t{p.line}\t{p.code}\n" for p in planted]
        out.with_name(f"{out.name}-errors.tsv").write_text("".join(rows), encoding="utf-8", newline="\n")
    return planted


def _uncut(at: int) -> int:
    """Return the number of the record that a file begins with: an aggregate and its parts stand in one."""
    return at - at % _CYCLE if at % _CYCLE <= _PARTS else at


def _head(seed: int) -> list[str]:
    return [
        f"# INVENTED by benchmarks/generate.py, seed {seed}: no plan in this file exists.",
        "versie: 1",
        f"peildatum: {PEILJAAR}-01-01",
        "statusdefinitie: basisset-2022",
        "soort_aantal: bruto",
        "herkomst: fictief",
        "bron: opgave",
        "vindplaats: verzonnen",
        "plannen:",
    ]


def _gemeenten(maker: Generator) -> str:
    lines = [
        "# INVENTED by benchmarks/generate.py: no municipality or number in this file exists.",
        "versie: 1",
        "fictief: true",
        f"regio: {{naam: {REGIO}, provincie: Verzonnen Provincie}}",
        "bronnen:",
        "  - {id: opgave, titel: Verzonnen opgave van verzonnen gemeenten}",
        f"woonmilieus: {text(WOONMILIEUS)}",
        "opgaven:",
        "  - id: verzonnen",
        "    naam: Verzonnen opgave",
        "    standaard: true",
        "    bron: opgave",
        "    herkomst: fictief",
        "    tellingen:",
        f"      - {{id: tien-jaar, van: {PEILJAAR}-01-01, tot: {PEILJAAR + 10}-01-01, standaard: true}}",
        "    uitspraken:",
        "      - id: ambitie",
        "        soort: ambitie",
        "        gebruikt: true",
        f"        regio: {REGIO}",
        f"        woningen_min: {maker.plannen * 50}",
        f"        woningen_max: {maker.plannen * 60}",
    ]
    rural = maker.gemeenten[len(maker.cities) :]
    for n, name in enumerate(rural):
        # Low enough for every municipality to meet it: its plans are what is counted.
        need = f"soort: lokale_behoefte, gebruikt: true, gemeente: {json.dumps(name, ensure_ascii=False)}, woningen: 10"
        lines.append(f"      - {{id: behoefte-{n:03d}, {need}}}")
    lines.append("gemeenten:")
    for n, name in enumerate(maker.gemeenten):
        positie = "stedelijk" if name in maker.cities else ("landelijk_regionaal", "landelijk_lokaal")[n % 2]
        lines += [f"  - naam: {text(name)}", f"    code: GM{n + 1:04d}", f"    positie: {positie}"]
        lines.append("    herkomst: fictief")
    return "\n".join(lines) + "\n"


def _agenda(maker: Generator) -> str:
    lines = [
        "# INVENTED by benchmarks/generate.py: nothing in this file was agreed.",
        "versie: 1",
        "bron: opgave",
        "herkomst: fictief",
        "parameters:",
    ]
    for name, value in _PARAMETERS:
        waarden = f"[{{vanaf: {PEILJAAR}, {value}}}]" if value else "[]"
        lines += [f"  - id: {name}", "    naam: Verzonnen waarde", f"    waarden: {waarden}"]
    lines.append("gemeentegroepen:")
    for name, cities in zip(_GROEPEN, (maker.cities[:1], maker.cities[:2], maker.cities), strict=True):
        lines += [f"  - id: {name}", "    naam: Verzonnen steden", f"    gemeenten: {text(cities)}"]
    lines.append("afspraken:")
    for name, velden in _AFSPRAKEN:
        lines += [f"  - id: {name}", "    naam: Verzonnen afspraak", *([f"    velden: {velden}"] if velden else [])]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write a register as the command line asks."""
    parser = argparse.ArgumentParser(description="Write an invented register of any size.")
    parser.add_argument("out", type=Path, metavar="OUT", help="folder to write in")
    parser.add_argument("--plannen", type=int, default=600, help="how many plans (600)")
    parser.add_argument("--seed", type=int, default=1, help="decides every name and number (1)")
    parser.add_argument("--errors", type=int, default=0, help="how many plans get an error (0)")
    parser.add_argument("--files", type=int, default=0, help="number of files in plannen/; 0: one plannen.yaml")
    asked = parser.parse_args()
    planted = write(asked.out, asked.plannen, asked.seed, asked.errors, asked.files)
    print(f"{asked.plannen} plans in {asked.out}, {len(planted)} errors")


if __name__ == "__main__":
    main()
