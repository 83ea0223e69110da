"""All rules, one line each, in the order of their codes. A new rule is one file and one line in each list here.

A code is never used again for something else: a rule that goes leaves its code in ``VERVALLEN``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from woonplan.checks import (
    wp001,
    wp002,
    wp003,
    wp004,
    wp005,
    wp006,
    wp010,
    wp011,
    wp012,
    wp013,
    wp014,
    wp015,
    wp101,
    wp102,
    wp103,
    wp104,
    wp105,
    wp106,
    wp107,
    wp108,
    wp109,
    wp110,
    wp111,
    wp112,
    wp201,
    wp202,
    wp203,
    wp204,
    wp205,
    wp206,
    wp207,
    wp208,
    wp209,
    wp210,
    wp211,
    wp212,
    wp213,
    wp214,
    wp215,
    wp216,
    wp217,
    wp218,
    wp219,
    wp301,
    wp302,
    wp303,
    wp304,
    wp305,
    wp306,
    wp307,
    wp308,
    wp309,
    wp310,
    wp311,
    wp312,
    wp313,
    wp314,
    wp315,
    wp401,
    wp402,
    wp403,
    wp404,
    wp405,
    wp406,
    wp407,
    wp408,
    wp409,
    wp410,
    wp411,
    wp412,
    wp413,
    wp414,
    wp415,
    wp501,
    wp502,
    wp503,
)
from woonplan.checks.rule import Rule

REGELS: tuple[Rule, ...] = (
    wp001.RULE,
    wp002.RULE,
    wp003.RULE,
    wp004.RULE,
    wp005.RULE,
    wp006.RULE,
    wp010.RULE,
    wp011.RULE,
    wp012.RULE,
    wp013.RULE,
    wp014.RULE,
    wp015.RULE,
    wp101.RULE,
    wp102.RULE,
    wp103.RULE,
    wp104.RULE,
    wp105.RULE,
    wp106.RULE,
    wp107.RULE,
    wp108.RULE,
    wp109.RULE,
    wp110.RULE,
    wp111.RULE,
    wp112.RULE,
    wp201.RULE,
    wp202.RULE,
    wp203.RULE,
    wp204.RULE,
    wp205.RULE,
    wp206.RULE,
    wp207.RULE,
    wp208.RULE,
    wp209.RULE,
    wp210.RULE,
    wp211.RULE,
    wp212.RULE,
    wp213.RULE,
    wp214.RULE,
    wp215.RULE,
    wp216.RULE,
    wp217.RULE,
    wp218.RULE,
    wp219.RULE,
    wp301.RULE,
    wp302.RULE,
    wp303.RULE,
    wp304.RULE,
    wp305.RULE,
    wp306.RULE,
    wp307.RULE,
    wp308.RULE,
    wp309.RULE,
    wp310.RULE,
    wp311.RULE,
    wp312.RULE,
    wp313.RULE,
    wp314.RULE,
    wp315.RULE,
    wp401.RULE,
    wp402.RULE,
    wp403.RULE,
    wp404.RULE,
    wp405.RULE,
    wp406.RULE,
    wp407.RULE,
    wp408.RULE,
    wp409.RULE,
    wp410.RULE,
    wp411.RULE,
    wp412.RULE,
    wp413.RULE,
    wp414.RULE,
    wp415.RULE,
    wp501.RULE,
    wp502.RULE,
    wp503.RULE,
)
"""Every rule there is."""

TECHNISCH: Mapping[str, str] = MappingProxyType(
    {
        "WP198": (
            "Van een bestand met heel veel bevindingen worden de eerste getoond; deze melding zegt hoeveel er nog meer "
            "zijn. Los de getoonde op en controleer opnieuw."
        ),
        "WP199": (
            "Een waarde past niet, en het programma heeft er geen eigen melding voor. De melding noemt de soort fout; "
            "controleer de waarde en meld het bij de makers."
        ),
    }
)
"""Codes that the program emits about its own findings: no rule, since nothing in a file can be an example of them."""

VERVALLEN: frozenset[str] = frozenset()
"""Codes of rules that no longer exist."""

_BY_CODE = {rule.code: rule for rule in REGELS}


def find_rule(code: str) -> Rule | None:
    """Return the rule with this code (letter case does not matter), or None."""
    return _BY_CODE.get(code.strip().upper())
