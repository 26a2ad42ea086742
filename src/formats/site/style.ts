/** The look of a lesson's page. */
export const siteCss = `
main { max-width: 46rem; margin: 0 auto; padding: 3.5rem 1.5rem 4rem; overflow-wrap: break-word; }
h1 { font-size: clamp(1.9rem, 5vw, 2.75rem); }
h2 { margin: 2.25rem 0 .75rem; font-size: 1.35rem; }
.by { margin-bottom: .75rem; color: var(--muted); }
.subtitle { margin-top: .75rem; font-size: 1.25rem; color: var(--muted); }
.slides { display: inline-block; margin-top: 1.5rem; padding: .7rem 1.6rem; border-radius: 8px; background: var(--accent); color: var(--on-accent); font-weight: 600; text-decoration: none; }
.slides:hover { text-decoration: underline; }
.facts { display: grid; grid-template-columns: auto 1fr; gap: .35rem 1.5rem; margin-top: 2rem; }
.facts dt { color: var(--muted); }
.plans { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
.plans [aria-current] { font-weight: 600; text-decoration: none; color: inherit; }
ol { display: grid; gap: .4rem; padding-inline-start: 1.6rem; list-style: decimal; }
ol > li::marker { color: var(--accent); font-weight: 600; }
.files li { display: flex; flex-wrap: wrap; gap: .25rem 1rem; justify-content: space-between; padding: .6rem 0; border-top: 1px solid var(--line); }
.files li:last-child { border-bottom: 1px solid var(--line); }
.files span { color: var(--muted); }
footer { margin-top: 2.5rem; color: var(--muted); }
@media (max-width: 30rem) { main { padding-top: 2rem; } .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: .6rem; } }
`;
