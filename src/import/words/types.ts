import type { LossKind } from '../model.ts';

/** What an import says, in one language; `{0}` stands for a part of the file. */
export interface ImportWords {
  readonly losses: Readonly<Record<LossKind, string>>;
  readonly lines: readonly [one: string, many: string];
  readonly proposed: string;
  readonly noStatements: string;
  readonly linked: string;
  readonly nothing: string;
  readonly lost: string;
  readonly more: string;
  /** What the commands do that come next. */
  readonly build: string;
  readonly coverage: string;
  /** Comments in the outline. */
  readonly made: string;
  readonly objective: string;
  readonly summary: string;
  readonly quiz: string;
}
