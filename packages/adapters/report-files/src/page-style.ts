import type { Report } from "@finsam/gender-reporting";
import type { Language } from "@finsam/model";
import { cssString, type Html, trustedMarkup } from "./html.ts";
import { words } from "./page-words.ts";

/** What is there for those who hear the page, and not seen. */
const onlyHeard =
  "position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;";

/** Each line of a table below its name, with a line for each measure: for where the columns do not fit side by side. */
const stacked = (table: string): string => `
${table} table, ${table} thead, ${table} tbody { display: block; }
${table} tr { display: grid; grid-template-columns: var(--grid); column-gap: .5rem; }
${table} thead td, ${table} thead tr:first-child, ${table} thead th:not(.counts), ${table} td.absent { ${onlyHeard} }
${table} thead tr { padding-bottom: .35rem; border-bottom: 1px solid var(--ink); }
${table} tbody tr { padding: .65rem 0; border-bottom: 1px solid var(--line); }
${table} table :is(th, td):nth-child(n) { min-width: 0; }
${table} th, ${table} td { padding: .1rem 0; border: 0; }
${table} tbody th { grid-column: 1 / -1; padding-bottom: .2rem; font-weight: 600; }
${table} td.first::before { content: attr(data-measure); font-weight: 400; color: var(--muted); text-align: left; }
`;

/** Beside the numbers the name of their measure; where there are many columns, above them. */
const measureBeside = (table: string): string => `
${table} table { --grid: minmax(0, 1fr) repeat(var(--columns), 3.25rem); }
${table} .first { grid-column: 1 / span 2; min-width: 0; }
${table} td.first { display: flex; justify-content: space-between; gap: .5rem; }
`;
const measureAbove = `
.broad table { --grid: repeat(var(--columns), minmax(0, 1fr)); }
.broad .first { grid-column: 1; min-width: 0; }
.broad td { align-self: end; }
.broad td.first { position: relative; padding-top: 1.5rem; }
.broad td.first::before { position: absolute; top: .1rem; left: 0; }
.broad thead th { font-size: .75rem; hyphens: auto; overflow-wrap: anywhere; }
`;

