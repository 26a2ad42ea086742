import { isObject, type Diagnostic } from '../base/index.ts';
import { excerpts } from '../model/index.ts';
import type { ArtifactRecord, LessonSummary } from './summary.ts';

/** Tells whether a value has a shape. Records and manifests come from folders and servers that others can write to. */
type Test = (value: unknown) => boolean;

const text: Test = (value) => typeof value === 'string';
const count: Test = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const amount: Test = (value) => Number.isFinite(value) && Number(value) >= 0;
const hash: Test = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const oneOf =
  (...words: readonly unknown[]): Test =>
  (value) =>
    words.includes(value);
const optional =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);
const list =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
const members =
  (tests: Readonly<Record<string, Test>>): Test =>
  (value) =>
    isObject(value) && Object.entries(tests).every(([name, test]) => test(value[name]));

const span = members({ file: text, start: count, end: count });
const audience = oneOf('teacher', 'student', 'public');
const diagnostic = members({
  code: (value) => typeof value === 'string' && /^[\w-]+\/[\w-]+$/.test(value),
  severity: oneOf('error', 'warning', 'info'),
  message: text,
  at: optional(span),
  related: optional(list(members({ at: span, message: text }))),
  help: optional(list(text)),
  fix: optional(members({ at: span, replacement: text })),
});
const artifact = members({
  path: text,
  mediaType: text,
  hash,
  bytes: count,
  audience,
  format: text,
  only: optional(oneOf(...excerpts)),
});
const summary = members({
  id: text,
  title: text,
  subtitle: optional(text),
  authors: list(text),
  lang: text,
  date: optional(text),
  plans: list(members({ id: text, minutes: amount, title: optional(text) })),
  slides: count,
  errors: count,
  warnings: count,
  statements: members({ covered: count, waived: count, total: count }),
});

export const isHash = hash;
export const isCount = count;
export const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  isObject(value) && Object.values(value).every(text);
export const areDiagnostics = list(diagnostic) as (value: unknown) => value is readonly Diagnostic[];
export const isSummary = summary as (value: unknown) => value is LessonSummary;

/**
 * Whether these can be the artifacts of a lesson: each under the lesson's own folder, once. On some disks letters of both
 * cases name the same file.
 */
export function areArtifactsOf(id: string, value: unknown): value is readonly ArtifactRecord[] {
  if (!list(artifact)(value)) return false;
  const paths = (value as readonly ArtifactRecord[]).map(({ path }) => path);
  const isOwn = (path: string): boolean =>
    path.startsWith(`${id}/`) && path.split('/').every((name) => name !== '' && !name.startsWith('.'));
  return paths.every(isOwn) && new Set(paths.map((path) => path.toLowerCase())).size === paths.length;
}
