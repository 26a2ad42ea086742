import { plainTitle } from '../../compose/index.ts';
import { pageWords } from '../../parse/index.ts';
import { answerLetter } from '../../base/index.ts';
import { choicesOf, escapeXml, mixedOrder, type PlacedQuestion } from '../../questions/index.ts';
import { readableTex } from '../../text/index.ts';
import type { FormatInput } from '../format.ts';
import { Desk } from './desk.ts';
import { testScript } from './self-test-script.ts';
import { testStyle } from './self-test-style.ts';

/** A page with the questions to try, which marks itself. */
export interface SelfTest {
  readonly title: string;
  readonly bytes: Uint8Array;
}

/** What the page says around the questions. */
interface Frame {
  /** HTML before the questions. */
  readonly before?: string;
  /** A script that hears of the score, as `window.lecternScore(share)`. */
  readonly script?: string;
}

/** A page that asks the questions of the lesson and explains each answer; it needs nothing else. */
export function selfTest(input: FormatInput, { before = '', script = '' }: Frame = {}): SelfTest {
  const { lesson, composition } = input;
  const desk = new Desk(input, 'self-test.html', (name) => `data:${name}`);
  const { words } = pageWords(composition.words, 'selftest');
  const title = `${words.title}: ${plainTitle(lesson.title)}`;
  const questions = desk.questions.map((question) => fieldset(question, desk, lesson.lang));
  const html = `<!doctype html>
<html lang="${escapeXml(lesson.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Lectern">
<title>${escapeXml(title)}</title>
<style>${testStyle}</style>
</head>
<body>
${before}
<main>
<h1>${escapeXml(title)}</h1>
<form data-right="${escapeXml(words.right)}" data-wrong="${escapeXml(words.wrong)}" data-score="${escapeXml(words.score)}">
${questions.join('\n')}
<p><button type="submit">${escapeXml(words.check)}</button></p>
<p class="score" role="status"></p>
</form>
</main>
<script>${script}${testScript}</script>
</body>
</html>
`;
  return { title, bytes: Buffer.from(embedded(html, desk)) };
}

/** Pictures stand in the page. */
function embedded(html: string, desk: Desk): string {
  let page = html;
  for (const [name, { bytes, mediaType }] of desk.pictures)
    page = page.replaceAll(`data:${name}`, `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`);
  return page;
}

/** Formulas as plain signs: a page without fonts shows no others. */
function readable(html: string): string {
  const missing = new Set<string>();
  let written = '';
  let at = 0;
  for (const { 0: open, index } of html.matchAll(/\\[([]/g)) {
    if (index < at) continue;
    const close = open === '\\(' ? '\\)' : '\\]';
    const end = missing.has(close) ? -1 : html.indexOf(close, index + 2);
    // Looked for once: a page full of opening brackets takes no longer.
    if (end < 0) missing.add(close);
    else {
      written += html.slice(at, index) + readableTex(html.slice(index + 2, end));
      at = end + 2;
    }
  }
  return written + html.slice(at);
}

const json = (value: unknown): string => escapeXml(JSON.stringify(value));

function fieldset(question: PlacedQuestion, desk: Desk, lang: string): string {
  const { id, points, explanation } = question;
  const asked = readable(question.kind === 'cloze' ? gaps(question, desk) : desk.html(question.question, question));
  const why =
    explanation === undefined ? '' : `<div class="why" hidden>${readable(desk.html(explanation, question))}</div>`;
  return `<fieldset data-points="${points}" aria-labelledby="t-${escapeXml(id)}">
<div class="asked" id="t-${escapeXml(id)}">${asked}</div>
${readable(controls(question, desk, lang))}
<p class="verdict" hidden></p>${why}
</fieldset>`;
}

function controls(question: PlacedQuestion, desk: Desk, lang: string): string {
  const { id } = question;
  const field = (right: string, label: string): string =>
    `<input type="text" autocomplete="off" aria-label="${escapeXml(label)}" ${right}>`;
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'true-false': {
      const type = question.kind === 'multiple' ? 'checkbox' : 'radio';
      return question.answers
        .map((answer) => {
          const said =
            answer.feedback === undefined
              ? ''
              : `<span class="said" hidden>${desk.inline(answer.feedback, question)}</span>`;
          return `<label><input type="${type}" name="${escapeXml(id)}" data-correct="${answer.correct}"> <span>${desk.inline(answer.text, question)}</span> ${said}</label>`;
        })
        .join('\n');
    }
    case 'numeric': {
      const { value, tolerance, unit } = question.number;
      return `<p>${field(`inputmode="decimal" data-value="${value}" data-tolerance="${tolerance}"`, question.question)} ${unit === undefined ? '' : desk.inline(unit, question)}</p>`;
    }
    case 'short':
      return `<p>${field(`data-accept="${json(question.accepted)}"`, question.question)}</p>`;
    case 'matching': {
      const choices = choicesOf(question);
      const options = choices.map((_, i) => `<option>${answerLetter(i, lang)}</option>`).join('');
      const legend = choices
        .map((text, i) => `<li>${answerLetter(i, lang)}. ${desk.inline(text, question)}</li>`)
        .join('');
      const rows = question.pairs.map(
        ({ left, right }) =>
          `<label>${desk.inline(left, question)} <select data-accept="${json([answerLetter(choices.indexOf(right), lang)])}"><option></option>${options}</select></label>`,
      );
      return `<ul class="choices">${legend}</ul>${rows.join('\n')}`;
    }
    case 'ordering': {
      const options = question.order.map((_, i) => `<option>${i + 1}</option>`).join('');
      return mixedOrder(question)
        .map(
          (text) =>
            `<label><select data-accept="${json([String(question.order.indexOf(text) + 1)])}"><option></option>${options}</select> ${desk.inline(text, question)}</label>`,
        )
        .join('\n');
    }
    case 'cloze':
      return '';
  }
}

/** A text with a field for each gap. */
function gaps(question: Extract<PlacedQuestion, { kind: 'cloze' }>, desk: Desk): string {
  const place = (i: number): string => String.fromCodePoint(0xf_0000 + i);
  const marked = question.parts.map((part, i) => part + (i < question.gaps.length ? place(i) : '')).join('');
  return desk.html(marked, question).replace(/[\u{f0000}-\u{f0fff}]/gu, (sign) => {
    const i = (sign.codePointAt(0) ?? 0) - 0xf_0000;
    return `<input type="text" autocomplete="off" aria-label="${i + 1}" data-accept="${json(question.gaps[i] ?? [])}">`;
  });
}
