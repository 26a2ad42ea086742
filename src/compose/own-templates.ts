import { hashOf, type Hash } from '../base/index.ts';
import { TemplateEnvironment } from './environment.ts';
import type { PreparedTemplate } from './prepared.ts';

/** Compiles Lectern's own templates; called by the bundler, which keeps the result beside the code. */
export function makeOwnTemplates(texts: readonly string[]): Readonly<Record<Hash, PreparedTemplate>> {
  const environment = new TemplateEnvironment(new Map());
  const found = texts.flatMap((text) => {
    const prepared = environment.prepare({ file: 'own.hbs', text });
    return prepared ? [[hashOf(text), prepared] as const] : [];
  });
  return Object.fromEntries(found);
}
