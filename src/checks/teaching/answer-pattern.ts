import { answerLetter, defineCodes, type Diagnostic } from '../../base/index.ts';
import { plainText } from '../../compose/index.ts';
import type { Question } from '../../model/index.ts';
import type { Check } from '../check.ts';

const { table, diagnostic } = defineCodes({
  'quiz/answer-pattern': {
    severity: 'warning',
    summary: 'The letters of the right answers follow a pattern: always the same, or a cycle.',
    why: 'Students who see the pattern need not read the questions.',
    mend: 'Change the order of the answers in some questions.',
  },
  'quiz/longest-answer': {
    severity: 'warning',
    summary: 'The right answer is clearly the longest one in nearly all questions.',
    why: 'Test-wise students choose the longest answer without reading.',
    mend: 'Shorten right answers, or give wrong ones as many words.',
  },
});

/** Fewer questions than this show no pattern. */
const fewest = 4;
/** The share of questions whose longest answer is right from which on that is a pattern. */
const tooOften = 0.8;

const rightIndex = ({ answers }: Question): number => answers.findIndex((answer) => answer.correct);
const letters = (indexes: readonly number[], lang: string): string =>
  indexes.map((index) => answerLetter(index, lang)).join(' ');

/** The shortest period (1–4) after which the letters repeat, seen at least twice. */
function periodOf(indexes: readonly number[]): number | undefined {
  return [1, 2, 3, 4].find(
    (period) =>
      indexes.length >= Math.max(fewest, 2 * period) &&
      indexes.every((index, i) => i < period || index === indexes[i - period]),
  );
}

/** How much longer than the others an answer must be to stand out. */
const standsOut = 1.2;

const lengthOf = (text: string): number => Array.from(plainText(text)).length;

function isLongest({ answers }: Question): boolean {
  const right = answers.find((answer) => answer.correct);
  const others = answers.filter((answer) => answer !== right).map(({ text }) => lengthOf(text));
  return right !== undefined && lengthOf(right.text) >= standsOut * Math.max(...others, 0);
}

export const answerPatternCheck: Check = {
  name: 'answer-pattern',
  codes: table,
  run({ lesson }) {
    const quiz = lesson.quiz.filter(({ kind, answers }) => kind === 'single' && answers.length > 0);
    if (quiz.length < fewest) return [];
    const found: Diagnostic[] = [];
    const indexes = quiz.map(rightIndex);
    const at = lesson.places.key('/quiz');
    const period = periodOf(indexes);
    if (period !== undefined) {
      const how = period === 1 ? 'are all the same' : `repeat after ${period} questions`;
      const message = `The right answers ${how}: ${letters(indexes, lesson.lang)}.`;
      found.push(
        diagnostic('quiz/answer-pattern', message, { at, help: ['Change the order of answers in some questions.'] }),
      );
    }
    const longest = quiz.filter(isLongest);
    if (longest.length / quiz.length > tooOften) {
      const message = `The right answer is clearly the longest in ${longest.length} of ${quiz.length} questions.`;
      const related = longest.map((question) => ({ at: question.at, message: `Question "${question.id}".` }));
      const help = ['Shorten right answers, or write wrong answers in as many words.'];
      found.push(diagnostic('quiz/longest-answer', message, { at, related, help }));
    }
    return found;
  },
};
