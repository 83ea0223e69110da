"""WP010: text that is not YAML."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP010",
    naam="YAML niet te lezen",
    wat=(
        "De regels van YAML kloppen hier niet: een tab, een verkeerde inspringing, een aanhalingsteken dat "
        "niet gesloten wordt."
    ),
    waarom=(
        "Vanaf deze plaats is niet te zeggen wat waarbij hoort. De rest van het bestand is daarom niet gecontroleerd."
    ),
    oplossing=(
        "Spring in met spaties, zet na elke sleutel een dubbele punt en een spatie, en zet tekst met een "
        "dubbele punt erin tussen aanhalingstekens."
    ),
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
\tplaats: Borne
""",
        line=4,
        column=1,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    plaats: Borne
"""),
)
