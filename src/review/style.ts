/** The look of a page of changes. */
export const reviewCss = `
main { max-width: 76rem; margin: 0 auto; padding: 3rem 1.5rem 4rem; overflow-wrap: break-word; }
h1 { font-size: clamp(1.8rem, 5vw, 2.6rem); }
h2 { margin: 2.5rem 0 1rem; font-size: 1.6rem; }
h3 { font-size: 1.25rem; }
h4 { margin: 1rem 0 .3rem; font-size: 1rem; color: var(--muted); }
.lead { margin-top: .75rem; color: var(--muted); }
.none { margin-top: 2rem; font-size: 1.2rem; }
article { margin-top: 1.5rem; padding: 1.25rem; border: 1px solid var(--line); border-radius: 10px; background: var(--card); break-inside: avoid; }
.number { color: var(--accent); font-variant-numeric: tabular-nums; }
.kind { display: inline-block; padding: .1rem .6rem; border: 1px solid currentColor; border-radius: 99px; font: 600 .875rem/1.4 var(--font-text); vertical-align: .15em; color: var(--held); }
.added .kind { color: var(--good); }
.removed .kind { color: var(--bad); }
.looks { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)); gap: 1rem; margin-top: 1rem; }
figcaption { margin-bottom: .3rem; color: var(--muted); font-weight: 600; }
img { display: block; width: 100%; height: auto; border: 1px solid var(--line); border-radius: 6px; }
article ul { display: grid; gap: .35rem; padding-inline-start: 1.1rem; list-style: disc; }
ins { background: var(--good-soft); color: var(--good); text-decoration-thickness: 2px; text-underline-offset: .2em; }
del { background: var(--bad-soft); color: var(--bad); }
code { font-size: .9em; color: var(--muted); }
@media (max-width: 30rem) { main { padding: 1.5rem 1rem 2rem; } article { padding: .9rem; } }
`;
