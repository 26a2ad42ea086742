import { calloutOf, expandTex, markdownReader, sayFormulas, type SpeechWords } from '../text/index.ts';

/** Sets a formula as MathML; `undefined` when it cannot be set. */
type SetFormula = (tex: string, display: boolean) => string | undefined;

type Reader = ReturnType<typeof markdownReader>;
type Rule = NonNullable<Reader['renderer']['rules'][string]>;

/** What writing needs of one deck; markdown-it hands it to each rule. */
interface Env {
  readonly set: SetFormula;
  readonly words: SpeechWords;
}

const mayHoldFormula = /[$\\]/;

let reader: Reader | undefined;

/**
 * Reads notes as every other text of a lesson is read, so that a mark means the same on the slide and in its notes. HTML
 * in them is text, and so is a picture: it could be anywhere. What a slide would report and leave out stays as written.
 */
function notesReader(): Reader {
  const made = markdownReader();
  const text = made.utils.escapeHtml;
  const asWritten: Rule = (tokens, i) => text(tokens[i]?.content ?? '');
  const script: Rule = (tokens, i) =>
    `<${tokens[i]?.tag ?? ''}>${text(tokens[i]?.content ?? '')}</${tokens[i]?.tag ?? ''}>`;
  const formula: Rule = (tokens, i, _, env: Env) => {
    const { content = '', type } = tokens[i] ?? {};
    const display = type !== 'math_inline';
    const math = env.set(content, display) ?? `<code>${text(content)}</code>`;
    return type === 'math_block' ? `<p>${math}</p>\n` : math;
  };
  const footnoteNumber: Rule = (tokens, i) => {
    const { id = 0 } = (tokens[i]?.meta ?? {}) as { readonly id?: number };
    return `<sup>[${id + 1}]</sup>`;
  };
  Object.assign(made.renderer.rules, {
    image: asWritten,
    comment: asWritten,
    foreign_tag: asWritten,
    stray_tag: asWritten,
    raw_mark: () => '',
    task: (tokens, i) => `${asWritten(tokens, i, {}, {}, made.renderer)} `,
    sub: script,
    sup: script,
    math_inline: formula,
    math_display: formula,
    math_block: formula,
    // An address within the page is a slide for the player: footnotes have numbers and no links.
    footnote_ref: footnoteNumber,
    footnote_block_open: () => '<hr>\n<ol>\n',
    footnote_block_close: () => '</ol>\n',
    footnote_open: () => '<li>',
    footnote_close: () => '</li>\n',
    footnote_anchor: () => '',
    blockquote_open: (tokens, i, _, env: Env) => {
      const kind = calloutOf(tokens[i]);
      return kind === undefined
        ? '<blockquote>\n'
        : `<blockquote>\n<p><strong>${text(env.words(`callout-${kind}`) ?? kind)}</strong></p>\n`;
    },
  } satisfies Record<string, Rule>);
  return made;
}

/** KaTeX as a maker of MathML without its own wrapping: it needs neither its fonts nor its style sheet. */
async function formulaSetter(words: SpeechWords): Promise<SetFormula> {
  const { default: katex } = await import('katex');
  return (tex, display) => {
    try {
      const html = katex.renderToString(expandTex(tex), {
        throwOnError: true,
        strict: 'ignore',
        displayMode: display,
        output: 'mathml',
      });
      const [from, end] = [html.indexOf('<math'), html.lastIndexOf('</math>')];
      if (from < 0 || end < from) return undefined;
      return sayFormulas(withoutTex(html.slice(from, end + '</math>'.length)), words);
    } catch {
      return undefined;
    }
  };
}

/** KaTeX notes the TeX in one annotation, which would be read as part of the formula. */
function withoutTex(math: string): string {
  const [from, end] = [math.indexOf('<annotation'), math.lastIndexOf('</annotation>')];
  return from < 0 || end < from ? math : math.slice(0, from) + math.slice(end + '</annotation>'.length);
}

/**
 * A writer of notes as HTML for the player and the reading view.
 * @param all the notes of the deck: KaTeX is loaded only when one may hold a formula
 * @param words the words by which formulas are said
 */
export async function notesWriter(all: readonly string[], words: SpeechWords): Promise<(notes: string) => string> {
  const set: SetFormula = all.some((notes) => mayHoldFormula.test(notes))
    ? await formulaSetter(words)
    : () => undefined;
  reader ??= notesReader();
  const env: Env = { set, words };
  const { renderer, options } = reader;
  // The footnotes of a text are kept in the object that it is read with: each has its own.
  return (notes) => (notes === '' ? '' : renderer.render(reader?.parse(notes, {}) ?? [], options, env).trim());
}
