import { defineCodes, suggest } from '../../base/index.ts';
import { slidesOf } from '../../model/index.ts';
import type { Check } from '../check.ts';
import { inlineOf, notesOf, passagesAround, passagesOf } from '../texts/index.ts';

const { table, diagnostic } = defineCodes({
  'link/unknown-anchor': {
    severity: 'error',
    summary: 'A link inside the lesson (`#slide-id`) leads to a slide that does not exist.',
    why: 'A click would do nothing, in front of the audience.',
    mend: 'Use the id of a slide; give the slide an `id` when it has none.',
  },
});

/** The parser writes other letters of an address as percent signs and digits. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

export const deadLinksCheck: Check = {
  name: 'dead-links',
  codes: table,
  run(context) {
    const ids = new Set(context.composition.slides.map((slide) => slide.id));
    const passages = [
      ...slidesOf(context.lesson).flatMap(({ slide }) => [...passagesOf(context, slide), ...notesOf(slide)]),
      ...passagesAround(context.lesson),
    ];
    return passages.flatMap(({ markdown, at }) =>
      inlineOf(markdown).links.flatMap(({ href }) => {
        if (!href.startsWith('#') || href.length === 1) return [];
        const id = decoded(href.slice(1));
        if (ids.has(id) || /^\d+$/.test(id)) return [];
        const near = suggest(id, ids);
        const help = [
          near === undefined ? 'Give the slide you mean an `id`, and use it here.' : `Did you mean #${near}?`,
        ];
        return [diagnostic('link/unknown-anchor', `There is no slide "${id}" to link to.`, { at, help })];
      }),
    );
  },
};
