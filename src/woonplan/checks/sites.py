"""The same site in two records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from woonplan.checks.judging import each, single
from woonplan.checks.subject import Check, Outcome, Record, Subject
from woonplan.diagnostics import Severity, quote
from woonplan.model.base import years_of
from woonplan.model.plan import Plan
from woonplan.model.restant import restant
from woonplan.numerals import amount
from woonplan.rule import Example, plan_text

_Seen = dict[tuple[str, str], list[Record]]

_OF_NAMES = "Voeg de twee samen, of geef bij beide in 'locaties' het deel dat er in zit."


def _same_site(subject: Subject) -> Iterator[Outcome]:
    """Yield every site that stands in an earlier record of the same municipality as well.

    A plan without sites has its name for one; an aggregate is named after what it adds up, which is no site.
    """
    seen: _Seen = {}
    unplaced: list[Record] = []
    for record in each(subject, _comparable(subject)):
        plan = record.plan
        gemeenten = subject.dataset.gemeenten_of(plan)
        if plan.locaties and not gemeenten:
            yield WP401.undecided("gemeente bij een locatie", record)
            continue
        named = plan.locaties or (plan.naam,)
        # A site that one plan names twice stands in one plan: at its first.
        sites = {_folded(named[i]): i for i in range(len(named) - 1, -1, -1)}
        for site, i in sites.items():
            earlier = _earlier(seen, [(gemeente, site) for gemeente in gemeenten], record)
            if earlier is not None:
                other = f"staat ook bij plan {quote(earlier.plan.id)}{_sums(record, earlier)}"
                if plan.locaties:
                    yield WP401.finding(record, f"locatie {quote(named[i])} {other}", "locaties", i)
                else:
                    yield WP401.finding(record, f"naam {quote(plan.naam)} {other}", "naam", hint=_OF_NAMES)
            elif not plan.locaties and plan.sleutelproject is not None:
                unplaced.append(record)
    for record in unplaced:
        name = _folded(record.plan.naam)
        # The first of two stands here too, and its name was compared with success.
        if all(len(seen[gemeente, name]) == 1 for gemeente in subject.dataset.gemeenten_of(record.plan)):
            yield WP401.undecided("locaties van een sleutelproject", record)


def _comparable(subject: Subject) -> Callable[[Plan], bool]:
    """Return which records there is something to say of: nearly all plans have sites that stand nowhere else."""
    plans = subject.dataset.stand.plannen
    sites = (site for plan in plans for site in {*map(_folded, plan.locaties or (plan.naam,))})
    shared = {name for name, count in Counter(sites).items() if count > 1}

    def comparable(plan: Plan) -> bool:
        if not plan.locaties and not single(plan):
            return False
        undecided = not subject.dataset.gemeenten_of(plan) if plan.locaties else plan.sleutelproject is not None
        return undecided or (bool(shared) and not shared.isdisjoint(map(_folded, plan.locaties or (plan.naam,))))

    return comparable


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _earlier(seen: _Seen, keys: list[tuple[str, str]], record: Record) -> Record | None:
    found = None
    for key in keys:
        others = seen.setdefault(key, [])
        found = found or next((other for other in others if not _inside(record, other)), None)
        others.append(record)
    return found


def _inside(record: Record, other: Record) -> bool:
    """Whether one of the two is an aggregate and the other a part of it: then nothing stands there twice."""
    return record.plan.id == other.plan.onderdeel_van or other.plan.id == record.plan.onderdeel_van


def _sums(record: Record, other: Record) -> str:
    counted = [r.plan.id for r in (record, other) if r.plan.telt_mee]
    if len(counted) == 2:
        return _twice(record, other)
    which = f"alleen {quote(counted[0])} telt mee" if counted else "geen van beide telt mee"
    return f" ({which}, dus in de sommen is er geen dubbeltelling)"


def _twice(record: Record, other: Record) -> str:
    """Return how many homes of two records may be the same ones."""
    left, theirs = (restant(r.plan, r.standdeel.vanaf) for r in (record, other))
    own, others = _years(record), _years(other)
    if own and others and own.isdisjoint(others):
        equal = "evenveel woningen, " if left.single and left == theirs else ""
        return f" ({equal}in andere jaren: misschien twee fasen van een plan, en dan is er geen dubbeltelling)"
    most = [number.high for number in (left, theirs) if number.high is not None and not number.blank]
    if len(most) < 2 or not min(most):
        return ""
    return f" (tot {amount(int(min(most)), 'woning telt', 'woningen tellen')} misschien dubbel)"


def _years(record: Record) -> frozenset[int]:
    """Return the years in which a record delivers homes; none where that of some is not known."""
    spans = [years_of(periode) for periode, homes in (record.plan.oplevering or {}).items() if homes]
    return (
        frozenset(year for span in spans if span for year in range(span[0], span[1] + 1)) if all(spans) else frozenset()
    )


def _two(first: str, second: str) -> str:
    other = "  - id: woningen-markt\n    naam: Woningen aan de markt\n    gemeente: Borne\n"
    return f"{plan_text('centrum-noord', f'locaties: [{first}]')}{other}    locaties: [{second}]\n"


WP401 = Check(
    code="WP401",
    naam="locatie staat in twee plannen",
    wat=(
        "Vergelijkt 'locaties' van alle plannen binnen een gemeente, zonder op hoofdletters te letten, en meldt elke "
        "locatie die eerder al bij een ander plan stond. Een verzamelpost en een plan dat er met 'onderdeel_van' in "
        "zit, worden niet met elkaar vergeleken. Bij een plan zonder 'locaties' geldt zijn naam als locatie; een "
        "sleutelproject zonder 'locaties', waarvan de naam nergens anders staat, is niet te beoordelen. Plannen met "
        "'telt_mee: false' doen mee; de melding zegt dan dat er in de sommen geen dubbeltelling is. Van twee die "
        "meetellen zegt zij hoeveel woningen er misschien dubbel tellen, of dat de jaren van oplevering verschillen."
    ),
    waarom=(
        "Dezelfde plek in twee plannen betekent vaak dezelfde woningen: de capaciteit lijkt dan groter dan zij is."
    ),
    oplossing=(
        "Voeg de plannen samen, of geef elk plan alleen het deel van de locatie dat er in zit. Blijft een van de twee "
        "als verwijzing staan, zet dan 'telt_mee: false' met een reden."
    ),
    hint="Voeg de twee samen, of noem bij elk alleen het deel van de locatie dat er in zit.",
    fout=Example(_two("Markt", "markt"), 8, 16),
    goed=Example(_two("Markt noordzijde", "Markt zuidzijde")),
    severity=Severity.WAARSCHUWING,
    find=_same_site,
)
"""The same site in two records."""
