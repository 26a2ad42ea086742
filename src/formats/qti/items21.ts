import { choicesOf, escapeXml, writeGaps, type PlacedQuestion } from '../../questions/index.ts';
import type { Desk } from '../platforms/index.ts';

const space = 'http://www.imsglobal.org/xsd/imsqti_v2p1';
const rules = 'http://www.imsglobal.org/question/qti_v2p1/rptemplates';

interface Task {
  /** Declarations of responses. */
  readonly declared: string;
  readonly body: string;
  /** Rules for the score; those for one right response when absent. */
  readonly processing?: string;
}

const values = (all: readonly string[]): string => all.map((one) => `<value>${escapeXml(one)}</value>`).join('');

const declaration = (id: string, cardinality: string, type: string, right: readonly string[], mapping = ''): string =>
  `<responseDeclaration identifier="${id}" cardinality="${cardinality}" baseType="${type}"><correctResponse>${values(right)}</correctResponse>${mapping}</responseDeclaration>`;

/** Texts that count as right, in any case. */
const mapped = (accepted: readonly string[]): string =>
  `<mapping defaultValue="0">${[...new Set(accepted)].map((text) => `<mapEntry mapKey="${escapeXml(text)}" mappedValue="1" caseSensitive="false"/>`).join('')}</mapping>`;

/** One question as an item of QTI 2.1. */
export function item21(question: PlacedQuestion, desk: Desk, lang: string): string {
  const { declared, body, processing } = taskOf(question, desk);
  const { id, explanation } = question;
  const feedback =
    explanation === undefined
      ? ''
      : `\n<modalFeedback outcomeIdentifier="FEEDBACK" identifier="explanation" showHide="show"><div>${desk.html(explanation, question)}</div></modalFeedback>`;
  const outcome =
    explanation === undefined
      ? ''
      : '\n<outcomeDeclaration identifier="FEEDBACK" cardinality="single" baseType="identifier"><defaultValue><value>explanation</value></defaultValue></outcomeDeclaration>';
  return `<?xml version="1.0" encoding="UTF-8"?>
<assessmentItem xmlns="${space}" identifier="${/^[A-Za-z]/.test(id) ? id : `q${id}`}" title="${escapeXml(id)}" adaptive="false" timeDependent="false" xml:lang="${escapeXml(lang)}">
${declared}
<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>${outcome}
<itemBody><div>${body}</div></itemBody>
${processing ?? `<responseProcessing template="${rules}/match_correct"/>`}${feedback}
</assessmentItem>
`;
}

function taskOf(question: PlacedQuestion, desk: Desk): Task {
  const text = desk.html(question.question, question);
  const response = (cardinality: string, type: string, right: readonly string[], mapping?: string): string =>
    declaration('RESPONSE', cardinality, type, right, mapping);
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'true-false':
      return choiceTask(question, desk);
    case 'numeric': {
      const { value, tolerance, unit } = question.number;
      const equal = `<equal toleranceMode="absolute" tolerance="${tolerance} ${tolerance}"><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></equal>`;
      return {
        declared: response('single', 'float', [String(value)]),
        body: `${text}<p><textEntryInteraction responseIdentifier="RESPONSE" expectedLength="12"/>${unit === undefined ? '' : ` ${desk.inline(unit, question)}`}</p>`,
        processing: scored(equal),
      };
    }
    case 'short':
      return {
        declared: response('single', 'string', question.accepted.slice(0, 1), mapped(question.accepted)),
        body: `${text}<p><textEntryInteraction responseIdentifier="RESPONSE" expectedLength="20"/></p>`,
        processing: `<responseProcessing template="${rules}/map_response"/>`,
      };
    case 'matching': {
      const choices = choicesOf(question);
      const choice = (name: string, one: string, i: number): string =>
        `<simpleAssociableChoice identifier="${name}${i + 1}" matchMax="${name === 'L' ? 1 : question.pairs.length}">${desk.inline(one, question)}</simpleAssociableChoice>`;
      const right = question.pairs.map((pair, i) => `L${i + 1} R${choices.indexOf(pair.right) + 1}`);
      const sets = [
        question.pairs.map(({ left }, i) => choice('L', left, i)).join(''),
        choices.map((one, i) => choice('R', one, i)).join(''),
      ];
      return {
        declared: response('multiple', 'directedPair', right),
        body: `${text}<matchInteraction responseIdentifier="RESPONSE" shuffle="true" maxAssociations="${question.pairs.length}">${sets.map((set) => `<simpleMatchSet>${set}</simpleMatchSet>`).join('')}</matchInteraction>`,
      };
    }
    case 'ordering': {
      desk.tellSameItems(question);
      const items = question.order.map(
        (one, i) => `<simpleChoice identifier="O${i + 1}">${desk.inline(one, question)}</simpleChoice>`,
      );
      return {
        declared: response(
          'ordered',
          'identifier',
          question.order.map((_, i) => `O${i + 1}`),
        ),
        body: `${text}<orderInteraction responseIdentifier="RESPONSE" shuffle="true">${items.join('')}</orderInteraction>`,
      };
    }
    case 'cloze':
      return clozeTask(question, desk);
  }
}

