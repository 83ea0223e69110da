"""WP203: a document that is not listed."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP203",
    naam="bron bestaat niet",
    wat="Bij 'bron' staat het id van een document dat niet in de lijst 'bronnen' voorkomt.",
    waarom="Dan is niet na te gaan uit welk document het getal komt.",
    oplossing=(
        "Verbeter het id, of zet het document in gemeenten.yaml bij 'bronnen' (agenda.yaml mag ook eigen "
        "bronnen hebben)."
    ),
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    bron: notta
""",
        line=4,
        column=11,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    bron: nota
"""),
)
