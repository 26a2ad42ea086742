import { graphemesOf } from '../../base/index.ts';
import { percent } from '../../coverage/index.ts';
import { attribute, bar, foreign, html, htmlId, icon, urlPath, type Html } from '../../page-kit/index.ts';
import { fill, type OverviewWords } from '../../wire/index.ts';
import type { IndexEntry, IndexLink } from './types.ts';

const TINTS = 6;

/** The same tint for the same id, on any day and machine. */
const tintOf = (id: string): number =>
  Array.from(id).reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973, 7) % TINTS;

/** The first letter or digit of a title as a reader sees it, for a cover without picture. */
function initialOf(title: string): string {
  const first = graphemesOf(title).find(({ segment }) => /[\p{L}\p{N}]/u.test(segment));
  return first?.segment.toUpperCase() ?? '·';
}

const isPicture = (url: string | undefined): url is string =>
  url !== undefined && /^data:image\/(png|webp|jpeg|svg\+xml)[;,]/.test(url);
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The deck's name in the plain case; a lesson may have it in a subfolder for its audience. */
const isDeck = ({ path, isPart }: IndexLink): boolean => isPart !== true && nameOf(path) === 'deck.html';

/** The page of a lesson on a site, which links to its files. */
const isPage = ({ path }: IndexLink): boolean => nameOf(path) === 'index.html';

function picture(entry: IndexEntry): Html {
  if (isPicture(entry.thumbnail))
    return html`<img class="cover" src="${entry.thumbnail}" alt="" loading="lazy" decoding="async" />`;
  return html`<span class="cover drawn tint-${tintOf(entry.id)}" aria-hidden="true">${initialOf(entry.title)}</span>`;
}

const link = (words: OverviewWords, { path, isPart }: IndexLink): Html => {
  const names: Readonly<Record<string, string>> = words.names;
  // A file of a part is told from that of the whole by its folder.
  const name = isPart === true ? path.split('/').slice(-2).join('/') : nameOf(path);
  return html`<li><a href="${urlPath(path)}">${names[name] ?? name}</a></li>`;
};

function files(entry: IndexEntry, words: OverviewWords): Html | undefined {
  const rest = entry.links.filter((item) => !isDeck(item) && !isPage(item) && nameOf(item.path) !== 'coverage.json');
  const teacher = rest.filter(({ audience }) => audience === 'teacher');
  const others = rest.filter(({ audience }) => audience !== 'teacher');
  const list = (label: string, links: readonly IndexLink[]): Html | undefined =>
    links.length === 0
      ? undefined
      : html`<div class="files">
          <p>${label}</p>
          <ul>
            ${links.map((item) => link(words, item))}
          </ul>
        </div>`;
  return html`${list(words.files, others)}${list(words.forTeacher, teacher)}`;
}

function state(entry: IndexEntry, words: OverviewWords): Html | undefined {
  if (entry.failed) {
    const old = entry.links.length > 0 ? html`<span>${words.old}</span>` : undefined;
    return html`<p class="failed">
      ${icon('failed')}<span
        ><b>${entry.errors === 0 ? words.notBuilt : fill(words.failed, entry.errors)}</b> ${old}</span
      >
    </p>`;
  }
  if (entry.errors > 0)
    return html`<p class="failed">
      ${icon('failed')}<span><b>${fill(words.flawed, entry.errors)}</b></span>
    </p>`;
  return entry.warnings > 0
    ? html`<p class="warned">${icon('misconception')} ${fill(words.warnings, entry.warnings)}</p>`
    : undefined;
}

function coverage(entry: IndexEntry, words: OverviewWords): Html | undefined {
  if (entry.coverage === undefined) return undefined;
  const { covered, waived, uncovered } = entry.coverage;
  return html`<div class="covered-share">
    <p>${fill(words.covered, percent(covered + waived, covered + waived + uncovered))}</p>
    ${bar(entry.coverage)}
  </div>`;
}

export const cardId = (id: string): string => htmlId('lesson', id);

/** One lesson: the whole card opens the deck, the other files are links below. */
export function card(entry: IndexEntry, words: OverviewWords, lang: string): Html {
  const own = attribute('lang', foreign(entry.lang, lang));
  const deck = entry.links.find(isPage) ?? entry.links.find(isDeck);
  const title = html`<span dir="auto" ${own}>${entry.title}</span>`;
  const heading = deck === undefined ? title : html`<a class="whole" href="${urlPath(deck.path)}">${title}</a>`;
  const subtitle =
    entry.subtitle === undefined ? undefined : html`<p class="subtitle" dir="auto" ${own}>${entry.subtitle}</p>`;
  const plans = entry.plans.map(
    ({ minutes, title: plan }) =>
      html`<li>
        ${icon('clock')}
        ${fill(words.minutes, minutes)}${plan === undefined ? undefined : html` <span dir="auto" ${own}>${plan}</span>`}
      </li>`,
  );
  const count = entry.slides > 0 ? html`<li>${icon('slides')} ${fill(words.slides, entry.slides)}</li>` : undefined;
  const authors =
    entry.authors.length === 0 ? undefined : html`<p class="authors" dir="auto">${entry.authors.join(', ')}</p>`;
  return html`<li class="lesson${entry.failed ? ' is-failed' : ''}" id="${cardId(entry.id)}">
    <article>
      ${picture(entry)}
      <div class="body">
        <h2>${heading}</h2>
        ${subtitle}${authors}
        <ul class="facts">
          ${count}${plans}
          <li class="tongue">${entry.lang}</li>
        </ul>
        ${entry.links.some(isPage) ? undefined : html`${state(entry, words)}${coverage(entry, words)}`}${files(entry, words)}
      </div>
    </article>
  </li> `;
}
