import { rulesOf, unescapeCss } from '../../text/index.ts';
import type { SvgElement } from './parse.ts';

/** What an element draws with: ids that are named by its attributes and by the style sheets of the drawing. */
export interface Drawing {
  /** Copies, and bases of paints: what stands there is drawn once. */
  readonly parts: readonly string[];
  /** Masks, clips and filters of the element as a whole. */
  readonly once: readonly string[];
  /** Paints, which each shape inside takes over. */
  readonly paints: readonly string[];
  /** Markers, which stand at each corner of each line inside. */
  readonly markers: readonly string[];
}

type Names = { readonly [Kind in keyof Drawing]: string[] };

const addresses = /url\(\s*(?:"\s*#([^"]*)"|'\s*#([^']*)'|#([^)]*))/gi;

/** The ids in the `url(#…)` of a value of CSS. */
const idsIn = (value: string): readonly string[] =>
  !/url|\\/i.test(value)
    ? []
    : [...unescapeCss(value).matchAll(addresses)].map(([, a, b, c]) => (a ?? b ?? c ?? '').trim());

const kindOf = (property: string): 'once' | 'paints' | 'markers' =>
  property.startsWith('marker') ? 'markers' : property === 'fill' || property === 'stroke' ? 'paints' : 'once';

/** Adds what declarations of CSS name. Each `url(…)` counts for the property whose name stands before it. */
function addDeclarations(css: string, into: Names): void {
  for (const declaration of css.split(';')) {
    const ids = idsIn(declaration);
    if (ids.length > 0)
      into[
        kindOf(
          unescapeCss(declaration.split(':')[0] ?? '')
            .trim()
            .toLowerCase(),
        )
      ].push(...ids);
  }
}

const noNames = (): Names => ({ parts: [], once: [], paints: [], markers: [] });

/** The rules of a drawing's style sheets that name something, by a name that their selectors hold. */
export class Sheets {
  readonly #byName = new Map<string, Names>();

  add(sheet: string): void {
    for (const rule of rulesOf(sheet.replace(/\/\*[^]*?(?:\*\/|$)|<!--|-->/g, ' '))) {
      const brace = rule.indexOf('{');
      const body = rule.slice(brace + 1).replace(/\}\s*$/, '');
      if (brace === -1 || !/url|\\/i.test(body)) continue;
      const names = noNames();
      addDeclarations(body, names);
      for (const name of body.includes('{') ? ['*'] : keysOf(rule.slice(0, brace))) {
        const known = this.#byName.get(name) ?? noNames();
        this.#byName.set(name, known);
        for (const kind of kinds) known[kind].push(...names[kind]);
      }
    }
  }

  /** What the sheets let an element draw with; rather too much than too little. */
  of(keys: readonly string[]): readonly Drawing[] {
    return this.#byName.size === 0 ? [] : ['*', ...keys].flatMap((key) => this.#byName.get(key) ?? []);
  }
}

const kinds = ['parts', 'once', 'paints', 'markers'] as const;

/** The names of the last part of each selector; `*` where it names nothing that can be told. */
function keysOf(selectors: string): ReadonlySet<string> {
  const lasts = selectors.split(',').map(
    (one) =>
      one
        .trim()
        .split(/[\s>+~]+/)
        .at(-1) ?? '',
  );
  return new Set(
    lasts.map((last) => {
      const name = last.slice(Math.max(0, last.lastIndexOf('.'), last.lastIndexOf('#')));
      return name.length < 1 || /[:[\\*()]/.test(last) ? '*' : name.toLowerCase();
    }),
  );
}

/** Everything that an element draws with, each id as often as it is named. */
export function drawingOf(node: SvgElement, sheets: Sheets): Drawing {
  const names = noNames();
  const keys = [node.local.toLowerCase()];
  for (const { local, value } of node.attributes) {
    if (local === 'href') {
      if (node.local !== 'a' && value.trim().startsWith('#')) names.parts.push(value.trim().slice(1));
    } else if (local === 'style') addDeclarations(value, names);
    else names[kindOf(local)].push(...idsIn(value));
    if (local === 'id') keys.push(`#${value.toLowerCase()}`);
    if (local === 'class')
      keys.push(
        ...value
          .toLowerCase()
          .split(/\s+/)
          .map((name) => `.${name}`),
      );
  }
  for (const more of sheets.of(keys)) for (const kind of kinds) names[kind].push(...more[kind]);
  return names;
}
