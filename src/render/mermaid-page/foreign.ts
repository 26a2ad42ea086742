const svg = 'http://www.w3.org/2000/svg';

/** The text of an HTML label as lines of SVG text, each where the browser had put it. */
export function foreignLines(foreign: Element): Element {
  const group = document.createElementNS(svg, 'g');
  const matrix = (foreign as SVGGraphicsElement).getScreenCTM()?.inverse();
  if (!matrix) return group;
  const walker = document.createTreeWalker(foreign, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const style = getComputedStyle(node.parentElement ?? foreign);
    for (const line of linesOf(node as Text)) {
      const place = new DOMPoint(line.x + line.width / 2, line.bottom - line.height * 0.27).matrixTransform(matrix);
      const text = document.createElementNS(svg, 'text');
      text.setAttribute('x', String(place.x));
      text.setAttribute('y', String(place.y));
      text.style.cssText = `text-anchor:middle;dominant-baseline:auto;fill:${style.color};font-size:${style.fontSize};font-family:${style.fontFamily};font-weight:${style.fontWeight};font-style:${style.fontStyle}`;
      text.textContent = line.text;
      group.append(text);
    }
  }
  const transform = foreign.getAttribute('transform');
  if (transform !== null) group.setAttribute('transform', transform);
  return group;
}

interface Line {
  text: string;
  x: number;
  width: number;
  bottom: number;
  height: number;
}

/** The lines into which the browser has broken a text. */
function linesOf(node: Text): readonly Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  for (const { index, 0: word } of (node.textContent ?? '').matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const { x, width, bottom, height, right } = range.getBoundingClientRect();
    const last = lines.at(-1);
    if (width === 0) continue;
    if (last && Math.abs(last.bottom - bottom) < height / 2) {
      last.text += ` ${word}`;
      last.width = right - last.x;
    } else lines.push({ text: word, x, width, bottom, height });
  }
  return lines;
}
