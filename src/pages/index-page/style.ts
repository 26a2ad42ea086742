export const indexCss = `
.top, main { max-width: 84rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 3rem); }
.top { display: flex; flex-wrap: wrap; gap: 1.5rem 3rem; justify-content: space-between; align-items: end; padding-block: clamp(2rem, 6vw, 4.5rem) 2rem; }
h1 { font-size: clamp(2.2rem, 5vw, 3.6rem); }
.count { color: var(--muted); margin-block-start: .5rem; font-size: 1.125rem; }
.search label { display: block; font-weight: 600; margin-block-end: .3rem; }
.search input { width: min(22rem, 100%); padding: .55rem .8rem; border: 1px solid var(--line-strong); border-radius: 6px; background: var(--card); color: var(--ink); font: inherit; }
.search output { display: block; margin-block-start: .5rem; min-height: 1.5em; color: var(--muted); }
.alarm { margin-block-end: 2rem; padding: 1rem 1.3rem; border-radius: 8px; background: var(--bad-soft); border-inline-start: 4px solid var(--bad); }
.alarm p { color: var(--bad); font-weight: 600; } .alarm ul { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin-block-start: .3rem; } .alarm a { color: inherit; }
.lessons { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(19.5rem, 100%), 1fr)); gap: clamp(1.25rem, 2.5vw, 2rem); padding-block-end: 5rem; }
.lesson { display: grid; content-visibility: auto; contain-intrinsic-size: auto 30rem; }
.lesson[hidden] { display: none; }
article { position: relative; display: flex; flex-direction: column; border: 1px solid var(--line); border-radius: 10px; background: var(--card); overflow: hidden; transition: border-color .15s; }
article:hover { border-color: var(--accent); }
.lesson:target article { outline: 3px solid var(--accent); outline-offset: 3px; }
.is-failed article { border-color: var(--bad); }
.cover { display: block; width: 100%; aspect-ratio: 16 / 9; object-fit: cover; background: var(--wash); border-block-end: 1px solid var(--line); }
.drawn { display: grid; place-items: end; padding: 0 1.4rem; font: 600 9.5rem/.82 var(--font-title); color: var(--tint); background: color-mix(in srgb, var(--tint) 13%, var(--card)); overflow: hidden; }
.tint-0 { --tint: #0a5c6e; } .tint-1 { --tint: #17633f; } .tint-2 { --tint: #5d3f9f; } .tint-3 { --tint: #85480b; } .tint-4 { --tint: #1d5296; } .tint-5 { --tint: #8c2f4a; }
@media (prefers-color-scheme: dark) { .tint-0 { --tint: #74c7d8; } .tint-1 { --tint: #84d3a8; } .tint-2 { --tint: #bda8ee; } .tint-3 { --tint: #e6ad77; } .tint-4 { --tint: #93bdf0; } .tint-5 { --tint: #ee9fb5; } }
.body { display: flex; flex-direction: column; gap: .55rem; flex: 1; padding: 1.2rem 1.4rem 1.3rem; }
h2 { font-size: 1.4rem; overflow-wrap: anywhere; } h2 a { color: inherit; text-decoration: none; } article:hover h2 a { text-decoration: underline; }
.whole::after { content: ''; position: absolute; inset: 0; }
.whole:focus-visible { outline: none; } .whole:focus-visible::after { outline: 3px solid var(--accent); outline-offset: -3px; border-radius: 10px; }
.subtitle, .authors { color: var(--muted); line-height: 1.35; overflow-wrap: anywhere; }
.facts { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; font-size: .9375rem; } .facts .icon { color: var(--accent); }
.tongue { text-transform: uppercase; font-weight: 600; color: var(--muted); }
.failed { display: flex; gap: .6rem; padding: .6rem .8rem; border-radius: 6px; background: var(--bad-soft); color: var(--bad); } .failed .icon { margin-block-start: .2rem; }
.warned { color: var(--held); font-size: .9375rem; }
.covered-share { margin-block-start: auto; padding-block-start: .4rem; font-size: .9375rem; } .covered-share .bar { height: .45rem; margin-block-start: .3rem; }
.files { position: relative; z-index: 1; display: flex; gap: .3rem .9rem; flex-wrap: wrap; font-size: .9375rem; padding-block-start: .6rem; border-block-start: 1px solid var(--line); width: fit-content; min-width: 100%; pointer-events: none; }
.files a { pointer-events: auto; }
.files p { color: var(--muted); } .files ul { display: flex; flex-wrap: wrap; gap: .15rem .9rem; }
.nothing { padding-block: 4rem; color: var(--muted); font-size: 1.25rem; }
@media (min-width: 56rem) {
  .lessons:has(> :only-child) { grid-template-columns: minmax(0, 1fr); }
  .lesson:only-child article { flex-direction: row; } .lesson:only-child .cover { width: 58%; align-self: start; border: 0; }
  .lesson:only-child .drawn { align-self: stretch; aspect-ratio: auto; min-height: 26rem; font-size: 18rem; } .lesson:only-child .body { padding: 2.2rem 2.4rem; } .lesson:only-child h2 { font-size: 2rem; }
}
@media print { .lesson { content-visibility: visible; break-inside: avoid; } .search { display: none; } }
@media (forced-colors: active) { .drawn { border-block-end: 1px solid; } }
`;
