type Child = Node | string | undefined | false;
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Makes an element. `true` sets an empty attribute, `false` and `undefined` set none; strings become text, never HTML. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  return element;
}

export function button(attributes: Attributes, label: Child, onClick: () => void): HTMLButtonElement {
  const element = h('button', { type: 'button', ...attributes }, label);
  element.addEventListener('click', onClick);
  return element;
}

/** Replaces the text only when it differs, so that live regions and selections are left alone. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Line icons on a 24 × 24 grid; the words stand beside them. */
const icons = {
  error: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9 9l6 6m0-6-6 6',
  warning: 'M12 4 2.8 20h18.4zM12 10v4.5m0 2.6v.1',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 11v5.5m0-9v.1',
  good: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18m-4 9.5 2.8 2.8L16 9.5',
  left: 'M15 5l-7 7 7 7',
  right: 'M9 5l7 7-7 7',
  edit: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  present: 'M4 4h16v11H4zM8 21l4-6 4 6M10 7.5v4l3.5-2z',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  covered: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18m-4 9.5 2.8 2.8L16 9.5',
  waived: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8 12h8',
  uncovered: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9 9l6 6m0-6-6 6',
} as const;

export function icon(name: keyof typeof icons): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  const path = document.createElementNS(svgNamespace, 'path');
  for (const [key, value] of [
    ['class', `icon is-${name}`],
    ['viewBox', '0 0 24 24'],
    ['aria-hidden', 'true'],
  ] as const)
    svg.setAttribute(key, value);
  path.setAttribute('d', icons[name]);
  svg.append(path);
  return svg;
}
