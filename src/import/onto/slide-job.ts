import type { Slide } from '../../model/index.ts';
import type { Leaf } from './leaves.ts';
import type { RecordSlide } from './record.ts';
import type { SeenSlide } from './seen.ts';

/** A slide of the outline with its pages as they were written and as they are. */
export interface SlideJob {
  readonly slide: Slide;
  readonly was: readonly RecordSlide[];
  readonly now: readonly SeenSlide[];
  /** Texts of the lesson that several slides show. */
  readonly shared: readonly Leaf[];
  /** The text as it stands in the file, variables and all; undefined when it is put together from elsewhere. */
  readonly rawOf: (leaf: Leaf) => string | undefined;
}
