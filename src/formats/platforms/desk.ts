import { hashOf, type Diagnostic } from '../../base/index.ts';
import type { Asset } from '../../model/index.ts';
import {
  escapeXml,
  htmlOf,
  inlineHtml,
  questionsOf,
  type HtmlHost,
  type PlacedQuestion,
} from '../../questions/index.ts';
import type { FormatInput } from '../format.ts';
import { diagnostic, type kitCodes } from './codes.ts';

/** Writes the texts of questions for one file, and notes down what that file cannot carry. */
export class Desk {
  readonly findings: Diagnostic[] = [];
  readonly questions: readonly PlacedQuestion[];
  /** Pictures that texts have named, by the name under which they do. */
  readonly pictures = new Map<string, Asset>();
  readonly #input: FormatInput;
  readonly #file: string;
  readonly #address: ((name: string) => string) | undefined;
  readonly #formula: HtmlHost['formula'];

  /**
   * @param file the name of the file, for findings.
   * @param address how a text names a picture of the file; absent when the file holds none.
   * @param formula how it writes a formula; as TeX between brackets when absent.
   */
  constructor(input: FormatInput, file: string, address?: (name: string) => string, formula?: HtmlHost['formula']) {
    this.#input = input;
    this.#file = file;
    this.#address = address;
    this.#formula = formula;
    this.questions = questionsOf(input.lesson).filter((question) => this.#canBeMarked(question));
  }

  /** Blocks of Markdown as XHTML. */
  html(markdown: string, question: PlacedQuestion): string {
    return htmlOf(markdown, this.#host(question));
  }

  /** One line of Markdown as XHTML. */
  inline(markdown: string, question: PlacedQuestion): string {
    return inlineHtml(markdown, this.#host(question));
  }

  /** Markdown that belongs to no question, such as a term. */
  text(markdown: string): string {
    return htmlOf(markdown, { picture: (src) => this.#picture(src) });
  }

  /** Plain words as XHTML. */
  plain(words: string): string {
    return escapeXml(words);
  }

  /** Notes down what the file cannot carry of a question. */
  tell(code: keyof typeof kitCodes, question: PlacedQuestion, what: string): void {
    const message = `${this.#file}: question \`${question.id}\` ${what}.`;
    if (this.findings.some((finding) => finding.message === message)) return;
    this.findings.push(diagnostic(code, message, { at: question.places.key('/question') }));
  }

  /** Notes down that a format tells items with the same words apart. */
  tellSameItems(question: Extract<PlacedQuestion, { kind: 'ordering' }>): void {
    if (new Set(question.order).size < question.order.length)
      this.tell(
        'kit/not-carried',
        question,
        'has items with the same words: the platform takes one order of them alone',
      );
  }

  #canBeMarked(question: PlacedQuestion): boolean {
    const { kind, answers } = question;
    const isChoice = kind === 'single' || kind === 'multiple' || kind === 'true-false';
    const canBe = !isChoice || (answers.length > 1 && answers.some(({ correct }) => correct));
    if (!canBe) this.tell('kit/left-out', question, 'is left out: it does not say what is right');
    return canBe;
  }

  #host(question: PlacedQuestion): HtmlHost {
    return {
      ...(this.#formula ? { formula: this.#formula } : {}),
      picture: (src) => this.#picture(src),
      lost: (what, name) => this.tell('kit/not-carried', question, `has a ${what} that is not in the file: ${name}`),
    };
  }

  /** A picture of the lesson that a slide shows; others were not read. */
  #picture(src: string): string | undefined {
    const { assets, lesson } = this.#input;
    const found = assets.find(({ file }) => file === `${lesson.dir}/${src}`);
    if (!found || !this.#address) return undefined;
    const end = /\.\w+$/.exec(found.path)?.[0] ?? '';
    const name = `${hashOf(found.bytes).slice(0, 16)}${end}`;
    this.pictures.set(name, found);
    return this.#address(name);
  }
}
