import type { Hash } from '../base/index.ts';
import type { Audience, Excerpt, LessonId } from '../model/index.ts';

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
  /** The part of the lesson that it shows; all of it when absent. */
  readonly only?: Excerpt;
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
