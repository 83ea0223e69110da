"""All rules of import in the order of their codes, each from the place where it is found."""

from __future__ import annotations

from woonplan.exchange import cells, columns, reading
from woonplan.exchange.layouts import draft, layout, mapping, nieuwekaart, recognise
from woonplan.exchange.layouts.diwi import blocks
from woonplan.exchange.layouts.planmonitor import lists, matrix, settle
from woonplan.exchange.register import comparison, merging, writing
from woonplan.exchange.stock import cbs
from woonplan.exchange.values import dates, faults, numbers, spelling
from woonplan.rule import Rule
from woonplan.yaml_io import edit

REGELS: tuple[Rule, ...] = (
    *(cells.WP601, recognise.WP602, columns.WP603, numbers.WP604, faults.WP605, faults.WP606, dates.WP607),
    *(spelling.WP608, draft.WP609, layout.WP610, columns.WP611, layout.WP612, draft.WP613, settle.WP614),
    *(reading.WP615, nieuwekaart.WP616, spelling.WP617, draft.WP618, draft.WP619, blocks.WP620, lists.WP621),
    *(comparison.WP622, merging.WP623, writing.WP624, spelling.WP625, cbs.WP626, edit.WP627, mapping.WP628),
    *(matrix.WP629,),
)
"""Every rule of import."""
