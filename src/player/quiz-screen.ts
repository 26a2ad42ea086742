import type { QuestionData } from './data.ts';
import { h } from './dom.ts';
import { icon } from './icons.ts';
import type { Player } from './player.ts';
import { handsStage, shownQuestion, tallyOf } from './quiz.ts';
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
  const explanation = stage > hands && question.explanation !== '';
  return [
    h('h2', {}, question.question),
    ...(count > 0 ? [h('ol', { class: count > 4 ? 'lp-answers lp-dense' : 'lp-answers' }, ...answers)] : []),
    ...(explanation ? [h('p', { class: 'lp-explanation' }, question.explanation)] : []),
  ];
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
