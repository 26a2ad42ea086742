import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import type { JsonObject } from '../../src/base/index.ts';
import type { EvidenceLevel } from '../../src/model/index.ts';
import { drawDiagram, type DiagramOptions } from '../../src/render/diagrams/index.ts';
import { diagramWords } from '../support/words.ts';
import { textWidth } from '../../src/render/diagrams/text/measure.ts';

interface DrawnText {
  readonly text: string;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Drawing {
  readonly names: ReadonlySet<string>;
  readonly ids: readonly string[];
  readonly steps: ReadonlySet<number>;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly texts: readonly DrawnText[];
  /** All text of `<text>` elements. */
  readonly words: string;
}

/** Reads an SVG strictly; throws when it is not well-formed. Text boxes are exact for drawings without transforms. */
export function readDrawing(svg: string): Drawing {
  const parser = new SaxesParser({ xmlns: true });
  const names = new Set<string>();
  const attributes: [string, string][] = [];
  const texts: DrawnText[] = [];
  let open: { text: string; at: Readonly<Record<string, string>> } | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    names.add(tag.local);
    const at = Object.fromEntries(Object.values(tag.attributes).map((attribute) => [attribute.name, attribute.value]));
    attributes.push(...Object.entries(at));
    if (tag.local === 'text') open = { text: '', at };
  });
  parser.on('text', (content) => {
    if (open) open.text += content;
  });
  parser.on('closetag', (tag) => {
    if (tag.local !== 'text' || !open) return;
    texts.push(boxOf(open.text, open.at));
    open = undefined;
  });
  parser.write(svg).close();
  const ids = attributes.filter(([name]) => name === 'id').map(([, value]) => value);
  const steps = new Set(attributes.filter(([name]) => name === 'data-step').map(([, value]) => Number(value)));
  return { names, ids, steps, attributes, texts, words: texts.map((text) => text.text).join(' ') };
}

function boxOf(text: string, at: Readonly<Record<string, string>>): DrawnText {
  const size = Number(at['font-size']);
  const width = textWidth(text, size, at['font-weight'] === '600') / 1.02;
  const x = Number(at.x) - (at['text-anchor'] === 'middle' ? width / 2 : at['text-anchor'] === 'end' ? width : 0);
  const y = Number(at.y);
  return { text, size, left: x, right: x + width, top: y - size * 0.75, bottom: y + size * 0.2 };
}

const levels: readonly EvidenceLevel[] = [
  { id: 'mens', label: 'onderzoek bij mensen', tone: 'human' },
  { id: 'dier', label: 'dierproef', tone: 'animal' },
  { id: 'vitro', label: 'in vitro', tone: 'in-vitro' },
];

export const options = (more: Partial<DiagramOptions> = {}): DiagramOptions => ({
  id: 'd1',
  width: 1136,
  height: 430,
  lang: 'nl',
  title: 'Titel',
  steps: true,
  evidence: levels,
  words: diagramWords(more.lang ?? 'nl'),
  ...more,
});

/** Draws, and fails with the findings when that does not work. */
export function draw(kind: string, data: JsonObject, more: Partial<DiagramOptions> = {}) {
  const outcome = drawDiagram(kind, data, options(more));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return { ...outcome.value, drawing: readDrawing(outcome.value.svg) };
}

/** The codes of the findings of a drawing that must fail. */
export function codesOf(kind: string, data: JsonObject, more: Partial<DiagramOptions> = {}): readonly string[] {
  const outcome = drawDiagram(kind, data, options(more));
  return outcome.diagnostics.map((found) => found.code);
}

export const themeFile = (name: string): string =>
  readFileSync(new URL(`../../templates/themes/lectern/${name}`, import.meta.url), 'utf8');
