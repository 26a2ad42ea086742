import type { Span } from '../../base/index.ts';
import type { Source, SourceSection, StatementLink, Waiver } from '../../model/index.ts';
import type { Cursor } from '../cursor.ts';
import { hints } from '../hints.ts';
import type { Session } from './session.ts';

/** Resolves links to statements: `sert.2`, `sert.1-3`, `sert`. */
export class StatementLinks {
  readonly #session: Session;
  readonly #sections: ReadonlyMap<string, SourceSection> | undefined;
  #missingReported = false;

  /** @param source `undefined` when there is no source; `'faulty'` when it has errors, so that links are not judged. */
  constructor(session: Session, source: Source | 'faulty' | undefined) {
    this.#session = session;
    this.#missingReported = source === 'faulty';
    this.#sections =
      typeof source === 'object' ? new Map(source.sections.map((section) => [section.id, section])) : undefined;
  }

  /** The statements of one value or a list, each once, with the place where it is written. */
  read(list: Cursor): readonly StatementLink[] {
    const links = new Map<string, StatementLink>();
    for (const item of list.items()) {
      for (const statement of this.#expand(item.text() ?? '', item.at)) {
        if (!links.has(statement)) links.set(statement, { statement, at: item.at });
      }
    }
    return [...links.values()];
  }

  /** The waivers of a list of `{statement, reason}`. */
  waivers(list: Cursor): readonly Waiver[] {
    return list.items().flatMap((item) => {
      const statement = item.get('statement');
      const reason = item.get('reason').text() ?? '';
      return this.#expand(statement.text() ?? '', statement.at).map((id) => ({
        statement: id,
        reason,
        at: statement.at,
      }));
    });
  }

  /** The ids of whole sections of the source. */
  sections(list: Cursor): readonly string[] {
    return list.items().flatMap((item) => {
      const id = item.text();
      return id !== undefined && this.#section(id, item.at) !== undefined ? [id] : [];
    });
  }

  #expand(text: string, at: Span): readonly string[] {
    const [, id, first, last = first] = /^([A-Za-z0-9][A-Za-z0-9_-]*?)(?:\.(\d+)(?:-(\d+))?)?$/.exec(text) ?? [];
    const section = id === undefined ? undefined : this.#section(id, at);
    if (section === undefined) return [];
    const count = section.statements.length;
    if (first === undefined) return section.statements.map((statement) => statement.id);
    const [from, to] = [Number(first), Number(last)];
    // What there is of a range that runs too far is linked, so that it hides no other finding.
    const linked =
      from >= 1 && to >= from ? section.statements.slice(from - 1, to).map((statement) => statement.id) : [];
    if (linked.length > 0 && to <= count)
      return section.statements.slice(from - 1, to).map((statement) => statement.id);
    const range =
      count === 0 ? 'has no statements' : count === 1 ? 'has one statement, 1' : `has statements 1 to ${count}`;
    const message =
      from > to
        ? `The range \`${text}\` runs backwards.`
        : `There is no statement \`${text}\`: section \`${section.id}\` ${range}.`;
    this.#session.report('link/unknown-statement', message, {
      at,
      help: ['`lectern statements` lists the ids with their texts.'],
    });
    return linked;
  }

  #section(id: string, at: Span): SourceSection | undefined {
    const section = this.#sections?.get(id);
    if (section !== undefined) return section;
    if (this.#sections !== undefined) {
      const ids = [...this.#sections.keys()];
      const help = hints(id, ids, `Sections of the source: ${ids.join(', ')}.`);
      this.#session.report('link/unknown-source-section', `The source has no section \`${id}\`.`, { at, help });
    } else if (!this.#missingReported) {
      this.#missingReported = true;
      this.#session.report('link/no-source', 'The lesson has no source.md, so statements cannot be linked.', { at });
    }
    return undefined;
  }
}
