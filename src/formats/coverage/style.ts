import { statuses } from '../../coverage/index.ts';

/** One rule set for each filter: hide what it leaves out, and sections with nothing left. */
const filterCss = (): string =>
  ['stale', ...statuses]
    .map(
      (name) =>
        `body:has(#show-${name}:checked) .st:not(.${name}), body:has(#show-${name}:checked) .part:not(:has(.st.${name})) { display: none; }
body:has(#show-${name}:checked) .empty-${name} { display: block; }`,
    )
    .join('\n');

const above = `
.top, .columns { max-width: 84rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 3rem); }
.top { padding-block: clamp(2rem, 5vw, 4rem) 2rem; }
.kicker { color: var(--accent); font-weight: 600; letter-spacing: .01em; margin-block-end: .6rem; }
h1 { font-size: clamp(2rem, 4.6vw, 3.4rem); max-width: 24ch; }
.only { margin-block-start: .7rem; padding: .5rem .9rem; max-width: 60ch; border-inline-start: 4px solid var(--held); background: var(--held-soft); font-weight: 600; }
.subtitle { color: var(--muted); font-size: 1.25rem; margin-block-start: .7rem; max-width: 60ch; }
.button { display: inline-flex; align-items: center; gap: .5rem; margin-block-start: 1.4rem; padding: .55rem 1.1rem; border-radius: 6px; background: var(--accent); color: var(--on-accent); text-decoration: none; font-weight: 600; }
.button:hover { text-decoration: underline; }
.result { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 1.5rem clamp(1.5rem, 5vw, 4rem); align-items: center; margin-block-start: 2.2rem; padding-block-start: 1.8rem; border-block-start: 1px solid var(--line); }
.share { max-width: 17rem; line-height: 1.3; color: var(--muted); }
.share b { display: block; font: 600 clamp(3.2rem, 8vw, 5.2rem)/.95 var(--font-title); color: var(--ink); margin-block-end: .5rem; font-variant-numeric: lining-nums; white-space: nowrap; }
.sum .bar { height: .9rem; }
dl { display: flex; flex-wrap: wrap; gap: .6rem 2.2rem; margin-block: 1rem .7rem; }
.figure dt { font-weight: 600; } .figure dd { font: 600 1.7rem/1.2 var(--font-title); }
.figure.covered dt, .mark.covered { color: var(--good); } .figure.waived dt, .mark.waived { color: var(--held); } .figure.uncovered dt, .mark.uncovered { color: var(--bad); }
.facts { color: var(--muted); } .facts.text { margin-block-start: .5rem; }
.columns { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: clamp(1.5rem, 4vw, 4rem); padding-block-end: 5rem; }
.contents { position: sticky; inset-block-start: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding-block: 1.5rem; }
.contents-title { font-weight: 600; margin-block-end: .6rem; }
.contents a { display: flex; gap: .7rem; padding: .5rem .5rem .6rem; color: inherit; text-decoration: none; line-height: 1.25; border-radius: 6px; }
.contents a:hover { background: var(--wash); }
.contents .go { flex: 1; min-width: 0; } .contents .bar { height: .3rem; margin-block-start: .4rem; }
.contents small { display: block; color: var(--muted); font-size: .875rem; margin-block-start: .15rem; }
.contents .short small { color: var(--bad); font-weight: 600; }
.nth { color: var(--accent); font-family: var(--font-title); font-weight: 600; min-width: 1.1em; }
main { min-width: 0; padding-block-start: 1.5rem; }
main > h2, .more h2, .to-review h2 { font-size: 1.6rem; }
.filters { position: sticky; inset-block-start: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: .4rem; margin: 1rem 0 0; padding: .8rem 0; border: 0; background: var(--paper); border-block-end: 1px solid var(--line); }
.option { cursor: pointer; }
.option input { position: absolute; opacity: 0; }
.option span { display: inline-block; padding: .3rem .8rem; border: 1px solid var(--line-strong); border-radius: 99px; }
.option:hover span { background: var(--wash); }
.option input:checked + span { background: var(--ink); color: var(--paper); border-color: var(--ink); }
.option input:focus-visible + span { outline: 3px solid var(--accent); outline-offset: 2px; }
.empty { display: none; padding: 2.5rem 0; color: var(--muted); font-size: 1.15rem; }
.part { padding-block: 2.4rem .6rem; }
.part-head { display: grid; grid-template-columns: 1fr auto; gap: .6rem 1.5rem; align-items: end; }
.part-head .bar { grid-column: 1 / -1; }
h3 { font-size: 1.45rem; } h3 .nth { margin-inline-end: .55rem; }
.tally { color: var(--muted); text-align: end; }
.st { display: grid; grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr); gap: 1rem clamp(1.25rem, 3vw, 2.5rem); padding: 1.3rem 0 1.3rem 1rem; border-block-end: 1px solid var(--line); border-inline-start: 4px solid transparent; break-inside: avoid; }
.st.uncovered { border-inline-start: 4px solid var(--bad); } .st.waived { border-inline-start: 4px dashed var(--held); }
.st:target { background: var(--accent-soft); }
.words > p:first-child { font-size: 1.125rem; max-width: 62ch; overflow-wrap: anywhere; }
.marks { display: flex; flex-wrap: wrap; gap: .2rem 1rem; margin-block-start: .5rem; font-size: .9375rem; }
.w.slide { text-decoration: underline 2px var(--good); } .w.notes { text-decoration: underline dotted 2px var(--held); } .w.nowhere { text-decoration: underline wavy 1px var(--bad); }
.said { display: grid; gap: .25rem; margin: .35rem 0 .2rem; padding-inline-start: .75rem; border-inline-start: 3px solid var(--line); color: var(--muted); font-size: .9375rem; line-height: 1.4; overflow-wrap: anywhere; }
.said mark { background: none; color: var(--ink); text-decoration: underline 2px var(--good); text-underline-offset: .15em; }
.share-of { color: var(--muted); }
.id { font-weight: 600; overflow-wrap: anywhere; }
.mark { font-weight: 600; } .mark.review { color: var(--accent); }
.carriers { display: grid; gap: .6rem; align-content: start; min-width: 0; }
.card { display: grid; grid-template-columns: 6.4rem minmax(0, 1fr); gap: .9rem; align-items: center; padding: .5rem; border: 1px solid var(--line); border-radius: 8px; background: var(--card); color: inherit; text-decoration: none; }
.card:hover { border-color: var(--accent); } .card:hover .name { text-decoration: underline; }
.tile { display: grid; place-items: center; width: 100%; aspect-ratio: 16 / 9; border: 1px solid var(--line); border-block-start: 4px solid var(--accent); border-radius: 3px; background: var(--paper); color: var(--accent); font: 600 1.6rem/1 var(--font-title); font-variant-numeric: lining-nums; object-fit: cover; print-color-adjust: exact; }
img.tile { border-block-start-width: 1px; border-block-start-color: var(--line); background: var(--wash); }
.about { display: grid; gap: .25rem; min-width: 0; } .name { font-weight: 600; line-height: 1.25; overflow-wrap: anywhere; }
.meta { display: flex; flex-wrap: wrap; gap: .25rem .6rem; align-items: center; color: var(--muted); font-size: .875rem; }
.badge { padding: 0 .5rem; border: 1px solid var(--line-strong); border-radius: 99px; color: var(--ink); }
.again { display: block; color: inherit; text-decoration: none; padding: .15rem .5rem .15rem .75rem; border-inline-start: 3px solid var(--accent); overflow-wrap: anywhere; line-height: 1.3; }
.again b { color: var(--accent); font-family: var(--font-title); margin-inline-end: .3rem; } .again:hover span:last-child { text-decoration: underline; }
.note { padding: .6rem .8rem; border-radius: 8px; overflow-wrap: anywhere; } .note.held { background: var(--held-soft); } .note.held b { color: var(--held); }
.note.missing { background: var(--bad-soft); color: var(--bad); font-weight: 600; }
.other { display: flex; gap: .5rem; color: var(--muted); font-size: .9375rem; overflow-wrap: anywhere; } .other .icon { margin-block-start: .2rem; }
.more, .to-review { margin-block-start: 3.5rem; }
.to-review { margin-block: 0 3rem; padding: 1.2rem 1.4rem; border-radius: 8px; background: var(--accent-soft); }
.to-review p { margin-block: .5rem 1rem; } .to-review li { display: flex; gap: .6rem; padding-block: .4rem; } .to-review .icon { margin-block-start: .25rem; }
.changes { display: block; color: var(--muted); } .changes span { margin-inline-end: .8rem; } .changes .ref { margin: 0; }
.scroll { overflow-x: auto; margin-block-start: 1rem; }
table { border-collapse: collapse; width: 100%; min-width: 38rem; }
th, td { text-align: start; vertical-align: top; padding: .55rem .9rem .55rem 0; border-block-end: 1px solid var(--line); font-weight: 400; overflow-wrap: break-word; }
thead th { font-weight: 600; border-color: var(--line-strong); overflow-wrap: normal; } tbody th { width: 45%; }
.count { font-family: var(--font-title); font-weight: 600; color: var(--accent); }
.ref { display: inline-block; margin-inline-end: .35rem; white-space: nowrap; } .quiet { color: var(--muted); }
@media (max-width: 62rem) {
  .columns { display: block; } .contents { position: static; max-height: none; padding-block-end: 0; }
  .contents ol { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: .25rem 1rem; }
}
@media (max-width: 46rem) { .filters { position: static; } .st { grid-template-columns: minmax(0, 1fr); } .result { grid-template-columns: minmax(0, 1fr); } .part-head { grid-template-columns: 1fr; } .tally { text-align: start; } }
/* Colours that the reader forces leave no ground: the chosen filter takes those of a selection. */
@media (forced-colors: active) { .option input:checked + span { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: Highlight; } }
@media screen { `;

const below = ` }
@media print { .columns { display: block; } .contents { display: none; } .card { break-inside: avoid; } thead { display: table-header-group; } tr { break-inside: avoid; } .part-head { break-after: avoid; } }
`;

/** The style of the page; the filters are those of the states that a statement may have. */
export const coverageCss = (): string => above + filterCss() + below;
