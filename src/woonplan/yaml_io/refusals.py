"""What the reader refuses: findings with their places, bounded in number, and names for what has none."""

from __future__ import annotations

from typing import Any, NoReturn

from woonplan.diagnostics import Diagnostic, Place, quote
from woonplan.rule import Example, Rule, plan_text
from woonplan.yaml_io.problems import WP015, not_listed
from woonplan.yaml_io.text import WP003

MAX_DEPTH = 64
"""Deepest nesting that is read: ten times what a register needs."""

MAX_FINDINGS = 1000
"""After so many findings in one file's syntax the rest is counted and not listed: the file is not a register."""

_YAML_TAG = "tag:yaml.org,2002:"


MAX_ITEMS = 1_000_000
"""Blocks, items of lists and different keys of one file: a few times those of all plans of the Netherlands.

What is larger is not a register, and every one of them costs memory whatever its size in the file.
"""


WP011 = Rule(
    code="WP011",
    naam="sleutel staat dubbel",
    wat="Een sleutel staat twee keer in hetzelfde blok.",
    waarom="De meeste programma's houden dan zonder waarschuwing de laatste over; een van de twee getallen verdwijnt.",
    oplossing="Haal een van de twee weg.",
    fout=Example(plan_text("beekstraat", "restant: 30", "restant: 40"), 5, 5),
    goed=Example(plan_text("beekstraat", "restant: 40")),
)
"""A key twice in one block."""

WP012 = Rule(
    code="WP012",
    naam="sleutel is geen woord",
    wat="Voor de dubbele punt staat een lijst of een blok in plaats van een woord.",
    waarom="Sleutels zijn de namen van de gegevens; iets anders is niet terug te vinden.",
    oplossing="Schrijf 'naam: waarde'.",
    fout=Example(plan_text("beekstraat", "? [plaats]", ": Borne"), 4, 7),
    goed=Example(plan_text("beekstraat", "plaats: Borne")),
)
"""A key that is no word."""

WP013 = Rule(
    code="WP013",
    naam="verwijzing binnen YAML",
    wat="Het bestand gebruikt een anker (&), een verwijzing (*), een label (!) of samenvoegen (<<).",
    waarom=(
        "Dan staat een getal niet op de plaats waar het gebruikt wordt, en is niet meer na te gaan waar het vandaan "
        "komt."
    ),
    oplossing="Schrijf de waarde uit.",
    fout=Example(plan_text("beekstraat", "restant: &aantal 30"), 4, 14),
    goed=Example(plan_text("beekstraat", "restant: 30")),
)
"""An anchor, alias, label or merge key."""

WP014 = Rule(
    code="WP014",
    naam="tweede document in een bestand",
    wat="Na '---' begint een tweede document in hetzelfde bestand.",
    waarom="Alleen het eerste wordt gelezen; wat erna komt zou ongemerkt ontbreken.",
    oplossing="Zet het tweede document in een eigen bestand.",
    hint="Zet het in een eigen bestand.",
    fout=Example(
        "  - id: beekstraat\n    naam: Beekstraat\n    gemeente: Borne\n    restant: 30\n---\nversie: 1\n", 5, 1
    ),
    goed=Example(plan_text("beekstraat", "restant: 30")),
)
"""A second document in one file."""


class Stopped(Exception):  # noqa: N818 - a signal inside this package, not an error for others
    """Nothing more is read: the file is nested deeper, or holds more, than any register."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message)
        self.finding = finding


class Refusals:
    """Everything that was refused in one file."""

    def __init__(self, name: str) -> None:
        self.findings: list[Diagnostic] = []
        self.hidden = 0
        self._name = name
        self._count = 0

    def _finding(self, rule: Rule, mark: Any, message: str, hint: str = "") -> Diagnostic:
        return rule.at(Place(self._name, mark.line + 1, mark.column + 1), message, hint)

    def report(self, rule: Rule, mark: Any, message: str, hint: str = "") -> None:
        """List a finding, or count it where there are too many."""
        if len(self.findings) < MAX_FINDINGS:
            self.findings.append(self._finding(rule, mark, message, hint))
        else:
            self.hidden += 1

    def closed_by(self, last: Diagnostic) -> list[Diagnostic]:
        """Return the findings of a file that cannot be read any further, within the limit and with the reason."""
        rest = [not_listed(self.hidden, last.place)] if self.hidden else []
        return [*self.findings, *rest, last]

    def too_deep(self, mark: Any) -> NoReturn:
        """Stop reading what is nested too deep.

        Raises:
            Stopped: Always.
        """
        raise Stopped(self._finding(WP015, mark, f"meer dan {MAX_DEPTH} niveaus diep genest"))

    def too_many(self, mark: Any) -> NoReturn:
        """Stop reading what holds too much.

        Raises:
            Stopped: Always.
        """
        number = f"{MAX_ITEMS:,}".replace(",", ".")
        message = f"het bestand heeft meer dan {number} blokken en waarden in lijsten"
        raise Stopped(self._finding(WP003, mark, message, "Controleer of dit een register is, of splits het."))

    def decoration(self, event: Any) -> None:
        """Refuse the anchor and the tag of an event, where it has them."""
        if event.anchor is not None:
            self.report(WP013, event.start_mark, f"anker {quote('&' + str(event.anchor))} kan hier niet")
        # A quoted scalar carries the tag '!' of its own; only a tag that was written is refused.
        if event.tag is not None and not (event.tag == "!" and getattr(event, "style", None)):
            # The parser writes out what the file abbreviates: '!!int' stands for a tag of YAML's own.
            written = str(event.tag).replace(_YAML_TAG, "!!", 1)
            self.report(WP013, event.start_mark, f"label {quote(written)} kan hier niet", "Haal het label weg.")

    def key(self, container: dict[str, Any], key: str, event: Any, places: list[Any]) -> str:
        """Refuse a key that stands in a mapping already, or merges another one into it; return its name there.

        ``places`` are the marks of the keys and values of the mapping, in turn.
        """
        if key in container:
            # Looking the first one up takes a walk over the mapping, so not for what is only counted.
            if len(self.findings) < MAX_FINDINGS:
                line = places[2 * list(container).index(key)].line
                self.report(WP011, event.start_mark, f"sleutel {quote(key)} staat dubbel (eerder op regel {line + 1})")
            else:
                self.hidden += 1
        elif not event.style:
            self.report(WP013, event.start_mark, "samenvoegen met '<<' kan hier niet", "Schrijf de regels uit.")
        else:
            return key
        return self.name(container, event.start_mark)

    def name(self, container: dict[str, Any], mark: Any) -> str:
        """Return a name for a refused entry, so that the first value stays and every key keeps its place.

        It starts with NUL, which no file can hold but as the escape in a quoted key; the count goes past those.
        """
        self._count += 1
        if self._count > MAX_ITEMS:
            self.too_many(mark)
        while f"\0{self._count}" in container:
            self._count += 1
        return f"\0{self._count}"
