"""Rules as documents: the one text behind `explain`, `list regels`, docs/rules.md and SARIF."""

from __future__ import annotations

from woonplan.checks.registry import TECHNISCH, every_rule, find_rule
from woonplan.diagnostics import RuleText
from woonplan.numerals import listing, plural
from woonplan.rule import GROEPEN, Example, Rule
from woonplan.tables.document import Document, Passage
from woonplan.tables.table import Column, Row, Table

_COLUMNS = (
    Column("code", "code"),
    Column("naam", "regel"),
    Column("groep", "groep", drop=2),
    Column("ernst", "ernst", drop=1),
    Column("wat", "wat", drop=3),
)


def rule_document(code: str) -> Document | None:
    """Return the explanation of a code, or None when there is no such code."""
    rule = find_rule(code)
    name = code.strip().upper()
    if rule is not None:
        passage = Passage(rule.code, f"{rule.code}: {rule.naam}", tuple(_items(rule)))
    elif name in TECHNISCH:
        passage = Passage(name, name, (("betekenis", TECHNISCH[name]),))
    else:
        return None
    facts = {"opdracht": "explain", "naam": name}
    return Document(f"Regel: {name}", passages=(passage,), facts=facts)


def rules_document() -> Document:
    """Return all rules as a table."""
    rows = tuple(
        Row(rule.code, (rule.code, rule.naam, rule.groep, str(rule.severity), rule.wat)) for rule in every_rule()
    )
    table = Table("regels", "Regels", _COLUMNS, rows, notes=("Uitleg van een regel: woonplan explain WP103.",))
    facts = {"opdracht": "list", "lijst": "regels"}
    return Document("Regels van 'woonplan check' en 'woonplan import'", (table,), facts=facts)


def rule_text(rule: Rule) -> RuleText:
    """Return what formats that list rules need to know of one."""
    plain = "\n".join(f"{label}: {text}" for label, text in _items(rule))
    return RuleText(rule.code, rule.naam, rule.wat, plain, rule_markdown(rule))


def rule_markdown(rule: Rule) -> str:
    """Return the explanation of a rule as Markdown, without a title."""
    parts = [rule.wat, f"**Waarom.** {rule.waarom}", f"**Wat te doen.** {rule.oplossing}"]
    where = f" Gemeld op {_where(rule.fout)}." if _where(rule.fout) else ""
    parts += [f"**Fout.**{where}\n\n{_block(rule.fout)}", f"**Goed.**\n\n{_block(rule.goed)}"]
    rests = _rests_on(rule)
    parts.append(f"Standaard een {rule.severity}." + (f" Alleen met {rests}." if rests else ""))
    return "\n\n".join(parts) + "\n"


def groups() -> tuple[tuple[str, str, tuple[Rule, ...]], ...]:
    """Return the groups in order, with the beginning of their codes and their rules."""
    return tuple(
        (f"WP{digit}", groep, tuple(rule for rule in every_rule() if rule.groep == groep))
        for digit, groep in GROEPEN.items()
    )


def _items(rule: Rule) -> list[tuple[str, str]]:
    items = [
        ("wat", rule.wat),
        ("waarom", rule.waarom),
        ("wat te doen", rule.oplossing),
        ("fout", _shown(rule.fout)),
        ("gemeld op", _where(rule.fout)),
        ("goed", _shown(rule.goed)),
        ("ernst", str(rule.severity)),
        ("groep", rule.groep),
        ("alleen met", _rests_on(rule)),
    ]
    return [(label, text) for label, text in items if text]


def _rests_on(rule: Rule) -> str:
    """Return the agreements without which a rule judges nothing; empty where it needs none."""
    if not rule.afspraken:
        return ""
    return f"{plural(len(rule.afspraken), 'afspraak', 'afspraken')} {listing(rule.afspraken)} in agenda.yaml"


def _where(example: Example) -> str:
    day = f", met --peildatum {example.peildatum}" if example.peildatum else ""
    if example.is_table:
        column = f", kolom {chr(ord('A') + example.column - 1)}" if example.column else ""
        return f"rij {example.line}{column} van het voorbeeld" if example.line else ""
    return f"regel {example.line}, kolom {example.column} van het voorbeeld{day}" if example.line else ""


def _shown(example: Example) -> str:
    """Return an example as its explanation shows it; records that belong to it but stand in another file first."""
    own = example.text.rstrip("\n")
    if not example.plannen:
        return own
    return f"In plannen.yaml:\n{example.plannen.rstrip()}\nIn {example.file}:\n{own}"


def _block(example: Example) -> str:
    if not example.file:
        return example.text
    blocks = [("plannen.yaml", example.plannen)] if example.plannen else []
    blocks.append((example.file, example.text))
    language = "csv" if example.is_table else "yaml"
    return "\n\n".join(f"In {name}:\n\n```{language}\n{text.rstrip()}\n```" for name, text in blocks)
