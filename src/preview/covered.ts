import { plainText } from '../compose/index.ts';
import type { Coverage } from '../coverage/index.ts';
import type { Deck } from '../model/index.ts';
import type { CoverageMessage } from '../wire/index.ts';

/** The coverage of a lesson for the panel, its slides named as the deck names them. */
export function coverageMessage(coverage: Coverage, deck: Deck | undefined): CoverageMessage {
  const shown = new Map<string, string[]>();
  for (const { id, slide } of deck?.slides ?? []) shown.set(slide, [...(shown.get(slide) ?? []), id]);
  const { covered, waived, uncovered } = coverage.totals;
  return {
    lecternPreview: 'coverage',
    hasSource: coverage.hasSource,
    covered,
    waived,
    uncovered,
    sections: coverage.sections
      .filter(({ statements }) => statements.length > 0)
      .map(({ section, statements }) => ({
        title: plainText(section.title),
        statements: statements.map(({ statement, status, slides, waivers }) => ({
          id: statement.id,
          text: statement.text,
          status,
          slides: slides.flatMap((id) => shown.get(id)?.[0] ?? []),
          reasons: waivers.map(({ reason }) => reason),
        })),
      })),
  };
}
