import { defineCodes } from '../../base/index.ts';
import { slidesOf } from '../../model/index.ts';
import type { Check, CheckContext } from '../check.ts';
import { visitFields } from '../texts/index.ts';

const { table, diagnostic } = defineCodes({
  'reference/not-cited': {
    severity: 'info',
    summary: 'A reference is cited on no slide.',
    why: 'A list of sources should be the sources that were used; what is not cited supports nothing.',
    mend: 'Cite it on the slide that rests on it (`cites`), or remove it.',
  },
});

/** Ids of all references that slides cite or list. */
function citedIds(context: CheckContext): ReadonlySet<string> {
  const cited = new Set<string>();
  for (const { slide } of slidesOf(context.lesson)) {
    for (const { reference } of slide.cites) cited.add(reference);
    visitFields(context, slide, (schema, text) => {
      if (schema['x-link'] === 'reference') cited.add(text.trim());
    });
  }
  return cited;
}

export const unusedReferencesCheck: Check = {
  name: 'unused-references',
  codes: table,
  run(context) {
    const cited = citedIds(context);
    return context.lesson.references
      .filter(({ id }) => !cited.has(id))
      .map(({ id, authors, year, places }) =>
        diagnostic('reference/not-cited', `No slide cites "${id}" (${authors} ${year}).`, {
          at: places.value('/id'),
          help: [`Add \`cites: [${id}]\` to the slide that rests on it.`, 'Or remove the reference.'],
        }),
      );
  },
};
