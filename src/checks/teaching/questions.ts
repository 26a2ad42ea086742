import { defineCodes, type Diagnostic } from '../../base/index.ts';
import { plainText } from '../../compose/index.ts';
import type { Question } from '../../model/index.ts';
import type { Check } from '../check.ts';
import { trimEnd } from '../../text/index.ts';

const { table, diagnostic } = defineCodes({
  'quiz/right-answers': {
    severity: 'warning',
    summary: 'A question has more than one right answer and does not say `type: multiple`.',
    why: 'It may be a slip: students who expect one right answer would find a second one unfair, and papers and learning platforms ask for all that are right.',
    mend: 'Write `type: multiple`, so that all right answers are to be chosen; or make all but one answer wrong.',
  },
  'quiz/few-answers': {
    severity: 'warning',
    summary: 'A question has fewer than three answers.',
    why: 'With two answers half of all guesses are right.',
    mend: 'Add a wrong answer that stands for a real misunderstanding.',
  },
  'quiz/no-explanation': {
    severity: 'info',
    summary: 'A question has no explanation.',
    why: 'Students learn from the reason, not from the letter.',
    mend: 'Write under `explanation` why the right answer is right and what makes the others attractive.',
  },
  'quiz/same-answers': {
    severity: 'warning',
    summary: 'Two answers of a question are the same.',
    why: 'One of them is wasted, and students look for a difference that is not there.',
    mend: 'Replace one of them.',
  },
});

function sameAnswers({ id, answers, places }: Question): readonly Diagnostic[] {
  const first = new Map<string, number>();
  return answers.flatMap(({ text }, i) => {
    const key = trimEnd(plainText(text).toLowerCase(), /[\s.]/);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, i);
      return [];
    }
    const at = places.value(`/answers/${i}/text`);
    const related = [{ at: places.value(`/answers/${before}/text`), message: 'The same answer stands here.' }];
    const help = ['Replace it with a mistake that students really make.'];
    return [diagnostic('quiz/same-answers', `Question "${id}" has the answer “${text}” twice.`, { at, related, help })];
  });
}

function flawsOf(question: Question): readonly Diagnostic[] {
  const { id, kind, answers, explanation, places } = question;
  const found: Diagnostic[] = [];
  const right = answers.filter((answer) => answer.correct).length;
  const isChosen = kind === 'multiple' && places.value('/type').start !== question.at.start;
  if (right > 1 && !isChosen) {
    const help = ['Write `type: multiple` when students choose several, or keep one `correct: true`.'];
    const at = places.value('/answers');
    found.push(diagnostic('quiz/right-answers', `Question "${id}" has ${right} right answers.`, { at, help }));
  }
  if (answers.length < 3 && (kind === 'single' || kind === 'multiple')) {
    const help = ['Add a mistake that students really make; `misconceptions` of the lesson may hold one.'];
    const at = places.value('/answers');
    found.push(diagnostic('quiz/few-answers', `Question "${id}" has ${answers.length} answers.`, { at, help }));
  }
  if (explanation === undefined) {
    const help = ['Add `explanation:` with one or two sentences.'];
    const at = places.value('/question');
    found.push(diagnostic('quiz/no-explanation', `Question "${id}" has no explanation.`, { at, help }));
  }
  return [...found, ...sameAnswers(question)];
}

export const questionsCheck: Check = {
  name: 'questions',
  codes: table,
  run: ({ lesson }) => lesson.quiz.flatMap(flawsOf),
};
