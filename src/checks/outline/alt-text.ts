import { defineCodes, isObject, type Diagnostic, type Json } from '../../base/index.ts';
import { plainText } from '../../compose/index.ts';
import { slidesOf, type Slide } from '../../model/index.ts';
import type { Check, CheckContext } from '../check.ts';
import { numberOption } from '../settings.ts';
import { inlineOf, passagesOf } from '../texts/index.ts';
import { trimEnd } from '../../text/index.ts';
import { sayingPicture } from './reading-words.ts';

const { table, diagnostic } = defineCodes({
  'picture/alt-missing': {
    severity: 'error',
    summary: 'A picture has no text for people who cannot see it.',
    why: 'They would not know what the slide shows, and the PDF would not be accessible.',
    mend: 'Say in one sentence what the picture shows; write `decorative: true` when it says nothing.',
  },
  'picture/alt-short': {
    severity: 'warning',
    summary:
      'The alternative text of a picture is too short to say what it shows (fewer than 3 words; option `words`).',
    why: '“Graph” tells nobody what the graph shows.',
    mend: 'Say in one sentence what a reader should take from the picture.',
  },
  'picture/alt-file-name': {
    severity: 'warning',
    summary: 'The alternative text of a picture is a file name.',
    why: 'A screen reader spells it out and the listener learns nothing.',
    mend: 'Say in one sentence what the picture shows.',
  },
  'picture/alt-says-picture': {
    severity: 'warning',
    summary: 'The alternative text of a picture begins with “image of” or the like.',
    why: 'A screen reader says already that it is a picture; the words delay what it shows.',
    mend: 'Begin with what the picture shows.',
  },
  'picture/undescribed': {
    severity: 'info',
    summary: 'A drawing that Lectern makes has no text of its author.',
    why: 'It is then described from its data: every part, but not what a reader should see in them.',
    mend: 'Write `alt:` with one sentence that says what the drawing shows.',
  },
  'picture/alt-repeats': {
    severity: 'warning',
    summary: 'The alternative text of a picture repeats its caption or the title of the slide.',
    why: 'A listener hears the same words twice and still does not know what the picture shows.',
    mend: 'Let the alternative text describe the picture, and the caption say what to notice.',
  },
});

type AltCode =
  | 'picture/alt-says-picture'
  | 'picture/alt-missing'
  | 'picture/alt-short'
  | 'picture/alt-file-name'
  | 'picture/alt-repeats';

interface Picture {
  readonly alt: string | undefined;
  readonly src?: string;
  readonly caption?: string;
  readonly pointer: string;
}

const text = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

/** Everything in the fields that has a `src` or an `alt`. */
function pictures(value: Json | undefined, pointer: string): readonly Picture[] {
  if (Array.isArray(value)) return value.flatMap((item: Json, i) => pictures(item, `${pointer}/${i}`));
  if (!isObject(value)) return [];
  const inside = Object.entries(value).flatMap(([key, item]) => pictures(item, `${pointer}/${key}`));
  const [src, alt, caption] = [text(value.src), text(value.alt), text(value.caption)];
  if ((src === undefined && alt === undefined) || value.decorative === true) return inside;
  const own = { alt, pointer, ...(src === undefined ? {} : { src }), ...(caption === undefined ? {} : { caption }) };
  return [own, ...inside];
}

const bare = (markdown: string): string => trimEnd(plainText(markdown), /[^\p{L}\p{N}]/u).toLowerCase();
const same = (a: string, b: string | undefined): boolean => b !== undefined && bare(a) === bare(b);

/** Scripts that part no words by spaces; a word of theirs has about two characters. */
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Khmr}\p{sc=Laoo}\p{sc=Mymr}]/gu;

function wordCount(text: string): number {
  const characters = text.match(unspaced)?.length ?? 0;
  return Math.ceil(characters / 2) + (text.replace(unspaced, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0);
}

function flaw(context: CheckContext, slide: Slide, { alt, src, caption }: Picture): [AltCode, string] | undefined {
  const words = wordCount(alt ?? '');
  if (alt === undefined || words === 0) return ['picture/alt-missing', `The picture ${src ?? ''} has no \`alt\`.`];
  const base = src?.slice(src.lastIndexOf('/') + 1);
  if (/\.(svg|png|jpe?g|gif|webp|avif)$/i.test(alt.trim()) || same(alt, base?.replace(/\.\w+$/, '')))
    return ['picture/alt-file-name', `The alternative text “${alt}” is a file name.`];
  if (words < numberOption(context.config, 'picture/alt-short', 'words', 3))
    return ['picture/alt-short', `The alternative text “${alt}” does not say what the picture shows.`];
  if (same(alt, caption)) return ['picture/alt-repeats', `The alternative text “${alt}” repeats the caption.`];
  if (same(alt, slide.title)) return ['picture/alt-repeats', `The alternative text “${alt}” repeats the title.`];
  const [start] = sayingPicture.exec(alt) ?? [];
  return start === undefined
    ? undefined
    : ['picture/alt-says-picture', `The alternative text begins with “${start}”, which every listener knows.`];
}

/** Drawings that have only the words which Lectern finds for them. */
const undescribed = ({ composition }: CheckContext): readonly Diagnostic[] =>
  composition.drawings
    .filter(({ alt }) => alt.trim() === '')
    .map(({ kind, slide, at }) =>
      diagnostic('picture/undescribed', `The drawing (${kind}) of slide "${slide}" has no \`alt\` of yours.`, {
        at,
        help: ['Add `alt:` with one sentence that says what it shows.'],
      }),
    );

/** Pictures written in Markdown, `![what it shows](images/x.svg)`: with no text, or with one that says nothing. */
function written(context: CheckContext, slide: Slide): readonly Diagnostic[] {
  return passagesOf(context, slide).flatMap(({ markdown, at }) =>
    inlineOf(markdown).pictures.flatMap(({ alt, src }) => {
      const [code, message] = flaw(context, slide, { alt: alt.trim() || undefined, src, pointer: '' }) ?? [];
      if (code === undefined || message === undefined) return [];
      const help = ['Write what it shows between the brackets: `![A synapse with three vesicles](…)`.'];
      const said = code === 'picture/alt-missing' ? `The picture ${src} has no text.` : message;
      return [diagnostic(code, said, { at, help })];
    }),
  );
}

export const altTextCheck: Check = {
  name: 'alt-text',
  codes: table,
  run(context) {
    const ofPictures = slidesOf(context.lesson).flatMap(({ slide }) => {
      // A picture field without `alt` is found where the outline is read.
      const ofFields = pictures(slide.fields, '').filter(({ alt }) => alt !== undefined);
      const found = ofFields.flatMap((picture) => {
        const [code, message] = flaw(context, slide, picture) ?? [];
        if (code === undefined || message === undefined) return [];
        const at = slide.places.value(`${picture.pointer}/alt`);
        const help = [
          'Say in one sentence what a reader should take from it; `decorative: true` when it says nothing.',
        ];
        return [diagnostic(code, message, { at, help })];
      });
      return [...found, ...written(context, slide)];
    });
    return [...ofPictures, ...undescribed(context)];
  },
};
