/** What the library gives and takes: plain data, which stays as it is while the inside of Lectern changes. */

/** For whom artifacts are made. Answers, notes and the lesson plan are in the teacher's edition only. */
export type Edition = 'teacher' | 'student' | 'public';

/** How a project is opened. */
export interface ProjectOptions {
  /** The output folder, relative to the project; that of `lectern.yaml` when absent. */
  readonly output?: string;
  /** Where results are kept; `false` keeps nothing and takes nothing from what was kept. The user's cache folder when absent. */
  readonly cache?: string | false;
  /** The browser that prints: a path, `bundled` or `system`. */
  readonly browser?: string;
  /** Whether the lessons come from strangers: none of their templates and style sheets, tighter limits, no cache. */
  readonly untrusted?: boolean;
  /** The environment, for `SOURCE_DATE_EPOCH` and the places of browsers; that of the process when absent. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** What the methods of a project have in common. */
export interface RunOptions {
  /** The lessons by id; all of them when absent. */
  readonly lessons?: readonly string[];
  /** The most seconds that a lesson may take. */
  readonly timeLimit?: number;
  /** The most megabytes that a lesson may take. */
  readonly memoryLimit?: number;
  /** Stops after the lessons under way. */
  readonly signal?: AbortSignal;
}

/** What to build. */
export interface BuildOptions extends RunOptions {
  /** Names of formats, or `all`; the standard ones when absent. */
  readonly formats?: readonly string[] | 'all';
  /** The edition; the teacher's when absent. */
  readonly audience?: Edition;
  /** The part of each lesson of which a deck is wanted, in a folder of its name; all of the lesson when absent. */
  readonly only?: 'questions';
  /** Whether the lessons are checked too; yes when absent. */
  readonly check?: boolean;
  /** Whether a lesson with a slide that cannot be made is not made at all. */
  readonly strict?: boolean;
  /** Whether artifacts are written to the output folder; yes when absent. With `false` the results hold their bytes. */
  readonly write?: boolean;
  /** How many lessons are made at the same time; the number of cores and one when absent. */
  readonly jobs?: number;
  /** Called when a lesson is done. */
  readonly onLesson?: (lesson: BuiltLesson) => void;
}

/** What to check. */
export interface CheckOptions extends RunOptions {
  /** Whether a slide that cannot be made is an error of its lesson. */
  readonly strict?: boolean;
}

/** How to watch. */
export interface WatchOptions extends Omit<BuildOptions, 'signal' | 'write'> {
  /** Called after each build. */
  readonly onBuild: (result: BuildResult) => void;
}

/** What was found in a lesson or in the project. */
export interface Finding {
  /** `area/name`, as in docs/diagnostics.md. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** Ways to mend it. */
  readonly help: readonly string[];
  /** The file, relative to the project, with the place in it; absent when it is about no file. */
  readonly at?: {
    readonly file: string;
    /** From 1. */
    readonly line: number;
    /** From 1, in UTF-16 units. */
    readonly column: number;
    /** Offsets in UTF-16 units. */
    readonly start: number;
    readonly end: number;
  };
}

/** What every result has. */
export interface Result {
  /** Whether there are no errors. */
  readonly ok: boolean;
  readonly findings: readonly Finding[];
}

/** A file that was made. */
export interface BuiltArtifact {
  /** Relative to the output folder. */
  readonly path: string;
  readonly mediaType: string;
  readonly format: string;
  readonly audience: Edition;
  /** The part of the lesson that it shows; all of it when absent. */
  readonly only?: 'questions';
  /** SHA-256 of the bytes. */
  readonly hash: string;
  readonly size: number;
  /** With `write: false`. */
  readonly contents?: Uint8Array;
}

/** What became of a lesson. */
export interface BuiltLesson {
  readonly id: string;
  /** `unchanged` and `restored` lessons were made before; a `failed` one has an error that says why. */
  readonly state: 'built' | 'restored' | 'unchanged' | 'failed';
  /** Absent for a lesson that failed. */
  readonly title?: string;
  readonly slides?: number;
  readonly artifacts: readonly BuiltArtifact[];
}

/** What a build did. */
export interface BuildResult extends Result {
  readonly lessons: readonly BuiltLesson[];
  /** Files of an earlier build that this one no longer makes; they were removed. */
  readonly removed: readonly string[];
}

/** One sentence of the source, and where it is said. */
export interface CoveredStatement {
  readonly id: string;
  readonly text: string;
  readonly status: 'covered' | 'waived' | 'uncovered';
  /** Ids of the slides that are linked to it. */
  readonly slides: readonly string[];
  /** Whether those slides say it, or only their notes, or neither (it is `linked` all the same); absent without slides. */
  readonly said?: 'slide' | 'notes' | 'linked';
  /** Words of the statement that stand nowhere on those slides. */
  readonly missing: readonly string[];
}

/** How far a lesson covers its source. */
export interface LessonCoverage {
  readonly lesson: string;
  readonly hasSource: boolean;
  readonly counts: {
    readonly statements: number;
    readonly covered: number;
    readonly waived: number;
    readonly uncovered: number;
    readonly sections: number;
    readonly completeSections: number;
  };
  readonly statements: readonly CoveredStatement[];
}

/** What was measured. */
export interface CoverageResult extends Result {
  readonly lessons: readonly LessonCoverage[];
}

/** Something that goes on until it is closed. */
export interface Watching {
  close(): Promise<void>;
}

/** A folder with lessons. Its files are read again at each call. */
export interface Project extends AsyncDisposable {
  /** The folder. */
  readonly folder: string;
  /** Makes the artifacts of lessons. A lesson that fails never stops the others. */
  build(options?: BuildOptions): Promise<BuildResult>;
  /** Takes lessons through all phases and checks, and writes nothing. */
  check(options?: CheckOptions): Promise<Result>;
  /** Measures, without a browser, how far the slides say what the source says. */
  coverage(options?: Pick<RunOptions, 'lessons'>): Promise<CoverageResult>;
  /** Builds now and whenever something changes that a lesson is made of. */
  watch(options: WatchOptions): Watching;
  /** Ends what is under way. */
  close(): Promise<void>;
}
