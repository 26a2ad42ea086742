import { plainTitle } from '../../compose/index.ts';
import { escapeXml, lineOf, writeGaps, type PlacedQuestion } from '../../questions/index.ts';
import type { FormatInput } from '../format.ts';
import type { Desk } from '../platforms/index.ts';

/** Text in a CDATA section, which no text can end. */
const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** Parts of the whole that Moodle's reader takes; it refuses a question with any other. */
const parts = [
  1,
  0.9,
  5 / 6,
  0.8,
  0.75,
  0.7,
  2 / 3,
  0.6,
  0.5,
  0.4,
  1 / 3,
  0.3,
  0.25,
  0.2,
  1 / 6,
  1 / 7,
  1 / 8,
  1 / 9,
  0.1,
  0.05,
];

/** The nearest of these parts that is no larger, in percent with five digits at most. */
function fraction(share: number): string {
  const size = Math.abs(share);
  const known = size === 0 ? 0 : (parts.find((part) => part <= size + 1e-6) ?? 0.05);
  return String(Math.sign(share) * Number((100 * known).toFixed(5)));
}

/** `quiz.moodle.xml`: the questions for Moodle with pictures inside. */
export function moodleXml({ lesson }: FormatInput, desk: Desk): string {
  const category = `$course$/${plainTitle(lesson.title).replaceAll('/', '//')}`;
  const questions = desk.questions.map((question) => questionXml(question, desk));
  return `<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<question type="category"><category><text>${escapeXml(category)}</text></category></question>
${questions.join('\n')}
</quiz>
`;
}

const types = {
  single: 'multichoice',
  multiple: 'multichoice',
  'true-false': 'truefalse',
  numeric: 'numerical',
  matching: 'matching',
  ordering: 'ordering',
  short: 'shortanswer',
  cloze: 'cloze',
} as const;

/** A text of a question: HTML, with the pictures that it names. */
function field(name: string, html: string, desk: Desk, more = ''): string {
  const files = [...desk.pictures]
    .filter(([picture]) => html.includes(`@@PLUGINFILE@@/${picture}`))
    .map(
      ([picture, { bytes }]) =>
        `<file name="${picture}" path="/" encoding="base64">${Buffer.from(bytes).toString('base64')}</file>`,
    );
  return `<${name} format="html"${more}><text>${cdata(html)}</text>${files.join('')}`;
}

const closed = (name: string, html: string, desk: Desk): string => `${field(name, html, desk)}</${name}>`;

function questionXml(question: PlacedQuestion, desk: Desk): string {
  const { id, kind, points, explanation } = question;
  const unit = question.kind === 'numeric' ? question.number.unit : undefined;
  const told = unit === undefined ? '' : `<p>(${desk.inline(unit, question)})</p>`;
  const text = kind === 'cloze' ? clozeHtml(question, desk) : desk.html(question.question, question) + told;
  const title = Array.from(lineOf(question.question)).slice(0, 60).join('');
  if (kind === 'ordering')
    desk.tell('kit/other-kind', question, 'is of the type “ordering”, which Moodle has from version 4.4 on');
  return [
    `<question type="${types[kind]}">`,
    `<name><text>${escapeXml(`${id}: ${title}`)}</text></name>`,
    closed('questiontext', text, desk),
    closed('generalfeedback', explanation === undefined ? '' : desk.html(explanation, question), desk),
    ...(kind === 'cloze' ? [] : [`<defaultgrade>${points}</defaultgrade>`]),
    '<penalty>0.3333333</penalty><hidden>0</hidden>',
    `<idnumber>${escapeXml(id)}</idnumber>`,
    ...taskXml(question, desk),
    '</question>',
  ].join('\n');
}

