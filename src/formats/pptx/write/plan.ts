import type { PdfMetadata } from '../../pdf/index.ts';
import type { SceneSlide } from '../scene.ts';
import type { Media } from './draft.ts';

/** What is known of a slide besides how it looks. */
export interface SlidePlan {
  readonly scene: SceneSlide;
  readonly title: string;
  readonly section: string;
  readonly isHidden: boolean;
  /** Lines of its notes; none in what students get. */
  readonly notes: readonly string[];
}

export interface DeckPlan {
  /** What the deck says of itself, in short texts, so that edits can be brought back. */
  readonly record: readonly string[];
  readonly slides: readonly SlidePlan[];
  /** Titles of the sections by id. */
  readonly sections: ReadonlyMap<string, string>;
  readonly metadata: PdfMetadata;
  readonly theme: string;
  /** Pictures by the number of their source, and the files that they are. */
  readonly media: readonly (Media | undefined)[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}
