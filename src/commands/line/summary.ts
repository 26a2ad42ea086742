import type { LessonDone } from '../../make/index.ts';

/** `3 built, 97 unchanged`. */
export function countsOf(done: readonly LessonDone[]): string {
  const count = (state: LessonDone['state']): number => done.filter((lesson) => lesson.state === state).length;
  const parts = [
    `${count('built')} built`,
    `${count('unchanged')} unchanged`,
    ...(count('restored') > 0 ? [`${count('restored')} restored`] : []),
    ...(count('failed') > 0 ? [`${count('failed')} failed`] : []),
  ];
  return parts.join(', ');
}
