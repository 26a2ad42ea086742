import { failure, hasErrors, success, type Diagnostic, type Outcome } from '../base/index.ts';
import {
  decodeUtf8,
  type Audience,
  type ComposedSlide,
  type Composition,
  type Files,
  type Lesson,
} from '../model/index.ts';
import {
  asStandIn,
  loadStrings,
  wordsOf,
  type Catalogue,
  type LayoutDefinition,
  type TextFile,
} from '../parse/index.ts';
import { AssetCollector } from './assets.ts';
import { composeDiagnostic } from './codes.ts';
import { styleSheet } from './css.ts';
import type { Template, TemplateEnvironment, TemplateText } from './environment.ts';
import { environmentFor } from './environments.ts';
import { Findings } from './findings.ts';
import { readQuestionPictures } from './question-pictures.ts';
import { evidenceLevels } from './evidence.ts';
import { Metrics, withMargins } from './fit/index.ts';
import { sectionLengths } from '../text/index.ts';
import { showReference } from './references.ts';
import { writeSlide } from './slide.ts';
import { writeRest, writeStandIn } from './stand-in.ts';
import { textHost, type LessonWriter, type SlideJob } from './writing.ts';
import { inlineMarkdown } from './text/index.ts';
import { loadTheme } from './theme.ts';

export interface ComposeInput {
  readonly lesson: Lesson;
  readonly catalogue: Catalogue;
  readonly files: Files;
  /** Template folders, nearest first: the lesson's, the project's, Lectern's own. */
  readonly folders: readonly string[];
  /** Answers are left out for everyone but the teacher. */
  readonly audience: Audience;
}

/** Partials of all template folders; the nearest folder wins. */
function loadPartials(files: Files, folders: readonly string[]): ReadonlyMap<string, TemplateText> {
  const partials = new Map<string, TemplateText>();
  for (const folder of folders.toReversed()) {
    for (const entry of files.list(`${folder}/partials`)) {
      if (entry.kind !== 'file' || !entry.name.endsWith('.hbs')) continue;
      const file = `${folder}/partials/${entry.name}`;
      const read = files.read(file);
      const text = read.ok ? decodeUtf8(read.bytes) : undefined;
      if (text !== undefined) partials.set(entry.name.slice(0, -4), { file, text });
    }
  }
  return partials;
}

/**
 * Lesson → Marp Markdown: every slide through its layout's template, with all problems collected. A slide that cannot be
 * written is written as a plain one; only a lesson without any slide is a failure.
 */
export function compose({ lesson, catalogue, files, folders, audience }: ComposeInput): Outcome<Composition> {
  const diagnostics: Diagnostic[] = [];
  const { strings, isKnown, diagnostics: stringProblems } = loadStrings(files, folders, lesson.lang);
  diagnostics.push(...stringProblems, ...(isKnown ? [] : [languageProblem(lesson)]));
  const assets = new AssetCollector(files, lesson.dir);
  const logo = logoOf(lesson, assets);
  const theme = loadTheme(files, folders, lesson, logo);
  diagnostics.push(...theme.diagnostics);

  const uses = { math: false, code: false };
  const findings = new Findings(files);
  const footer = footerMarkdown({ lesson, assets, findings, uses });
  const evidence = evidenceLevels(lesson, strings);
  const partials = loadPartials(files, folders);
  const environment = environmentFor(partials);
  const writer: LessonWriter = {
    bare: bareTemplate(environment, partials),
    lesson,
    answers: audience === 'teacher',
    strings,
    stringsIn: (lang) => loadStrings(files, folders, lang).strings,
    evidence: new Map(evidence.map((level) => [level.id, level])),
    references: shownReferences(lesson, strings.get('retracted') ?? 'retracted', uses),
    assets,
    findings,
    uses,
    plan: withMargins(theme.theme.plan, sectionLengths(theme.theme.sheets, sizeClass(lesson.presentation))),
    metrics: new Metrics(theme.theme.fonts, theme.theme.sheets, files),
    classes: slideClasses(lesson.presentation),
  };
  const written = writeSlides(writer, catalogue, environment);
  diagnostics.push(...written.diagnostics, ...findings.diagnostics);
  if (written.slides.length === 0) return failure([...diagnostics, ...assets.diagnostics]);

  const aside = audience === 'teacher' ? readQuestionPictures(lesson, assets) : new Set<string>();
  const standIns = new Set(written.slides.filter(({ standIn }) => standIn).map(({ slide }) => slide));
  const sheets = [...layoutStyles(written.layouts), ...ownStyle(lesson, assets)];
  const styles = sheets.map(({ file, text }) => styleSheet(file, text));
  diagnostics.push(...assets.diagnostics, ...styles.flatMap((style) => style.diagnostics));
  return success(
    {
      lesson: lesson.id,
      title: lesson.title,
      lang: lesson.lang,
      authors: lesson.authors,
      slides: written.slides,
      assets: [...assets.assets.values()],
      aside,
      drawings: [...assets.drawings.values()].filter(({ slide }) => !standIns.has(slide)),
      linked: [...assets.linked.values()],
      formulas: findings.formulas.filter(({ slide }) => slide === undefined || !standIns.has(slide)),
      evidence,
      words: wordsOf(strings),
      css: [...theme.theme.sheets, ...styles.map((style) => style.css)].join('\n'),
      fonts: theme.theme.fonts,
      size: theme.theme.plan.canvas,
      uses,
      ...(footer === undefined ? {} : { footer }),
    },
    diagnostics,
  );
}

