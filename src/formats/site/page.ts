import { plainText, plainTitle } from '../../compose/index.ts';
import { longDate, planName } from '../../documents/index.ts';
import { fontFacesOf, html, pageHtml, urlPath, type Html } from '../../page-kit/index.ts';
import type { Evidence, FormatInput } from '../format.ts';
import { learningResource } from './learning-resource.ts';
import { siteCss } from './style.ts';

/** What students get of a lesson, on one page. It is made from their edition: nothing else is known here. */
export function lessonPage(input: FormatInput, { artifacts }: Evidence): string {
  const { lesson, composition, deck } = input;
  const { words } = composition;
  const word = (key: string): string => words[key] ?? key;
  const { title, subtitle, authors, institution, contact, license, lang } = lesson;
  const by = [authors.map(plainText).join(', '), plainText(institution ?? ''), longDate(lesson)];
  const names = artifacts.map(({ path, bytes }) => ({ name: path.slice(path.lastIndexOf('/') + 1), path, bytes }));
  const files = names.filter(({ path, name }) => isDownload(path) && name !== 'deck.html');
  const slides = names.some(({ name }) => name === 'deck.html')
    ? html`<p><a class="slides" href="deck.html">${word('documents/slides')}</a></p>`
    : undefined;
  const body = html`<main>
    <header>
      <p class="by">${by.filter((part) => part !== '').join(' · ')}</p>
      <h1>${plainTitle(title)}</h1>
      ${subtitle === undefined ? undefined : html`<p class="subtitle">${plainText(subtitle)}</p>`} ${slides}
    </header>
    <dl class="facts">${facts(input, word)}</dl>
    ${listed(
      word('title-objectives'),
      lesson.objectives.map(({ verb, text }) => `${plainText(verb)} ${plainText(text)}`),
    )}
    ${listed(word('documents/priorKnowledge'), lesson.priorKnowledge.map(plainText))}
    ${listed(
      word('documents/contents'),
      lesson.sections
        .filter(({ id }) => deck.slides.some(({ section }) => section === id))
        .map((section) => plainTitle(section.title)),
    )}
    ${downloads(
      word('documents/download'),
      files.map((file) => fileLink(file, lesson, word)),
    )}
    ${
      license === undefined && contact === undefined
        ? undefined
        : html`<footer>
            ${license === undefined ? undefined : html`<p>${plainText(license)}</p>`}
            ${contact === undefined ? undefined : html`<p>${word('accessibility/contact')}: ${plainText(contact)}</p>`}
          </footer>`
    }
  </main>`;
  return pageHtml({
    lang,
    title: plainTitle(title),
    css: siteCss,
    fontCss: fontFacesOf(deck.css),
    body,
    data: learningResource(input),
  });
}

/** Pictures and what the deck links to are no files to fetch. */
const isDownload = (path: string): boolean => /\/(?:student|public)\/[^/]+\.(?:pdf|html|epub|txt|md|pptx)$/.test(path);

function facts({ lesson }: FormatInput, word: (key: string) => string): readonly Html[] {
  const times = lesson.plans.map((plan) => {
    const time = word('minutes').replace('{n}', String(plan.minutes));
    return lesson.plans.length === 1 ? time : `${planName(plan)}: ${time}`;
  });
  const rows: readonly (readonly [string, string])[] = [
    [word('documents/duration'), times.join(' · ')],
    [word('documents/audience'), plainText(lesson.audience ?? '')],
    [word('documents/level'), plainText(lesson.level ?? '')],
  ];
  return rows
    .filter(([, value]) => value !== '')
    .map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    );
}

function listed(title: string, items: readonly string[]): Html | undefined {
  if (items.length === 0) return undefined;
  return html`<section>
    <h2>${title}</h2>
    <ol>
      ${items.map((item) => html`<li>${item}</li>`)}
    </ol>
  </section>`;
}

function downloads(title: string, links: readonly Html[]): Html | undefined {
  if (links.length === 0) return undefined;
  return html`<section>
    <h2>${title}</h2>
    <ul class="files">
      ${links}
    </ul>
  </section>`;
}

/** What a file is, by its name without ending: `handout-large.pdf` is a handout. */
const kinds: Readonly<Record<string, string>> = {
  deck: 'documents/slides',
  handout: 'documents/handout',
  reading: 'documents/reading',
  quiz: 'documents/quiz',
};

function fileLink(
  { name, bytes }: { readonly name: string; readonly bytes: number },
  { plans }: FormatInput['lesson'],
  word: (key: string) => string,
): Html {
  const [stem = '', ...more] = name.slice(0, name.lastIndexOf('.')).split('-');
  const kind = kinds[stem];
  const plan = plans.find(({ id }) => id === more.join('-'));
  const detail = plan ? [planName(plan)] : more.map((part) => (part === 'large' ? '18 pt' : part.toUpperCase()));
  const label = kind === undefined ? name : [word(kind), ...detail].join(' · ');
  const ending = name.slice(name.lastIndexOf('.') + 1).toUpperCase();
  return html`<li><a href="${urlPath(name)}">${label}</a> <span>${ending}, ${sizeOf(bytes)}</span></li>`;
}

const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
