/** Between two names, in heights of one. */
const pitch = 1.15;

/** The names beside a journey stand as close as Mermaid likes, whatever their size: as lines of text they are apart. */
export function spreadLegend(root: SVGSVGElement): void {
  if (root.getAttribute('aria-roledescription') !== 'journey') return;
  const dots = [...root.querySelectorAll<SVGCircleElement>(':scope > circle[cx="20"]')];
  const names = dots.map((dot) => dot.nextElementSibling).filter((name) => name instanceof SVGTextElement);
  const height = Math.max(0, ...names.map((name) => name.getBBox().height)) * pitch;
  const [first, second] = dots.map((dot) => Number(dot.getAttribute('cy')));
  const more = Math.max(0, height - ((second ?? 0) - (first ?? 0)));
  if (dots.length < 2) return;
  dots.forEach((dot, i) => {
    for (const part of [dot, dot.nextElementSibling]) part?.setAttribute('transform', `translate(0, ${i * more})`);
  });
}
