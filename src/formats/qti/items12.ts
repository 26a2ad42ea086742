import { escapeXml, type PlacedQuestion } from '../../questions/index.ts';
import { partsOf, type Desk, type Part } from '../platforms/index.ts';

/** One item of QTI 1.2 in the profile of Common Cartridge. */
interface Item {
  readonly id: string;
  readonly profile: 'multiple_choice' | 'multiple_response' | 'true_false' | 'fib';
  /** XHTML. */
  readonly text: string;
  readonly options: readonly { readonly text: string; readonly right: boolean; readonly feedback?: string }[];
  readonly accepted: readonly string[];
  readonly general?: string;
  /** What it counts for, where that is not one. */
  readonly points: number;
}

const html = (text: string): string => `<mattext texttype="text/html">${escapeXml(text)}</mattext>`;
const letter = (i: number): string => `A${i + 1}`;
const meta = (label: string, entry: string): string =>
  `<qtimetadatafield><fieldlabel>${label}</fieldlabel><fieldentry>${entry}</fieldentry></qtimetadatafield>`;

/** The quiz as QTI 1.2: what Canvas, Blackboard and Brightspace read from a cartridge. */
export function assessment12(title: string, desk: Desk): string {
  const items = desk.questions.flatMap((question) => itemsOf(question, desk));
  return `<?xml version="1.0" encoding="UTF-8"?>
<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">
<assessment ident="quiz" title="${escapeXml(title)}">
<qtimetadata>${meta('cc_profile', 'cc.exam.v0p1')}${meta('qmd_assessmenttype', 'Examination')}</qtimetadata>
<section ident="questions">
${items.map(itemXml).join('\n')}
</section>
</assessment>
</questestinterop>
`;
}

function itemsOf(question: PlacedQuestion, desk: Desk): readonly Item[] {
  const { id, kind } = question;
  const general = question.explanation === undefined ? {} : { general: desk.html(question.explanation, question) };
  const base = {
    id,
    text: desk.html(question.question, question),
    options: [],
    accepted: [],
    points: question.points,
    ...general,
  };
  switch (kind) {
    case 'single':
    case 'multiple':
    case 'true-false': {
      const options = question.answers.map(({ text, correct, feedback }) => ({
        text: desk.inline(text, question),
        right: correct,
        ...(feedback === undefined ? {} : { feedback: desk.inline(feedback, question) }),
      }));
      const profile = kind === 'single' ? 'multiple_choice' : kind === 'multiple' ? 'multiple_response' : 'true_false';
      return [{ ...base, profile, options }];
    }
    case 'short':
      return [{ ...base, profile: 'fib', accepted: question.accepted }];
    case 'numeric': {
      const { value, written, tolerance, unit } = question.number;
      if (tolerance > 0)
        desk.tell(
          'kit/not-carried',
          question,
          'accepts the number alone: a cartridge has no place for how far off it may be',
        );
      const text = unit === undefined ? base.text : `${base.text}<p>(${desk.inline(unit, question)})</p>`;
      return [{ ...base, profile: 'fib', text, accepted: [...new Set([String(value), written])] }];
    }
    default: {
      const parts = partsOf(question);
      if (parts.length > 1)
        desk.tell('kit/other-kind', question, `is ${parts.length} questions, as a cartridge has none of its kind`);
      return parts.map((part, i) =>
        partItem(part, { ...base, id: parts.length === 1 ? id : `${id}-${i + 1}` }, question, desk),
      );
    }
  }
}

function partItem(part: Part, base: Omit<Item, 'profile'>, question: PlacedQuestion, desk: Desk): Item {
  const text = desk.html(part.text, question);
  if (part.kind === 'word') return { ...base, text, profile: 'fib', accepted: part.accepted };
  const options = part.options.map((option, i) => ({ text: desk.inline(option, question), right: i === part.right }));
  return { ...base, text, profile: 'multiple_choice', options };
}

function itemXml(item: Item): string {
  const { id, profile, text, points } = item;
  return `<item ident="${escapeXml(id)}" title="${escapeXml(id)}">
<itemmetadata><qtimetadata>${meta('cc_profile', `cc.${profile}.v0p1`)}${points === 1 ? '' : meta('cc_weighting', String(points))}</qtimetadata></itemmetadata>
<presentation><material>${html(text)}</material>${responseXml(item)}</presentation>
<resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>
${conditionsXml(item)}</resprocessing>${feedbackXml(item)}
</item>`;
}

function responseXml({ profile, options }: Item): string {
  if (profile === 'fib') return '<response_str ident="response" rcardinality="Single"><render_fib/></response_str>';
  const labels = options.map(
    ({ text }, i) => `<response_label ident="${letter(i)}"><material>${html(text)}</material></response_label>`,
  );
  const cardinality = profile === 'multiple_response' ? 'Multiple' : 'Single';
  return `<response_lid ident="response" rcardinality="${cardinality}"><render_choice>${labels.join('')}</render_choice></response_lid>`;
}

const equal = (value: string, more = ''): string =>
  `<varequal respident="response"${more}>${escapeXml(value)}</varequal>`;
const shown = (ref: string): string => `<displayfeedback feedbacktype="Response" linkrefid="${ref}"/>`;

/** Which feedback is shown, then the score: the first condition that ends the processing is the last that is looked at. */
function conditionsXml(item: Item): string {
  const { profile, options, accepted, general } = item;
  const always =
    general === undefined
      ? ''
      : `<respcondition continue="Yes"><conditionvar><other/></conditionvar>${shown('general_fb')}</respcondition>\n`;
  const own = options
    .map(({ feedback }, i) =>
      feedback === undefined
        ? ''
        : `<respcondition continue="Yes"><conditionvar>${equal(letter(i))}</conditionvar>${shown(`${letter(i)}_fb`)}</respcondition>\n`,
    )
    .join('');
  const right =
    profile === 'fib'
      ? accepted.map((text) => equal(text, ' case="No"')).join('')
      : profile === 'multiple_response'
        ? `<and>${options.map((option, i) => (option.right ? equal(letter(i)) : `<not>${equal(letter(i))}</not>`)).join('')}</and>`
        : options.map((option, i) => (option.right ? equal(letter(i)) : '')).join('');
  return `${always}${own}<respcondition continue="No"><conditionvar>${right}</conditionvar><setvar action="Set" varname="SCORE">100</setvar></respcondition>
`;
}

function feedbackXml({ options, general }: Item): string {
  const one = (ident: string, text: string): string =>
    `\n<itemfeedback ident="${ident}"><flow_mat><material>${html(text)}</material></flow_mat></itemfeedback>`;
  return [
    ...(general === undefined ? [] : [one('general_fb', general)]),
    ...options.flatMap(({ feedback }, i) => (feedback === undefined ? [] : [one(`${letter(i)}_fb`, feedback)])),
  ].join('');
}
