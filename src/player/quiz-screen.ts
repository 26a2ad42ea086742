import type { QuestionData } from './data.ts';
import { h } from './dom.ts';
import { icon } from './icons.ts';
import type { Player } from './player.ts';
import { answerStage, handsStage, letterOf, shownQuestion, tallyOf } from './quiz.ts';
import { fill } from './strings.ts';

/** The question as the audience sees it: over the slide, in slide pixels, so that it is read from the last row. */
export function mountQuizScreen(player: Player): HTMLElement {
  const panel = h('section', { class: 'lp-quiz', hidden: true, 'aria-label': player.strings.question });
  player.watch(['quiz', 'tally/'], () => {
    const shown = shownQuestion(player);
    panel.hidden = !shown;
    panel.replaceChildren(...(shown ? questionView(player, shown.question, shown.stage) : []));
  });
  return panel;
}

/** The question's elements at a stage. Answers that have not come up yet keep their place, unseen. */
function questionView(player: Player, question: QuestionData, stage: number): HTMLElement[] {
  const tally = tallyOf(player, question);
  const total = tally.reduce((sum, hands) => sum + hands, 0);
  const count = question.answers.length;
  const hands = handsStage(question);
  const answers = question.answers.map((answer, index) => {
    const right = stage > hands && answer.correct;
    const item = h(
      'li',
      { class: `lp-answer${index < stage ? '' : ' lp-future'}${right ? ' lp-correct' : ''}` },
      h('span', { class: 'lp-letter', 'aria-hidden': 'true' }, String.fromCharCode(65 + index)),
      h('span', { class: 'lp-answer-text' }, answer.text),
      right && h('span', { class: 'lp-mark' }, icon('check'), player.strings.answer),
    );
    if (stage === hands || (stage > hands && total > 0)) item.append(...handsBar(player, tally[index] ?? 0, total));
    return item;
  });
  const isAnswered = stage >= (answerStage(question) ?? Infinity);
  const explanation = isAnswered && question.explanation !== '';
  return [
    h('h2', {}, question.question),
    ...(count > 0 ? [h('ol', { class: count > 4 ? 'lp-answers lp-dense' : 'lp-answers' }, ...answers)] : []),
    ...taskView(player, question, isAnswered),
    ...(explanation ? [h('p', { class: 'lp-explanation' }, question.explanation)] : []),
  ];
}

/** What is shown of a question without answers to choose from; what is right takes the place of its items. */
function taskView(player: Player, { items, choices, solution }: QuestionData, isAnswered: boolean): HTMLElement[] {
  const list = (texts: readonly string[], name: string, sign: (i: number) => string): HTMLElement =>
    h(
      'ul',
      { class: `lp-answers ${name}${texts.length > 4 || choices !== undefined ? ' lp-dense' : ''}` },
      ...texts.map((text, i) =>
        h(
          'li',
          { class: `lp-answer${name === 'lp-solution' ? ' lp-correct' : ''}` },
          h('span', { class: 'lp-letter', 'aria-hidden': 'true' }, sign(i)),
          h('span', { class: 'lp-answer-text' }, text),
        ),
      ),
    );
  const letter = (i: number): string => letterOf(player, i);
  if (solution === undefined) return [];
  if (isAnswered) return [list(solution, 'lp-solution', () => '✓')];
  if (items !== undefined && choices !== undefined)
    return [
      h(
        'div',
        { class: 'lp-match' },
        list(items, 'lp-items', () => '·'),
        list(choices, 'lp-choices', letter),
      ),
    ];
  return items === undefined ? [] : [list(items, 'lp-items', letter)];
}

function handsBar(player: Player, hands: number, total: number): HTMLElement[] {
  const percent = total === 0 ? 0 : Math.round((hands / total) * 100);
  const bar = h('span', { class: 'lp-bar' }, h('span', { style: `width:${percent}%` }));
  return [
    bar,
    h(
      'span',
      { class: 'lp-votes' },
      `${fill(hands === 1 ? player.strings.vote : player.strings.votes, hands)} · ${percent}%`,
    ),
  ];
}
