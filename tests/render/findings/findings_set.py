"""One fixed set of findings for every renderer: both severities, without a place, a whole file, and text that acts."""

from __future__ import annotations

from woonplan.diagnostics import Diagnostic, Place, RuleText, Severity, Tally, Unjudged

HOSTILE = "50% a:b,c\r\nd::error::e\x1b[31m<b>&\"'\\\u202e|`x`]]>##[group]"
"""A percent sign, a colon, a comma, line ends, a command to a runner, an escape code, HTML, quotes, a backslash, a mark
that turns the direction of text, Markdown."""

FILE = "data/plannen, 50%: a b#?é.yaml"
"""A file whose name has everything that an address or a property must escape."""

WARNING = Diagnostic(
    "WP401",
    "plan 'a': locatie 'Beek' staat ook bij plan 'b' (regel 12)",
    Place("data/plannen.yaml", 9, 16),
    "Voeg samen.",
    Severity.WAARSCHUWING,
    "    locaties: [Beek]",
    "a",
)
ERROR = Diagnostic(
    "WP103",
    "plan 'b': woningen '2.000' is geen geheel getal",
    Place("data/plannen.yaml", 20, 15),
    "Bedoelt u 2000?",
    excerpt="    woningen: 2.000",
)
TWIN = Diagnostic(
    "WP103",
    "plan 'b': woningen '2.000' is geen geheel getal",
    Place("data/plannen.yaml", 30, 15),
    "Bedoelt u 2000?",
    excerpt="    woningen: 2.000",
)
WHOLE = Diagnostic("WP004", "'x.yaml' is opgeslagen als UTF-16", Place("data/x.yaml"), "Sla op als UTF-8.")
PLACELESS = Diagnostic("WP001", "er is niets te lezen", hint="Controleer de map.")
ACTING = Diagnostic("WP101", HOSTILE, Place(FILE, 3, 1), HOSTILE, excerpt=HOSTILE)

FINDINGS = (WARNING, TWIN, ERROR, WHOLE, PLACELESS, ACTING)
"""In no order; every renderer puts them in its own."""

TALLY = Tally(
    files=("data/gemeenten.yaml", "data/plannen.yaml"),
    records=40,
    bekend=(WARNING,),
    undecided=(Unjudged("WP402", "woningen", 11), Unjudged("WP421", "start", 1)),
    niet_afgesproken=("WP403", "WP404"),
    skipped=("data/oud.yaml",),
)
NOTHING = Tally(files=("data/plannen.yaml",), records=1)

RULES = {
    code: RuleText(code, f"naam van {code}", f"Wat {code} doet.", f"wat: {HOSTILE}", f"**Wat.** {HOSTILE}")
    for code in ("WP001", "WP004", "WP101", "WP103", "WP401", "WP999")
}
