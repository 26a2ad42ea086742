import type { Diagnostic, Span } from '../base/index.ts';
import { composeDiagnostic } from './codes.ts';
import type { TextProblem } from './text/index.ts';

/** What is said of a mark, and what to write instead. */
interface Advice {
  readonly message: (text: string) => string;
  readonly help: (text: string) => readonly string[];
}

const asWritten =
  (what: string) =>
  (text: string): string =>
    `${what} \`${text}\` is shown as it is written.`;
const label = (text: string): string => /^\[\^?([^\]]*)\]/.exec(text)?.[1] ?? text;
const sign = 'If the signs are meant as they are, put them between backticks.';

/** What stands in the place of elements of HTML. */
const insteadOfTag: Readonly<Record<string, string>> = {
  a: 'Write a link as `[text](https://address)`.',
  img: 'Write a picture as `![what it shows](images/name.png)`, or use a layout with a picture.',
  font: 'Use `**bold**`, `*italic*` or `==marked==`; colours are the theme’s.',
  center: 'Leave it out: where text stands is the layout’s.',
  div: 'Leave it out: where text stands is the layout’s. For columns use the layout `two-columns`.',
  table: 'Write a table as `| a | b |` with a line `|---|---|` below its head, or use the layout `table`.',
  ul: 'Write a list as lines that begin with `- `.',
  ol: 'Write a list as lines that begin with `1. `.',
  li: 'Write a list as lines that begin with `- `.',
  p: 'Leave an empty line between paragraphs.',
  hr: 'Write `---` between empty lines.',
  pre: 'Put code between lines of three backticks.',
  details: 'Put what is to be shown later on a slide of its own, or use `steps: true`.',
  summary: 'Put what is to be shown later on a slide of its own, or use `steps: true`.',
  style: 'Put style into the file named by `presentation: { css: … }`.',
  iframe: 'Write a link as `[text](https://address)`: a deck holds nothing that is loaded.',
  video: 'Write a link as `[text](https://address)`: a deck holds nothing that is loaded.',
  h1: 'Put it into `title`.',
  h2: 'Put it into `title`, or write `**words**`.',
  h3: 'Write `**words**`.',
};

const tagName = (text: string): string => /^<\/?([a-z0-9]+)/i.exec(text)?.[1]?.toLowerCase() ?? '';

const advice: Readonly<Record<TextProblem['kind'], Advice>> = {
  footnote: {
    message: (text) => `The footnote ${text} has no text, so its mark is shown as it is written.`,
    help: (text) => [
      `Write \`${text}: The text of the note.\` in a line of its own, after an empty line in the same field.`,
      'Or write the note where its mark stands: `^[The text of the note.]`.',
    ],
  },
  'reference-link': {
    message: asWritten('No address is given for the link'),
    help: (text) => {
      const name = /\]\[([^\]]*)\]$/.exec(text)?.[1] ?? '';
      return [
        `Add a line \`[${name}]: https://address\` to the same field, or write \`[${label(text)}](https://address)\`.`,
        sign,
      ];
    },
  },
  citation: {
    message: asWritten('The citation'),
    help: () => ['Put the work into `references` of the lesson and its id into `cites` of the slide.', sign],
  },
  wiki: {
    message: asWritten('The link'),
    help: (text) => [
      `Write \`[${text.slice(2, -2)}](#slide-id)\` or \`[${text.slice(2, -2)}](https://address)\`.`,
      sign,
    ],
  },
  callout: {
    message: asWritten('The mark of a call-out'),
    help: () => [
      'Put it at the head of a quotation in a text of several lines: `> [!NOTE]`, with NOTE, TIP, WARNING or DANGER; or use the field `callout`.',
    ],
  },
  contents: {
    message: asWritten('The mark for a table of contents'),
    help: () => ['Add a slide with `layout: agenda`: it lists the sections by itself.'],
  },
  div: {
    message: asWritten('The fence of a block'),
    help: () => ['Leave it out. For columns use the layout `two-columns`, for a call-out the layout `statement`.'],
  },
  attributes: {
    message: asWritten('The attribute'),
    help: () => [
      'Leave it out: sizes and colours are the layout’s. The language of words is written `[words]{lang=en}`.',
      sign,
    ],
  },
  command: {
    message: asWritten('The command of LaTeX'),
    help: (text) => [
      /^\\(?:textbf|emph|textit|underline|texttt)/.test(text)
        ? 'Write `**bold**`, `*italic*`, `[underlined]{.underline}` or code between backticks.'
        : /^\\(?:cite|parencite|textcite|ref|label)/.test(text)
          ? 'Put the work into `references` of the lesson and its id into `cites` of the slide.'
          : `Write a formula between dollar signs: \`$${text}$\`.`,
      sign,
    ],
  },
  emoji: {
    message: (text) => `There is no emoji named \`${text}\`: the name is shown as it is written.`,
    help: () => ['Write the emoji itself, or its name as on GitHub: `:bulb:`, `:warning:`, `:+1:`.', sign],
  },
  formula: {
    message: () => 'A formula is opened with `$$` and not closed: its source is shown.',
    help: () => ['Close it with `$$`. A formula holds no empty line.'],
  },
  comment: {
    message: () => 'A comment is opened with `<!--` and not closed: it is shown to the audience.',
    help: () => ['Close it with `-->`, or put the words into `notes`.'],
  },
  tag: {
    message: (text) => `The HTML \`${text}\` is shown as it is written: text is Markdown.`,
    help: (text) => [insteadOfTag[tagName(text)] ?? 'Write it in Markdown, or leave it out.', sign],
  },
  'stray-tag': {
    message: (text) => `The tag \`${text}\` has no partner in its paragraph and is left out.`,
    help: (text) => [`Write both: \`<${tagName(text)}>words</${tagName(text)}>\`, within one paragraph.`],
  },
  attribute: {
    message: (text) => `The attribute \`${text}\` is left out: it has no meaning here.`,
    help: () => ['Colours and sizes are the theme’s. What is known: `lang=en`, `.mark`, `.underline`, `.kbd`.'],
  },
  directive: {
    message: (text) => `The directive of Marp \`${text.trim().split('\n')[0] ?? ''}\` has no effect here.`,
    help: () => [
      'Choose a layout for the slide; the look of all slides stands in `presentation` (theme, variant, footer, size).',
    ],
  },
  link: {
    message: (text) => `A link leads to \`${text}\`, which no slide can reach: its words are shown without it.`,
    help: () => [
      'Links may lead to `https:`, `mailto:`, `tel:`, to a slide (`#slide-id`) or to a file in the folder of the lesson (`files/handout.pdf`).',
    ],
  },
  unused: {
    message: (text) => `Nothing in this text refers to \`${text}\`, so that line is shown nowhere.`,
    help: (text) => [
      `Refer to it in the text: \`${text.startsWith('[^') ? `[^${label(text)}]` : `[words][${label(text)}]`}\`.`,
      'If the line is meant as text, write `\\[` for its first bracket.',
    ],
  },
  'marp-picture': {
    message: (text) =>
      `The words in \`${text}\` are read as what the picture shows; as sizes and places of Marp they have no effect.`,
    help: () => [
      'Write what the picture shows between the brackets. For a picture on the whole slide use the layout `full-bleed`, beside text `image`.',
    ],
  },
};

/** The finding about a mark that is not shown as it is meant. */
export function textProblem({ kind, text }: TextProblem, at: Span): Diagnostic {
  const { message, help } = advice[kind];
  return composeDiagnostic('text/markup', message(text), { at, help: help(text) });
}
