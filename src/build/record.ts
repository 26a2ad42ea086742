import { hashParts, isObject, type Diagnostic, type Hash } from '../base/index.ts';
import type { Audience, LessonId } from '../model/index.ts';
import type { Trace } from './trace.ts';
import type { World } from './world.ts';

/** An artifact as the manifest lists it. */
export interface ArtifactRecord {
  /** Relative to the output folder. */
  readonly path: string;
  readonly mediaType: string;
  readonly hash: Hash;
  readonly bytes: number;
  readonly audience: Audience;
  /** Name of the format that made it. */
  readonly format: string;
}

/** What is known of a lesson once it is built: enough for the index page and the manifest, small enough for thousands. */
export interface LessonSummary {
  readonly id: LessonId;
  readonly title: string;
  readonly subtitle?: string;
  readonly authors: readonly string[];
  readonly lang: string;
  readonly date?: string;
  readonly plans: readonly { readonly id: string; readonly minutes: number; readonly title?: string }[];
  readonly slides: number;
  readonly errors: number;
  readonly warnings: number;
  readonly statements: { readonly covered: number; readonly waived: number; readonly total: number };
}

/** How a lesson was made, kept in the store. */
export interface LessonRecord {
  readonly trace: Trace;
  readonly summary: LessonSummary;
  readonly artifacts: readonly ArtifactRecord[];
  readonly diagnostics: readonly Diagnostic[];
  /** How many findings its slides ignore with a reason. */
  readonly ignored: number;
}

/** The options that decide which artifacts a lesson gets and what is in them. */
export interface RecordOptions {
  readonly formats: readonly string[];
  readonly checked: boolean;
  readonly audience: Audience;
}

/** Key of a lesson's record: everything the result depends on except the files, which the trace holds. */
export function recordKey(world: World, id: LessonId, { formats, audience, checked }: RecordOptions): Hash {
  const { version, browserIdentity, config, sourceDateEpoch } = world;
  return hashParts([
    'lesson',
    version,
    browserIdentity,
    JSON.stringify(config),
    sourceDateEpoch ?? '',
    id,
    formats.join(','),
    audience,
    String(checked),
  ]);
}

/**
 * Whether a value has the shape of a record, as far as a build relies on it: entries come from folders and servers that
 * others can write to.
 */
function isRecord(value: unknown): value is LessonRecord {
  if (!isObject(value)) return false;
  const { trace, summary, artifacts, diagnostics, ignored } = value;
  return (
    isObject(trace) &&
    Object.values(trace).every((seen) => typeof seen === 'string') &&
    isObject(summary) &&
    ['id', 'title', 'lang'].every((name) => typeof summary[name] === 'string') &&
    ['authors', 'plans'].every((name) => Array.isArray(summary[name])) &&
    isObject(summary.statements) &&
    isListOf(artifacts, ['path', 'mediaType', 'hash', 'audience', 'format']) &&
    isListOf(diagnostics, ['code', 'severity', 'message']) &&
    typeof ignored === 'number'
  );
}

const isListOf = (value: unknown, texts: readonly string[]): boolean =>
  Array.isArray(value) &&
  value.every((item: unknown) => isObject(item) && texts.every((name) => typeof item[name] === 'string'));

export async function readRecord({ store }: World, key: Hash): Promise<LessonRecord | undefined> {
  const bytes = await store.get('ac', key);
  if (!bytes) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString());
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export async function writeRecord({ store }: World, key: Hash, record: LessonRecord): Promise<void> {
  await store.put('ac', key, Buffer.from(JSON.stringify(record)));
}
