import type { Hash, Outcome } from '../base/index.ts';
import type { Artifact, BrowserPool, Files, Config, Store } from '../model/index.ts';

/** An artifact on its way to the output folder. */
export interface NewArtifact extends Pick<Artifact, 'path' | 'bytes'> {
  /** Spares hashing the bytes again when it is known. */
  readonly hash?: Hash;
}

export type WriteResult = Outcome<{ readonly changed: boolean }>;

/** Where artifacts go. */
export interface OutputFolder {
  write(artifact: NewArtifact): WriteResult;
  /** Whether the file is there with these very bytes; cheap for files that this folder wrote and nobody touched. */
  holds(path: string, hash: Hash): boolean;
  /** Removes a file, and folders that are empty without it. @returns whether it is gone. */
  remove(path: string): boolean;
}

/** Everything a build may touch. */
export interface World extends MakerWorld {
  readonly output: OutputFolder;
}

/** What the making of one lesson may touch. In a thread of its own all but the files is at the other end of a channel. */
export interface MakerWorld {
  readonly files: Files;
  readonly output: { write(artifact: NewArtifact): WriteResult | Promise<WriteResult> };
  readonly store: Store;
  /** Started only when something must be laid out. */
  readonly browser: BrowserPool;
  /** Identifies the browser that would be used without starting it; part of the keys of what it makes. */
  readonly browserIdentity: string;
  /** The browser that draws diagrams, when it is another: drawings have the same bytes whatever browser prints. */
  readonly drawing?: { readonly browser: BrowserPool; readonly identity: string };
  readonly config: Config;
  /** Version of Lectern and of what it is built on; part of every key. */
  readonly version: string;
  /** Version of Lectern as people know it: `0.1.0`. */
  readonly release?: string;
  /** `SOURCE_DATE_EPOCH`, when set. */
  readonly sourceDateEpoch: string | undefined;
  /** Called after each lesson: collects garbage when there is much of it. */
  sweep(): void;
}