/** A text with gaps in which Moodle's own signs stand for themselves. */
function clozeHtml(question: Extract<PlacedQuestion, { kind: 'cloze' }>, desk: Desk): string {
  const word = (text: string): string => text.replaceAll('*', '\\*').replace(/[\\}#~/"]/g, (sign) => `\\${sign}`);
  return writeGaps(
    question,
    (marked) => desk.html(marked, question).replace(/\{(?=\d*:)/g, '&#123;'),
    (accepted) => `{1:SHORTANSWER:${accepted.map((one) => `=${escapeXml(word(one))}`).join('~')}}`,
  );
}

function taskXml(question: PlacedQuestion, desk: Desk): readonly string[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return choiceXml(question, desk);
    case 'true-false': {
      return [true, false].map((value) => {
        const said = question.answers.find(({ correct }) => correct === (value === question.truth))?.feedback;
        return answerXml({ text: String(value), share: value === question.truth ? 1 : 0 }, said, {
          question,
          desk,
          plain: true,
        });
      });
    }
    case 'numeric': {
      const { value, tolerance, unit } = question.number;
      const answer = `<answer fraction="100" format="moodle_auto_format"><text>${value}</text><tolerance>${tolerance}</tolerance></answer>`;
      const units = `<units><unit><multiplier>1</multiplier><unit_name>${escapeXml(unit ?? '')}</unit_name></unit></units>`;
      return unit === undefined
        ? [answer]
        : [
            answer,
            units,
            '<unitgradingtype>0</unitgradingtype><unitpenalty>0.1</unitpenalty><showunits>0</showunits><unitsleft>0</unitsleft>',
          ];
    }
    case 'matching':
      return [
        '<shuffleanswers>true</shuffleanswers>',
        ...question.pairs.map(({ left, right }) => pairXml(desk.inline(left, question), right, desk)),
        ...question.distractors.map((text) => pairXml('', text, desk)),
      ];
    case 'ordering':
      desk.tellSameItems(question);
      return [
        '<layouttype>VERTICAL</layouttype><selecttype>ALL</selecttype><selectcount>0</selectcount><gradingtype>ABSOLUTE_POSITION</gradingtype><showgrading>SHOW</showgrading><numberingstyle>none</numberingstyle>',
        ...question.order.map(
          (item, i) => `${field('answer', desk.inline(item, question), desk, ` fraction="${i + 1}"`)}</answer>`,
        ),
      ];
    case 'short':
      return [
        '<usecase>0</usecase>',
        ...question.accepted.map((text) =>
          answerXml({ text: text.replaceAll('*', '\\*'), share: 1 }, undefined, { question, desk, plain: true }),
        ),
      ];
    case 'cloze':
      return [];
  }
}

const pairXml = (left: string, right: string, desk: Desk): string =>
  `${field('subquestion', left, desk)}<answer><text>${escapeXml(lineOf(right))}</text></answer></subquestion>`;

function choiceXml(question: PlacedQuestion, desk: Desk): readonly string[] {
  const { answers, kind } = question;
  const right = answers.filter(({ correct }) => correct).length;
  return [
    `<single>${kind === 'single'}</single><shuffleanswers>true</shuffleanswers><answernumbering>abc</answernumbering>`,
    ...answers.map(({ text, correct, feedback }) => {
      const share = correct ? 1 / right : kind === 'single' ? 0 : -1 / (answers.length - right);
      return answerXml({ text: desk.inline(text, question), share }, feedback, { question, desk, plain: false });
    }),
  ];
}

function answerXml(
  { text, share }: { readonly text: string; readonly share: number },
  feedback: string | undefined,
  { question, desk, plain }: { readonly question: PlacedQuestion; readonly desk: Desk; readonly plain: boolean },
): string {
  const said = feedback === undefined ? '' : closed('feedback', desk.inline(feedback, question), desk);
  return plain
    ? `<answer fraction="${fraction(share)}" format="moodle_auto_format"><text>${escapeXml(text)}</text>${said}</answer>`
    : `${field('answer', text, desk, ` fraction="${fraction(share)}"`)}${said}</answer>`;
}
