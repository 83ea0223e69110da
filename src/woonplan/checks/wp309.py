"""WP309: records that miss a published total."""

from __future__ import annotations

from woonplan.checks.rule import Example, Rule

RULE = Rule(
    code="WP309",
    naam="controletotaal klopt niet",
    wat="De plannen tellen niet op tot een totaal dat de bron geeft en dat bij 'controle' staat.",
    waarom="Een gemist of dubbel plan valt alleen op tegen een totaal van buiten.",
    oplossing=(
        "Zoek het plan dat afwijkt van zijn bron. Zijn de delen afgerond, geef dan een tolerantie met een reden."
    ),
    fout=Example(
        """\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    planstatus: hard
    restant: 97
controle:
  - {id: nota-hard, klassen: [hard], woningen: 100, tolerantie: 2}
""",
        line=7,
        column=48,
    ),
    goed=Example("""\
  - id: beekstraat
    naam: Beekstraat
    gemeente: Borne
    planstatus: hard
    restant: 98
controle:
  - {id: nota-hard, klassen: [hard], woningen: 100, tolerantie: 2}
"""),
)
