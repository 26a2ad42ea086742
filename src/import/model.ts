import type { ImportWords } from '../wire/index.ts';

/** What can be lost or left. */
export type LossKind = keyof ImportWords['losses'];

/** Something that an importer could not take over as it was, with its place in the file. */
export interface Loss {
  /** What it is and what became of it; `losses` of its words has a sentence for each in the language of the lesson. */
  readonly kind: LossKind;
  /** The parts of the file that the sentence names. */
  readonly of?: readonly string[];
  /** Line in the imported file, when it has lines. */
  readonly line?: number;
}

/** A picture of the imported file, to be copied into the lesson. */
export interface ImportedAsset {
  /** Path in the lesson's folder. */
  readonly path: string;
  /** The bytes; absent when they stand in another file, `from`, beside the imported one. */
  readonly bytes?: Uint8Array;
  readonly from?: string;
}

/** What every reader of a kind of file makes: Markdown, which becomes the source of the lesson. */
export interface Imported {
  readonly markdown: string;
  readonly title?: string;
  readonly lang?: string;
  /** Each section is a slide already. */
  readonly isDeck?: boolean;
  readonly assets: readonly ImportedAsset[];
  readonly losses: readonly Loss[];
}

/** Reads one kind of file. `name` is the file's name without folders. */
export interface ImportReader {
  /** Endings of file names, without the point. */
  readonly endings: readonly string[];
  read(bytes: Uint8Array, name: string): Imported | Promise<Imported>;
}

/** A file that cannot be read as what its name says, or not within limits: told to people as it is. */
export class UnreadableFile extends Error {}
