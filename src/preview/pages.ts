import { favicon, html, Html, pageLanguage } from '../page-kit/index.ts';
import { previewWords } from './words.ts';

interface PageParts {
  readonly lang: string;
  readonly title: string;
  /** Name of the script and style sheet under /assets/. */
  readonly name: 'index' | 'shell' | 'remote';
  /** What the script needs to know, as `data-…` of the body. */
  readonly data?: Readonly<Record<string, string>>;
}

/** A page whose content its script builds; without script it says so. */
function page({ lang, title, name, data = {} }: PageParts): string {
  const own = pageLanguage(lang);
  const attributes = Object.entries(data).map(([key, value]) => html` data-${new Html(key)}="${value}"`);
  return html`<!doctype html>
    <html lang="${own}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="${favicon}" />
        <link rel="stylesheet" href="/assets/${name}.css" />
      </head>
      <body${attributes}>
        <noscript><p>${previewWords[own].noScript}</p></noscript>
        <script src="/assets/${name}.js"></script>
      </body>
    </html> `.text;
}

/** All lessons. */
export const indexPage = (lang: string): string =>
  page({ lang, title: previewWords[pageLanguage(lang)].lessons, name: 'index' });

/** One lesson: the deck and what belongs to it. */
export const shellPage = (id: string, lang: string, title: string): string =>
  page({ lang, title: `${title} · ${previewWords[pageLanguage(lang)].preview}`, name: 'shell', data: { lesson: id } });

/** The phone. */
export const remotePage = (lang: string): string =>
  page({ lang, title: previewWords[pageLanguage(lang)].remote, name: 'remote' });
