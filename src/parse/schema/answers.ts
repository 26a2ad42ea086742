import type { Diagnostic, Json } from '../../base/index.ts';
import { isObject, pointerStep } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';
import { asRecord } from './records.ts';
import { alsoKnownAs, isWordFor } from './synonyms.ts';
import type { Place } from './translate.ts';
import type { Holder } from './values.ts';
import { show } from './words.ts';

const names = new Set(
  'answer correct solution right key correct-answer correctanswer correct_answer lösung loesung richtig antwort juist antwoord réponse reponse correcta correcto respuesta solución solucion risposta corretta resposta correta gabarito odpowiedź oplossing bonne-réponse cevap yanıt doğru doğru-cevap odpověď správně řešení svar rätt riktigt riktig vastaus oikein ответ верно правильно відповідь απάντηση σωστό الجواب الإجابة תשובה נכון 答え 正解 答案 正确'.split(
    ' ',
  ),
);

/** Whether a key of a question tells which of its answers is right. */
export const tellsAnswer = (field: string): boolean => {
  if (names.has(field.toLowerCase()) || isWordFor(field, 'answer')) return true;
  // `correct option`, `správná odpověď`
  const words = field.split(/[ _-]/);
  return (
    words.length === 2 &&
    words.every((word) =>
      ['answer', 'answers', 'correct'].some((name) => isWordFor(word, name) || word.toLowerCase() === name),
    )
  );
};

/**
 * `correct: 2`, `answer: B` or `answer: Merge sort` beside the answers of a question: marks those answers as right.
 * @returns the finding that says which, or `undefined` when it is not plain which are meant.
 */
export function markAnswers(
  question: Holder,
  field: string,
  { places, pointer }: Place,
  path: string,
): readonly Diagnostic[] | undefined {
  const { answers } = question;
  if (!Array.isArray(answers)) return undefined;
  const records = answers.map((answer: Json) =>
    typeof answer === 'object' ? answer : asRecord(String(answer), { title: 'answer' }, {}),
  );
  const texts = records.map((record) =>
    isObject(record) && typeof record.text === 'string' ? record.text.trim() : '',
  );
  const meant = [question[field] ?? null].flat().map((one) => indexOf(one, texts));
  if (meant.length === 0 || meant.includes(-1)) return undefined;
  question.answers = records.map((record, i) =>
    meant.includes(i) && isObject(record) ? { ...record, correct: true } : (record ?? null),
  );
  Reflect.deleteProperty(question, field);
  const at = places.key(pointer + path + pointerStep(field));
  const which = meant.map((i) => `“${texts[i] ?? ''}”`).join(' and ');
  return [
    diagnostic('outline/read-as', `${show(field)} is read as: ${which} is right.`, {
      at,
      help: ['Write `correct: true` beside the right answer.'],
    }),
  ];
}

/** The place of an answer that is named by its number from 1, its letter, or its text; -1 when there is none. */
function indexOf(named: Json, texts: readonly string[]): number {
  const name = typeof named === 'object' ? '' : String(named).trim();
  const same = texts.findIndex((text) => text.toLowerCase() === name.toLowerCase());
  if (same >= 0) return same;
  const place = /^\d+$/.test(name) ? Number(name) - 1 : letterPlace(name);
  return place < texts.length ? place : -1;
}

/** The letters by which answers are named in one language or another, in order. */
const alphabets = [
  'abcdefgh',
  'أبجدهوزح',
  'ابجدهوزح',
  'אבגדהוזח',
  'αβγδεζηθ',
  'абвгдежз',
  '가나다라마바사아',
  'ㄱㄴㄷㄹㅁㅂㅅㅇ',
  '①②③④⑤⑥⑦⑧',
  '甲乙丙丁戊己庚辛',
  'アイウエオカキク',
  'กขคงจฉชซ',
];

/** The place of a letter in its alphabet: `B`, `b)`, `ب`; -1 for any other text. */
function letterPlace(name: string): number {
  const letter = name.endsWith(')') || name.endsWith('.') ? name.slice(0, -1) : name;
  if (letter.length !== 1) return -1;
  return Math.max(...alphabets.map((alphabet) => alphabet.indexOf(letter.toLowerCase())));
}

/** Whether a key belongs to a question: to its answers, to which of them is right, or to why. */
export const questionKeys = (key: string): boolean =>
  tellsAnswer(key) || alsoKnownAs(key, ['answers', 'explanation']) !== undefined;
