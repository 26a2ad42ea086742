/** Type, colours and controls that the pages share; the same family as the slides' light and dark variants. */
export const baseCss = `
:root {
  color-scheme: light dark;
  --paper: #fcfcfb; --card: #ffffff; --wash: #f0f3f2; --ink: #14202b; --muted: #51606b; --line: #d3dad9; --line-strong: #6b7a83;
  --accent: #0a5c6e; --on-accent: #ffffff; --accent-soft: #e3eff1;
  --good: #17633f; --good-soft: #e5f1ea; --held: #715400; --held-soft: #f8f0d9; --bad: #a3281f; --bad-soft: #fae8e5;
  --font-text: 'Lectern Sans', 'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif;
  --font-title: 'Lectern Serif', 'Source Serif 4', Georgia, 'Times New Roman', serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0f171c; --card: #162129; --wash: #1b2830; --ink: #e9eff1; --muted: #a9b8bf; --line: #2c3c45; --line-strong: #7d909a;
    --accent: #74c7d8; --on-accent: #06222a; --accent-soft: #17343d;
    --good: #84d3a8; --good-soft: #16322a; --held: #e3c06c; --held-soft: #33291a; --bad: #ff9d8c; --bad-soft: #3d211d;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 5.5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 1.0625rem/1.5 var(--font-text); text-rendering: optimizeLegibility; }
h1, h2, h3 { font-family: var(--font-title); font-weight: 600; line-height: 1.15; text-wrap: balance; margin: 0; }
p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: .07em; }
a:hover { text-decoration-thickness: .14em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 4px; }
.skip { position: absolute; inset-block-start: -4rem; inset-inline-start: 1rem; z-index: 9; padding: .6rem 1rem; background: var(--accent); color: var(--on-accent); border-radius: 0 0 6px 6px; }
.skip:focus { inset-block-start: 0; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.icon { width: 1.1em; height: 1.1em; flex: none; vertical-align: -.18em; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.bar { display: block; width: 100%; height: .5rem; border-radius: 99px; background: var(--line); overflow: hidden; forced-color-adjust: none; }
.bar .covered { fill: var(--good); } .bar .waived { fill: var(--held); } .bar .uncovered { fill: var(--bad); }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } *, *::before, *::after { transition: none !important; animation: none !important; } }
@media print {
  :root { --paper: #fff; --card: #fff; --wash: #f4f4f4; --ink: #000; --muted: #444; --line: #bbb; --line-strong: #555; --accent: #0a4a58; --accent-soft: #eef4f5; --good: #14532f; --good-soft: #eef5f0; --held: #5c4500; --held-soft: #f7f2e2; --bad: #8c1f17; --bad-soft: #f9ecea; }
  body { font-size: 10pt; }
  .screen { display: none !important; }
}
`;
