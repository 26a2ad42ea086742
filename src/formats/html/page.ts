import { createHash } from 'node:crypto';
import { cleanText, escapeAttribute } from '../../compose/index.ts';
import { favicon } from '../../page-kit/index.ts';
import type { Deck } from '../../model/index.ts';
import { isRightToLeft } from '../../text/index.ts';
import type { DeckBlock } from '../../wire/index.ts';

/** The player's script is the same for all lessons. */
let hashed: { readonly text: string; readonly source: string } | undefined;

function scriptSource(text: string): string {
  if (hashed?.text !== text)
    hashed = { text, source: `'sha256-${createHash('sha256').update(text).digest('base64')}'` };
  return hashed.source;
}

/** Text for an element; the same characters as in an attribute are dangerous. */
const escapeHtml = escapeAttribute;

/** JSON that can stand in a script element: no `<` can end it. */
const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

/** CSS that can stand in a style element. */
const styleText = (css: string): string => (css.includes('</') ? css.replaceAll('</', '<\\/') : css);

const direction = (lang: string): string => (isRightToLeft(lang) ? 'rtl' : 'ltr');

function head(
  deck: Deck,
  data: Pick<DeckBlock, 'title'>,
  policy: string,
  styles: readonly (readonly [string, string])[],
  meta = '',
): readonly string[] {
  const authors = deck.authors.map((author) => `<meta name="author" content="${escapeAttribute(author)}">`).join('\n');
  const start = `<!doctype html>
<html lang="${escapeAttribute(deck.lang)}" dir="${direction(deck.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="generator" content="Lectern">
<link rel="icon" href="${favicon}">
<title>${escapeHtml(cleanText(data.title))}</title>
${authors}${meta}
`;
  return [start, ...styles.flatMap(([id, css]) => [`<style id="${id}">`, styleText(css), '</style>\n']), '</head>'];
}

const main = (deck: Deck): string =>
  `<main id="deck" class="deck" data-width="${deck.size.width}" data-height="${deck.size.height}" data-lesson="${escapeAttribute(deck.lesson)}">
${deck.slides.map((slide) => slide.html).join('\n')}
</main>`;

/** The player's bundle. */
export interface Player {
  readonly script: string;
  readonly css: string;
}

/** What a deck may have beside its slides. */
export interface DeckExtras {
  /** HTML above the slides, for browsers that cannot show them. */
  readonly notice?: string;
  /**
   * For the preview only: address of the event stream that brings new versions (empty: the page around the deck brings
   * them). Such a deck may talk to its own server.
   */
  readonly live?: string;
}

/**
 * The deck as one HTML file that needs nothing else: no request is possible, only the player's script may run.
 */
export const deckHtml = (...parts: Parameters<typeof deckPieces>): string => deckPieces(...parts).join('');

/** {@link deckHtml} in pieces; those that are the same for many lessons stand alone. */
export function deckPieces(deck: Deck, data: DeckBlock, player: Player, more: DeckExtras = {}): readonly string[] {
  const { live, notice = '' } = more;
  const connect = live === undefined ? '' : " connect-src 'self';";
  const meta = live === undefined ? '' : `\n<meta name="lectern-live" content="${escapeAttribute(live)}">`;
  const policy = `default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; font-src data:;${connect} script-src ${scriptSource(player.script)}; base-uri 'none'; form-action 'none'`;
  const styles = [
    ['lectern-theme', deck.css],
    ['lectern-player-style', player.css],
  ] as const;
  const body = `
<body>
${notice}
${main(deck)}
<script type="application/json" id="lectern-data">${scriptJson(data)}</script>
<script>`;
  return [...head(deck, data, policy, styles, meta), body, player.script, '</script>\n</body>\n</html>\n'];
}

/** One page a slide, page breaks after each but the last; nothing else on the page. */
const printCss = `html,body{margin:0;padding:0}.deck>section{break-before:auto!important;page-break-before:auto!important;break-after:page;break-inside:avoid}.deck>section:last-child{break-after:auto}`;

/** The deck without player or script, for printing and for measuring. Strong text is `<b>`: poppler drops tagged Strong. */
export function staticHtml(deck: Deck, title: string): string {
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:`;
  const styles = [
    ['lectern-theme', deck.css],
    ['lectern-print', printCss],
  ] as const;
  return `${head(deck, { title }, policy, styles).join('')}
<body>
${main(deck)}
</body>
</html>
`;
}
