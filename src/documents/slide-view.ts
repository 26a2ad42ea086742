import { escapeAttribute } from '../compose/index.ts';
import type { Deck, DeckSlide } from '../model/index.ts';
import { attributeOf, replacePieces, rulesOf } from '../text/index.ts';

/** Variants with a dark ground would cover every sheet of paper with ink. */
const onPaper = (classes: string): string => classes.replace(/(^| )dark(?= |$)/, '$1light');

/** The slide as a drawing on a sheet: its heading is no heading of the sheet, and its links lead nowhere. */
function asDrawing(html: string): string {
  let isFirst = true;
  return replacePieces(html, (piece) => {
    if (piece.kind === 'close' && /^h[1-6]$/.test(piece.name)) return `</marp-${piece.name}>`;
    if (piece.kind !== 'open') return undefined;
    const tag = html.slice(piece.start, piece.end);
    const classes = isFirst ? attributeOf(piece, 'class') : undefined;
    isFirst = false;
    if (classes !== undefined) return tag.replace(/ class="[^"]*"/, ` class="${escapeAttribute(onPaper(classes))}"`);
    if (/^h[1-6]$/.test(piece.name)) return tag.replace(/^<h/, '<marp-h');
    return piece.name === 'a' ? tag.replace(/ href="[^"]*"/, '') : undefined;
  });
}

/**
 * A slide as a picture on a sheet, drawn by the same style sheet as in the deck.
 * @param label what those hear who do not see it
 */
export const slideView = ({ html }: DeckSlide, label: string): string =>
  `<div class="slide" role="img" aria-label="${escapeAttribute(label)}"><div class="deck">${asDrawing(html)}</div></div>`;

const slideScope = 'main.deck#deck > section';

/** The rules for formulas, for those that stand in the text of the sheet. */
const formulaRules = (css: string): string =>
  css.includes('.katex')
    ? rulesOf(css)
        .filter((rule) => rule.startsWith(slideScope) && rule.slice(0, rule.indexOf('{')).includes('.katex'))
        .map((rule) => rule.replaceAll(slideScope, '#paper'))
        .join('\n')
    : '';

/** The deck's style sheet for slides on a sheet, which has no `main` that holds nothing but slides. */
export const slideCss = ({ css, size }: Deck): string =>
  `${formulaRules(css)}
${css.replaceAll('main.deck#deck >', '#paper .deck >')}
:root{--slide-width:${size.width};--slide-height:${size.height}}`;
