import { button, h, plain } from '../dom.ts';
import type { Player } from '../player.ts';
import { writeText, type Entry } from './articles.ts';
import { colourNames, type Colours } from './colours.ts';
import { Regions } from './regions.ts';
import type { ReadingStrings } from '../strings.ts';

interface ViewOptions {
  readonly player: Player;
  readonly strings: ReadingStrings;
  /** The language of the strings. */
  readonly lang: string;
  readonly colours: Colours;
  readonly close: () => void;
  readonly go: (id: string) => void;
  readonly paint: (colours: Colours) => void;
}

export interface View {
  readonly element: HTMLElement;
  dispose(): void;
}

/** Builds the whole reading view: bar, contents, text, references. */
export function buildView(options: ViewOptions): View {
  const { player, strings, lang } = options;
  const regions = new Regions();
  const text = writeText(player, { strings, regions });
  const references = referencesOf(player, strings);
  const contents = references
    ? [...text.contents, { id: references.id, title: strings.references, below: [] }]
    : text.contents;
  const element = h(
    'div',
    { id: 'lectern-reading', class: 'lr', lang: player.data.lang },
    h('a', { class: 'lr-skip', href: '#lr-text', lang }, strings.skip),
    bar(options),
    h(
      'div',
      { class: 'lr-page' },
      h(
        'nav',
        { class: 'lr-contents', 'aria-label': strings.contents },
        h('details', { open: innerWidth > 1100 }, h('summary', { lang }, strings.contents), list(contents)),
      ),
      h('main', { id: 'lr-text', class: 'lr-text', tabindex: -1 }, text.title, ...text.sections, references),
    ),
  );
  element.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const id = link?.getAttribute('href')?.slice(1);
    if (id === undefined) return;
    event.preventDefault();
    options.go(id);
  });
  return {
    element,
    dispose: () => {
      regions.close();
      element.remove();
    },
  };
}

function list(entries: readonly Entry[]): HTMLElement {
  const item = ({ id, title, below }: Entry): HTMLElement =>
    h('li', {}, h('a', { href: `#${id}` }, title), below.length > 0 && list(below));
  return h('ol', {}, ...entries.map(item));
}

function bar({ player, strings, lang, colours, close, paint }: ViewOptions): HTMLElement {
  const names: Readonly<Record<Colours, string>> = {
    '': strings.coloursAuto,
    light: strings.coloursLight,
    dark: strings.coloursDark,
    contrast: strings.coloursContrast,
  };
  const select = h(
    'select',
    { 'aria-label': strings.colours },
    ...colourNames.map((value) => h('option', { value, selected: value === colours }, names[value])),
  );
  select.addEventListener('change', () => paint(colourNames.find((name) => name === select.value) ?? ''));
  return h(
    'header',
    { class: 'lr-bar' },
    h('p', { class: 'lr-lesson' }, player.data.title),
    h(
      'div',
      { class: 'lr-tools', role: 'toolbar', 'aria-label': strings.bar, lang },
      select,
      button({ class: 'lr-button', 'data-command': 'reading' }, strings.slides, close),
    ),
  );
}

/** The references of the slides, unless the lesson shows them itself. */
function referencesOf(player: Player, strings: ReadingStrings): HTMLElement | undefined {
  const slides = player.deck.inPlan(player.plan);
  const shown = plain(slides.map(({ element }) => element.textContent).join(' '));
  const cited = new Map(slides.flatMap(({ references }) => references.map((one) => [one.id, one] as const)));
  const missing = [...cited.values()].filter(
    ({ text }) => !shown.includes(plain(text.split('). ').slice(1).join('). '))),
  );
  if (missing.length === 0) return undefined;
  const heading = h('h2', { id: 'lr-references', tabindex: -1 }, strings.references);
  return h(
    'section',
    { class: 'lr-section', id: 'lr-references-all', 'aria-labelledby': heading.id },
    heading,
    h(
      'ul',
      { class: 'lr-references' },
      ...missing.map(({ label, text }) => h('li', {}, h('b', {}, label), ` ${text}`)),
    ),
  );
}
