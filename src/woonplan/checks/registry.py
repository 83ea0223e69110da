"""All rules in the order of their codes, each from the place where it is found. A new rule is named here once.

A code is never used again for something else: a rule that goes leaves its code in ``VERVALLEN``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from woonplan.checks.attributes import WP412, WP413
from woonplan.checks.audit import WP501, WP502
from woonplan.checks.confidentiality import WP506
from woonplan.checks.flexcontract import WP409
from woonplan.checks.framework import WP404, WP405, WP407
from woonplan.checks.hardening import WP406, WP408
from woonplan.checks.inventory import WP414, WP415
from woonplan.checks.keyprojects import WP402, WP403
from woonplan.checks.known import WP503
from woonplan.checks.municipalities import WP410, WP411
from woonplan.checks.numbers import WP323, WP324
from woonplan.checks.phases import WP320, WP321, WP322
from woonplan.checks.provenance import WP504, WP505, WP507
from woonplan.checks.sites import WP401
from woonplan.load.agenda import WP217, WP218, WP219
from woonplan.load.references.aggregates import WP204, WP206, WP207, WP221, WP308
from woonplan.load.references.areas import WP201, WP205, WP209, WP210
from woonplan.load.references.names import WP202, WP203
from woonplan.load.references.plans import WP213, WP220
from woonplan.load.references.statuses import WP208, WP216
from woonplan.load.references.targets import WP211, WP212, WP214, WP312, WP317
from woonplan.load.refusals.keys import WP101, WP102, WP107
from woonplan.load.refusals.numbers import WP103, WP104
from woonplan.load.refusals.wording import WP199
from woonplan.load.refusals.words import WP105, WP106, WP108, WP109, WP110, WP111, WP112
from woonplan.load.states import WP006, WP215
from woonplan.load.sums.amounts import WP301, WP302, WP303, WP304, WP314, WP315
from woonplan.load.sums.controls import WP309, WP316
from woonplan.load.sums.divisions import WP305, WP306, WP307, WP313
from woonplan.load.sums.stock import WP310, WP311
from woonplan.rule import Rule
from woonplan.yaml_io.parse import WP005
from woonplan.yaml_io.problems import WP010, WP015, WP198
from woonplan.yaml_io.refusals import WP011, WP012, WP013, WP014
from woonplan.yaml_io.text import WP001, WP002, WP003, WP004

REGELS: tuple[Rule, ...] = (
    *(WP001, WP002, WP003, WP004, WP005, WP006, WP010, WP011, WP012, WP013, WP014, WP015),
    *(WP101, WP102, WP103, WP104, WP105, WP106, WP107, WP108, WP109, WP110, WP111, WP112),
    *(WP201, WP202, WP203, WP204, WP205, WP206, WP207, WP208, WP209, WP210, WP211, WP212),
    *(WP213, WP214, WP215, WP216, WP217, WP218, WP219, WP220, WP221),
    *(WP301, WP302, WP303, WP304, WP305, WP306, WP307, WP308, WP309, WP310, WP311, WP312),
    *(WP313, WP314, WP315, WP316, WP317, WP320, WP321, WP322, WP323, WP324),
    *(WP401, WP402, WP403, WP404, WP405, WP406, WP407, WP408, WP409, WP410, WP411, WP412),
    *(WP413, WP414, WP415),
    *(WP501, WP502, WP503, WP504, WP505, WP506, WP507),
)
"""Every rule there is."""

TECHNISCH: Mapping[str, str] = MappingProxyType({notice.code: notice.wat for notice in (WP198, WP199)})
"""Codes that the program emits about its own findings: no rule, since nothing in a file can be an example of it."""

VERVALLEN: frozenset[str] = frozenset()
"""Codes of rules that no longer exist."""

_BY_CODE = {rule.code: rule for rule in REGELS}


def find_rule(code: str) -> Rule | None:
    """Return the rule with this code (letter case does not matter), or None."""
    return _BY_CODE.get(code.strip().upper())
