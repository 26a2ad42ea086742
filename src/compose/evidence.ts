import { evidenceTones, type EvidenceLevel, type Lesson } from '../model/index.ts';
import type { Strings } from '../parse/index.ts';

/** The levels of evidence of a lesson: the built-in ones, renamed where it does so, then those that it adds. */
export function evidenceLevels(lesson: Lesson, strings: Strings): readonly EvidenceLevel[] {
  const own = new Map(lesson.evidence.map((level) => [level.id, level]));
  const builtIn = evidenceTones.map((tone) => own.get(tone) ?? { id: tone, tone });
  const added = lesson.evidence.filter(({ id }) => !evidenceTones.some((tone) => tone === id));
  return [...builtIn, ...added].map((level) => ({
    ...level,
    label: level.label ?? strings.get(`evidence-${level.id}`) ?? level.id,
  }));
}
