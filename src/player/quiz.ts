import type { QuestionData } from './data.ts';
import { plain } from './dom.ts';
import type { Player } from './player.ts';

/** Every prepared question of the lesson by id, each once. */
function allQuestions(player: Player): ReadonlyMap<string, QuestionData> {
  return byId([...player.data.sections, ...player.deck.slides]);
}

/** Prepared questions by their ids, each once. */
export const byId = (
  holders: readonly { readonly questions?: readonly QuestionData[] }[],
): ReadonlyMap<string, QuestionData> =>
  new Map(holders.flatMap(({ questions = [] }) => questions.map((question) => [question.id, question] as const)));

/** The questions of this slide, then those of the other slides of its section, then what else is prepared for it. */
export function preparedQuestions(player: Player): readonly QuestionData[] {
  const { slide, deck, data } = player;
  const others = deck.slides.filter((other) => other.section === slide.section);
  const section = data.sections.filter(({ id }) => id === slide.section);
  return [...byId([slide, ...others, ...section]).values()];
}

/**
 * The question that the slide on screen asks: named by `data-question`, or else the one whose words stand on the slide;
 * on other slides the first one prepared for the section.
 */
function questionOfSlide(player: Player): QuestionData | undefined {
  const { element } = player.slide;
  const prepared = preparedQuestions(player);
  const named = element.dataset.question ?? element.querySelector('[data-question]')?.getAttribute('data-question');
  const text = plain(element.textContent);
  return (
    prepared.find(({ id }) => id === named) ??
    prepared.find(({ question }) => text.includes(plain(question))) ??
    prepared[0]
  );
}

/** The question on screen with its stage. */
export function shownQuestion(player: Player): { readonly question: QuestionData; readonly stage: number } | undefined {
  const view = player.store.get('quiz');
  const question = view ? allQuestions(player).get(view.question) : undefined;
  return view && question ? { question, stage: view.stage } : undefined;
}

/** The stage that shows the hands, after one for each answer. */
export const handsStage = (question: QuestionData): number => question.answers.length + 1;

/** The stage that shows the right answer; a poll has none. */
export const answerStage = (question: QuestionData): number | undefined => {
  if (question.solution !== undefined) return 1;
  return question.answers.some(({ correct }) => correct) ? handsStage(question) + 1 : undefined;
};

/** Of a prompt without answers, the question itself. */
export const lastStage = (question: QuestionData): number =>
  question.answers.length === 0 ? (answerStage(question) ?? 0) : (answerStage(question) ?? handsStage(question));

/** Puts a question on screen at a stage. */
export function showQuestion(player: Player, question: QuestionData, stage: number): void {
  player.store.set({ quiz: { question: question.id, stage: Math.max(0, Math.min(stage, lastStage(question))) } });
}

export function hideQuestion(player: Player): void {
  if (player.store.get('quiz')) player.store.set({ quiz: null });
}

/** One press of "next" (+1) or "previous" (-1) while a question is on screen; `false` when none is. */
export function moveQuestion(player: Player, direction: 1 | -1): boolean {
  const shown = shownQuestion(player);
  if (!shown) return false;
  const stage = shown.stage + direction;
  if (stage < 0 || stage > lastStage(shown.question)) hideQuestion(player);
  else showQuestion(player, shown.question, stage);
  return true;
}

/** The question key: opens this slide's question with its answers, then the hands, then the right answer if any, then closes. */
export function cycleQuestion(player: Player): boolean {
  const shown = shownQuestion(player);
  const question = shown?.question ?? questionOfSlide(player);
  if (!question) return false;
  if (!shown) showQuestion(player, question, question.answers.length);
  else if (shown.stage >= lastStage(question)) hideQuestion(player);
  else showQuestion(player, question, Math.max(shown.stage + 1, question.solution ? 0 : handsStage(question)));
  return true;
}

/** Hands counted for each answer. */
export function tallyOf(player: Player, question: QuestionData): readonly number[] {
  const tally = player.store.get(`tally/${question.id}`) ?? [];
  return question.answers.map((_, index) => tally[index] ?? 0);
}

/** Records the hands for one answer; anything but a whole number from 0 to 9999 counts as 0. */
export function setHands(player: Player, question: QuestionData, answer: number, hands: number): void {
  const valid = Number.isInteger(hands) && hands >= 0 && hands <= 9999 ? hands : 0;
  player.store.put(
    `tally/${question.id}`,
    tallyOf(player, question).map((old, index) => (index === answer ? valid : old)),
  );
}

/** The letter of an answer, in the language of the lesson. */
export const letterOf = ({ data: { letters } }: Player, index: number): string => letters[index % letters.length] ?? '';
