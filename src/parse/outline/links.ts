import type { Span } from '../../base/index.ts';
import type { ParseCode } from '../codes.ts';
import type { Cursor } from '../cursor.ts';
import { hints } from '../hints.ts';
import type { Session } from './session.ts';

/** What a link can lead to, with the words for it and the code of the finding. */
const kinds = {
  section: ['section', 'sections', 'link/unknown-section'],
  objective: ['objective', 'objectives', 'link/unknown-objective'],
  question: ['quiz question', 'questions', 'link/unknown-question'],
  reference: ['reference', 'references', 'link/unknown-reference'],
  plan: ['time plan', 'plans', 'link/unknown-plan'],
  evidence: ['evidence level', 'levels', 'link/unknown-evidence'],
  term: ['term', 'terms', 'link/unknown-term'],
  prompt: ['discussion prompt', 'prompts', 'link/unknown-prompt'],
} as const satisfies Record<string, readonly [name: string, plural: string, code: ParseCode]>;

export type LinkKind = keyof typeof kinds;

export const isLinkKind = (kind: unknown): kind is LinkKind => typeof kind === 'string' && Object.hasOwn(kinds, kind);

/** Knows the ids of a lesson, and reports links that lead nowhere. */
export class Links {
  readonly #session: Session;
  readonly #ids = new Map<LinkKind, ReadonlySet<string>>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Tells the ids of one kind. Links to a kind whose ids are not known are not judged. */
  define(kind: LinkKind, ids: Iterable<string>): void {
    this.#ids.set(kind, new Set(ids));
  }

  /** Whether a link leads somewhere, as far as is known. */
  has(kind: LinkKind, id: string): boolean {
    return this.#ids.get(kind)?.has(id) !== false;
  }

  check(kind: LinkKind, id: string, at: Span): boolean {
    const known = this.#ids.get(kind);
    if (known === undefined || known.has(id)) return true;
    const [name, plural, code] = kinds[kind];
    const list =
      known.size === 0 ? `The lesson has no ${plural}.` : `Known ${plural}: ${[...known].slice(0, 20).join(', ')}.`;
    // A whole question where its id belongs.
    const isText = kind === 'question' && /\s/.test(id);
    const advice = 'Put the question with its answers under `quiz:` at the end of the lesson, and its `id` here.';
    const help = isText ? [advice] : hints(id, known, list);
    this.#session.report(code, `There is no ${name} \`${id}\`.`, { at, help });
    return false;
  }

  /** The ids written in one value or a list, with those that lead nowhere reported. */
  read(kind: LinkKind, list: Cursor): readonly string[] {
    return list.items().flatMap((item) => {
      const id = item.text();
      if (id === undefined) return [];
      this.check(kind, id, item.at);
      return [id];
    });
  }

  /** Like {@link read}, but `undefined` when nothing is written. */
  readOptional(kind: LinkKind, list: Cursor): readonly string[] | undefined {
    return list.value === undefined ? undefined : this.read(kind, list);
  }
}
