import type { Diagnostic, FileId } from '../base/index.ts';
import { composeDiagnostic } from './codes.ts';

interface Template {
  readonly file: FileId;
  readonly text: string;
}

/** Why a template is not even parsed: Handlebars takes minutes for some. */
export const limitFlaw = (template: Template): Diagnostic | undefined => tooDeep(template) ?? tooMany(template);

/** Blocks in blocks: Handlebars takes quadratic time for deep ones, and no layout needs them. */
const maxDepth = 100;

/** Handlebars takes minutes for very many; the longest layout of Lectern has twenty. */
const mostExpressions = 5000;

function tooMany({ file, text }: Template): Diagnostic | undefined {
  const extra = [...text.matchAll(/\{\{/g)][mostExpressions];
  if (extra === undefined) return undefined;
  const at = { file, start: extra.index, end: extra.index + 2 };
  return composeDiagnostic('template/too-long', `The template has more than ${mostExpressions} expressions`, { at });
}

function tooDeep({ file, text }: Template): Diagnostic | undefined {
  let depth = 0;
  for (const { index, 1: sign } of text.matchAll(/\{\{~?(#|\/|\^(?!~?\}\}))/g)) {
    depth += sign === '/' ? -1 : 1;
    if (depth <= maxDepth) continue;
    const at = { file, start: index, end: index + 3 };
    return composeDiagnostic('template/syntax', 'The template is nested too deeply', { at });
  }
  return undefined;
}
