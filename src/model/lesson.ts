import type { FileId, Json, JsonObject, Span } from '../base/index.ts';
import type { SlideSize } from './page-plan.ts';
import type { Places, StatementLink } from './places.ts';
import type { Question } from './question.ts';
import type { Source } from './source.ts';

/** Folder name under `lessons/`: lower-case letters, digits, hyphens. */
export type LessonId = string;
export type SlideId = string;

/** A statement left out on purpose. The reason is required. */
export interface Waiver extends StatementLink {
  readonly reason: string;
}

/** Other words with which slides may say a word of the source: synonyms, translations. */
export interface Says {
  readonly word: string;
  readonly as: readonly string[];
}

/** One way to divide the time, for example 45 or 90 minutes. */
export interface TimePlan {
  readonly id: string;
  readonly minutes: number;
  readonly title?: string;
}

/** Minutes for each time plan, by plan id. */
export type Minutes = Readonly<Record<string, number>>;

/** Bloom's revised taxonomy (Anderson & Krathwohl 2001). */
export const bloomLevels = ['remember', 'understand', 'apply', 'analyse', 'evaluate', 'create'] as const;
type BloomLevel = (typeof bloomLevels)[number];

export interface Objective {
  readonly id: string;
  readonly verb: string;
  readonly bloom?: BloomLevel;
  readonly text: string;
  /** Plans in which the objective is taught; all plans when absent. */
  readonly plans?: readonly string[];
  readonly at: Span;
}

/** The theme's evidence colours and icons, each with a built-in level of its name. */
export const evidenceTones = ['human', 'animal', 'in-vitro', 'review', 'claim', 'legal'] as const;

/** How well a claim is supported; shown as a badge with an icon, so that colour never carries it alone. */
export interface EvidenceLevel {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Which of the theme's evidence colours and icons to use. */
  readonly tone: (typeof evidenceTones)[number];
}

/** A level that an outline renames or adds; without a label it keeps that of the language. */
export type OwnEvidenceLevel = Omit<EvidenceLevel, 'label'> & { readonly label?: string };

/** Which parts of a slide appear one after another: nothing, the layout's main items, or as the fields say themselves. */
type Steps = boolean;

export interface Ignore {
  readonly code: string;
  readonly reason: string;
  readonly at: Span;
}

/**
 * What slides are for, as their layout says: to open the lesson (`title`) or a part of it (`opener`), to list parts of
 * the lesson, to set the audience to work, to repeat what matters at the end, or to teach.
 */
export const layoutRoles = ['title', 'opener', 'listing', 'activity', 'closing', 'teaching'] as const;
export type LayoutRole = (typeof layoutRoles)[number];

export interface Slide {
  readonly id: SlideId;
  readonly layout: string;
  readonly role: LayoutRole;
  /** Whether the title should state the point of the slide instead of naming its subject. */
  readonly titleStates: boolean;
  readonly title?: string;
  /** The layout's own fields, as written, variables replaced. */
  readonly fields: JsonObject;
  /** Markdown for the lecturer. */
  readonly notes?: string;
  /** Language of its texts where it is not that of the lesson. */
  readonly lang?: string;
  readonly covers: readonly StatementLink[];
  /** Reference ids shown in the slide's source line. */
  readonly cites: readonly { readonly reference: string; readonly at: Span }[];
  /** Evidence level ids shown as badges. */
  readonly evidence: readonly string[];
  readonly steps: Steps;
  /** Plans in which the slide is shown; all plans when absent. */
  readonly plans?: readonly string[];
  /** How long the slide takes, when the author says so. */
  readonly minutes?: Minutes;
  readonly objectives: readonly string[];
  readonly ignores: readonly Ignore[];
  /** Set when the slide cannot be made as it is written: it is shown as a plain slide instead. */
  readonly standIn?: StandIn;
  /** Texts for which the slide has no place, as under a key that nobody knows: a plain slide after it shows them. */
  readonly rest?: readonly string[];
  /** How many pages the drawing of the slide takes, when its text would be too small on one. */
  readonly drawnPages?: number;
  readonly at: Span;
  readonly places: Places;
}

