import type { EvidenceLevel, Lesson } from '../model/index.ts';
import type { Strings } from './strings.ts';

const builtIn: readonly EvidenceLevel['tone'][] = ['human', 'animal', 'in-vitro', 'review', 'claim', 'legal'];

/** The levels of evidence of a lesson: its own, then the built-in ones it does not rename. */
export function evidenceLevels(lesson: Lesson, strings: Strings): readonly EvidenceLevel[] {
  const own = new Set(lesson.evidence.map((level) => level.id));
  const rest = builtIn
    .filter((tone) => !own.has(tone))
    .map((tone) => ({ id: tone, tone, label: strings.get(`evidence-${tone}`) ?? tone }));
  return [...lesson.evidence, ...rest];
}
