import type { Diagnostic, Related, Span } from '../base/index.ts';
import type { Lesson } from '../model/index.ts';
import { diagnostic } from './codes.ts';
import { renamedSections } from './relink.ts';
import type { Staleness } from './stale.ts';

/** Links to one section that has another id now. */
interface Renamed {
  readonly to: string;
  readonly links: Related[];
}

/**
 * Tells a renamed heading once: in the place of a finding for each link to it, and for each statement that these links would
 * carry.
 * @param textAt the text of a place in the outline.
 */
export function tellRenamed(
  lesson: Lesson,
  {
    staleness,
    diagnostics,
    textAt,
  }: {
    readonly staleness: Staleness;
    readonly diagnostics: readonly Diagnostic[];
    readonly textAt: (at: Span) => string;
  },
): readonly Diagnostic[] {
  const sections = lesson.source?.sections ?? [];
  const names = renamedSections(
    staleness,
    sections.map(({ id }) => id),
  );
  const found = new Map<string, Renamed>();
  const others = diagnostics.filter(({ code, at }) => {
    if (code !== 'link/unknown-source-section' || at === undefined) return true;
    const [from = ''] = /[A-Za-z0-9][A-Za-z0-9_-]*/.exec(textAt(at)) ?? [];
    const to = names.get(from);
    if (to === undefined) return true;
    const renamed = found.get(from) ?? { to, links: [] };
    found.set(from, renamed);
    renamed.links.push({ at, message: 'This link is to the old heading.' });
    return false;
  });
  if (found.size === 0) return diagnostics;
  const targets = new Set([...found.values()].map(({ to }) => to));
  const statements = sections.filter(({ id }) => targets.has(id)).flatMap((section) => section.statements);
  const carried = new Set(statements.map(({ at }) => at.start));
  const isFollowing = ({ code, at }: Diagnostic): boolean =>
    code === 'coverage/uncovered' && at !== undefined && at.file !== lesson.file && carried.has(at.start);
  const left = others.filter((one) => !isFollowing(one) && one.code !== 'coverage/lock-outdated');
  const isShort = left.some(({ code }) => code === 'coverage/uncovered');
  const told = [...found].map(([from, { to, links }]) =>
    diagnostic(
      'coverage/section-renamed',
      `Section \`${from}\` of the source is now \`${to}\`; ${links.length === 1 ? 'one link is' : `${links.length} links are`} to the old name.`,
      {
        at: links[0]?.at ?? lesson.places.value(''),
        related: links,
        help: ['Run `lectern coverage --fix`: it rewrites them.'],
      },
    ),
  );
  return [...told, ...left.filter(({ code }) => isShort || code !== 'coverage/below-minimum')];
}
