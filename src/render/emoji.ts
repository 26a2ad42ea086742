import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { preparedFile, type JsonObject, memo } from '../base/index.ts';
import { mapText } from './text-nodes.ts';

let compiled: RegExp | undefined;

/**
 * Emoji that are recommended for general interchange (Unicode Technical Standard 51), sequences included. Takes 20 ms to
 * compile: not before it is needed.
 */
const emojiAndMarks = (): RegExp => (compiled ??= new RegExp('(\\p{RGI_Emoji})([.,;:!?…\\)\\]”’»]*)', 'gv'));

/** What every emoji holds at least one of: far quicker to look for than {@link emojiAndMarks}. */
const partOfEmoji = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u20e3]/u;

let folder: string | undefined;

/** Whether a text holds an emoji. */
export const hasEmoji = (text: string): boolean => partOfEmoji.test(text) && text.search(emojiAndMarks()) >= 0;

/** Twemoji's file names: code points in hexadecimal; the variation selector is left out unless pictures are joined. */
function fileName(sequence: string): string {
  const joined = sequence.includes('\u200d');
  const points = Array.from(sequence).filter((character) => joined || character !== '\ufe0f');
  return points.map((character) => character.codePointAt(0)?.toString(16) ?? '').join('-');
}

/** The pictures as the bundle holds them, in one file: thousands of small ones take three times the room on a disk. */
let packed: JsonObject | false | undefined;

/** One picture as SVG; when Lectern runs from its source, from the package. */
function svgOf(name: string): string | undefined {
  packed ??= preparedFile('emoji.json') ?? false;
  if (packed) {
    const svg = packed[name];
    return typeof svg === 'string' ? svg : undefined;
  }
  folder ??= createRequire(import.meta.url)
    .resolve('@twemoji/svg/package.json')
    .replace(/package\.json$/, '');
  const file = `${folder}${name}.svg`;
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** A picture as a data URL; without one (newer than the pictures) the character stays, and the check for glyphs reports it. */
const urlOf = memo((sequence: string) => {
  const svg = svgOf(fileName(sequence));
  return svg === undefined ? undefined : `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
});

function pictureOf(sequence: string): string {
  const url = urlOf(sequence);
  return url === undefined ? sequence : `<img class="emoji" alt="${sequence}" src="${url}" />`;
}

/**
 * Puts a picture (Twemoji, CC BY 4.0) in the place of each emoji, in code too, so that a deck needs no emoji font. A
 * line may break beside a picture, so a mark of punctuation after one is kept with it.
 */
export const inlineEmoji = (html: string): string =>
  partOfEmoji.test(html) ? mapText(html, inlineInText, { inCode: true }) : html;

const inlineInText = (text: string): string =>
  partOfEmoji.test(text)
    ? text.replace(emojiAndMarks(), (_, sequence: string, marks: string) =>
        marks === '' ? pictureOf(sequence) : `<span class="nb">${pictureOf(sequence)}${marks}</span>`,
      )
    : text;

/** How an emoji stands in its line. */
export const emojiCss = '.deck img.emoji{display:inline;width:1em;height:1em;margin:0 .05em;vertical-align:-.12em}';
