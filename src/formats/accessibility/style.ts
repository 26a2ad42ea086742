export const accessibilityCss = `
.top, main { max-width: 72rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 3rem); }
.top { padding-block: clamp(2rem, 5vw, 4rem) 1rem; }
.kicker { color: var(--accent); font-weight: 600; margin-block-end: .6rem; }
h1 { font-size: clamp(1.9rem, 4.6vw, 3.2rem); max-width: 26ch; overflow-wrap: anywhere; }
h2 { font-size: 1.6rem; margin-block: 2.6rem .8rem; }
h3 { font: 600 1.125rem/1.4 var(--font-text); max-width: 68ch; }
.intro { font-size: 1.2rem; max-width: 62ch; margin-block-start: 1.2rem; }
.limits { max-width: 68ch; margin-block-start: 1rem; padding: .9rem 1.1rem; border-inline-start: 4px solid var(--accent); background: var(--accent-soft); }
main { padding-block-end: 5rem; }
.mark { display: inline-flex; align-items: center; gap: .4rem; font-weight: 600; }
.mark.pass { color: var(--good); } .mark.fails { color: var(--bad); } .mark.person { color: var(--accent); } .mark.absent, .mark.untested { color: var(--muted); }
.sums { border-collapse: collapse; min-width: min(30rem, 100%); }
.sums th, .sums td { padding: .5rem 1rem .5rem 0; border-block-end: 1px solid var(--line); text-align: start; font-weight: 400; }
.sums thead th { font-weight: 600; }
.sums tbody td { font: 600 1.4rem/1.2 var(--font-title); font-variant-numeric: lining-nums; }
.questions { counter-reset: n; display: grid; gap: 1rem; margin-block-start: 1rem; }
.question { counter-increment: n; background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 1.1rem 1.2rem 1.2rem 3.4rem; position: relative; }
.question::before { content: counter(n); position: absolute; inset-inline-start: 1.1rem; inset-block-start: .95rem; font: 600 1.5rem/1.2 var(--font-title); color: var(--accent); }
.uses { color: var(--muted); font-size: .95rem; margin-block-start: .25rem; }
.uses span { margin-inline-end: 1.2rem; }
.items { margin-block-start: .7rem; display: grid; gap: .3rem; overflow-wrap: anywhere; }
.items li { padding-inline-start: .9rem; border-inline-start: 2px solid var(--line); }
.rows { border-collapse: collapse; width: 100%; }
.rows th, .rows td { text-align: start; vertical-align: top; padding: .8rem 1.2rem .8rem 0; border-block-end: 1px solid var(--line); }
.rows tbody th { width: 28%; font-weight: 400; } .rows tbody th b { font-weight: 600; }
.rows small { color: var(--muted); border: 1px solid var(--line-strong); border-radius: 4px; padding: 0 .35em; white-space: nowrap; }
.name { display: none; font-weight: 600; }
.why { color: var(--ink); font-size: .95rem; max-width: 46ch; margin-block-start: .15rem; overflow-wrap: anywhere; }
.tested { color: var(--muted); margin-block-start: .3rem; }
.clause { color: var(--muted); font-size: .9rem; margin-block-start: .15rem; }
code { font-family: ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace; font-size: .9em; overflow-wrap: anywhere; }
.extra { margin-block-start: 1rem; color: var(--muted); }
.files { display: grid; gap: .8rem; margin-block-start: .8rem; overflow-wrap: anywhere; }
.files li { display: grid; gap: .1rem; } .files span { color: var(--muted); }
@media (max-width: 46rem) {
  .rows thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .rows, .rows tbody, .rows tr, .rows th, .rows td { display: block; width: 100% !important; }
  .rows th, .rows td { border: 0; padding: .35rem 0; }
  .rows tr { border-block-end: 1px solid var(--line); padding-block: .8rem; }
  .name { display: block; }
  .question { padding-inline-start: 1.1rem; padding-block-start: 2.9rem; }
}
@media print { .question, .rows tr { break-inside: avoid; } }
`;
