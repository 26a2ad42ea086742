import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Diagnostic, FileId, Span } from '../base/index.ts';
import { buildDiagnostic, type MadeLesson, type MakeResult } from '../make/index.ts';
import { plainText } from '../compose/index.ts';
import { deckData } from '../formats/html/index.ts';
import type { Deck, Files, Lesson, LessonId } from '../model/index.ts';
import { coverageMessage } from './covered.ts';
import { deckDelta, fingerprintOf, wholeDeck, type Fingerprint } from './delta.ts';
import { shownFindings, slideAt, stillTrue } from './findings.ts';
import type { Maker } from './maker.ts';
import type {
  DeckBlock,
  CoverageMessage,
  DeckMessage,
  Finding,
  FindingsMessage,
  ListedLesson,
  ShownPlace,
} from '../wire/index.ts';
import { concerns, nothingSeen, type Seen } from './noting.ts';
import { placesIn, type LinkTo } from './places.ts';

/** The last version without errors. */
export interface GoodVersion {
  readonly lesson: Lesson;
  readonly deck: Deck;
  readonly data: DeckBlock;
  readonly print: Fingerprint;
  /** Names this version and this run of the server. */
  readonly revision: string;
  /** Length of each file that slides stand in. */
  readonly lengths: ReadonlyMap<FileId, number>;
}

export interface LiveLessonOptions {
  readonly id: LessonId;
  readonly files: Files;
  readonly maker: Maker;
  readonly linkTo: LinkTo;
  /** Called with what changed, in this order: the deck, then findings, then coverage. */
  readonly onUpdate: (message: DeckMessage | FindingsMessage | CoverageMessage, revision: string) => void;
  /** Called after each making, before findings are sent; for what takes longer. */
  readonly onSettled: (lesson: LiveLesson) => void;
  readonly watch: (seen: Seen) => void;
}

/** Milliseconds in which events of one save come together. */
const gathering = 4;
/** Milliseconds that an error must last: half-written files pass by unseen. */
const patience = 80;
const warmUps = 8;
/** Milliseconds between two of them, for whoever asks meanwhile. */
const restBetween = 60;
const run = randomBytes(6).toString('hex');

const keyOf = ({ code, message }: Diagnostic): string => `${code} ${message}`;

/** A lesson that is made anew whenever something it looked at changes. */
export class LiveLesson {
  readonly id: LessonId;
  readonly #options: LiveLessonOptions;
  readonly #seen = nothingSeen();
  #good: GoodVersion | undefined;
  #result: MakeResult | undefined;
  #diagnostics: readonly Diagnostic[] = [];
  #kept: readonly Diagnostic[] = [];
  #took = 0;
  #count = 0;
  #version = 0;
  #timer: NodeJS.Timeout | undefined;
  #making: Promise<void> | undefined;
  #isWarm = false;
  #toldCoverage = '';
  #isDirty = false;
  #isClosed = false;

  constructor(options: LiveLessonOptions) {
    this.id = options.id;
    this.#options = options;
  }

  get good(): GoodVersion | undefined {
    return this.#good;
  }

