import { cleanText, escapeAttribute } from '../compose/index.ts';
import type { PaperSettings } from '../model/index.ts';
import { isRightToLeft } from '../text/index.ts';
import { paperSizes, type Desk } from './desk.ts';

/** A document to be printed. */
export interface Paper {
  readonly lang: string;
  /** Plain text. */
  readonly title: string;
  /** Stands at the foot of every page, beside its number. */
  readonly foot: string;
  readonly body: string;
  /** Style sheets in their order. */
  readonly css: readonly string[];
  readonly size: PaperSettings['size'];
  /** Whether it is read on a screen; else it is made for the printer alone. */
  readonly isPage?: boolean;
}

const cssString = (text: string): string =>
  `"${cleanText(text).replace(/["\\\n<]/g, (c) => `\\${c.charCodeAt(0).toString(16)} `)}"`;

const styleText = (css: string): string => css.replaceAll('</', '<\\/');

/** What the deck's style sheet says of its pages does not hold for sheets of paper. */
const pageCss = ({ size, foot }: Paper): string => `
@page{size:${paperSizes[size].name};margin:15mm 15mm 17mm}
@page{@bottom-left{content:${cssString(foot)};font-family:var(--font-text);font-size:8.5pt;color:#4a4a4a}@bottom-right{content:counter(page);font-family:var(--font-text);font-size:8.5pt;color:#4a4a4a}}
html,body{margin:0;padding:0;break-inside:auto!important;page-break-inside:auto!important}
#paper .deck>section{break-before:auto!important;page-break-before:auto!important}`;

type Colours = Pick<Desk, 'tokens' | 'darkTokens'>;

/**
 * A screen that asks for dark gets the theme's dark colours. Drawings keep light ones on a light ground: their authors
 * chose colours for that. So they do where the reader's own colours are forced upon all else.
 */
const screenCss = ({ tokens, darkTokens }: Colours): string => `
@media screen and (prefers-color-scheme:dark) and (forced-colors:none){
:root{color-scheme:dark;${darkTokens}}
html{background:var(--paper)}
#paper{color:var(--ink)}
#paper .front .by,#paper .reading .described{color:var(--muted)}
#paper :is(svg:not([aria-hidden='true']),img:not(.emoji)){${tokens};background:var(--paper);color:var(--ink)}
}
@media (forced-colors:active){
#paper svg:not([aria-hidden='true']){forced-color-adjust:none;background:var(--paper);color:var(--ink)}
}`;

/** The document as one HTML page in the fonts and colours of the theme, without script. */
export function paperHtml(paper: Paper, desk: Pick<Desk, 'fonts'> & Colours): string {
  const { lang, title, body, css, isPage = false } = paper;
  const screen = isPage ? [screenCss(desk)] : [];
  const own = [...css, `:root{${desk.tokens}}`, pageCss(paper), ...screen].join('\n');
  return `<!doctype html>
<html lang="${escapeAttribute(lang)}" dir="${isRightToLeft(lang) ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:">
<title>${escapeAttribute(cleanText(title))}</title>
<style>${styleText(desk.fonts(body + paper.foot, own))}</style>
<style>${styleText(own)}</style>
</head>
<body>
<main id="paper">
${body}
</main>
</body>
</html>
`;
}
