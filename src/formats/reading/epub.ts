import { escapeAttribute, plainText, plainTitle } from '../../compose/index.ts';
import { hashOf, onlyXml } from '../../base/index.ts';
import { frontOf, glossaryOf, referencesOf, writeZip } from '../../documents/index.ts';
import { isRightToLeft } from '../../text/index.ts';
import type { FormatFile, FormatInput } from '../format.ts';
import { deskOf } from '../pdf/index.ts';
import { asXml, type Chapter } from './chapters.ts';

/** A page of the book. */
interface Page {
  readonly file: string;
  readonly name: string;
  readonly html: string;
}

const xml = (text: string): string => escapeAttribute(text);

/** In a book formulas say their words in MathML's own attribute: its rules know no other. */
const withWords = (html: string): string => html.replaceAll('<math aria-label=', '<math alttext=');

/** Colours of the theme as they are: many reading devices know no variables. */
function resolved(html: string, tokens: string): string {
  const values = new Map(
    tokens.split(';').map((declaration) => {
      const colon = declaration.indexOf(':');
      return [declaration.slice(0, colon), declaration.slice(colon + 1)] as const;
    }),
  );
  let written = html;
  // A value may name another; none names itself.
  for (let depth = 0; depth < 4 && written.includes('var(--'); depth++)
    written = written.replace(/var\((--[\w-]+)(?:,[^()]*)?\)/g, (whole, name: string) =>
      (values.get(name) ?? whole).replaceAll('"', "'"),
    );
  return written;
}

const bookCss = `body{font-family:serif;line-height:1.5;margin:0 5%}
h1,h2,h3,h4{line-height:1.2;page-break-after:avoid;break-after:avoid}
figure{margin:1em 0}
figure svg,figure img,svg{max-width:100%;height:auto}
img.emoji{width:1em;height:1em;vertical-align:-0.12em}
table{border-collapse:collapse;width:100%;font-size:0.9em}
th,td{border-bottom:1px solid #999;padding:0.3em 0.6em 0.3em 0;text-align:start;vertical-align:top}
dt{font-weight:bold}
dd{margin:0 0 0.6em 0}
pre{white-space:pre-wrap;font-size:0.85em}
.evidence{border:1px solid #777;border-radius:3px;padding:0 0.3em;font-size:0.85em}
.described{font-size:0.9em}
.notes{border-top:1px solid #bbb;margin-top:1em}
.warning{border:2px solid #8a1f18;padding:0.6em;font-weight:bold}
`;

