import { answerLetter } from '../../base/index.ts';
import {
  choicesOf,
  escapeXml,
  lineOf,
  mixedOrder,
  numberText,
  writeGaps,
  type PlacedQuestion,
} from '../../questions/index.ts';
import type { Desk } from './desk.ts';

/** What questions of one page are written with. */
interface Asking {
  readonly desk: Desk;
  readonly words: Readonly<Record<string, string>>;
  readonly lang: string;
}

const json = (value: unknown): string => escapeXml(JSON.stringify(value));

/** What is right, seen after the question has been checked. */
const key = (html: string, isLong = false): string =>
  `<span class="key${isLong ? ' long' : ''}" hidden>✓ ${html}</span>`;

/** A question with what one answers by, what is right, and why. */
export function askedHtml(question: PlacedQuestion, asking: Asking): string {
  const { id, points, explanation, kind, position } = question;
  const { desk, words } = asking;
  const label = `t-${escapeXml(id)}`;
  const asked = kind === 'cloze' ? gaps(question, asking) : desk.html(question.question, question);
  const several = kind === 'multiple' ? `<p class="hint">${escapeXml(words.several ?? '')}</p>` : '';
  const why = explanation === undefined ? '' : `<div class="why" hidden>${desk.html(explanation, question)}</div>`;
  const order =
    kind === 'ordering' ? ` data-order="${json(question.order.map((text) => itemOf(question, text)))}"` : '';
  return `<form data-points="${points}"${order} aria-labelledby="n-${escapeXml(id)} ${label}" autocomplete="off">
<p class="number" id="n-${escapeXml(id)}">${position}</p>
<div class="asked" id="${label}">${asked}</div>
${several}${controls(question, asking)}
<p class="verdict" tabindex="-1"></p>${why}
<button type="submit">${escapeXml(words['documents/check'] ?? '')}</button>
</form>`;
}

/** Items with the same words are the same item. */
const itemOf = ({ order }: { readonly order: readonly string[] }, text: string): number => order.indexOf(text);

const textField = (data: string, label: string): string =>
  `<input type="text" aria-label="${escapeXml(label)}" autocapitalize="off" spellcheck="false" ${data}>`;

function controls(question: PlacedQuestion, asking: Asking): string {
  const { desk, lang } = asking;
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'true-false':
      return choices(question, asking);
    case 'numeric': {
      const { value, tolerance, unit } = question.number;
      const told = unit === undefined ? '' : ` data-unit="${escapeXml(lineOf(unit))}"`;
      const data = `inputmode="text" data-value="${value}" data-tolerance="${tolerance}"${told}`;
      const shown = unit === undefined ? '' : ` ${desk.inline(unit, question)}`;
      return `<p>${textField(data, lineOf(question.question))}${shown} ${key(escapeXml(numberText(question)))}</p>`;
    }
    case 'short': {
      const [first = ''] = question.accepted;
      const data = `data-accept="${json(question.accepted)}"`;
      return `<p>${textField(data, lineOf(question.question))} ${key(escapeXml(first), true)}</p>`;
    }
    case 'matching': {
      const offered = choicesOf(question);
      const letters = offered.map((_, i) => answerLetter(i, lang));
      const options = letters.map((letter) => `<option>${letter}</option>`).join('');
      const legend = offered.map((text, i) => `<li>${letters[i] ?? ''}. ${desk.inline(text, question)}</li>`).join('');
      const rows = question.pairs.map(({ left, right }) => {
        const letter = letters[offered.indexOf(right)] ?? '';
        return `<label><span>${desk.inline(left, question)}</span> <select data-accept="${json([letter])}"><option></option>${options}</select> ${key(letter)}</label>`;
      });
      return `<ul class="choices">${legend}</ul>${rows.join('\n')}`;
    }
    case 'ordering': {
      const options = question.order.map((_, i) => `<option>${i + 1}</option>`).join('');
      const rows = mixedOrder(question).map((text) => {
        const places = question.order.flatMap((item, i) => (item === text ? [i + 1] : []));
        return `<label><span>${desk.inline(text, question)}</span> <select data-item="${itemOf(question, text)}"><option></option>${options}</select> ${key(places.join(' / '))}</label>`;
      });
      return rows.join('\n');
    }
    case 'cloze':
      return '';
  }
}

type Choice = Extract<PlacedQuestion, { kind: 'single' | 'multiple' | 'true-false' }>;

function choices(question: Choice, { desk, words }: Asking): string {
  const { id, kind, answers } = question;
  const type = kind === 'multiple' ? 'checkbox' : 'radio';
  const rows = answers.map(({ text, correct, feedback }) => {
    const said = feedback === undefined ? '' : `<span class="said" hidden>${desk.inline(feedback, question)}</span>`;
    const right = correct ? key(escapeXml(words['documents/isRight'] ?? '')) : '';
    return `<label><input type="${type}" name="${escapeXml(id)}" data-correct="${correct}"> <span>${desk.inline(text, question)}</span> ${right}${said}</label>`;
  });
  return rows.join('\n');
}

/** A text with a field for each gap. */
const gaps = (question: Extract<PlacedQuestion, { kind: 'cloze' }>, { desk }: Asking): string =>
  writeGaps(
    question,
    (marked) => desk.html(marked, question),
    (right, i) => `${textField(`data-accept="${json(right)}"`, String(i + 1))} ${key(escapeXml(right[0] ?? ''))}`,
  );
