"""WP110: a code that is not written well."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP110",
    naam="code niet goed geschreven",
    wat="Een id, een CBS-code of een jaartal als sleutel heeft niet de vorm die ervoor is afgesproken.",
    waarom="Op codes wordt gekoppeld; een spatie of een ontbrekende nul breekt de koppeling.",
    oplossing=(
        "Een id begint met een letter of cijfer en heeft geen spaties; een CBS-code is GM met vier cijfers "
        "(GM0147); een jaar heeft vier cijfers."
    ),
    fout=Example(
        """\
  - id: beek straat
    naam: Beekstraat
    gemeente: Borne
""",
        line=1,
        column=9,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
"""),
)
