import type { Diagnostic, Span } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';
import { idPattern } from '../schema/index.ts';
import { slugOf } from '../slug.ts';
import type { Part } from './outline.ts';
import type { Range } from './sentences.ts';

/** The id of the section that holds the text before the first heading of a section. */
const introId = 'intro';

const valid = new RegExp(idPattern);

/** Gives each section of the source an id: the one written, else one from its title, else one with its parent's title. */
export class SectionIds {
  readonly #span: (range: Range) => Span;
  readonly #written: ReadonlySet<string>;
  readonly #used = new Map<string, Range>();
  /** The number to try next behind an id. */
  readonly #numbers = new Map<string, number>();
  readonly diagnostics: Diagnostic[] = [];

  /** @param span the place in the file of a range of the text. */
  constructor(parts: readonly Part[], span: (range: Range) => Span) {
    this.#span = span;
    this.#written = new Set(parts.flatMap(({ heading }) => heading?.id?.text ?? []));
  }

  of({ heading, parents }: Part, number: number, at: Range): string {
    const written = heading?.id;
    const id = written === undefined ? this.#derived(heading, parents, number) : this.#asWritten(written);
    this.#used.set(id, written?.at ?? at);
    return id;
  }

  #derived(heading: Part['heading'], parents: Part['parents'], number: number): string {
    const own = heading === undefined ? introId : slugOf(heading.plain.text) || `section-${number}`;
    const taken = (id: string): boolean => this.#used.has(id) || this.#written.has(id);
    if (!taken(own)) return own;
    const parent = slugOf(parents.at(-1)?.plain.text ?? '');
    const withParent = parent === '' ? own : `${parent}-${own}`.slice(0, 60).replace(/-$/, '');
    return taken(withParent) ? this.#numbered(withParent, taken) : withParent;
  }

  #numbered(id: string, taken: (id: string) => boolean): string {
    let number = this.#numbers.get(id) ?? 2;
    while (taken(`${id}-${number}`)) number++;
    this.#numbers.set(id, number + 1);
    return `${id}-${number}`;
  }

  /** An id that the author wrote. One that cannot stand in `id.2` is written so that it can. */
  #asWritten({ text, at }: { readonly text: string; readonly at: Range }): string {
    const fits = valid.test(text) ? text : slugOf(text) || 'section';
    const span = this.#span(at);
    if (fits !== text)
      this.diagnostics.push(
        diagnostic('source/section-id', `\`${text}\` cannot stand in a statement id; the section is \`${fits}\`.`, {
          at: span,
          help: [`Write \`{#${fits}}\`.`],
        }),
      );
    const before = this.#used.get(fits);
    if (before === undefined) return fits;
    const other = this.#numbered(fits, (id) => this.#used.has(id) || this.#written.has(id));
    const related = [{ at: this.#span(before), message: 'It was first used here.' }];
    const message = `Two sections have the id \`${fits}\`; the second is \`${other}\`.`;
    this.diagnostics.push(
      diagnostic('source/duplicate-section', message, {
        at: span,
        related,
        help: [`Write \`{#${other}}\`, or another id.`],
      }),
    );
    return other;
  }
}
