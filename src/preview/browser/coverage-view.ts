import type { CoverageMessage, CoveredStatement } from '../../wire/index.ts';
import { fill } from '../../wire/index.ts';
import { button, h, icon } from './dom.ts';
import type { FindingActions } from './findings-view.ts';
import { words } from './page-words.ts';

function statement(
  { id, text, status, slides, reasons }: CoveredStatement,
  actions: FindingActions,
  lang: string,
): HTMLElement {
  const links = slides.map((slide) =>
    button({ class: 'place' }, fill(words.slide, actions.numberOf(slide)), () => actions.go(slide)),
  );
  return h(
    'li',
    { class: `statement is-${status}` },
    h('p', { lang }, icon(status), text),
    h('p', { class: 'where' }, h('code', {}, id), ...(links.length > 0 ? links : [words[status]])),
    ...reasons.map((reason) => h('p', { class: 'reason', lang }, fill(words.reason, reason))),
  );
}

const share = (part: number, total: number): string => `${total === 0 ? 0 : (part * 100) / total}%`;

/** Which statement of the source is on which slide: those of the current slide first, then all by section. */
export function coverageView(
  coverage: CoverageMessage | undefined,
  current: string,
  lang: string,
  actions: FindingActions,
): HTMLElement {
  if (!coverage?.hasSource) return h('p', { class: 'nothing' }, words.noSource);
  const { covered, waived, uncovered, sections } = coverage;
  const total = covered + waived + uncovered;
  const here = sections.flatMap(({ statements }) => statements.filter(({ slides }) => slides.includes(current)));
  const list = (statements: readonly CoveredStatement[]): HTMLElement =>
    h('ul', { class: 'statements' }, ...statements.map((one) => statement(one, actions, lang)));
  const bar = h(
    'div',
    { class: 'meter', 'aria-hidden': 'true' },
    h('span', { class: 'is-covered' }),
    h('span', { class: 'is-waived' }),
  );
  (bar.children[0] as HTMLElement).style.width = share(covered, total);
  (bar.children[1] as HTMLElement).style.width = share(waived, total);
  return h(
    'div',
    {},
    h('p', { class: 'sum' }, fill(words.statements, covered + waived, total)),
    bar,
    here.length > 0 && h('h3', {}, words.onThisSlide),
    here.length > 0 && list(here),
    ...sections.map(({ title, statements }) => {
      const open = statements.filter(({ status }) => status === 'uncovered').length;
      const done = statements.length - open;
      return h(
        'details',
        { open: open > 0 },
        h('summary', {}, h('span', { lang }, title), h('span', { class: 'count' }, `${done}/${statements.length}`)),
        list(statements),
      );
    }),
  );
}