/** What is shown in the place of a slide that cannot be made: all that its author wrote for the audience. */
interface StandIn {
  readonly texts: readonly string[];
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly minutes: Minutes;
  /** Source section ids that this section teaches. */
  readonly covers: readonly string[];
  readonly omits: readonly Waiver[];
  readonly slides: readonly Slide[];
  readonly at: Span;
  readonly places: Places;
}

export interface Term {
  readonly id: string;
  readonly term: string;
  readonly definition: string;
  /** Language of the word where it is not that of the lesson. */
  readonly lang?: string;
  readonly at: Span;
}

export interface Misconception {
  readonly wrong: string;
  readonly right: string;
  readonly covers: readonly StatementLink[];
  readonly at: Span;
}

export interface DiscussionPrompt {
  readonly id: string;
  readonly prompt: string;
  readonly hint?: string;
  readonly objectives: readonly string[];
  readonly plans?: readonly string[];
  readonly at: Span;
}

export interface Reference {
  readonly id: string;
  readonly authors: string;
  readonly year: string;
  readonly title: string;
  /** Journal, book, site. */
  readonly container?: string;
  /** Language of title and journal where it is not that of the lesson. */
  readonly lang?: string;
  readonly doi?: string;
  readonly pmid?: string;
  readonly url?: string;
  /** What was seen of it: abstract, full text, secondary source. */
  readonly note?: string;
  /** Findings of the work, each a short text, on which slides that cite it may rest. */
  readonly facts?: readonly string[];
  readonly retracted?: boolean;
  readonly at: Span;
  readonly places: Places;
}

/** How the lesson looks: theme, variant, size, house style. */
export interface Presentation {
  readonly theme: string;
  readonly variant: string;
  /** Colours by one word. */
  readonly palette?: string;
  readonly size: SlideSize;
  /** `false` keeps quotes, dashes and spaces as they are written. */
  readonly typography?: boolean;
  /** Line at the foot of each slide. */
  readonly footer?: string;
  /** Lesson-relative image path. */
  readonly logo?: string;
  /** Lesson-relative path of the picture behind slides with `look: picture`. */
  readonly background?: string;
  /** Overrides of the theme's tokens, by name without the leading dashes: `accent: "#0a5"`. */
  readonly tokens: Readonly<Record<string, string>>;
  /** Font packages or font files for characters that the theme's fonts lack. */
  readonly fonts: readonly string[];
  /** Lesson-relative CSS file with rules of the lesson's own. */
  readonly css?: string;
}

/** What a lecturer authors, parsed and validated. */
export interface Lesson {
  readonly id: LessonId;
  /** `lessons/<id>` */
  readonly dir: FileId;
  /** `lessons/<id>/lesson.yaml` */
  readonly file: FileId;
  readonly title: string;
  readonly subtitle?: string;
  readonly authors: readonly string[];
  readonly institution?: string;
  /** Whom to write to about the lesson, such as what is not accessible in it: a name, an address, or both. */
  readonly contact?: string;
  /** Under which terms others may use the lesson: `CC BY 4.0`. */
  readonly license?: string;
  /** ISO 8601 calendar date, as written. */
  readonly date?: string;
  /** BCP 47 tag, for example `nl`. */
  readonly lang: string;
  readonly audience?: string;
  readonly level?: string;
  readonly plans: readonly TimePlan[];
  readonly priorKnowledge: readonly string[];
  readonly objectives: readonly Objective[];
  readonly evidence: readonly OwnEvidenceLevel[];
  readonly sections: readonly Section[];
  readonly quiz: readonly Question[];
  readonly glossary: readonly Term[];
  readonly misconceptions: readonly Misconception[];
  readonly discussion: readonly DiscussionPrompt[];
  readonly references: readonly Reference[];
  readonly omits: readonly Waiver[];
  readonly says: readonly Says[];
  readonly presentation: Presentation;
  readonly source?: Source;
  /** Every file that was read to make this lesson, in order, for the cache and the watcher. */
  readonly inputs: readonly FileId[];
  readonly places: Places;
  /** Values under `vars`, after replacement. */
  readonly vars: Readonly<Record<string, Json>>;
}

/** All slides of a lesson in order, each with its section. */
export function slidesOf(lesson: Lesson): readonly { readonly slide: Slide; readonly section: Section }[] {
  return lesson.sections.flatMap((section) => section.slides.map((slide) => ({ slide, section })));
}
