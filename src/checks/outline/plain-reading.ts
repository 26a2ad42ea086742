import { defineCodes, type Diagnostic, type Json } from '../../base/index.ts';
import { slidesOf, type Slide } from '../../model/index.ts';
import { trimEnd } from '../../text/index.ts';
import type { Check } from '../check.ts';
import { inlineOf, passagesOf, type Passage } from '../texts/index.ts';
import { colourAlone, isColourName, vagueLinks } from './reading-words.ts';

const { table, diagnostic } = defineCodes({
  'text/link-words': {
    severity: 'warning',
    summary: 'The words of a link do not say where it goes (“here”, “click here”, “link”).',
    why: 'A screen reader lists links by their words; ten times “here” leads nowhere.',
    mend: 'Make the name of what is behind the link its words: `[the guideline of 2024](https://…)`.',
  },
  'text/bare-url': {
    severity: 'info',
    summary: 'A web address is written out in a text.',
    why: 'Nobody reads or types it from a slide, and a screen reader spells it out.',
    mend: 'Write `[words](https://…)`, or add the work to `references`.',
  },
  'text/capitals': {
    severity: 'warning',
    summary: 'A sentence is written in capitals.',
    why: 'Capitals are slow to read, and some screen readers spell them out.',
    mend: 'Write it as a sentence, and put `**` around the words that matter.',
  },
  'text/colour-words': {
    severity: 'warning',
    summary: 'A text tells things apart by their colour alone.',
    why: 'One in twelve men cannot tell red from green, and prints are grey.',
    mend: 'Name them, or say a place or form as well: “the filled bars (red)”.',
  },
  'text/emoji': {
    severity: 'warning',
    summary: 'A text or cell is nothing but emoji.',
    why: 'Screen readers read names such as “white heavy check mark”, and every device draws another picture.',
    mend: 'Write the word that is meant, beside the sign if you like: “✅ yes”.',
  },
  'table/empty-cell': {
    severity: 'warning',
    summary: 'Cells in the head or the rows of a table are empty.',
    why: 'A listener cannot tell “none” from “unknown” or “forgotten”; a column without head has no name.',
    mend: 'Write what it means: “none”, “not measured”, “—” with a note; give each column a head.',
  },
});

type Find = (passage: Passage) => readonly Diagnostic[];

const links: Find = ({ markdown, at }) =>
  inlineOf(markdown)
    .links.map(({ words }) => words.trim())
    .filter((words) => vagueLinks.has(trimEnd(words, /[.!…:>→»\s]/).toLowerCase()))
    .map((words) =>
      diagnostic('text/link-words', `The link “${words}” does not say where it goes.`, {
        at,
        help: ['Make the name of what is behind it the words of the link.'],
      }),
    );

const addresses: Find = ({ markdown, at }) => {
  if (!markdown.includes('://')) return [];
  const [written] = /(?<![\w/])https?:\/\/[^\s<>)\]]+/u.exec(inlineOf(markdown).text) ?? [];
  if (written === undefined) return [];
  // The end of a sentence is no part of the address.
  const address = trimEnd(written, /[.,;:!?'"”’»]/);
  const help = [`Write \`[what it is](${address})\`.`];
  return [diagnostic('text/bare-url', `The address ${address} is written out.`, { at, help })];
};

/** Sentences and the members of lists: “NATO, UNESCO, WHO, UNICEF” is no sentence. */
const sentenceEnd = /[.!?…:;,/|()\n]+/u;

function isShouted(sentence: string): boolean {
  const words = sentence.match(/\p{L}{2,}/gu) ?? [];
  return (
    words.length >= 4 &&
    words.some((word) => word.length > 5) &&
    words.every((word) => word === word.toUpperCase() && /\p{Lu}/u.test(word))
  );
}

const capitals: Find = ({ plain, at }) => {
  if (!/\p{Lu}{6}/u.test(plain)) return [];
  const shouted = plain.split(sentenceEnd).find(isShouted)?.trim();
  if (shouted === undefined) return [];
  const help = ['Write it as a sentence, with `**` around the words that matter.'];
  return [diagnostic('text/capitals', `“${shouted.slice(0, 60)}” is written in capitals.`, { at, help })];
};

const colourWords: Find = ({ plain, at }) => {
  const words = colourAlone.flatMap((pattern) => pattern.exec(plain)?.[0] ?? []).find((one) => !isColourName(one));
  if (words === undefined) return [];
  const help = ['Name them, or say where they stand or how they are drawn as well.'];
  return [diagnostic('text/colour-words', `“${words}” tells things apart by colour alone.`, { at, help })];
};

const emoji: Find = ({ plain, at }) => {
  if (!/\p{Emoji_Presentation}|\p{Emoji}\uFE0F/u.test(plain) || /[\p{L}\p{N}]/u.test(plain)) return [];
  return [diagnostic('text/emoji', `“${plain}” has no words.`, { at, help: ['Write the word that it stands for.'] })];
};

const finders: readonly Find[] = [links, addresses, capitals, colourWords, emoji];

const isEmpty = (cell: Json): boolean => cell === null || (typeof cell === 'string' && cell.trim() === '');

/** Empty cells, told once a table, and empty heads; the corner above the heads of rows may be empty. */
function emptyCells({ fields, id, places }: Slide): readonly Diagnostic[] {
  const rows: readonly Json[] = Array.isArray(fields.rows) ? fields.rows : [];
  const head: readonly Json[] = Array.isArray(fields.head) ? fields.head : [];
  const heads = head.flatMap((cell, i) => (isEmpty(cell) && i > 0 ? [`/head/${i}`] : []));
  const cells = rows.flatMap((row, i) =>
    (Array.isArray(row) ? row : []).flatMap((cell: Json, j) => (isEmpty(cell) ? [`/rows/${i}/${j}`] : [])),
  );
  return [
    { empty: heads, what: 'head', help: 'Say what stands in the column.' },
    { empty: cells, what: 'cell', help: 'Write what it means: none, unknown, not measured.' },
  ].flatMap(({ empty, what, help }) => {
    const [first] = empty;
    if (first === undefined) return [];
    const count = empty.length === 1 ? `One ${what} is` : `${empty.length} ${what}s are`;
    const at = places.value(first);
    return [diagnostic('table/empty-cell', `${count} empty in the table of slide "${id}".`, { at, help: [help] })];
  });
}

/** What somebody who cannot see the slide, or not its colours, makes of its words. */
export const plainReadingCheck: Check = {
  name: 'plain-reading',
  codes: table,
  run(context) {
    return slidesOf(context.lesson).flatMap(({ slide }) => [
      ...passagesOf(context, slide).flatMap((passage) => finders.flatMap((find) => find(passage))),
      ...emptyCells(slide),
    ]);
  },
};
