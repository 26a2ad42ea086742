import type { FileId, JsonObject } from '../../base/index.ts';
import type { LayoutRole } from '../../model/index.ts';

/** What a layout shows from the lesson instead of from its own fields. */
export const layoutData = ['references', 'glossary', 'objectives', 'sections', 'quiz'] as const;
type LayoutData = (typeof layoutData)[number];

/** A text file with its content. */
export interface TextFile {
  readonly file: FileId;
  readonly text: string;
}

/** A layout: which fields a slide may have, and how it looks. */
export interface LayoutDefinition {
  /** Folder name, also the CSS class of the slide. */
  readonly name: string;
  /** Name for people. */
  readonly title: string;
  /** When to use it, in one sentence. */
  readonly description: string;
  /** Other words by which people call it, in several languages. */
  readonly names: readonly string[];
  /** JSON Schema of the layout's own fields (without the core slide keys). */
  readonly schema: JsonObject;
  readonly titleRequired: boolean;
  /** Whether the title should state the point of the slide (`x-title: topic` names its subject). */
  readonly titleStates: boolean;
  /** What a slide of this layout is for; absent when `fields.yaml` does not say. */
  readonly role?: LayoutRole;
  readonly data?: LayoutData;
  /** layout.hbs */
  readonly template: TextFile;
  /** style.css; empty when the layout has no style of its own. */
  readonly style: TextFile;
  /** Which templates folder it came from. */
  readonly origin: FileId;
  /** fields.yaml */
  readonly fields: FileId;
  /** example.yaml, which may be absent. */
  readonly examples: FileId;
}