type Choice = Extract<PlacedQuestion, { kind: 'single' | 'multiple' | 'true-false' }>;

function choiceTask(question: Choice, desk: Desk): Task {
  const right = question.answers.flatMap(({ correct }, i) => (correct ? [`A${i + 1}`] : []));
  const most = question.kind === 'multiple' ? 0 : 1;
  const choices = question.answers.map((answer, i) => {
    const said =
      answer.feedback === undefined
        ? ''
        : `<feedbackInline outcomeIdentifier="CHOSEN" identifier="A${i + 1}" showHide="show"> ${desk.inline(answer.feedback, question)}</feedbackInline>`;
    return `<simpleChoice identifier="A${i + 1}">${desk.inline(answer.text, question)}${said}</simpleChoice>`;
  });
  const hasFeedback = question.answers.some(({ feedback }) => feedback !== undefined);
  const shuffle = question.kind === 'true-false' ? 'false' : 'true';
  return {
    declared:
      declaration('RESPONSE', most === 1 ? 'single' : 'multiple', 'identifier', right) +
      (hasFeedback
        ? `<outcomeDeclaration identifier="CHOSEN" cardinality="${most === 1 ? 'single' : 'multiple'}" baseType="identifier"/>`
        : ''),
    body: `${desk.html(question.question, question)}<choiceInteraction responseIdentifier="RESPONSE" shuffle="${shuffle}" maxChoices="${most}">${choices.join('')}</choiceInteraction>`,
    ...(hasFeedback ? { processing: withChosen } : {}),
  };
}

function clozeTask(question: Extract<PlacedQuestion, { kind: 'cloze' }>, desk: Desk): Task {
  const { gaps } = question;
  const name = (i: number): string => `GAP${i + 1}`;
  const body = writeGaps(
    question,
    (marked) => desk.html(marked, question),
    (_, i) => `<textEntryInteraction responseIdentifier="${name(i)}" expectedLength="20"/>`,
  );
  const sum = gaps.map((_, i) => `<mapResponse identifier="${name(i)}"/>`).join('');
  return {
    declared: gaps
      .map((words, i) => declaration(name(i), 'single', 'string', words.slice(0, 1), mapped(words)))
      .join('\n'),
    body,
    processing: `<responseProcessing><setOutcomeValue identifier="SCORE"><divide><sum>${sum}</sum><baseValue baseType="float">${gaps.length}</baseValue></divide></setOutcomeValue></responseProcessing>`,
  };
}

const one = '<baseValue baseType="float">1</baseValue>';
const none = '<baseValue baseType="float">0</baseValue>';

const scored = (condition: string, more = ''): string =>
  `<responseProcessing>${more}<responseCondition><responseIf>${condition}<setOutcomeValue identifier="SCORE">${one}</setOutcomeValue></responseIf><responseElse><setOutcomeValue identifier="SCORE">${none}</setOutcomeValue></responseElse></responseCondition></responseProcessing>`;

/** Shows what is said of the choices that were made. */
const withChosen = scored(
  '<match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>',
  '<setOutcomeValue identifier="CHOSEN"><variable identifier="RESPONSE"/></setOutcomeValue>',
);
