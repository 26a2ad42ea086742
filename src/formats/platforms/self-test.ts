import { plainTitle } from '../../compose/index.ts';
import type { Diagnostic } from '../../base/index.ts';
import { tokensOf } from '../../documents/index.ts';
import { writesPoint } from '../../parse/index.ts';
import { escapeXml } from '../../questions/index.ts';
import { isRightToLeft } from '../../text/index.ts';
import type { FormatInput } from '../format.ts';
import { deskOf } from '../pdf/index.ts';
import { embedded, mathDesk } from './math-desk.ts';
import { askedHtml } from './self-test-fields.ts';
import { testScript } from './self-test-script.ts';
import { testStyle } from './self-test-style.ts';

/** A page with the questions to try, which marks itself. */
export interface SelfTest {
  readonly title: string;
  readonly bytes: Uint8Array;
  /** How many questions it asks. */
  readonly count: number;
  /** What the page cannot show of the questions. */
  readonly findings: readonly Diagnostic[];
}

/** Where the page stands, and what it says around the questions. */
interface Frame {
  /** The file that holds it, for findings. */
  readonly file: string;
  /** HTML before the questions. */
  readonly before?: string;
  /** A script that hears of the score, as `window.lecternScore(share, isDone)`. */
  readonly script?: string;
}

/** A page that asks the questions of the lesson, shows what is right and explains it; it needs nothing else. */
export function selfTest(input: FormatInput, { file, before = '', script = '' }: Frame): SelfTest {
  const { lesson, composition } = input;
  const { words } = composition;
  const desk = mathDesk(input, file);
  const word = (key: string): string => words[`documents/${key}`] ?? key;
  const title = `${word('quiz')}: ${plainTitle(lesson.title)}`;
  const questions = desk.questions.map((question) => askedHtml(question, { desk, words, lang: lesson.lang }));
  const data = { right: word('isRight'), wrong: word('isWrong'), score: word('score') };
  const written = Object.entries(data).map(([name, text]) => ` data-${name}="${escapeXml(text)}"`);
  const asked =
    questions.length === 0
      ? ''
      : `<main data-point="${writesPoint(lesson.lang)}"${written.join('')}>
<h1 tabindex="-1">${escapeXml(title)}</h1>
${questions.join('\n')}
<p class="score" role="status"></p>
<p><button type="button" class="again" hidden>${escapeXml(word('again'))}</button></p>
</main>`;
  const body = `${before}\n${asked}`;
  const html = `<!doctype html>
<html lang="${escapeXml(lesson.lang)}" dir="${isRightToLeft(lesson.lang) ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Lectern">
<title>${escapeXml(title)}</title>
<style>${fontsOf(input, body)}:root{${tokensOf(composition.css, new Set(['print'])).replaceAll('</', '<\\/')}}
${testStyle}</style>
</head>
<body>
${body}
<script>${script}${questions.length === 0 ? '' : testScript}</script>
</body>
</html>
`;
  return { title, bytes: Buffer.from(embedded(html, desk)), count: questions.length, findings: desk.findings };
}

/** The theme's fonts. */
const fontsOf = (input: FormatInput, html: string): string => deskOf(input).fonts(html, '').replaceAll('</', '<\\/');
