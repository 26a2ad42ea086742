import { posix } from 'node:path';
import { hashOf, RecentByOwner, type Details, type Diagnostic, type FileId, type Span } from '../../base/index.ts';
import type { Files } from '../../model/index.ts';
import type { ParseCode } from '../codes.ts';
import { diagnostic } from '../codes.ts';
import { readFailureText } from '../yaml/decode.ts';
import type { YamlFile } from '../yaml/file.ts';
import { loadYaml } from '../yaml/load.ts';

/** After this many findings, no more are looked for. */
const maxFindings = 500;

/** Files read lately: while one is being edited, the others are the same. */
const lately = new RecentByOwner<YamlFile>(1_000_000);

/** What is gathered while one lesson is parsed: findings, the files that were read, and what is left of the limits. */
export class Session {
  readonly files: Files;
  readonly diagnostics: Diagnostic[] = [];
  readonly inputs: FileId[] = [];
  #charactersLeft = 4_000_000;
  readonly #loaded = new Map<FileId, YamlFile | undefined>();

  constructor(files: Files) {
    this.files = files;
  }

  /** Whether so much is wrong that looking for more would only take time. */
  get isFull(): boolean {
    return this.diagnostics.length >= maxFindings;
  }

  report(code: ParseCode, message: string, details?: Details): void {
    this.diagnostics.push(diagnostic(code, message, details));
  }

  add(diagnostics: readonly Diagnostic[]): void {
    this.diagnostics.push(...diagnostics);
  }

  /** Takes from the number of characters that variables may add to the lesson; false (reported once) when it is used up. */
  spend(characters: number, at: Span): boolean {
    const before = this.#charactersLeft;
    this.#charactersLeft -= characters;
    if (this.#charactersLeft < 0 && before >= 0)
      this.report('outline/too-long', 'Variables make the lesson too long.', { at });
    return this.#charactersLeft >= 0;
  }

  /** Notes that the lesson depends on a file. */
  use(file: FileId): void {
    if (!this.inputs.includes(file)) this.inputs.push(file);
  }

  /** Reads the bytes of a file that may be absent; any other failure is reported. */
  readOptional(file: FileId): Uint8Array | undefined {
    const read = this.files.read(file);
    if (!read.ok) {
      if (read.reason !== 'missing') this.#unreadable(file, readFailureText(read.reason));
      return undefined;
    }
    this.use(file);
    return read.bytes;
  }

  /** Reads a YAML file once; what is wrong with it is reported the first time. `onFailure` reports an unreadable file. */
  yaml(file: FileId, onFailure = (reason: string): void => this.#unreadable(file, reason)): YamlFile | undefined {
    if (this.#loaded.has(file)) return this.#loaded.get(file);
    const read = this.files.read(file);
    if (!read.ok) {
      onFailure(readFailureText(read.reason));
      return undefined;
    }
    this.use(file);
    const yaml = this.#parse(file, read.bytes);
    this.#loaded.set(file, yaml);
    return yaml;
  }

  #parse(file: FileId, bytes: Uint8Array): YamlFile | undefined {
    const key = `${file} ${hashOf(bytes)}`;
    const recent = lately.of(posix.dirname(file));
    const known = recent.get(key);
    if (known) return known;
    const before = recent.get(file);
    const outcome = loadYaml(file, bytes, { mend: true, ...(before && { before }) });
    this.add(outcome.diagnostics);
    if (!outcome.ok) return undefined;
    const { value } = outcome;
    if (outcome.diagnostics.length === 0) for (const name of [key, file]) recent.put(name, value, value.text.length);
    return value;
  }

  #unreadable(file: FileId, reason: string): void {
    this.report('yaml/unreadable', `${file} ${reason}.`, { at: { file, start: 0, end: 0 } });
  }
}
