"""What a rule is: a code, a Dutch explanation with a wrong and a right example, and the findings that are made of it.

A rule stands beside the code that finds it: in `yaml_io` and `load` for what stands in the way of computing, in
`checks` for what is judged of a register that can be read. `woonplan.checks.registry` lists them all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from woonplan.diagnostics import Diagnostic, Place, Severity, quote

GROEPEN: dict[str, str] = {
    "0": "bestanden",
    "1": "vorm",
    "2": "verwijzingen",
    "3": "sommen en jaren",
    "4": "beleid",
    "5": "herkomst",
    "6": "import",
}
"""The groups of rules as users read them, by the hundreds of their codes."""


def is_code(text: str) -> bool:
    """Return whether the text has the shape of a code (`WP401`), whether or not there is such a rule."""
    return bool(re.fullmatch("WP[0-9]{3}", text.strip().upper()))


def is_group(text: str) -> bool:
    """Return whether the text has the shape of the beginning of codes (`WP4`, `WP40`), as `check --select` takes it."""
    return bool(re.fullmatch("WP[0-9]{1,2}", text.strip().upper()))


class Example(NamedTuple):
    """A piece of a file, as the explanation shows it.

    Of a plan file it is the list of records, indented by two spaces, under a standard head, or the whole text where
    that begins with the version; of other files the whole text. ``line`` and ``column`` (from 1, within ``text``) say
    where the wrong example is reported; 0 in a right one.
    """

    text: str
    line: int = 0
    column: int = 0
    file: str = "plannen.yaml"
    """Empty where no piece of a file can show it: a file that is missing, two files that disagree."""
    plannen: str = ""
    """Records under the standard head that belong to an example of another file."""
    peildatum: str | None = None
    """The day to judge on (`--peildatum`), for a rule that needs one."""

    @property
    def is_table(self) -> bool:
        """Whether it is a list of others, of which a row and a column are counted as a spreadsheet does."""
        return self.file.endswith(".csv")


# Compared by identity, since there is one of each; every start of the program makes these classes.
@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class Notice:
    """What a code means. By itself it is no rule, since nothing in a file can be an example of it."""

    code: str
    wat: str
    """What the rule looks at and when it reports, in one or two sentences."""
    oplossing: str
    """What to do."""
    hint: str = ""
    """What to do in the words of a finding, which stands beside what is wrong; absent: ``oplossing``."""
    severity: Severity = Severity.FOUT

    def at(
        self, place: Place | None, message: str, hint: str = "", *, plan: str = "", severity: Severity | None = None
    ) -> Diagnostic:
        """Return a finding at a place; ``plan`` is the id of the record that it is about, which the message then names.

        ``hint`` and ``severity`` are given where they depend on what was found.
        """
        said = f"plan {quote(plan)}: {message}" if plan else message
        advice = hint or self.hint or self.oplossing
        return Diagnostic(self.code, said, place, advice, severity or self.severity, subject=plan)


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class Rule(Notice):
    """A rule with its explanation: the single text behind `explain`, `list regels`, docs/rules.md and SARIF."""

    naam: str
    """What is wrong, in a few words, lower case ("gemeente bestaat niet")."""
    waarom: str
    """What goes wrong without it."""
    fout: Example
    goed: Example
    afspraken: tuple[str, ...] = ()
    """Ids of the agreements in agenda.yaml that the rule rests on: without all of them it judges nothing."""

    @property
    def groep(self) -> str:
        """Group of the rule, by its code."""
        return GROEPEN[self.code[2]]


def situation(text: str) -> Example:
    """Return an example that is told in words."""
    return Example(text, file="")


def plan_text(name: str, *lines: str, gemeente: str = "Borne") -> str:
    """Return a record of a plan file for an example: id, name and municipality in three lines, and the lines after."""
    head = (f"  - id: {name}", f"naam: {name.capitalize().replace('-', ' ')}", f"gemeente: {gemeente}")
    return "\n    ".join((*head, *lines)) + "\n"


def divided_text(verdeling: str) -> str:
    """Return a record in two municipalities for an example: of 30 homes, with a division on the fifth line."""
    head = "  - id: grensland\n    naam: Grensland\n    gemeenten: [Borne, Hengelo]\n    restant: 30\n"
    return f"{head}    verdeling: {{{verdeling}}}\n"


def gemeenten_text(*blocks: str) -> str:
    """Return a whole `gemeenten.yaml` for an example: its head, and blocks of text that end in a line break."""
    head = "versie: 1\nregio: {naam: Twente, provincie: Overijssel}\nbronnen:\n  - {id: nota, titel: Nota wonen}\n"
    return head + "".join(blocks)


BORNE = "gemeenten:\n  - {naam: Borne, code: GM0147}\n"
"""The municipalities of an example that is about something else."""

AMBITIE = "{id: ambitie, soort: ambitie, gebruikt: true, regio: Twente, woningen: 1000}"
"""The statement of an example that is about something else."""


def opgave_text(
    *uitspraken: str,
    telling: str = "{id: tien, van: 2020, tot: 2030, standaard: true}",
    gemeenten: str = BORNE,
) -> str:
    """Return a whole `gemeenten.yaml` with one set of targets, its reading on line 11 and its statements from 13 on."""
    head = "opgaven:\n  - id: nota\n    naam: Nota wonen\n    standaard: true\n    bron: nota\n"
    lines = (f"    tellingen:\n      - {telling}\n    uitspraken:\n", *(f"      - {one}\n" for one in uitspraken))
    return gemeenten_text(head, *lines, gemeenten)


def csv_text(*rows: str) -> str:
    """Return a list of others for an example: its headers and its rows, with semicolons between the cells."""
    return "\n".join(rows) + "\n"
