import type Handlebars from 'handlebars';
import { hashOf, preparedFile, type Hash } from '../base/index.ts';
import type { Rewritten } from './rewrite.ts';

/** A template that was checked and compiled when Lectern was bundled. */
export interface PreparedTemplate {
  /** What Handlebars' `precompile` gave. */
  readonly code: string;
  readonly partials: Rewritten['partials'];
}

let prepared: Readonly<Record<Hash, PreparedTemplate>> | undefined;

/** The prepared form of a template of Lectern's own; nothing for any other text. */
export function preparedTemplate(text: string): PreparedTemplate | undefined {
  prepared ??= (preparedFile('own-templates.json') ?? {}) as unknown as Readonly<Record<Hash, PreparedTemplate>>;
  return prepared[hashOf(text)];
}

/** Turns the code back into what Handlebars runs. The code is Lectern's own and stands beside this very code. */
export const specificationOf = ({ code }: PreparedTemplate): TemplateSpecification =>
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- as Handlebars does
  new Function(`return ${code}`)() as TemplateSpecification;

/** What `Handlebars.template` takes. */
export type TemplateSpecification = Parameters<typeof Handlebars.template>[0];
