import { memo } from '../../../base/index.ts';
import { objectText } from '../objects.ts';
import { pdfText } from '../tags/guard.ts';
import { isElem, type Elem } from '../tags/tree.ts';
import { roleMap } from './document.ts';
import { when, type Inspection, type UaRule } from './inspection.ts';
import type { Placed } from './parts.ts';

/** The standard structure types of PDF 1.7 (14.8.4). */
const standard = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form`.split(
    ' ',
  ),
);

/** Groups that say nothing of what they hold: what is in them counts as if they were not there. */
const passThrough = new Set(['NonStruct', 'Div', 'Part']);

/** The elements of an element, groups opened. */
export const kidsOf = (elem: Elem): readonly Elem[] =>
  elem.kids.filter(isElem).flatMap((kid) => (passThrough.has(kid.type) ? kidsOf(kid) : [kid]));

/** The type of what holds each element, groups opened; some twenty rules ask for it. */
const parentTypes = memo((elems: readonly Placed[]) => readParentTypes(elems));

function readParentTypes(elems: readonly Placed[]): ReadonlyMap<Elem, string> {
  const types = new Map<Elem, string>();
  for (const { elem, parent } of elems) {
    const type = parent === undefined ? '' : passThrough.has(parent.type) ? (types.get(parent) ?? '') : parent.type;
    types.set(elem, type);
  }
  return types;
}

/** Elements of one type stand in one of some others. */
const within = (id: string, type: string, parents: readonly string[]): UaRule => ({
  id,
  says: `${type} stands in ${parents.join(', ')}.`,
  find: ({ elems }) => {
    const types = parentTypes(elems);
    return elems
      .filter(({ elem }) => elem.type === type && !parents.includes(types.get(elem) ?? ''))
      .map(({ elem }) => `${type} in ${types.get(elem) ?? ''}`);
  },
});

/** Elements of one type hold only some others. */
const holds = (id: string, type: string, kids: readonly string[]): UaRule => ({
  id,
  says: `${type} holds only ${kids.join(', ')}.`,
  find: ({ elems }) =>
    elems
      .filter(({ elem }) => elem.type === type)
      .flatMap(({ elem }) => kidsOf(elem).filter((kid) => !kids.includes(kid.type)))
      .map((kid) => `${kid.type} in ${type}`),
});

/** A caption of a list or of contents comes first. */
const captionFirst = (id: string, type: string): UaRule => ({
  id,
  says: `A caption is the first in ${type}.`,
  find: ({ elems }) =>
    elems
      .filter(({ elem }) => elem.type === type)
      .flatMap(({ elem }) => when(kidsOf(elem).findLastIndex((kid) => kid.type === 'Caption') > 0, 'a later caption')),
});

/** Elements of one type say what they show. */
const speaks = (id: string, type: string): UaRule => ({
  id,
  says: `${type} has an alternative.`,
  find: ({ elems }) =>
    elems
      .filter(({ elem: { type: own, entries } }) => {
        const alt = entries.get('Alt');
        return own === type && !entries.has('ActualText') && (alt === undefined || pdfText(alt) === '');
      })
      .map(({ elem }) => `${type} ${elem.number}`),
});

const levelOf = ({ type }: Elem): number => Number(/^H([1-6])$/.exec(type)?.[1] ?? 0);
const has = ({ elems }: Inspection, test: (elem: Elem) => boolean): boolean => elems.some(({ elem }) => test(elem));

function skippedLevels({ elems }: Inspection): readonly string[] {
  let before = 0;
  return elems.flatMap(({ elem }) => {
    const level = levelOf(elem);
    if (level === 0) return [];
    const found = when(level > before + 1, `H${level} after ${before === 0 ? 'nothing' : `H${before}`}`);
    before = level;
    return found;
  });
}

const notes = ({ elems }: Inspection): readonly string[] =>
  elems.filter(({ elem }) => elem.type === 'Note').map(({ elem }) => elem.entries.get('ID') ?? '');

const mixed = (file: Inspection): readonly string[] =>
  when(has(file, ({ type }) => type === 'H') && has(file, (elem) => levelOf(elem) > 0), 'both H and H1');

function circular(file: Inspection): readonly string[] {
  const roles = roleMap(file);
  return [...roles.keys()].filter((type) => {
    const seen = new Set<string>();
    let now: string | undefined = type;
    while (now !== undefined && !seen.has(now)) {
      seen.add(now);
      now = roles.get(now)?.slice(1);
    }
    return now !== undefined;
  });
}

/** Rules about the elements of the structure. */
export const structureRules: readonly UaRule[] = [
  {
    id: '7.1-5',
    says: 'Every type is a standard one, or stands for one.',
    find: (file) => {
      const roles = roleMap(file);
      return file.elems
        .filter(({ elem }) => !standard.has(elem.type) && !standard.has(roles.get(elem.type)?.slice(1) ?? ''))
        .map(({ elem }) => elem.type);
    },
  },
  { id: '7.1-6', says: 'No type stands for itself.', find: circular },
  {
    id: '7.1-7',
    says: 'Standard types stand for nothing else.',
    find: (file) => [...roleMap(file).keys()].filter((type) => standard.has(type)),
  },
  {
    id: '7.1-12',
    says: 'Every element names the one that holds it.',
    find: ({ file, elems, tree }) =>
      elems
        .filter(({ elem, parent }) => !holder(objectText(file, elem.number), parent?.number ?? tree?.number ?? 0))
        .map(({ elem }) => String(elem.number)),
  },
  within('7.2-17', 'LI', ['L']),
  within('7.2-18', 'LBody', ['LI']),
  holds('7.2-19', 'L', ['L', 'LI', 'Caption']),
  holds('7.2-20', 'LI', ['Lbl', 'LBody']),
  within('7.2-26', 'TOCI', ['TOC']),
  holds('7.2-27', 'TOC', ['TOC', 'TOCI', 'Caption']),
  captionFirst('7.2-28', 'TOC'),
  captionFirst('7.2-40', 'L'),
  within('7.2-4', 'TR', ['Table', 'THead', 'TBody', 'TFoot']),
  within('7.2-5', 'THead', ['Table']),
  within('7.2-6', 'TBody', ['Table']),
  within('7.2-7', 'TFoot', ['Table']),
  within('7.2-8', 'TH', ['TR']),
  within('7.2-9', 'TD', ['TR']),
  holds('7.2-3', 'Table', ['TR', 'THead', 'TBody', 'TFoot', 'Caption']),
  holds('7.2-10', 'TR', ['TH', 'TD']),
  holds('7.2-36', 'THead', ['TR']),
  holds('7.2-37', 'TBody', ['TR']),
  holds('7.2-38', 'TFoot', ['TR']),
  speaks('7.3-1', 'Figure'),
  { id: '7.4.2-1', says: 'Headings begin at 1 and skip no level.', find: skippedLevels },
  {
    id: '7.4.4-1',
    says: 'An element holds one heading without number at most.',
    find: ({ elems }) =>
      elems.flatMap(({ elem }) => when(kidsOf(elem).filter(({ type }) => type === 'H').length > 1, elem.type)),
  },
  { id: '7.4.4-2', says: 'Headings with and without numbers are not mixed.', find: mixed },
  { id: '7.4.4-3', says: 'Headings without and with numbers are not mixed.', find: mixed },
  speaks('7.7-1', 'Formula'),
  {
    id: '7.9-1',
    says: 'Every note has an id.',
    find: (file) =>
      notes(file)
        .filter((id) => id === '')
        .map(() => 'Note'),
  },
  {
    id: '7.9-2',
    says: 'No two notes have the same id.',
    find: (file) => notes(file).filter((id, i, all) => all.indexOf(id) !== i),
  },
];

const holder = (text: string, parent: number): boolean => text.includes(`/P ${parent} 0 R`);
