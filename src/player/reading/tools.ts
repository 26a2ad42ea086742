import type { ReadingStrings } from '../strings.ts';
import type { Regions } from './regions.ts';

/** What the parts of the reading view work with; `title` names the slide in labels. */
export interface Tools {
  readonly strings: ReadingStrings;
  readonly regions: Regions;
  readonly title: string;
}
