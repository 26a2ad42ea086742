import { favicon, html, Html } from '../page-kit/index.ts';
import type { PreviewWords } from '../wire/index.ts';

/** The words of the preview, and the language that they are in. */
export interface Speech {
  readonly lang: string;
  readonly words: PreviewWords;
}

interface PageParts extends Speech {
  readonly title: string;
  /** Name of the script and style sheet under /assets/. */
  readonly name: 'index' | 'shell' | 'remote';
  /** What the script needs to know, as `data-…` of the body. */
  readonly data?: Readonly<Record<string, string>>;
}

/** A page whose content its script builds; without script it says so. */
function page({ lang, words, title, name, data = {} }: PageParts): string {
  const attributes = Object.entries({ ...data, words: JSON.stringify(words) }).map(
    ([key, value]) => html` data-${new Html(key)}="${value}"`,
  );
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="${favicon}" />
        <link rel="stylesheet" href="/assets/${name}.css" />
      </head>
      <body${attributes}>
        <noscript><p>${words.noScript}</p></noscript>
        <script src="/assets/${name}.js"></script>
      </body>
    </html> `.text;
}

/** All lessons. */
export const indexPage = (speech: Speech): string => page({ ...speech, title: speech.words.lessons, name: 'index' });

/** One lesson: the deck and what belongs to it. */
export const shellPage = (id: string, title: string, speech: Speech): string =>
  page({ ...speech, title: `${title} · ${speech.words.preview}`, name: 'shell', data: { lesson: id } });

/** The phone. */
export const remotePage = (speech: Speech): string => page({ ...speech, title: speech.words.remote, name: 'remote' });
