import { hashOf, hashParts, isObject, Recent, type Diagnostic, type Hash } from '../base/index.ts';
import type { Audience, Excerpt, LessonId, Store } from '../model/index.ts';
import { areArtifactsOf, areDiagnostics, isCount, isHash, isSummary, isTexts } from './shape.ts';
import type { ArtifactRecord, LessonSummary } from './summary.ts';
import type { Sightings, Trace } from './trace.ts';
import type { World } from './world.ts';

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
  readonly strict?: boolean;
  readonly only?: Excerpt | undefined;
}

/** Key of a lesson's record: everything the result depends on except the files, which the trace holds. */
export function recordKey(
  world: Pick<World, 'version' | 'browserIdentity' | 'config' | 'sourceDateEpoch'>,
  id: LessonId,
  { formats, audience, checked, strict, only }: RecordOptions,
): Hash {
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
    `${checked}${strict === true ? ' strict' : ''}${only === undefined ? '' : ` ${only}`}`,
  ]);
}

/** A record in the store; the shared part of its trace is an entry of its own, named by its hash. */
interface StoredRecord extends Omit<LessonRecord, 'trace'> {
  readonly trace: { readonly own: Sightings; readonly shared: Hash };
}

/**
 * Whether a value is a record of this lesson: one that names a file of another lesson, or of all, is not believed.
 */
function isStoredRecord(id: LessonId, value: unknown): value is StoredRecord {
  if (!isObject(value)) return false;
  const { trace, summary, artifacts, diagnostics, ignored } = value;
  return (
    isObject(trace) &&
    isTexts(trace.own) &&
    isHash(trace.shared) &&
    isSummary(summary) &&
    summary.id === id &&
    areArtifactsOf(id, artifacts) &&
    areDiagnostics(diagnostics) &&
    isCount(ignored)
  );
}

/** Reads what {@link writeRecord} wrote of a lesson; `undefined` when it is not there or damaged. */
export async function readRecord({ store }: World, id: LessonId, key: Hash): Promise<LessonRecord | undefined> {
  const stored = parsed(await store.get('ac', key));
  if (!isStoredRecord(id, stored)) return undefined;
  const { own, shared: hash } = stored.trace;
  const shared = await readShared(store, hash);
  return shared && { ...stored, trace: { own, shared } };
}

const sharedParts = new Recent<Sightings>(1_000_000);

async function readShared(store: Store, hash: Hash): Promise<Sightings | undefined> {
  const known = sharedParts.get(hash);
  if (known) return known;
  const bytes = await store.get('cas', hash);
  const value = parsed(bytes);
  if (!bytes || !isTexts(value)) return undefined;
  // Lessons read at the same time get the same object.
  return sharedParts.getOrMake(
    hash,
    () => value,
    () => bytes.byteLength,
  );
}

function parsed(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes && JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString());
  } catch {
    return undefined;
  }
}

/** The bytes of shared parts, and their hashes, by the object. */
const written = new WeakMap<Sightings, { readonly hash: Hash; readonly bytes: Uint8Array }>();

export async function writeRecord({ store }: World, key: Hash, record: LessonRecord): Promise<void> {
  const { own, shared } = record.trace;
  const part = written.get(shared) ?? encoded(shared);
  written.set(shared, part);
  await store.put('cas', part.hash, part.bytes);
  const stored: StoredRecord = { ...record, trace: { own, shared: part.hash } };
  await store.put('ac', key, Buffer.from(JSON.stringify(stored)));
}

function encoded(shared: Sightings): { readonly hash: Hash; readonly bytes: Uint8Array } {
  const bytes = Buffer.from(JSON.stringify(shared));
  return { hash: hashOf(bytes), bytes };
}