function xhtml({ lesson }: FormatInput, { name, html }: Pick<Page, 'name' | 'html'>, more = ''): string {
  const lang = xml(lesson.lang);
  return onlyXml(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${lang}" xml:lang="${lang}" dir="${isRightToLeft(lesson.lang) ? 'rtl' : 'ltr'}">
<head><title>${xml(name)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body${more}>
${html}
</body>
</html>
`);
}

/** The pages of the book: title, a page a section, glossary, references. */
function pagesOf(input: FormatInput, chapters: readonly Chapter[]): readonly Page[] {
  const { lesson, audience } = input;
  const desk = deskOf(input);
  const front = frontOf(lesson, desk, '');
  const heading = (level: number, html: string): string => `<h${level}>${html}</h${level}>`;
  const warning = audience === 'teacher' ? `<p class="warning">${xml(desk.word('documents/teacherOnly'))}</p>` : '';
  const objectives = front.objectives.map(({ verb, text }) => `<li><b>${xml(verb)}</b> ${asXml(text.markdown)}</li>`);
  const goals =
    objectives.length === 0 ? '' : `${heading(2, xml(desk.word('title-objectives')))}<ol>${objectives.join('')}</ol>`;
  const title = `${warning}${heading(1, asXml(front.title.markdown))}${front.subtitle ? `<p>${asXml(front.subtitle.markdown)}</p>` : ''}<p>${xml(front.by)}</p>${goals}`;
  const notes = (html: string): string =>
    html === '' ? '' : `<div class="notes"><h3>${xml(desk.word('documents/notes'))}</h3>${html}</div>`;
  const parts = chapters.map(({ title: name, passages, ...chapter }, i) => ({
    file: `part-${i + 1}.xhtml`,
    name: chapter.name,
    html: `${heading(1, name)}${passages.map((passage) => `<section${passage.lang === undefined ? '' : ` lang="${xml(passage.lang)}"`}>${heading(2, passage.title)}${passage.body}${notes(passage.notes)}</section>`).join('\n')}`,
  }));
  const terms = glossaryOf(lesson, desk).map(
    ({ term, definition }) => `<dt>${asXml(term.markdown)}</dt><dd>${asXml(definition.markdown)}</dd>`,
  );
  const works = referencesOf(lesson, desk).map(({ text, container, href, link }) => {
    const where =
      link === undefined ? '' : href === undefined ? ` ${xml(link)}` : ` <a href="${xml(href)}">${xml(link)}</a>`;
    return `<li>${asXml(text.markdown)}.${container === undefined ? '' : ` <i>${xml(container)}</i>.`}${where}</li>`;
  });
  const [glossary, references] = [desk.word('title-glossary'), desk.word('title-references')];
  return [
    { file: 'title.xhtml', name: plainTitle(lesson.title), html: title },
    ...parts,
    ...(terms.length === 0
      ? []
      : [{ file: 'glossary.xhtml', name: glossary, html: `${heading(1, xml(glossary))}<dl>${terms.join('')}</dl>` }]),
    ...(works.length === 0
      ? []
      : [
          {
            file: 'references.xhtml',
            name: references,
            html: `${heading(1, xml(references))}<ul>${works.join('')}</ul>`,
          },
        ]),
  ].map((page) => ({ ...page, html: withWords(resolved(page.html, desk.tokens)) }));
}

/** `reading.epub`: an EPUB 3 book that any reading program opens; the same bytes for the same lesson. */
export function epubFile(input: FormatInput, chapters: readonly Chapter[], path: string): FormatFile {
  const desk = deskOf(input);
  const pages = pagesOf(input, chapters);
  const contents = desk.word('documents/contents');
  const entries = pages.map(({ file, name }) => `<li><a href="${file}">${xml(name)}</a></li>`).join('');
  const nav = `<nav epub:type="toc" role="doc-toc"><h1>${xml(contents)}</h1><ol>${entries}</ol></nav>`;
  const texts = pages.map((page) => ({ path: `OEBPS/${page.file}`, text: xhtml(input, page) }));
  const files = [
    { path: 'META-INF/container.xml', text: container },
    { path: 'OEBPS/package.opf', text: packageOf(input, pages, hashOf(texts.map(({ text }) => text).join(''))) },
    { path: 'OEBPS/nav.xhtml', text: xhtml(input, { name: contents, html: nav }) },
    { path: 'OEBPS/style.css', text: bookCss },
    ...texts,
  ];
  const bytes = writeZip([
    { path: 'mimetype', bytes: Buffer.from('application/epub+zip'), stored: true },
    ...files.map(({ path, text }) => ({ path, bytes: Buffer.from(text) })),
  ]);
  return { path, mediaType: 'application/epub+zip', bytes };
}

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`;

/** A name that the same content always has. */
const uuidOf = (hash: string): string =>
  `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;

function packageOf({ lesson, date }: FormatInput, pages: readonly Page[], hash: string): string {
  const modified = (date ?? new Date(0)).toISOString().replace(/\.\d+Z$/, 'Z');
  const authors = lesson.authors.map((author) => `<dc:creator>${xml(plainText(author))}</dc:creator>`).join('');
  const properties = ({ html }: Page): string => {
    const found = [html.includes('<math') ? 'mathml' : '', html.includes('<svg') ? 'svg' : ''].filter(
      (one) => one !== '',
    );
    return found.length === 0 ? '' : ` properties="${found.join(' ')}"`;
  };
  const items = pages.map(
    (page, i) => `<item id="p${i}" href="${page.file}" media-type="application/xhtml+xml"${properties(page)}/>`,
  );
  const spine = pages.map((_, i) => `<itemref idref="p${i}"/>`);
  const accessible = [
    ...['textual', 'visual'].map((mode) => ['accessMode', mode]),
    ['accessModeSufficient', 'textual'],
    ...['alternativeText', 'MathML', 'readingOrder', 'structuralNavigation', 'tableOfContents'].map((one) => [
      'accessibilityFeature',
      one,
    ]),
    ['accessibilityHazard', 'none'],
  ].map(([property, value]) => `<meta property="schema:${property}">${value}</meta>`);
  const direction = isRightToLeft(lesson.lang) ? ' page-progression-direction="rtl"' : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${xml(lesson.lang)}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">${uuidOf(hash)}</dc:identifier><dc:title>${xml(plainTitle(lesson.title))}</dc:title><dc:language>${xml(lesson.lang)}</dc:language>${authors}<meta property="dcterms:modified">${modified}</meta>${accessible.join('')}</metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="css" href="style.css" media-type="text/css"/>${items.join('')}</manifest>
<spine${direction}>${spine.join('')}</spine>
</package>
`;
}
