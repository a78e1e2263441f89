import { type Html, trustedMarkup } from "./html.ts";

/** The style of the book: light, dark and on paper, from a phone to a wide screen. Nothing in it is fetched. */
export const pageStyle: Html = trustedMarkup(`
:root {
  color-scheme: light;
  --paper: #ffffff; --ink: #1b1e23; --muted: #545b66; --line: #dcdfe4; --wash: #f5f6f8; --link: #1d4f91;
  --attested: #1b6b4a; --unverified: #8a4b00; --announced: #5e3c99;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --paper: #14171b; --ink: #e9ebee; --muted: #a9b0ba; --line: #363c45; --wash: #1d2126; --link: #8fbcf5;
    --attested: #6fcba2; --unverified: #eeae62; --announced: #b49be6;
  }
}
@media (forced-colors: active) { :root { --muted: CanvasText; --line: CanvasText; --link: LinkText; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: tabular-nums lining-nums; overflow-wrap: anywhere;
}
body > header, .columns { max-width: 78rem; margin: 0 auto; padding: 0 1rem; }
body > header { padding-top: 2.5rem; }
main { padding-bottom: 4rem; min-width: 0; }
main:focus { outline: none; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; letter-spacing: -.01em; }
h1 { font-size: clamp(1.75rem, 1.3rem + 2vw, 2.5rem); margin: 0 0 .5rem; }
h2 { font-size: 1.5rem; margin: 0 0 1rem; }
h3 { font-size: 1.125rem; margin: 0 0 .75rem; }
h3.below { margin-top: 2rem; }
p { margin: 0 0 .75rem; max-width: 44rem; }
p, li, dd { text-wrap: pretty; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
code { font: .8125em ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; color: var(--muted); font-weight: 400; letter-spacing: 0; }
small { font-size: .8125rem; font-weight: 400; color: var(--muted); }
.whole { white-space: nowrap; }
.muted { color: var(--muted); }
.skip { position: absolute; left: 1rem; top: -6rem; padding: .6rem 1rem; background: var(--paper); z-index: 1; }
.skip:focus { top: .5rem; }
.association { font-size: 1.125rem; margin: 0 0 1.25rem; }
.about { display: flex; flex-wrap: wrap; gap: .25rem 2rem; margin: 0 0 1.5rem; padding: .75rem 0; border-block: 1px solid var(--line); color: var(--muted); font-size: .9375rem; }
.about div { display: flex; gap: .5rem; padding: 0; }
.about dd { margin: 0; color: var(--ink); }
.lead { font-size: 1.125rem; line-height: 1.5; }
.marks { margin: 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; font-size: .9375rem; color: var(--muted); }
main > section { padding-top: 3rem; }
.entry { padding: 1.5rem 0 .75rem; border-top: 1px solid var(--line); }
.mark { display: inline-block; font-size: .8125rem; line-height: 1.3; font-weight: 600; color: var(--attested); }
.mark::before { content: ""; display: inline-block; width: .55em; height: .55em; margin-right: .4em; border-radius: 50%; background: currentColor; }
.mark.unverified { color: var(--unverified); }
.mark.unverified::before { background: none; border: 2px solid currentColor; }
.mark.announced { color: var(--announced); }
.mark.announced::before { border-radius: 0; }
.timeline { display: flex; flex-wrap: wrap; gap: .5rem 3px; margin: 0 0 1rem; padding: 0; list-style: none; max-width: 44rem; }
.timeline li { flex: 1 1 11rem; padding: .5rem 0 0; border-top: 5px solid var(--attested); font-size: .875rem; color: var(--muted); }
.timeline li.unverified { border-top-color: var(--unverified); border-top-style: double; }
.timeline li.announced { border-top-color: var(--announced); border-top-style: dotted; }
.timeline li.open { border-top-right-radius: 5px; }
.criterion { margin: 0 0 1rem; max-width: 44rem; }
.criterion p { margin: 0; padding: .15rem 0; }
.criterion .join { color: var(--muted); font-size: .9375rem; }
.criterion ul { margin: 0; padding: 0 0 0 1rem; list-style: none; border-left: 2px solid var(--line); }
.origins { margin: 0 0 1rem; padding: 0; list-style: none; font-size: .875rem; color: var(--muted); }
.origins li { padding: .1rem 0; }
.origins li > *, .origin > * { margin-right: .6rem; }
.origin { font-size: .875rem; color: var(--muted); margin: .25rem 0 .5rem; }
.version { margin: 0 0 1.25rem; }
.callout { background: var(--wash); padding: 1rem 1.25rem .5rem; margin: 0 0 1.5rem; border-radius: 6px; }
dl { margin: 0 0 .5rem; }
dt { color: var(--muted); font-size: .9375rem; }
dd { margin: 0; }
dd > ul { margin: 0; padding-left: 1.1rem; }
dd > :last-child { margin-bottom: 0; }
dl > div { padding: .3rem 0; }
.term { margin: .5rem 0 .25rem; color: var(--muted); font-size: .9375rem; }
.wide > div { padding-left: 1rem; border-left: 2px solid var(--line); }
.part { padding: .5rem 0 .35rem; }
.part + .part { border-top: 1px solid var(--line); }
.name { margin: 0 0 .25rem; font-weight: 600; }
details { margin: 0 0 1rem; }
summary { cursor: pointer; padding: .35rem 0; color: var(--link); width: fit-content; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; line-height: 1.4; }
th, td { padding: .5rem .75rem .5rem 0; text-align: left; vertical-align: baseline; font-weight: 400; min-width: 6.5rem; overflow-wrap: break-word; }
thead th { font-weight: 600; font-size: .875rem; border-bottom: 1px solid var(--ink); }
tbody th, tbody td { border-bottom: 1px solid var(--line); }
tbody th { min-width: 11rem; }
tbody th small { display: block; }
.cases strong { font-weight: 600; }
.outcome, .result { font-weight: 600; font-size: .875rem; }
.met, .positive { color: var(--attested); }
.undetermined, .result.unknown { color: var(--unverified); }
nav { padding-top: 2.5rem; font-size: .9375rem; }
nav h2 { font-size: 1rem; margin: 0 0 .5rem; }
nav ol { margin: 0; padding: 0; list-style: none; }
nav ol ol { padding: 0 0 .35rem .9rem; font-size: .875rem; }
nav li { padding: 0; }
nav a { display: inline-block; padding: .2rem 0; text-decoration: none; }
nav a:hover { text-decoration: underline; }
@media print, (min-width: 44rem) {
  dl > div { display: grid; grid-template-columns: 12rem minmax(0, 1fr); column-gap: 1.5rem; max-width: 50rem; }
}
@media screen and (min-width: 64rem) {
  body > header, .columns { padding-inline: 2rem; }
  .columns { display: grid; grid-template-columns: 15rem minmax(0, 1fr); column-gap: 4rem; align-items: start; }
  nav { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding-bottom: 2rem; }
}
@page { size: A4; margin: 14mm 16mm 17mm; @bottom-right { content: counter(page); font: 8pt system-ui, sans-serif; color: #545b66; } }
@media print {
  :root { font-size: 9.5pt; }
  body > header, .columns { max-width: none; padding: 0; }
  .skip, nav { display: none; }
  a { color: inherit; text-decoration: none; }
  main > section { padding-top: 8mm; }
  h2, h3, .origin, summary, .join { break-after: avoid; }
  tr, .timeline, .criterion { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  summary { list-style: none; color: inherit; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
}
`);