/** The style of the page: light, dark and on paper, from a phone to a wide screen. Nothing in it is fetched. */
export const pageStyle = ({ association, year }: Report, language: Language): Html =>
  trustedMarkup(`
:root {
  color-scheme: light;
  --paper: #ffffff; --ink: #1b1e23; --muted: #545b66; --line: #dcdfe4; --wash: #f5f6f8; --link: #1d4f91;
  --woman: #5e3c99; --man: #cf6a00; --other: #0f766e; --unknown: #6b7280;
  --positive: #1f7a4d; --flow: #5b7fa6; --not-met: #9b2c2c;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --paper: #14171b; --ink: #e9ebee; --muted: #a9b0ba; --line: #363c45; --wash: #1d2126; --link: #8fbcf5;
    --woman: #b49be6; --man: #ee9440; --other: #4fbfae; --unknown: #9aa2ad;
    --positive: #5cc48d; --flow: #8fb2d9; --not-met: #f0938c;
  }
}
@media (forced-colors: active) {
  :root { --muted: CanvasText; --line: CanvasText; --link: LinkText; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: tabular-nums lining-nums; overflow-wrap: anywhere;
}
body > header, main { max-width: 80rem; margin: 0 auto; padding: 0 1rem; }
body > header { padding-top: 2.5rem; }
main { padding-bottom: 4rem; }
h1, h2 { line-height: 1.2; text-wrap: balance; letter-spacing: -.01em; }
h1 { font-size: clamp(1.75rem, 1.3rem + 2vw, 2.5rem); margin: 0 0 .5rem; }
h2 { font-size: 1.5rem; margin: 0 0 .5rem; }
h3, h4 { line-height: 1.3; margin: 1.75rem 0 .4rem; text-wrap: balance; }
h3 { font-size: 1.125rem; }
h4 { font-size: 1rem; }
p { margin: 0 0 .75rem; max-width: 49.5rem; }
p, li { text-wrap: pretty; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
main:focus { outline: none; }
small { font-size: .8125rem; font-weight: 400; color: var(--muted); }
.heard { ${onlyHeard} }
.whole { white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -6rem; padding: .6rem 1rem; background: var(--paper); z-index: 1; }
.skip:focus { top: .5rem; }
.association { font-size: 1.125rem; margin: 0 0 1.25rem; }
.facts { display: flex; flex-wrap: wrap; gap: .25rem 2rem; margin: 0; padding: .75rem 0; border-block: 1px solid var(--line); color: var(--muted); font-size: .9375rem; }
.facts div { display: flex; gap: .5rem; }
.facts dt { flex: none; }
.facts dd { margin: 0; color: var(--ink); }
section, nav { padding-top: 2.75rem; }
.answers { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1px; margin-top: 1rem; background: var(--line); border: 1px solid var(--line); }
.answers article { background: var(--paper); padding: 1.25rem; }
.answers h3 { margin: 0; font-size: .9375rem; font-weight: 600; color: var(--muted); }
.answers .figure { margin: .15rem 0 .4rem; font-size: 2rem; line-height: 1.15; font-weight: 600; letter-spacing: -.02em; }
.answers .figure small { display: block; font-size: .9375rem; letter-spacing: 0; line-height: 1.4; color: var(--ink); }
.answers p { font-size: .9375rem; line-height: 1.5; margin-bottom: .5rem; }
.answers .more-link { margin: 0; font-size: .875rem; }
details { margin: .75rem 0; }
summary { cursor: pointer; color: var(--link); padding: .2rem 0; width: fit-content; }
details[open] > summary { margin-bottom: .5rem; }
details.base { margin: -.5rem 0 1rem; font-size: .875rem; }
details.base dl { margin: 0; padding: .75rem 1rem; background: var(--wash); display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .25rem 1rem; max-width: 49.5rem; }
details.base dt { color: var(--muted); }
details.base dd { margin: 0; }
figcaption { margin-top: .6rem; font-size: .875rem; color: var(--muted); max-width: 49.5rem; }
.flow { margin-top: 1rem; container-type: inline-size; }
.flow .for-wide { display: none; }
.flow .for-wide svg { width: 47.5rem; }
@container (width >= 47.5rem) {
  .flow .for-wide { display: block; }
  .flow .for-narrow { display: none; }
}
.charts { display: flex; flex-wrap: wrap; gap: 0 2rem; }
.charts figcaption { margin: 0 0 .5rem; color: var(--ink); font-weight: 600; }
.goals { margin: 0; padding: 0; list-style: none; max-width: 62rem; }
.goals li { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: .25rem 1.25rem; padding: .6rem 0; border-top: 1px solid var(--line); }
.goals p { margin: 0; }
.goals .outcome { font-size: .875rem; padding-top: .1rem; }
.goals .met .outcome { color: var(--positive); }
.goals .notMet .outcome { color: var(--not-met); }
.goals .undetermined .outcome { color: var(--muted); font-weight: 500; }
.goals .open { font-size: .875rem; color: var(--muted); }
.jump { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; list-style: none; }
#interventions article { padding-top: 1.5rem; margin-top: 1.75rem; border-top: 1px solid var(--line); }
#interventions article > h3 { margin-top: 0; font-size: 1.25rem; }
.warning { border-left: 3px solid var(--man); padding-left: 1rem; }
.plain-table { max-width: 62rem; }
.plain-table td { white-space: normal; }
.plain-table th, .plain-table td { vertical-align: baseline; }
.plain-table thead tr:first-child th { border-bottom: 1px solid var(--ink); text-align: right; font-size: .8125rem; }
.plain-table thead tr:first-child th:first-child { padding-left: 0; text-align: left; }
.sentences { margin: 0; padding: 0; list-style: none; max-width: 49.5rem; }
.sentences li { padding: .5rem 0; border-top: 1px solid var(--line); }
nav ol { margin: 0; padding: 0; list-style: none; columns: 18rem 2; column-gap: 2rem; }
nav a { display: inline-block; padding: .3rem 0; }
.about-base { color: var(--muted); }
figure { margin: 0 0 1.5rem; }
figure svg { display: block; width: 22.5rem; max-width: 100%; height: auto; overflow: visible; }
.table { container-type: inline-size; }
#overview .slim, #interventions .slim { max-width: 49.5rem; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; line-height: 1.35; }
th, td { padding: .5rem 0 .5rem .75rem; text-align: right; vertical-align: baseline; font-weight: 400; }
tbody th { text-align: left; padding-left: 0; min-width: 8rem; }
thead th { overflow-wrap: normal; vertical-align: bottom; font-weight: 600; font-size: .875rem; }
thead tr:first-child th { text-align: left; padding-bottom: .1rem; line-height: 1.2; }
thead tr:first-child th small { display: block; }
thead tr + tr th { font-size: .8125rem; border-bottom: 1px solid var(--ink); }
thead tr:first-child td { border-bottom: 1px solid var(--ink); }
tbody td, tbody th { border-bottom: 1px solid var(--line); }
tbody th small { display: block; }
td { white-space: nowrap; }
thead td { width: 100%; }
td, thead tr + tr th { min-width: 4rem; }
.first { padding-left: 1.75rem; }
td.first, thead tr + tr th.first { min-width: 5rem; }
td.sexDistribution, thead tr + tr th.sexDistribution { min-width: 4.4rem; }
td.sexDistribution.first, thead tr + tr th.sexDistribution.first { min-width: 5.4rem; }
.counts.total { font-weight: 600; }
.below .base th, .below .base .counts { font-weight: 600; }
.below { background: var(--wash); }
.notes { margin: .75rem 0 0; padding: 0; list-style: none; font-size: .875rem; color: var(--muted); max-width: 48rem; }
.notes li { padding: .1rem 0; }
.plain { margin: 0; padding-left: 1.1rem; max-width: 44rem; }
.plain li { padding: .2rem 0; }
.about { margin: 0; max-width: 44rem; }
.about dt { color: var(--muted); }
.about dd { margin: 0 0 .6rem; }
@container (width < 40rem) {${stacked(".slim")}${measureBeside(".slim")}}
@media screen {
  @container (width < 54rem) {${stacked(".slim.four")}${measureBeside(".slim.four")}}
}
@container (width < 40rem) {
  .plain-table table, .plain-table thead, .plain-table tbody { display: block; }
  .plain-table table { position: relative; }
  .plain-table thead tr:first-child { padding: 0; }
  .plain-table thead tr:first-child th { ${onlyHeard} }
  .plain-table tr { display: block; padding: .65rem 0; border-bottom: 1px solid var(--line); }
  .plain-table tbody th, .plain-table td { display: flex; justify-content: space-between; gap: 1rem; min-width: 0; padding: .1rem 0; border: 0; }
  .plain-table tbody th { font-weight: 600; }
  .plain-table td::before { content: attr(data-measure); color: var(--muted); text-align: left; }
  .plain-table td > span { text-align: right; white-space: nowrap; }
  .plain-table td:empty { display: none; }
}
@container (width < 60rem) {${stacked(".broad")}${measureAbove}}
@media print, (min-width: 40rem) {
  .about { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .4rem 1.5rem; }
  .about dd { margin: 0; }
}
@media screen and (max-width: 40rem) {
  details.base dl { display: block; }
  details.base dd { margin-bottom: .4rem; }
  .goals li { grid-template-columns: minmax(0, 1fr); }
}
@media screen and (min-width: 64rem) {
  body > header, main { padding-inline: 2rem; }
}
@media screen and (min-width: 76rem) {
  .side-by-side { display: grid; grid-template-columns: minmax(0, 1fr) 22.5rem; column-gap: 4rem; align-items: start; }
  .side-by-side figure { order: 1; }
}
@page {
  size: A4; margin: 13mm 16mm 17mm;
  @bottom-left { content: ${cssString(`${association.name[language]} ${year}`)}; font: 8pt system-ui, sans-serif; color: #545b66; }
  @bottom-right { content: ${cssString(words.page[language])} " " counter(page) " " ${cssString(words.pageOf[language])} " " counter(pages); font: 8pt system-ui, sans-serif; color: #545b66; }
}
@media print {
  :root { font-size: 9.5pt; }
  body > header, main { max-width: none; padding: 0; }
  .skip, nav { display: none; }
  a { color: inherit; text-decoration: none; }
  section { padding-top: 7mm; }
  .answers { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .answers article { break-inside: avoid; padding: 4mm; }
  .more-link, .jump, details.base, summary { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  figcaption a { display: none; }
  .flow .for-wide { display: block; }
  .flow .for-narrow { display: none; }
  .flow .for-wide svg { width: 150mm; }
  .charts figure svg { width: 52mm; }
  h3, h4 { break-after: avoid; }
  .goals li { break-inside: avoid; }
  #interventions article > p { break-inside: avoid; break-after: avoid; }
  #flow details, #interventions caption.heard, h3 + .plain-table caption.heard { display: none; }
  body > header { padding-top: 0; }
  h1 { font-size: 2rem; }
  h2, .about-base { break-after: avoid; }
  table { font-size: .875rem; }
  th, td { padding-block: .7mm; }
  .four td, .four thead tr + tr th { min-width: 2.6rem; padding-left: .4rem; }
  .four td.first, .four thead tr + tr th.first, .four thead .first { min-width: 3.2rem; padding-left: .9rem; }
  .four tbody th { min-width: 6rem; }
  thead { display: table-header-group; }
  table, tr, figure, li { break-inside: avoid; }
  caption.heard { position: static; width: auto; height: auto; margin: 0; clip-path: none; text-align: left; font-weight: 600; }
  figure { margin-bottom: 4mm; }
  figure svg { width: 66mm; }
  .below { background: none; }
  .notes, .notes li:first-child { break-before: avoid; }
}
`);
