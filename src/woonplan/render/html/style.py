"""The look of an HTML page: quiet, dark where the reader asks for it, and made for A4 when printed."""

STYLE = """\
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --page: #ffffff; --band: rgb(43 93 143 / .08);
  --shade: rgb(27 31 36 / .4); --line: #8c959f; --hair: #d0d7de; --below: #9c1c1c; --above: #0b6138; --link: #0b57a4 }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --soft: #a9b3bf; --page: #14181d;
  --band: rgb(170 204 249 / .1); --shade: rgb(0 0 0 / .75); --line: #768390; --hair: #343c46; --below: #ff9c93;
  --above: #74d3a0; --link: #8fc1ff } }
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem) 3rem; max-width: 90rem; background: var(--page);
  color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif;
  overflow-wrap: break-word }
.answer { font-size: 1.6rem; font-weight: 600; line-height: 1.25; margin: 0 0 .5rem; max-width: 50rem }
.answer ~ h1 { font-size: 1.1rem; font-weight: 400 }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1.5rem; max-width: 50rem }
h2 { font-size: 1.4rem; margin: 2.5rem 0 .5rem }
h3, h4, h5, h6 { font-size: 1rem; margin: 1.2rem 0 .25rem }
p, ul, .list { max-width: 50rem }
ul { padding-left: 1.2rem }
a { color: var(--link) }
a:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
.theme { border-top: 2px solid var(--line); margin-top: 2.5rem }
.theme > h2 { margin-top: 1rem }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; padding: 0; margin: 1.5rem 0 0;
  max-width: none }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .75rem; margin: 0 }
.cards > div { background: var(--band); border-left: 4px solid var(--line); padding: .6rem .8rem }
.cards dt { color: var(--ink) }
.cards dd { font-size: 1.2rem; font-weight: 600; line-height: 1.3 }
.cards dd.none { font-size: 1rem; font-weight: 400; color: var(--ink) }
.cards .beside { display: block; font-size: .8rem; font-weight: 400 }
.cards dd.change, .cards dd.change.none { font-size: .9rem; font-weight: 400; margin-top: .3rem }
.cards .what { display: block; color: var(--soft); font-size: .8rem; font-weight: 400 }
.cards .change .what { display: inline }
.beside-chart { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 0 2.5rem }
/* What scrolls has a shadow at the edge where there is more; at the end a piece of page that scrolls along hides it. */
.scroll { overflow-x: auto; margin: 2rem 0 .5rem; background:
  linear-gradient(to left, var(--page) 1.25rem, transparent) right / 2.5rem 100% no-repeat local,
  linear-gradient(to left, var(--shade), transparent) right / 1.25rem 100% no-repeat scroll }
table { border-collapse: collapse; font-variant-numeric: tabular-nums lining-nums; line-height: 1.35 }
caption { text-align: left; padding-bottom: .5rem }
caption span { position: sticky; left: 0; display: inline-block; max-width: min(50rem, calc(100vw - 3rem));
  font-weight: 700; font-size: 1.1rem }
th, td { padding: .4rem .5rem; vertical-align: top; text-align: left; border-bottom: 1px solid var(--hair) }
thead th { background: var(--band); border-bottom: 2px solid var(--line); vertical-align: bottom; font-weight: 600 }
tbody th { font-weight: 400; min-width: 9rem; max-width: 24rem; position: sticky; left: 0; background: var(--page) }
.keep { white-space: nowrap }
.beside { font-size: .85em; color: var(--soft) }
tbody th.number { min-width: 0 }
td.text { min-width: 11rem; max-width: 34rem }
td.number, th.number { text-align: right; padding-left: 1rem }
.many { font-size: .875rem }
.many td.number, .many th.number { padding-left: .5rem }
.many .beside { display: block }
.panels { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 0 2rem }
/* As wide in every column: the same length is the same number. */
.bar { display: block; width: 5.5rem; height: 9px; margin: .15rem 0 0 auto }
.bar line { stroke: var(--line); stroke-width: 1 }
.bar .maybe { fill: none; stroke: var(--ink); stroke-dasharray: 1.5 2 }
.bar path { fill: var(--ink) }
.hidden { position: absolute; width: 0; height: 0 }
.below { color: var(--below) }
.above { color: var(--above) }
.none { color: var(--soft); font-size: .85em }
.many .number + .text, .many .number + th:not(.number) { padding-left: 1rem }
.most { font-size: .8rem }
.most th, .most td.number, .most th.number { padding: .4rem .3rem }
.most .bar { width: 4rem }
.many td.text { min-width: 5rem }
.unknown { color: var(--soft); font-style: italic }
tr.detail th { padding-left: 1.75rem }
tr.total > * { font-weight: 700; border-top: 2px solid var(--line); background: var(--band) }
tr.total th { background: linear-gradient(var(--band), var(--band)), var(--page) }
.note { color: var(--soft); margin: .25rem 0 }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) minmax(0, 1fr); gap: .2rem 1rem; margin: .5rem 0 }
dt { color: var(--soft) }
dd { margin: 0; overflow-wrap: anywhere }
section.passage { margin-left: calc(var(--level) * 1.25rem) }
.charts { columns: 27rem; column-gap: 2rem; margin-top: 1.5rem }
figure.whole { column-span: all }
figure { margin: 0 0 1.5rem; break-inside: avoid; overflow-x: auto }
figcaption { font-weight: 700; font-size: 1.1rem }
figure p { margin: 0 0 .5rem; color: var(--soft) }
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
  .cards { grid-template-columns: repeat(2, minmax(0, 1fr)) }
  .cards > .total { grid-column: 1 / -1 }
  section.passage { margin-left: calc(var(--level) * .6rem) }
}
@media (max-width: 30rem) {
  .answer { font-size: 1.35rem }
  /* A block per row: its name, and its cells below it, each with what it is. */
  .stack, .stack tbody, .stack caption { display: block }
  .stack thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
  .stack tbody tr { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .2rem .8rem;
    border-bottom: 1px solid var(--line); padding: .5rem 0 }
  .stack tbody tr > * { border: 0; padding: 0; background: none; min-width: 0; max-width: none; text-align: left }
  .stack tbody tr > th { grid-column: 1 / -1; position: static; font-weight: 600; max-width: none }
  .stack td:empty { display: none }
  .stack .bar { margin-left: 0 }
  .stack tbody tr > * { overflow-wrap: anywhere }
  .stack td.text { grid-column: 1 / -1 }
  .stack td::before { display: block; color: var(--soft); font-size: .85em; font-weight: 400; font-style: normal }
}
@page { size: A4; margin: 12mm 12mm 15mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "Segoe UI", Arial, sans-serif } }
@page wide { size: A4 landscape }
@media print {
  :root { color-scheme: light; --ink: #000000; --soft: #333333; --page: #ffffff; --band: rgb(0 0 0 / .06);
    --line: #555555; --hair: #bbbbbb; --below: #7a0000; --above: #004d26; --link: #000000 }
  body { padding: 0; max-width: none; font-size: 8pt; line-height: 1.3 }
  body.wide { page: wide }
  h1, p, ul, .list { max-width: none }
  .answer { font-size: 14pt; margin-bottom: 1mm }
  header p { margin: 0 0 1mm }
  h1 { font-size: 15pt }
  .answer ~ h1 { font-size: 9pt; margin-bottom: 2mm }
  h2 { font-size: 12pt; margin: 3mm 0 1mm }
  .theme { margin-top: 3.5mm; border-top-width: 1px }
  .theme > h2 { margin-top: 2mm }
  caption span, figcaption, h3 { font-size: 9.5pt }
  h3 { margin: 2mm 0 .5mm }
  ul { margin: 1mm 0; padding-left: 4mm }
  nav { display: none }
  .cards { grid-template-columns: repeat(4, 1fr) 1.4fr; gap: 2mm }
  .cards > .total { grid-column: auto }
  .cards > div { padding: 1.5mm 2mm; border-left-width: 2px }
  .cards dd { font-size: 10pt }
  .cards dd.none, .cards dd.change.none, .cards dd.change, .cards .what, .cards .beside { font-size: 7.5pt;
    margin-top: 0 }
  .beside-chart { grid-template-columns: 1fr 1fr; gap: 0 6mm }
  .scroll { overflow: visible; margin: 3mm 0 1mm; background: none }
  .charts { columns: 2; column-gap: 6mm; margin-top: 2mm }
  .beside-chart .charts { columns: 1 }
  caption { padding-bottom: 1mm }
  table { width: 100%; font-size: 7.2pt; line-height: 1.15 }
  th, td { padding: .3mm 1mm }
  tbody th { position: static; background: none; min-width: 26mm; max-width: none }
  tbody th.number { min-width: 0 }
  td.text { min-width: 18mm; max-width: none; overflow-wrap: anywhere }
  td.number, th.number { padding-left: 1mm }
  .many { font-size: 6.5pt }
  .many th, .many td, .many td.number, .many th.number { padding: .3mm .6mm }
  .many tbody th { min-width: 20mm }
  .bar { width: 13mm; height: 8px; margin-top: 0 }
  .note { font-size: 7pt; margin: .4mm 0 }
  caption span { position: static; max-width: none }
  thead { display: table-header-group }
  tr, dt, dd, figure, li, .cards, .beside-chart, .few { break-inside: avoid }
  caption, thead, h1, h2, h3, h4, h5, h6, dt { break-after: avoid }
  figure { overflow: visible; margin: 0 0 3mm }
  figure svg { max-height: 225mm; max-width: 66mm !important }
  .many .beside { display: block }
  .pair { display: grid; grid-template-columns: var(--parts); gap: 0 5mm; break-inside: avoid }
  .pair tbody th, .pair td.text { min-width: 0 }
.panels { grid-template-columns: 1fr 1fr; gap: 0 6mm }
  .notes ul { columns: 2; column-gap: 6mm }
  footer { margin-top: 4mm; font-size: 7pt }
  footer .list { grid-template-columns: max-content 1fr max-content 1fr; gap: 0 3mm; margin: 0 }
}
"""
