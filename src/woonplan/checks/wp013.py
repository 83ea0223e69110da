"""WP013: an anchor, alias, label or merge key."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP013",
    naam="verwijzing binnen YAML",
    wat="Het bestand gebruikt een anker (&), een verwijzing (*), een label (!) of samenvoegen (<<).",
    waarom=(
        "Dan staat een getal niet op de plaats waar het gebruikt wordt, en is niet meer na te gaan waar het "
        "vandaan komt."
    ),
    oplossing="Schrijf de waarde uit.",
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    restant: &aantal 30
""",
        line=4,
        column=14,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    restant: 30
"""),
)
