"""The look of an HTML page: quiet, dark where the reader asks for it, and made for A4 when printed."""

STYLE = """\
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --page: #ffffff; --band: rgb(43 93 143 / .08);
  --shade: rgb(27 31 36 / .4); --line: #8c959f; --hair: #d0d7de; --below: #9c1c1c; --above: #0b6138; --link: #0b57a4 }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --soft: #a9b3bf; --page: #14181d;
  --band: rgb(170 204 249 / .1); --shade: rgb(0 0 0 / .75); --line: #768390; --hair: #343c46; --below: #ff9c93;
  --above: #74d3a0; --link: #8fc1ff } }
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem) 3rem; max-width: 100rem; background: var(--page);
  color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif;
  overflow-wrap: break-word }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1.5rem; max-width: 50rem }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem }
h3, h4, h5, h6 { font-size: 1rem; margin: 1.2rem 0 .25rem }
p, ul, .list { max-width: 50rem }
a { color: var(--link) }
a:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
nav ul { columns: 18rem; padding-left: 1.2rem; margin: 0; max-width: none }
/* What scrolls has a shadow at the edge where there is more; at the end a piece of page that scrolls along hides it. */
.scroll { overflow-x: auto; margin: 2rem 0 .5rem; background:
  linear-gradient(to left, var(--page) 1.25rem, transparent) right / 2.5rem 100% no-repeat local,
  linear-gradient(to left, var(--shade), transparent) right / 1.25rem 100% no-repeat scroll }
table { border-collapse: collapse; font-variant-numeric: tabular-nums lining-nums; line-height: 1.35 }
caption { text-align: left; padding-bottom: .5rem }
caption span { position: sticky; left: 0; display: inline-block; max-width: min(50rem, calc(100vw - 3rem));
  font-weight: 700; font-size: 1.2rem }
th, td { padding: .4rem .5rem; vertical-align: top; text-align: left; border-bottom: 1px solid var(--hair) }
thead th { background: var(--band); border-bottom: 2px solid var(--line); vertical-align: bottom; font-weight: 600 }
tbody th { font-weight: 400; min-width: 9rem; max-width: 24rem; position: sticky; left: 0; background: var(--page) }
.keep { white-space: nowrap }
tbody th.number { min-width: 0 }
td.text { min-width: 11rem; max-width: 34rem }
td.number, th.number { text-align: right; padding-left: 1rem }
td.number { white-space: nowrap }
.below { color: var(--below) }
.above { color: var(--above) }
.unknown { color: var(--soft); font-style: italic }
tr.detail th { padding-left: 1.75rem }
tr.total > * { font-weight: 700; border-top: 2px solid var(--line); background: var(--band) }
tr.total th { background: linear-gradient(var(--band), var(--band)), var(--page) }
.note { color: var(--soft); margin: .25rem 0 }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) minmax(0, 1fr); gap: .2rem 1rem; margin: .5rem 0 }
dt { color: var(--soft) }
dd { margin: 0; overflow-wrap: anywhere }
section.passage { margin-left: calc(var(--level) * 1.25rem) }
.charts { columns: 27rem; column-gap: 2rem; margin-top: 2rem }
figure { margin: 0 0 2rem; break-inside: avoid; overflow-x: auto }
figcaption { font-weight: 700; font-size: 1.2rem; margin-bottom: .5rem }
figure svg { display: block; max-width: 100%; height: auto }
footer { margin-top: 3rem; border-top: 2px solid var(--line); font-size: .9rem }
@media (max-width: 40rem) {
  h1 { font-size: 1.3rem }
  caption span, figcaption, h2 { font-size: 1.1rem }
  table { font-size: .9rem }
  tbody th:not(.number) { min-width: 7.5rem; max-width: 9rem }
  tr.detail th { padding-left: 1rem }
  dl { grid-template-columns: minmax(0, 1fr); gap: 0 }
  dd { margin-bottom: .5rem }
  section.passage { margin-left: calc(var(--level) * .6rem) }
}
@page { size: A4; margin: 15mm 12mm 18mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "Segoe UI", Arial, sans-serif } }
@page wide { size: A4 landscape }
@media print {
  :root { color-scheme: light; --ink: #000000; --soft: #333333; --page: #ffffff; --band: rgb(0 0 0 / .06);
    --line: #555555; --hair: #bbbbbb; --below: #7a0000; --above: #004d26; --link: #000000 }
  body { padding: 0; max-width: none; font-size: 9.5pt }
  h1, p, ul, .list { max-width: none }
  h1 { font-size: 15pt }
  h2, caption span, figcaption { font-size: 12pt }
  nav { display: none }
  .scroll { overflow: visible; margin: 5mm 0 2mm; background: none }
  .charts { columns: 2; column-gap: 6mm }
  .wide { page: wide }
  .wide table { font-size: 7.5pt }
  table { width: 100%; font-size: 8.5pt }
  th, td { padding: .8mm 1.5mm }
  tbody th { position: static; background: none; min-width: 34mm; max-width: none }
  tbody th.number { min-width: 0 }
  td.text { min-width: 22mm; max-width: none; overflow-wrap: anywhere }
  td.number, th.number { white-space: normal; padding-left: 1.5mm }
  .wide th, .wide td { padding: .8mm 1.2mm }
  caption span { position: static; max-width: none }
  thead { display: table-header-group }
  tr, dt, dd, figure, li { break-inside: avoid }
  caption, thead, h1, h2, h3, h4, h5, h6, dt { break-after: avoid }
  figure { overflow: visible; margin: 0 0 5mm }
  figure svg { max-height: 225mm }
  figure:only-child { column-span: all }
  figure:only-child svg { width: 120mm }
}
"""
