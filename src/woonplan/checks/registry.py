"""All rules of `check` in the order of their codes, each from the place where it is found, and which of them run.

A new rule is named here once. A code is never used again for something else: a rule that goes leaves its code in
``VERVALLEN``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from woonplan.checks import (
    agreements,
    attributes,
    bekend,
    framework,
    hardening,
    inventory,
    keyprojects,
    municipalities,
    numbers,
    peildatum,
    phases,
    provenance,
    sites,
    vanished,
)
from woonplan.load import agenda, agreed, bystanders, states
from woonplan.load.references import aggregates, areas, history, names, plans, statuses, targets, tijd
from woonplan.load.refusals import keys, wording, words
from woonplan.load.refusals import numbers as refused_numbers
from woonplan.load.sums import amounts, controls, divisions, parts, phasing, stock
from woonplan.rule import GROEPEN, Rule
from woonplan.yaml_io import document, hashes, kinds, problems, refusals, text

REGELS: tuple[Rule, ...] = (
    *(text.WP001, text.WP002, text.WP003, text.WP004, document.WP005, states.WP006, bystanders.WP007, kinds.WP008),
    *(problems.WP010, refusals.WP011, refusals.WP012, refusals.WP013, refusals.WP014, problems.WP015),
    *(hashes.WP016, hashes.WP017),
    *(keys.WP101, keys.WP102, refused_numbers.WP103, refused_numbers.WP104, words.WP105, words.WP106),
    *(keys.WP107, words.WP108, words.WP109, words.WP110, words.WP111, words.WP112, keys.WP113),
    *(areas.WP201, names.WP202, names.WP203, aggregates.WP204, areas.WP205, aggregates.WP206),
    *(aggregates.WP207, statuses.WP208, areas.WP209, areas.WP210, targets.WP211, targets.WP212),
    *(plans.WP213, targets.WP214, states.WP215, statuses.WP216, agreed.WP217, agenda.WP218),
    *(agenda.WP219, plans.WP220, aggregates.WP221, targets.WP222, areas.WP223, tijd.WP224, plans.WP225),
    *(history.WP228, history.WP229, targets.WP235),
    *(amounts.WP301, amounts.WP302, amounts.WP303, amounts.WP304, phasing.WP305, phasing.WP306),
    *(divisions.WP307, parts.WP308, controls.WP309, stock.WP310, stock.WP311, targets.WP312),
    *(divisions.WP313, amounts.WP314, amounts.WP315, controls.WP316, targets.WP317, phasing.WP318),
    *(parts.WP319, phases.WP320, phases.WP321, phases.WP322, numbers.WP323, numbers.WP324, amounts.WP325),
    *(phases.WP330, numbers.WP331, peildatum.WP332),
    *(sites.WP401, keyprojects.WP402, keyprojects.WP403, framework.WP404, framework.WP405, hardening.WP406),
    *(framework.WP407, hardening.WP408, attributes.WP409, municipalities.WP410, municipalities.WP411, attributes.WP412),
    *(attributes.WP413, inventory.WP414, inventory.WP415, framework.WP416, agreements.WP421),
    keyprojects.WP422,
    *(bekend.WP501, bekend.WP502, bekend.WP503),
    *(provenance.WP504, provenance.WP505, provenance.WP506, provenance.WP507, bekend.WP508, vanished.WP515),
)
"""Every rule that `check` can find something by."""

TECHNISCH: Mapping[str, str] = MappingProxyType({notice.code: notice.wat for notice in (problems.WP198, wording.WP199)})
"""Codes that the program emits about its own findings: no rule, since nothing in a file can be an example of it."""

VERVALLEN: frozenset[str] = frozenset()
"""Codes of rules that no longer exist."""

_BY_CODE = {rule.code: rule for rule in REGELS}
_GROEPEN = {digit: groep for digit, groep in GROEPEN.items() if digit in {rule.code[2] for rule in REGELS}}


def every_rule() -> tuple[Rule, ...]:
    """Return every rule there is: those of `check`, and those of `import`, which are loaded when they are asked for."""
    from woonplan.exchange.registry import REGELS as OF_IMPORT

    return (*REGELS, *OF_IMPORT)


def find_rule(code: str) -> Rule | None:
    """Return the rule with this code (letter case does not matter), or None."""
    name = code.strip().upper()
    found = _BY_CODE.get(name)
    return found or next((rule for rule in every_rule() if rule.code == name), None)


def prefix_of(word: str) -> str | None:
    """Return the beginning of the codes that a word stands for (WP401, WP4, beleid), or None for no rule."""
    word = word.strip()
    for digit, groep in _GROEPEN.items():
        if word.casefold() in (groep, groep.split()[0]):
            return f"WP{digit}"
    code = word.upper()
    exists = any(rule.code.startswith(code) for rule in REGELS) or code in TECHNISCH
    return code if re.fullmatch("WP[0-9]{0,3}", code) and exists else None


def rule_words() -> list[str]:
    """Return every word that can stand for rules, for suggestions."""
    return [*(rule.code for rule in REGELS), *_GROEPEN.values(), *(f"WP{digit}" for digit in _GROEPEN)]


def is_chosen(code: str, select: Iterable[str], ignore: Iterable[str]) -> bool:
    """Return whether a rule runs: the longest beginning decides, and of equal ones ``ignore``.

    So `--select WP4 --ignore WP401` leaves WP401 out, and `--ignore WP4 --select WP401` runs it alone.
    """
    wanted = max((len(prefix) for prefix in select if code.startswith(prefix)), default=0)
    unwanted = max((len(prefix) for prefix in ignore if code.startswith(prefix)), default=0)
    return wanted > unwanted


def chosen(select: Iterable[str], ignore: Iterable[str]) -> tuple[Rule, ...]:
    """Return the rules that run, in the order of their codes."""
    select, ignore = tuple(select), tuple(ignore)
    return tuple(rule for rule in REGELS if is_chosen(rule.code, select, ignore))