/** The picture at the foot of each slide, where the outline names one. */
function logoOf({ presentation, places }: Lesson, assets: AssetCollector): ReturnType<AssetCollector['picture']> {
  const { logo } = presentation;
  return logo === undefined ? undefined : assets.picture(logo, places.value('/presentation/logo'));
}

const sizeClass = ({ size }: Lesson['presentation']): readonly string[] => [`size-${size.replace(':', 'x')}`];

/** Classes that every slide carries: the variant stands first. */
const slideClasses = (presentation: Lesson['presentation']): readonly string[] => [
  presentation.variant,
  ...sizeClass(presentation),
  ...(presentation.palette === undefined ? [] : [`palette-${presentation.palette}`]),
];

/** A template of head and foot alone; an empty one where the project's own partials have flaws, which are told elsewhere. */
function bareTemplate(environment: TemplateEnvironment, partials: ReadonlyMap<string, TemplateText>): Template {
  const text = partials.get('bare') ?? { file: 'lectern:templates/partials/bare.hbs', text: '' };
  return environment.compile(text).template ?? { file: text.file, run: () => ({ markdown: '' }) };
}

/** All references as slides show them. */
function shownReferences(
  { references }: Lesson,
  retracted: string,
  uses: { math: boolean; code: boolean },
): LessonWriter['references'] {
  const host = {
    picture: () => undefined,
    drawing: () => '',
    use: (feature: 'math' | 'code') => void (uses[feature] = true),
  };
  return new Map(references.map((reference) => [reference.id, showReference(reference, host, { retracted })]));
}

function languageProblem({ lang, places }: Lesson): Diagnostic {
  const message = `There are no fixed words in "${lang}": words such as "Sources" stay English`;
  return composeDiagnostic('lesson/language-words', message, { at: places.value('/lang') });
}

const layoutStyles = (layouts: readonly LayoutDefinition[]): readonly TextFile[] =>
  layouts.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map((layout) => layout.style);

/** The lesson's own style sheet; a file that cannot be read is reported by `assets`. */
function ownStyle({ presentation, places }: Lesson, assets: AssetCollector): readonly TextFile[] {
  if (presentation.css === undefined) return [];
  const read = assets.file(presentation.css, places.value('/presentation/css'));
  return read ? [{ file: read.id, text: new TextDecoder().decode(read.bytes) }] : [];
}

/** The line at the foot of each slide as safe Markdown: a Marp tool reads HTML in it. */
function footerMarkdown(shared: Pick<LessonWriter, 'lesson' | 'assets' | 'findings' | 'uses'>): string | undefined {
  const { presentation, places } = shared.lesson;
  if (presentation.footer === undefined) return undefined;
  const at = places.value('/presentation/footer');
  return inlineMarkdown(presentation.footer, { ...textHost(shared, () => at), drawing: () => '' });
}

/** A slide of which everything could be written; no slides when something is missing, which is then reported. */
function writeWhole(
  job: SlideJob,
  writer: LessonWriter,
): { readonly slides?: readonly ComposedSlide[]; readonly diagnostics: readonly Diagnostic[] } {
  const before = writer.assets.diagnostics.length;
  const { slides, diagnostics } = writeSlide(job, writer);
  const isWhole = !hasErrors(diagnostics) && !hasErrors(writer.assets.diagnostics.slice(before));
  return { diagnostics, ...(isWhole ? { slides } : {}) };
}

function writeSlides(
  writer: LessonWriter,
  catalogue: Catalogue,
  environment: TemplateEnvironment,
): { slides: readonly ComposedSlide[]; layouts: readonly LayoutDefinition[]; diagnostics: readonly Diagnostic[] } {
  const slides: ComposedSlide[] = [];
  const diagnostics: Diagnostic[] = [];
  const templates = new Map<string, { layout: LayoutDefinition; template: Template } | undefined>();
  const find = (name: string) => {
    if (templates.has(name)) return templates.get(name);
    const layout = catalogue.get(name);
    const compiled = layout?.ok ? environment.compile(layout.value.template) : undefined;
    diagnostics.push(...(compiled?.diagnostics ?? []));
    const found = layout?.ok && compiled?.template ? { layout: layout.value, template: compiled.template } : undefined;
    templates.set(name, found);
    return found;
  };
  writer.lesson.sections.forEach((section, i) => {
    let afterOpener = false;
    for (const slide of section.slides) {
      const place = { slide, section, sectionNumber: i + 1, afterOpener, footnotes: [] };
      const found = slide.standIn ? undefined : find(slide.layout);
      const written = found && writeWhole({ ...place, ...found }, writer);
      diagnostics.push(...(written?.diagnostics ?? []));
      const { texts } = asStandIn(slide).standIn ?? { texts: [] };
      const own = written?.slides ?? writeStandIn(place, texts, writer);
      slides.push(...own, ...(slide.rest ? writeRest(place, slide.rest, own.length, writer) : []));
      if (slide.role === 'opener') afterOpener = true;
    }
  });
  if (slides.length === 0) {
    diagnostics.push(
      composeDiagnostic('lesson/no-slides', `The lesson "${writer.lesson.id}" has no slides`, {
        at: writer.lesson.places.value(''),
      }),
    );
  }
  return { slides, layouts: [...templates.values()].flatMap((found) => found?.layout ?? []), diagnostics };
}
