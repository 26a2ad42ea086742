/** Style of the gallery around the slides. Slides keep their own size and are scaled by `--k`. */
export const galleryCss = `
body { --k: .3; }
body:has([name=scale][value=m]:checked) { --k: .46; }
body:has([name=scale][value=l]:checked) { --k: .8; }
.top, .choices, #layouts { max-width: 92rem; margin: 0 auto; padding: 0 clamp(1rem, 3vw, 3rem); }
.top { padding-top: 2.5rem; }
.top h1 { font-size: 2.6rem; }
.index { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; margin: 1.2rem 0; padding: 0; list-style: none; }
.index a { display: inline-block; padding: .2rem 0; }
.sheets a { margin-right: .8rem; }
.choices { position: sticky; top: 0; z-index: 5; display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; padding-top: .7rem; padding-bottom: .7rem; background: var(--paper); border-bottom: 1px solid var(--line); }
.choices fieldset { display: flex; flex-wrap: wrap; min-width: 0; align-items: center; gap: .9rem; margin: 0; padding: 0; border: 0; }
.choices legend { float: left; margin-right: .9rem; padding: 0; font-weight: 600; }
.choices label { display: inline-flex; align-items: center; gap: .4rem; min-height: 1.75rem; }
.choices input { width: 1.1rem; height: 1.1rem; margin: 0; accent-color: var(--accent); }
.layout { padding: 2.5rem 0 1rem; border-bottom: 1px solid var(--line); scroll-margin-top: 4rem; }
.layout h2 { font-size: 1.7rem; }
.layout h2 code { margin-left: .4rem; font-size: 1rem; font-weight: 400; color: var(--muted); }
.layout > p { max-width: 46rem; margin: .4rem 0 1.2rem; }
.pictures { display: flex; flex-wrap: wrap; gap: 1.5rem; }
.pictures figure { margin: 0; }
.pictures .of-4x3, body:has([name=size][value='4x3']:checked) .pictures .of-16x9 { display: none; }
body:has([name=size][value='4x3']:checked) .pictures .of-4x3 { display: block; }
.pictures .deck { position: relative; width: calc(1280px * var(--k)); height: calc(720px * var(--k)); margin-bottom: .4rem; overflow: hidden; outline: 1px solid var(--line); }
.pictures .of-4x3 .deck { width: calc(960px * var(--k)); }
.deck > section { position: absolute !important; inset: 0 auto auto 0; transform: scale(var(--k)); transform-origin: 0 0; margin: 0 !important; }
.pictures figcaption { color: var(--muted); }
.lang { margin-left: .4rem; }
details { margin: 1rem 0 0; }
summary { display: inline-block; padding: .25rem 0; cursor: pointer; font-weight: 600; color: var(--accent); }
summary::before { content: '+ '; }
[open] > summary::before { content: '– '; }
.scroll { overflow-x: auto; }
.layout table { width: 100%; margin: .6rem 0; border-collapse: collapse; }
.layout :is(th, td) { padding: .45rem 1.2rem .45rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; }
.layout thead th { font-weight: 600; }
.needed { color: var(--muted); font-size: .9em; }
.source { position: relative; max-width: 62rem; margin: 1rem 0; }
.source h3 { margin: 0 0 .3rem; font-size: 1rem; }
.source pre { margin: 0; padding: 1rem; overflow-x: auto; background: var(--wash); border-radius: 6px; font: .95rem/1.5 'Lectern Mono', ui-monospace, monospace; }
.copy { position: absolute; top: 0; right: 0; min-height: 1.75rem; padding: .1rem .8rem; border: 1px solid var(--line-strong); border-radius: 5px; background: var(--card); color: var(--ink); font: inherit; cursor: pointer; }
@media (max-width: 30rem) {
  body, body:has([name=scale]:checked) { --k: .2; }
  .layout, .index { overflow-wrap: anywhere; }
  .choices { position: static; }
}
@media print { .choices, details, .copy { display: none; } .layout { break-inside: avoid; } }
`;
