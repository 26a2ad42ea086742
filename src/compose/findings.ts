import type { Diagnostic, Span } from '../base/index.ts';
import { decodeUtf8, type Files, type Formula, type SlideId } from '../model/index.ts';
import { textProblem } from './text-problems.ts';
import type { TextProblem } from './text/index.ts';

/** Collects what is wrong with the texts of a lesson, each at the words that it is about. */
export class Findings {
  readonly diagnostics: Diagnostic[] = [];
  readonly #formulas = new Map<string, Formula>();
  readonly #seen = new Set<string>();
  readonly #texts = new Map<string, string | undefined>();
  readonly #files: Files;

  constructor(files: Files) {
    this.#files = files;
  }

  /** The formulas of all texts, each once a place. */
  get formulas(): readonly Formula[] {
    return [...this.#formulas.values()];
  }

  /** Reports a mark in the text at `at`. A text that is shown twice is reported once. */
  report(problem: TextProblem, at: Span): void {
    const place = this.#within(at, problem.text);
    const key = [problem.kind, problem.text, place.file, place.start].join('\n');
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.diagnostics.push(textProblem(problem, place));
  }

  /** Notes a formula in the text at `at`. */
  formula(tex: string, display: boolean, at: Span, slide?: SlideId): void {
    const place = this.#within(
      at,
      tex
        .split('\n')
        .find((line) => line.trim() !== '')
        ?.trim() ?? tex,
    );
    this.#formulas.set([place.file, place.start, tex, slide].join('\n'), {
      tex,
      display,
      at: place,
      ...(slide === undefined ? {} : { slide }),
    });
  }

  /** The place of some words in a value; the whole value where they are written in another way. */
  #within(at: Span, words: string): Span {
    const text = this.#text(at.file);
    const start = text === undefined || words === '' ? -1 : text.slice(at.start, at.end).indexOf(words);
    return start < 0 ? at : { file: at.file, start: at.start + start, end: at.start + start + words.length };
  }

  #text(file: string): string | undefined {
    if (!this.#texts.has(file)) {
      const read = this.#files.read(file);
      this.#texts.set(file, read.ok ? decodeUtf8(read.bytes) : undefined);
    }
    return this.#texts.get(file);
  }
}
