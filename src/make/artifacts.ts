import { hashOf, type Diagnostic } from '../base/index.ts';
import type { Audience, Excerpt, LessonId } from '../model/index.ts';
import type { Format, FormatFile } from '../formats/index.ts';
import type { ArtifactRecord } from './summary.ts';
import type { MakerWorld } from './world.ts';

interface Holder {
  readonly id: LessonId;
  readonly audience: Audience;
  readonly only?: Excerpt;
}

/** Folder of a lesson's artifacts: editions for others than the teacher have a folder of their own, and so have parts. */
const folderOf = ({ id, audience, only }: Holder): string =>
  [id, ...(audience === 'teacher' ? [] : [audience]), ...(only ? [only] : [])].join('/');

/** Writes the artifacts of one lesson to the output folder and the store, and notes them down. */
export class ArtifactWriter {
  readonly #world: MakerWorld;
  readonly #folder: string;
  readonly #holder: Holder;
  readonly #artifacts: ArtifactRecord[] = [];
  readonly #findings = new Map<string, readonly Diagnostic[]>();

  constructor(world: MakerWorld, holder: Holder) {
    this.#world = world;
    this.#folder = folderOf(holder);
    this.#holder = holder;
  }

  /** What was written, sorted by path. */
  get artifacts(): readonly ArtifactRecord[] {
    return this.#artifacts.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** What was said of a file when it was made. */
  findingsOf(path: string): readonly Diagnostic[] {
    return this.#findings.get(path) ?? [];
  }

  async writeAll(
    format: Format,
    files: readonly FormatFile[] | Promise<readonly FormatFile[]>,
  ): Promise<readonly Diagnostic[]> {
    const diagnostics: Diagnostic[] = [];
    for (const file of await files) diagnostics.push(...(await this.write(format, file)));
    return diagnostics;
  }

  async write(
    format: Format,
    { path: name, mediaType, bytes, diagnostics = [] }: FormatFile,
  ): Promise<readonly Diagnostic[]> {
    const path = `${this.#folder}/${name}`;
    const hash = hashOf(bytes);
    const written = await this.#world.output.write({ path, bytes, hash });
    if (!written.ok) return written.diagnostics;
    await this.#world.store.put('cas', hash, bytes);
    const size = bytes.byteLength;
    this.#findings.set(path, diagnostics);
    const { audience, only } = this.#holder;
    const record = { path, mediaType, hash, bytes: size, audience, format: format.name };
    this.#artifacts.push(only ? { ...record, only } : record);
    return [...written.diagnostics, ...diagnostics];
  }
}
