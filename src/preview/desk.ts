import type { Diagnostic, FileId } from '../base/index.ts';
import type { Player } from '../formats/html/index.ts';
import type { Phase } from '../make/index.ts';
import type { Files, LessonId, MermaidArtist } from '../model/index.ts';
import { lessonIds } from '../parse/index.ts';
import type { Editor } from './editor.ts';
import { LiveLesson } from './live-lesson.ts';
import { Maker } from './maker.ts';
import type { LessonsMessage } from '../wire/index.ts';
import type { Seen } from './noting.ts';
import { StageManager } from './stage-manager.ts';
import { Streams, type Listener } from './streams.ts';

/** A file made for the user to take along. */
export interface Exported {
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What came of an export. */
export interface ExportResult {
  /** Absent when it failed. */
  readonly file?: Exported;
  /** Why it failed, as far as is known. */
  readonly problems: readonly Diagnostic[];
}

/** Formats that the preview's buttons make. */
export const exportFormats = ['html', 'pdf', 'md'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface DeskOptions {
  readonly files: Files;
  readonly player: Player;
  readonly editor: Editor;
  /** Every diagnostic code there is. */
  readonly knownCodes: ReadonlySet<string>;
  /** Draws Mermaid diagrams; without it they are found and not drawn. */
  readonly artist?: MermaidArtist;
  /** Builds one format of a lesson into the output folder. */
  readonly exporter: (id: LessonId, format: ExportFormat) => Promise<ExportResult>;
  readonly watch: (seen: Seen) => void;
  /** Starts what takes longer than a preview may: checks of the laid-out slides. */
  readonly onSettled?: (lesson: LiveLesson) => void;
  /** Told what is being done for a lesson. */
  readonly onPhase?: (id: LessonId, phase: Phase) => void;
}

/** The lessons that are being worked on, and the pages that listen to them. */
export class Desk {
  readonly options: DeskOptions;
  readonly maker: Maker;
  readonly streams: Streams;
  readonly stage: StageManager;
  /** What was exported, by lesson and format. */
  readonly exports = new Map<string, Exported>();
  readonly #lessons = new Map<LessonId, LiveLesson>();
  #listing: Promise<void> | undefined;

  constructor(options: DeskOptions) {
    this.options = options;
    this.maker = new Maker(options);
    this.streams = new Streams((listener) => this.stage.left(listener));
    this.stage = new StageManager(this.streams, this.#lessons);
  }

  /** Ids of the lessons as they are now. */
  ids(): readonly LessonId[] {
    const ids = lessonIds(this.options.files, this.maker.config().config.lessons);
    return ids.ok ? ids.value : [];
  }

  /** A lesson, made at least once; `undefined` when there is none with this id. */
  async lesson(id: LessonId): Promise<LiveLesson | undefined> {
    const known = this.#lessons.get(id) ?? (this.ids().includes(id) ? this.#open(id) : undefined);
    await known?.ready();
    return known;
  }

  /** Told of each change in the project. */
  changed(file: FileId, kind: 'content' | 'entry'): void {
    this.maker.forget(file);
    for (const lesson of this.#lessons.values()) lesson.changed(file, kind);
    const { lessons } = this.maker.config().config;
    if (kind === 'entry' && file.startsWith(`${lessons}/`) && file.split('/').length <= 3) void this.list();
  }

  /** Makes every lesson that has not been made yet, one after another, and tells the index after each. */
  list(): Promise<void> {
    this.#listing ??= this.#listAll().finally(() => {
      this.#listing = undefined;
    });
    return this.#listing;
  }

  lessons(): LessonsMessage {
    const lessons = this.ids().map(
      (id) => this.#lessons.get(id)?.listed() ?? { id, title: id, lang: 'en', slides: 0, errors: 0, warnings: 0 },
    );
    return { lecternPreview: 'lessons', lessons };
  }

  /** Language that all lessons share, else English. */
  lang(): string {
    const languages = new Set([...this.#lessons.values()].flatMap(({ good }) => good?.lesson.lang ?? []));
    return languages.size === 1 ? ([...languages][0] ?? 'en') : 'en';
  }

  close(): void {
    for (const lesson of this.#lessons.values()) lesson.close();
    this.streams.close();
  }

  async #listAll(): Promise<void> {
    for (const id of this.ids()) {
      if (!this.streams.some(({ view }) => view === 'index')) return;
      await this.lesson(id);
      this.#tellIndex();
    }
    this.#tellIndex();
  }

  #tellIndex(): void {
    this.streams.send(({ view }) => view === 'index', this.lessons());
  }

  #open(id: LessonId): LiveLesson {
    const { files, editor, watch, onSettled } = this.options;
    const lesson = new LiveLesson({
      id,
      files,
      maker: this.maker,
      watch,
      linkTo: (file, line, column) => editor.linkTo(file, line, column),
      onUpdate: (message, revision) => {
        const isDeck = 'lecternLive' in message;
        const to = (listener: Listener): boolean =>
          listener.lesson === id && (listener.view === 'shell' || (isDeck && listener.view === 'deck'));
        this.streams.send(to, message, isDeck ? revision : undefined);
        if (isDeck) this.stage.tell();
      },
      onSettled: (settled) => {
        this.#tellIndex();
        onSettled?.(settled);
      },
    });
    this.#lessons.set(id, lesson);
    return lesson;
  }
}
