import { html, pageHtml, type Html } from '../page-kit/index.ts';
import type { ReviewWords } from '../wire/index.ts';
import type { Change } from './compare.ts';
import type { LessonChanges } from './markdown.ts';
import { reviewCss } from './style.ts';
import type { Piece } from './words.ts';

/** How a page of changes is headed. */
export interface PageHead {
  readonly title: string;
  readonly lang: string;
  readonly words: ReviewWords;
  /** Said below the title. */
  readonly lead: string;
}

/** The changes of lessons on one page that needs nothing else: pictures side by side, what goes and comes marked. */
export function changesPage(lessons: readonly LessonChanges[], { title, lang, words, lead }: PageHead): string {
  const body = html`<main>
    <h1>${title}</h1>
    <p class="lead">${lead}</p>
    ${lessons.length === 0 ? html`<p class="none">${words.none}</p>` : undefined}
    ${lessons.map(
      (lesson) =>
        html`<section lang="${lesson.lang}">
          <h2>${lesson.title}</h2>
          ${lesson.changes.map((change) => article(change, lesson, words))}
        </section>`,
    )}
  </main>`;
  return pageHtml({ lang, title, css: reviewCss, body });
}

function article(change: Change, { pictures }: LessonChanges, words: ReviewWords): Html {
  const { kind, id, title, old, now, lines, notes, source } = change;
  const numbers = [...new Set([old?.number, now?.number].filter((number) => number !== undefined))].join(' → ');
  const looks = pictures.get(id);
  return html`<article class="${kind}">
    <h3><span class="number">${numbers}</span> ${title} <span class="kind">${words[kind]}</span></h3>
    ${
      looks === undefined
        ? undefined
        : html`<div class="looks">
            ${figure(looks.old, words.before, title)} ${figure(looks.now, words.after, title)}
          </div>`
    }
    ${listed(words.text, lines)} ${listed(words.notes, notes)}
    ${
      source.length === 0
        ? undefined
        : html`<h4>${words.why}</h4>
            <ul>
              ${source.map(({ id: statement, pieces }) => html`<li><code>${statement}</code> ${pieces.map(piece)}</li>`)}
            </ul>`
    }
  </article>`;
}

const figure = (address: string | undefined, word: string, title: string): Html | undefined =>
  address === undefined
    ? undefined
    : html`<figure>
        <figcaption>${word}</figcaption>
        <img src="${address}" alt="${`${word}: ${title}`}" />
      </figure>`;

function listed(word: string, lines: readonly (readonly Piece[])[]): Html | undefined {
  if (lines.length === 0) return undefined;
  return html`<h4>${word}</h4>
    <ul>
      ${lines.map((pieces) => html`<li>${pieces.map(piece)}</li>`)}
    </ul>`;
}

function piece({ kind, text }: Piece): Html {
  if (kind === 'same') return html`${text}`;
  return kind === 'old' ? html`<del>${text}</del>` : html`<ins>${text}</ins>`;
}
