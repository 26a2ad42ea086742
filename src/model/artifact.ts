import type { Hash } from '../base/index.ts';

/** Who may see an artifact: decides what may appear in it. */
export const audiences = ['teacher', 'student', 'public'] as const;
export type Audience = (typeof audiences)[number];

/** A path inside the output folder, POSIX, never absolute and never leaving it. */
type OutputPath = string;

export interface Artifact {
  readonly path: OutputPath;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly hash: Hash;
  readonly audience: Audience;
}
