"""Plans that readers of a report may not see."""

from __future__ import annotations

from hypothesis import strategies as st

# A plan of the public, one inside a public aggregate, and one hidden plan that may be anything.
SEEN = """\
  - {id: alles, naam: Alles, soort: verzamelpost, regio: Dal, planstatus: hard, restant: 5000,
     vertrouwelijkheid: openbaar}
  - {id: zicht, naam: Zicht, gemeente: Aa, planstatus: 1A, woningen: 90, gerealiseerd: 0, sloop: 2,
     sloop_gerealiseerd: 0, onderdeel_van: alles, plantype: verdichting, vertrouwelijkheid: openbaar}
  - {id: los, naam: Los, gemeente: Bee, planstatus: 3, woningen: 40, gerealiseerd: 0, vertrouwelijkheid: openbaar}
"""
LEVELS = st.sampled_from([", vertrouwelijkheid: regio", ", vertrouwelijkheid: provincie", ""])


@st.composite
def hidden(draw: st.DrawFn) -> str:
    """A confidential plan with any number, status, kind and place; inside the public aggregate or not."""
    total = draw(st.integers(0, 900))
    built = draw(st.integers(0, total))
    inside = draw(st.booleans())
    status = "1A" if inside else draw(st.sampled_from(["1A", "2B", "3", "5A", "hard", "onbekend"]))
    fields = [
        f"naam: Geheim {draw(st.integers(0, 99))}",
        draw(st.sampled_from(["gemeente: Aa", "gemeente: Bee", "gemeenten: [Aa, Bee]"])),
        f"planstatus: {status}",
        f"woningen: {total}, gerealiseerd: {built}",
        f"oplevering: {{{draw(st.sampled_from(['2024', '2031', '2022-2026', 'onbekend']))}: {total - built}}}",
    ]
    fields += [f"betaalbaarheid: {{sociale_huur: {total}}}"] if draw(st.booleans()) else []
    fields += [f"plantype: {draw(st.sampled_from(['verdichting', 'uitbreiding_uitleg']))}"]
    fields += ["knelpunten: [stikstof]"] if draw(st.booleans()) else []
    fields += ["sleutelproject: {soort: radialen}"] if draw(st.booleans()) else []
    fields += ["herkomst: aanname"] if draw(st.booleans()) else []
    fields += ["onderdeel_van: alles"] if inside else []
    return f"  - {{id: geheim, {', '.join(fields)}{draw(LEVELS)}}}\n"
