import { plainText, plainTitle } from '../../compose/index.ts';
import { planName } from '../../documents/index.ts';
import { longDate, type Lesson, type TimePlan } from '../../model/index.ts';
import { fontFacesOf, html, pageHtml, urlPath, type Html } from '../../page-kit/index.ts';
import type { FormatInput } from '../format.ts';
import { labelOf, type SiteFile } from './files.ts';
import { learningResource } from './learning-resource.ts';
import { siteCss } from './style.ts';

/** A page of a lesson on the site: of the whole lesson, or of one of its time plans. */
export interface SitePage {
  /** The lesson as the page shows it. */
  readonly input: FormatInput;
  /** All time plans of the lesson. */
  readonly plans: Lesson['plans'];
  /** The plan that the page is about. */
  readonly plan?: TimePlan;
  readonly files: readonly SiteFile[];
  /** Whether there is a deck to open. */
  readonly hasDeck: boolean;
}

/** The name of a page; that of the whole lesson is found first. */
export const pageName = (plan?: TimePlan): string => (plan ? `index-${plan.id}.html` : 'index.html');

/** What students get of a lesson, on one page. It is made from their edition: nothing else is known here. */
export function lessonPage(page: SitePage): string {
  const { input, plan, files, hasDeck } = page;
  const { lesson, composition, deck } = input;
  const { words } = composition;
  const word = (key: string): string => words[key] ?? key;
  const { title, subtitle, authors, institution, contact, license, lang } = lesson;
  const by = [authors.map(plainText).join(', '), plainText(institution ?? ''), longDate(lesson) ?? ''];
  const slides = hasDeck ? html`<p><a class="slides" href="deck.html">${word('documents/slides')}</a></p>` : undefined;
  const body = html`<main>
    <header>
      <p class="by">${by.filter((part) => part !== '').join(' · ')}</p>
      <h1>${plainTitle(title)}</h1>
      ${subtitle === undefined ? undefined : html`<p class="subtitle">${plainText(subtitle)}</p>`} ${slides}
    </header>
    <dl class="facts">${facts(page, word)}</dl>
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
      files.map((file) => fileLink(file, labelOf(file, word, { namesPlan: plan === undefined }))),
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
    title: plan ? `${plainTitle(title)} – ${planName(plan)}` : plainTitle(title),
    css: siteCss,
    fontCss: fontFacesOf(deck.css),
    body,
    data: learningResource(input),
  });
}

function facts({ input: { lesson }, plans, plan }: SitePage, word: (key: string) => string): readonly Html[] {
  const time = ({ minutes }: TimePlan): string => word('minutes').replace('{n}', String(minutes));
  const [only] = plans;
  const times = plans.map((one) => {
    const text = `${planName(one)}: ${time(one)}`;
    return one.id === plan?.id
      ? html`<li><a href="${pageName()}" aria-current="true">${text}</a></li>`
      : html`<li><a href="${urlPath(pageName(one))}">${text}</a></li>`;
  });
  const duration =
    plans.length > 1
      ? html`<ul class="plans">
          ${times}
        </ul>`
      : only && html`${time(only)}`;
  const rows: readonly (readonly [string, Html | string | undefined])[] = [
    [word('documents/duration'), duration],
    [word('documents/audience'), plainText(lesson.audience ?? '')],
    [word('documents/level'), plainText(lesson.level ?? '')],
  ];
  return rows
    .filter(([, value]) => value !== '' && value !== undefined)
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

function fileLink({ name, bytes }: SiteFile, label: string): Html {
  const ending = name.slice(name.lastIndexOf('.') + 1).toUpperCase();
  return html`<li><a href="${urlPath(name)}">${label}</a> <span>${ending}, ${sizeOf(bytes)}</span></li>`;
}

const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
