import { button, h } from './dom.ts';
import type { Player } from './player.ts';
import { questionCard } from './presenter-question.ts';
import { preparedQuestions } from './quiz.ts';

/** What is prepared for this slide: statements of the source, references, questions of the section. */
export function presenterMaterial(player: Player): HTMLElement {
  const { strings } = player;
  const kinds = ['sources', 'references', 'questions'] as const;
  let kind: (typeof kinds)[number] = 'sources';
  const body = h('div', { class: 'lp-scroll lp-material-body', tabindex: 0, role: 'region' });
  const choose = kinds.map((one) => button({ class: 'lp-tab' }, strings[one], () => show(one)));
  const contents = {
    sources: () => statements(player),
    references: () => references(player),
    questions: () => questions(player, showing.signal),
  };
  let shown = '';
  let showing = new AbortController();
  const show = (next: typeof kind): void => {
    kind = next;
    showing.abort();
    showing = new AbortController();
    const { statements: list, references: cited } = player.slide;
    const counts = { sources: list.length, references: cited.length, questions: preparedQuestions(player).length };
    kinds.forEach((one, index) => {
      choose[index]?.setAttribute('aria-pressed', String(one === kind));
      choose[index]?.replaceChildren(strings[one], ' ', h('span', { class: 'lp-count' }, String(counts[one])));
    });
    body.ariaLabel = strings[kind];
    body.replaceChildren(...contents[kind]());
    body.scrollTop = 0;
  };
  player.watch(['position'], () => {
    const { slide } = player;
    const key = JSON.stringify([slide.id, slide.statements, slide.references, preparedQuestions(player)]);
    if (key === shown) return;
    shown = key;
    show(slide.questions.length > 0 ? 'questions' : kind === 'questions' ? 'sources' : kind);
  });
  player.watch(['quiz'], () => {
    if (player.store.get('quiz') && kind !== 'questions') show('questions');
  });
  return h('section', { class: 'lp-panel lp-material' }, h('div', { class: 'lp-panel-head' }, ...choose), body);
}

const quiet = (text: string): HTMLElement[] => [h('p', { class: 'lp-quiet' }, text)];

function statements(player: Player): HTMLElement[] {
  const { slide, strings } = player;
  if (slide.statements.length === 0) return quiet(strings.noStatements);
  return slide.statements.map(({ id, text }) => h('p', { class: 'lp-statement' }, h('code', {}, id), ' ', text));
}

function references(player: Player): HTMLElement[] {
  const { slide, strings } = player;
  if (slide.references.length === 0) return quiet(strings.noReferences);
  return slide.references.map(({ label, text }) =>
    h('p', { class: 'lp-statement' }, h('strong', {}, label), ' ', text),
  );
}

function questions(player: Player, signal: AbortSignal): HTMLElement[] {
  const prepared = preparedQuestions(player);
  return prepared.length === 0
    ? quiet(player.strings.noQuestions)
    : prepared.map((question) => questionCard(player, question, signal));
}
