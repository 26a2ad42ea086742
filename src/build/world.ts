import type { Hash, Outcome } from '../base/index.ts';
import type { Artifact, BrowserPool, Files, Config, Store } from '../model/index.ts';

/** Where artifacts go. */
export interface OutputFolder {
  /** @param artifact.hash spares hashing the bytes again when it is known. */
  write(artifact: Pick<Artifact, 'path' | 'bytes'> & { readonly hash?: Hash }): Outcome<{ readonly changed: boolean }>;
  /** Whether the file is there with these very bytes; cheap for files that this folder wrote and nobody touched. */
  holds(path: string, hash: Hash): boolean;
  /** Removes a file, and folders that are empty without it. @returns whether it is gone. */
  remove(path: string): boolean;
}

/** Everything a build may touch. */
export interface World {
  readonly files: Files;
  readonly output: OutputFolder;
  readonly store: Store;
  /** Started only when something must be laid out. */
  readonly browser: BrowserPool;
  /** Identifies the browser that would be used without starting it; part of the keys of what it makes. */
  readonly browserIdentity: string;
  readonly config: Config;
  /** Version of Lectern and of what it is built on; part of every key. */
  readonly version: string;
  /** `SOURCE_DATE_EPOCH`, when set. */
  readonly sourceDateEpoch: string | undefined;
}
