import { createRequire } from 'node:module';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { blockMarkdown } from '../../src/compose/text/index.ts';

interface Example {
  readonly markdown: string;
  readonly html: string;
  readonly section: string;
  readonly number: number;
}

const { tests } = createRequire(import.meta.url)('commonmark-spec') as { readonly tests: readonly Example[] };
const host = { picture: () => undefined, drawing: () => '', use: () => undefined, file: encodeURI };
const reader = new MarkdownIt({ html: true, linkify: false });

const markdownTags = /^<\/?(?:p|h[1-6]|em|strong|code|pre|ul|ol|li|blockquote|hr|br|a)\b/;

/** Raw HTML has rules of its own in a lesson, and pictures are files of the lesson. */
const isText = ({ section, html, markdown }: Example): boolean =>
  !/HTML|Images/.test(section) &&
  !/<[a-z]+ [a-z]+=/.test(markdown) &&
  (html.match(/<[^>]*>/g) ?? []).every((tag) => markdownTags.test(tag));

/** Links of a deck lead out, to a slide or to a file of the lesson; the words of others stand without their link. */
const leadsNowhere = /^(?:\/|$|(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:)/i;

/** What Lectern writes on purpose in another way: emphasis, headings (a slide has one), links that lead nowhere. */
const alike = (html: string): string =>
  html
    .replace(/<(\/?)strong>/g, '<$1b>')
    .replace(/<(\/?)em>/g, '<$1i>')
    .replace(/<a href="([^"]*)"[^>]*>([^]*?)<\/a>/g, (link, href: string, words: string) =>
      leadsNowhere.test(href) ? words : link,
    )
    .replace(/<h[1-6]>([^]*?)<\/h[1-6]>/g, '<p><b>$1</b></p>')
    .replace(/<div class="apart"><\/div>/g, '')
    .replace(/<p>(<b>[^]*?<\/b>)<\/p>/g, '$1')
    .replace(/ (?:class="language-[^"]*"|title="[^"]*")/g, '')
    .replace(/&nbsp;/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/> +| +</g, (gap) => gap.trim())
    .replace(/<p><\/p>/g, '')
    .trim();

describe("CommonMark's own examples in slide text", () => {
  const examples = tests.filter(isText);
  it('are many', () => expect(examples.length).toBeGreaterThan(520));
  it.each(examples.map((example) => [example.number, example] as const))('%i', (_, { markdown, html }) => {
    const written = blockMarkdown(markdown.replaceAll('→', '\t'), host);
    expect(alike(reader.render(written))).toBe(alike(html.replaceAll('→', '\t')));
  });
});