  /** Resolves when the lesson has been made at least once. */
  async ready(): Promise<void> {
    if (!this.#result) await this.#run();
  }

  /**
   * Makes the lesson some more times while nobody has saved yet: code that has run a few times is compiled and several
   * times faster, so that the first saves are as fast as the later ones. Done once.
   */
  async warmUp(): Promise<void> {
    if (this.#isWarm) return;
    this.#isWarm = true;
    for (let left = warmUps; left > 0 && this.#version === 1 && !this.#isClosed; left--) {
      await new Promise((resolve) => setTimeout(resolve, restBetween).unref());
      if (!this.#making && !this.#isDirty) await this.#options.maker.make(this.id, this.#seen).catch(() => undefined);
    }
  }

  /** Told of each change in the project. */
  changed(id: FileId, kind: 'content' | 'entry'): void {
    if (!concerns(this.#seen, id, kind)) return;
    this.#isDirty = true;
    this.#timer ??= setTimeout(() => void this.#run(), gathering);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#isDirty = false;
  }

  /** Counts the makings. */
  get version(): number {
    return this.#version;
  }

  /** Takes all findings of a version, those of the slower checks included. */
  checked(version: number, diagnostics: readonly Diagnostic[]): void {
    if (version !== this.#version || !this.#result?.made || this.#isDirty) return;
    this.#diagnostics = this.#result.diagnostics;
    const quick = new Set(this.#diagnostics.map(keyOf));
    this.#kept = diagnostics.filter((finding) => !quick.has(keyOf(finding)));
    this.#options.onUpdate(this.findings(), this.#good?.revision ?? '');
  }

  /** The results of the last making, when it had no errors. */
  get made(): MakeResult['made'] {
    return this.#result?.made;
  }

  whole(): DeckMessage | undefined {
    return this.#good && wholeDeck(this.#good.deck, this.#good.data);
  }

  findings(): FindingsMessage {
    const placeOf = this.#places();
    return {
      lecternPreview: 'findings',
      isCurrent: this.#isCurrent,
      took: this.#took,
      findings: this.shown([...this.#diagnostics, ...this.#kept], placeOf),
      places: Object.fromEntries((this.#good?.deck.slides ?? []).map(({ id, at }) => [id, placeOf(at)])),
    };
  }

  /** Diagnostics of this lesson as the preview shows them. */
  shown(diagnostics: readonly Diagnostic[], placeOf = this.#places()): readonly Finding[] {
    const slides = this.#good?.deck.slides ?? [];
    const grown = (file: FileId): number => (this.#isCurrent ? 0 : this.#grown(file));
    return shownFindings(diagnostics, placeOf, (span) => slideAt(slides, span, grown(span.file)));
  }

  get #isCurrent(): boolean {
    return this.#result?.made !== undefined;
  }

  #places(): (span: Span) => ShownPlace {
    return placesIn(this.#options.files, this.#options.linkTo);
  }

  coverage(): CoverageMessage | undefined {
    return this.#result?.coverage && coverageMessage(this.#result.coverage, this.#good?.deck);
  }

  listed(): ListedLesson {
    const { coverage } = this.#result ?? {};
    const lesson = this.#result?.lesson ?? this.#good?.lesson;
    const count = (severity: Diagnostic['severity']): number =>
      [...this.#diagnostics, ...this.#kept].filter((finding) => finding.severity === severity).length;
    return {
      id: this.id,
      title: lesson ? plainText(lesson.title) : this.id,
      lang: lesson?.lang ?? 'en',
      slides: this.#good?.deck.slides.length ?? 0,
      errors: count('error'),
      warnings: count('warning'),
      ...(coverage?.hasSource ? { covered: coverage.totals } : {}),
    };
  }

  /** How many characters a file has gained since the last good version. */
  #grown(file: FileId): number {
    const before = this.#good?.lengths.get(file);
    const read = this.#options.files.read(file);
    return before === undefined || !read.ok ? 0 : read.bytes.byteLength - before;
  }

  /** Makes until nothing has changed meanwhile; calls during a making wait for it. */
  #run(): Promise<void> {
    this.#timer = undefined;
    this.#making ??= this.#makeAll().finally(() => {
      this.#making = undefined;
    });
    return this.#making;
  }

  async #makeAll(): Promise<void> {
    do {
      this.#isDirty = false;
      const result = await this.#make();
      if (!result.made) await new Promise((resolve) => setTimeout(resolve, this.#result ? patience : 0));
      if (result.made || !this.#isDirty) this.#accept(result);
      // Streams and timers get their turn between two makings.
      await new Promise((resolve) => setImmediate(resolve));
    } while (this.#isDirty);
    this.#options.onSettled(this);
  }

  async #make(): Promise<MakeResult> {
    const started = performance.now();
    try {
      return await this.#options.maker.make(this.id, this.#seen);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { diagnostics: [buildDiagnostic('build/crashed', `Lectern failed on lesson "${this.id}": ${message}`)] };
    } finally {
      this.#took = Math.round(performance.now() - started);
      this.#options.watch(this.#seen);
    }
  }

  #accept(result: MakeResult): void {
    const before = this.#good;
    const slow = this.#kept;
    this.#result = result;
    this.#version++;
    this.#diagnostics = result.diagnostics;
    this.#kept = [];
    if (result.made) {
      this.#show(result.made, before);
      if (before && this.#good) this.#kept = stillTrue(slow, before, this.#good);
    }
    const revision = this.#good?.revision ?? '';
    setImmediate(() => {
      this.#options.onUpdate(this.findings(), revision);
      this.#tellCoverage(revision);
    });
  }

  /** Most saves leave the coverage as it is. */
  #tellCoverage(revision: string): void {
    const coverage = this.coverage();
    const text = coverage ? JSON.stringify(coverage) : '';
    if (coverage && text !== this.#toldCoverage) this.#options.onUpdate(coverage, revision);
    this.#toldCoverage = text;
  }

  #show({ lesson, deck, composition }: MadeLesson, before: GoodVersion | undefined): void {
    const data = deckData(deck, lesson, 'teacher', composition.words);
    const print = fingerprintOf(deck, data);
    const delta = before ? deckDelta(before.print, print, deck, data) : wholeDeck(deck, data);
    const revision = delta ? `${run}-${++this.#count}` : (before?.revision ?? '');
    const { files } = this.#options;
    const lengths = new Map(
      [...new Set(deck.slides.map(({ at }) => at.file))].map((file) => {
        const read = files.read(file);
        return [file, read.ok ? read.bytes.byteLength : 0] as const;
      }),
    );
    this.#good = { lesson, deck, data, print, revision, lengths };
    if (delta) this.#options.onUpdate(delta, revision);
  }
}
