import type { QuestionData } from './data.ts';
import { button, h, setText } from './dom.ts';
import { icon } from './icons.ts';
import type { Player } from './player.ts';
import {
  answerStage,
  handsStage,
  hideQuestion,
  lastStage,
  letterOf,
  setHands,
  showQuestion,
  shownQuestion,
  tallyOf,
} from './quiz.ts';
import { fill } from './strings.ts';

/** A prepared question for the lecturer: the answers with the right one marked, the hands to type, and its stages on screen. */
export function questionCard(player: Player, question: QuestionData, signal: AbortSignal): HTMLElement {
  const { strings } = player;
  const fields = question.answers.map((answer, index) => handsField(player, question, index, answer.text));
  const answers = question.answers.map((answer, index) =>
    h(
      'li',
      {},
      h('span', { class: 'lp-card-letter', 'aria-hidden': 'true' }, letterOf(player, index)),
      h('span', {}, answer.text),
      answer.correct && h('span', { class: 'lp-mark' }, icon('check'), h('span', { class: 'lp-sr' }, strings.answer)),
      fields[index],
    ),
  );
  const choices = [
    [strings.openQuestion, 0],
    [strings.handsUp, question.answers.length > 0 ? handsStage(question) : undefined],
    [strings.answer, answerStage(question)],
  ] as const;
  const stages = choices.flatMap(([label, stage]) =>
    stage === undefined
      ? []
      : [[stage, button({ class: 'lp-button' }, label, () => showQuestion(player, question, stage))] as const],
  );
  const hide = button({ class: 'lp-button' }, strings.hideQuestion, () => hideQuestion(player));
  const showHands = (): void => {
    const tally = tallyOf(player, question);
    fields.forEach((field, index) => {
      if (document.activeElement !== field) field.value = tally[index] ? String(tally[index]) : '';
    });
  };
  const state = h('p', { class: 'lp-quiet' });
  const showStage = (): void => {
    const shown = shownQuestion(player);
    const stage = shown?.question.id === question.id ? shown.stage : undefined;
    hide.hidden = stage === undefined;
    const last = lastStage(question);
    setText(state, stage === undefined || last === 0 ? '' : fill(strings.step, stage, last));
    for (const [at, element] of stages) element.setAttribute('aria-pressed', String(at === stage));
  };
  player.watch([`tally/${question.id}`], showHands, signal);
  player.watch(['quiz'], showStage, signal);
  return h(
    'article',
    { class: 'lp-card' },
    h('h3', {}, question.question),
    h('div', { class: 'lp-row' }, ...stages.map(([, element]) => element), hide, state),
    answers.length > 0 && h('ol', {}, ...answers),
    question.solution && h('ul', {}, ...question.solution.map((text) => h('li', {}, h('span', {}, text)))),
    question.explanation ? h('p', { class: 'lp-quiet' }, question.explanation) : undefined,
  );
}

function handsField(player: Player, question: QuestionData, index: number, answer: string): HTMLInputElement {
  const field = h('input', {
    type: 'number',
    min: 0,
    max: 9999,
    inputmode: 'numeric',
    'aria-label': fill(player.strings.hands, answer),
    placeholder: '0',
  });
  field.addEventListener('input', () => setHands(player, question, index, Number(field.value)));
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') field.blur();
    if (event.key !== 'Enter') return;
    const next = field.closest('li')?.nextElementSibling?.querySelector('input');
    if (next) next.focus();
    else field.blur();
  });
  return field;
}
