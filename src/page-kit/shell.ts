import { createHash } from 'node:crypto';
import { favicon } from './favicon.ts';
import { html, Html } from './html.ts';
import { baseCss } from './style.ts';

/** A self-contained page: one file, no request, and only the style and script given here may take effect. */
export interface PageParts {
  /** BCP 47 tag of the page's own words. */
  readonly lang: string;
  /** Plain text. */
  readonly title: string;
  /** Style of this page, put after the base style. */
  readonly css: string;
  /** `@font-face` rules with `data:` sources; without them the reader's own fonts are used. */
  readonly fontCss?: string;
  readonly body: Html;
  /** A small script for comfort; the page must be complete without it. */
  readonly script?: string;
  /** What the page is about, for machines: JSON-LD without `<`. */
  readonly data?: string;
  /** Whether the body holds `style` attributes, as slides do. */
  readonly inlineStyles?: boolean;
}

const source = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Writes the page. Style and script are named in the content security policy by their hashes. */
export function pageHtml({
  lang,
  title,
  css,
  fontCss = '',
  body,
  script,
  data,
  inlineStyles = false,
}: PageParts): string {
  const style = `${fontCss}${baseCss}${css}`.replaceAll('</', '<\\/');
  const scriptSource = script === undefined ? "'none'" : source(script);
  const styleSource = inlineStyles ? "'unsafe-inline'" : source(style);
  const policy = `default-src 'none'; img-src data:; font-src data:; style-src ${styleSource}; script-src ${scriptSource}; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${new Html(policy)}" />
        <meta name="color-scheme" content="light dark" />
        <meta name="generator" content="Lectern" />
        <link rel="icon" href="${favicon}" />
        <title>${title}</title>
        ${data === undefined ? undefined : new Html(`<script type="application/ld+json">${data}</script>`)}
        ${new Html(`<style>${style}</style>`)}
      </head>
      <body>
        ${body} ${script === undefined ? undefined : new Html(`<script>${script}</script>`)}
      </body>
    </html> `;
  return page.text;
}
