import { fontFacesOf, html, htmlId, pageHtml, type Html } from '../../page-kit/index.ts';
import { fill, type OverviewWords } from '../../wire/index.ts';
import { card, cardId } from './card.ts';
import { searchScript } from './script.ts';
import { indexCss } from './style.ts';
import type { IndexEntry, IndexOptions } from './types.ts';

/** From this many lessons on there is something to search. */
const SEARCH_FROM = 9;

/** Names the lessons that failed, first of all; nothing when none did. */
function alarm(failed: readonly IndexEntry[], own: OverviewWords): Html | undefined {
  if (failed.length === 0) return undefined;
  const links = failed.map(({ id, title }) => html`<li><a href="#${cardId(id)}" dir="auto">${title}</a></li>`);
  return html`<section class="alarm" aria-labelledby="failed">
    <p id="failed">${fill(own.failedCount, failed.length)}</p>
    <ul>
      ${links}
    </ul>
  </section>`;
}

/** The language of all lessons when they share one, otherwise English. */
function sharedLang(entries: readonly IndexEntry[], wordsIn: IndexOptions['wordsIn']): string {
  const tags = new Set(entries.filter(({ slides }) => slides > 0).map(({ lang }) => lang));
  const languages = new Set([...tags].map((tag) => wordsIn(tag).lang));
  const [only] = languages;
  return languages.size === 1 && only !== undefined ? only : 'en';
}

function search(own: OverviewWords): Html {
  const id = htmlId('find', 'lesson');
  const sentences = JSON.stringify([fill(own.found, 1), fill(own.found, 0)]);
  return html`<div class="search" role="search" data-words="${sentences}" hidden>
    <label for="${id}">${own.search}</label
    ><input id="${id}" type="search" autocomplete="off" spellcheck="false" /><output for="${id}"></output>
  </div>`;
}

/**
 * `index.html` of the output folder: every lesson as a card with links to its files, those that failed named first.
 * Self-contained; complete without script, which only adds a search field to long lists. Lessons are sorted by id.
 */
export function indexHtml(entries: readonly IndexEntry[], options: IndexOptions): string {
  const { lang, words: own } = options.wordsIn(options.lang ?? sharedLang(entries, options.wordsIn));
  const sorted = entries.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const title = options.title ?? own.title;
  const long = sorted.length >= SEARCH_FROM;
  const list =
    sorted.length === 0
      ? html`<p class="nothing">${own.empty}</p>`
      : html`<ul class="lessons">
          ${sorted.map((entry) => card(entry, own, lang))}
        </ul>`;
  const body = html`<header class="top">
      <div>
        <h1 dir="auto">${title}</h1>
        <p class="count">${fill(own.lessons, sorted.length)}</p>
      </div>
      ${long ? search(own) : undefined}
    </header>
    <main>
      ${alarm(
        sorted.filter(({ failed }) => failed),
        own,
      )}
      ${list}
    </main>`;
  const page = { lang, title, css: indexCss, fontCss: fontFacesOf(options.deckCss ?? ''), body };
  return pageHtml(long ? { ...page, script: searchScript } : page);
}
