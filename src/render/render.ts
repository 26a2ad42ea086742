import { failure, Recent, RecentByOwner, success, type Diagnostic, type Outcome, type Span } from '../base/index.ts';
import type { Asset, Composition, Deck, DeckSlide, Files, LessonId, MermaidArtist, SlideId } from '../model/index.ts';
import { attributeOf, htmlPieces, replacePieces, sayFormulas } from '../text/index.ts';
import { renderDiagnostic } from './codes.ts';
import { forbiddenHtml } from './forbidden.ts';
import { codePointsOf, inlineFonts, inlineKatexFonts } from './fonts.ts';
import type { Rendered } from './marp.ts';
import { emojiCss, inlineEmoji } from './emoji.ts';
import { formulaProblems, sourceClass } from './formulas.ts';
import { linkSlides, sectionAddresses } from './links.ts';
import { keepNamesTogether } from './nobreak.ts';
import { notesWriter } from './notes.ts';
import { makeDrawings, preparePictures, type Picture } from './pictures.ts';
import { openSection } from './section.ts';
import { numberSteps, stepCode } from './steps.ts';
import type { StyleCache } from './styles.ts';

/** A deck with the files that `deck.md` needs beside it. */
interface RenderedDeck {
  readonly deck: Deck;
  readonly assets: readonly Asset[];
}

/** A deck, or the slides that cannot be rendered: without them there would be one. */
export type Rendering = Outcome<RenderedDeck> & {
  /** Ids of the lesson's slides. */
  readonly failed: ReadonlySet<SlideId>;
  /** How many pages the drawings of slides take that have more than they were given. */
  readonly divided: ReadonlyMap<SlideId, number>;
};

export interface RenderTools {
  /** Where packed style sheets are kept from run to run. */
  readonly styles?: StyleCache | undefined;
  /** Draws Mermaid diagrams; without it they are found and not drawn. */
  readonly artist?: MermaidArtist | undefined;
}

/** Marp Markdown → slides as HTML, everything inlined. Without a browser of its own. */
export async function render(composition: Composition, files: Files, tools: RenderTools = {}): Promise<Rendering> {
  const [drawings, pictures] = await Promise.all([
    makeDrawings(composition, files, tools.artist),
    preparePictures(composition.assets),
  ]);
  const diagnostics: Diagnostic[] = [...drawings.diagnostics, ...pictures.diagnostics];
  // Marp is loaded only when something must be rendered.
  const { runMarp } = await import('./marp.ts');
  const rendered = await runMarp(composition, tools.styles);
  const failed = new Set([...drawings.failed, ...slidesWith(pictures.failed, composition)]);
  if (rendered.sections.length !== composition.slides.length) {
    const found = await miscounted(composition, tools.styles);
    for (const { slide } of found) failed.add(slide);
    diagnostics.push(...found.map(countProblem));
    return { ...failure(diagnostics), failed, divided: drawings.divided };
  }
  const formulas = await formulaProblems(composition.formulas);
  // The slide stays as it is: the source of the formula stands in its place.
  diagnostics.push(...(formulas.length > 0 ? formulas : mathProblems(composition, rendered)));
  for (const { slide, problem } of forbiddenProblems(composition, rendered)) {
    failed.add(slide);
    diagnostics.push(problem);
  }
  if (failed.size > 0) return { ...failure(diagnostics), failed, divided: drawings.divided };

  const all = new Map([...drawings.pictures, ...pictures.pictures]);
  const addresses = sectionAddresses(composition.slides);
  const notes = composition.slides.map((slide) => slide.notes);
  const notesHtml = await notesWriter(notes, (key) => composition.words[key]);
  const slides = composition.slides.map((slide, i): DeckSlide => {
    const linked = linkSlides(rendered.sections[i] ?? '', addresses);
    const placed = placePictures(linked, all, `${slide.id}-`);
    const { html, steps } = finished(placed, composition);
    const number = i + 1;
    return {
      ...slide,
      number,
      steps,
      html: openSection(html, { slide, number, steps }),
      notesHtml: notesHtml(slide.notes),
    };
  });
  const styled = deckCss(composition, rendered, slides, all, files);
  diagnostics.push(...styled.diagnostics);
  const { lesson, title, lang, authors, size } = composition;
  const deck = { lesson, title, lang, authors, size, css: styled.css, slides };
  const assets = [...all.values()].map((picture) => picture.asset);
  return { ...success({ deck, assets }, diagnostics), failed, divided: drawings.divided };
}

/** The slides that show one of these files. */
const slidesWith = (paths: ReadonlySet<string>, { slides }: Composition): readonly SlideId[] =>
  paths.size === 0
    ? []
    : slides.filter(({ markdown }) => [...paths].some((path) => markdown.includes(path))).map(({ slide }) => slide);

const lately = new RecentByOwner<ReturnType<typeof numberSteps>>(3_000_000);

/** Names kept together, emoji as pictures, formulas in words, steps numbered; done once for the same HTML. */
function finished(placed: string, { lesson, lang, words }: Composition): ReturnType<typeof numberSteps> {
  const said = (html: string) => sayFormulas(html, (key) => words[key]);
  const make = () => numberSteps(stepCode(said(inlineEmoji(keepNamesTogether(placed)))));
  return lately.of(lesson).getOrMake(`${lang} ${placed}`, make, (made) => placed.length + made.html.length);
}

function placePictures(html: string, pictures: ReadonlyMap<string, Picture>, prefix: string): string {
  if (!/<img/i.test(html)) return html;
  let count = 0;
  return replacePieces(html, (piece) => {
    if (piece.kind !== 'open' || piece.name !== 'img') return undefined;
    const picture = pictures.get(attributeOf(piece, 'src') ?? '');
    const [alt, className] = [attributeOf(piece, 'alt') ?? '', attributeOf(piece, 'class') ?? ''];
    return picture?.element({ alt, className }, `${prefix}${++count}-`);
  });
}

/** Packed CSS with the fonts that this deck uses and pictures named in it inlined. */
function deckCss(
  composition: Composition,
  rendered: Rendered,
  slides: readonly DeckSlide[],
  pictures: ReadonlyMap<string, Picture>,
  files: Files,
) {
  const html = slides.map((slide) => slide.html).join('');
  const packed = rendered.css.replace(/url\(\s*["']?(assets\/[\w.%-]+)["']?\s*\)/g, (_, path: string) => {
    const asset = pictures.get(path)?.asset;
    return asset
      ? `url("data:${asset.mediaType};base64,${Buffer.from(asset.bytes).toString('base64')}")`
      : 'url("data:,")';
  });
  const css = composition.uses.math ? inlineKatexFonts(packed, html) : packed;
  const fonts = inlineFonts(composition.fonts, files, css, codePointsOf(html));
  const whole = `${fonts.css}\n${css}\n${hiddenTables}${html.includes('class="emoji"') ? emojiCss : ''}`;
  return { css: shared(whole), diagnostics: fonts.diagnostics };
}

const sheets = new Recent<string>(2_000_000);

/** The same string for the same text, so that what is worked out for one deck's style sheet is known for the next. */
function shared(css: string): string {
  return sheets.getOrMake(
    css,
    () => css,
    () => css.length,
  );
}

/** Data tables of charts stand where they are read, take no room and cannot be seen. */
const hiddenTables =
  '.deck .data-table{position:absolute!important;width:1px!important;height:1px!important;margin:-1px!important;padding:0!important;overflow:hidden!important;clip-path:inset(50%)!important;white-space:nowrap!important;border:0!important}';

/** What is wrong with one slide. */
interface SlideProblem {
  readonly slide: SlideId;
  readonly problem: Diagnostic;
}

/** Formulas that no text of the lesson holds: those of a template. */
function mathProblems({ slides, uses }: Composition, { sections }: Rendered): readonly Diagnostic[] {
  if (!uses.math) return [];
  return slides.flatMap(({ at }, i) => {
    const html = sections[i] ?? '';
    if (!html.includes(sourceClass)) return [];
    return htmlPieces(html).flatMap((piece) => {
      if (piece.kind !== 'open' || attributeOf(piece, 'class') !== sourceClass) return [];
      return [renderDiagnostic('render/math', `A formula cannot be set: ${attributeOf(piece, 'title') ?? ''}`, { at })];
    });
  });
}

const looked = new RecentByOwner<{ readonly found: string | undefined }>(1_000_000);

/** What is forbidden in some HTML; looked for once in the same HTML. */
function forbidden(html: string, lesson: LessonId): string | undefined {
  const look = () => ({ found: forbiddenHtml(html) });
  return looked.of(lesson).getOrMake(html, look, () => html.length).found;
}

/** Lesson text is made safe before; this catches what a template writes itself or puts together. */
function forbiddenProblems({ lesson, slides }: Composition, { sections }: Rendered): readonly SlideProblem[] {
  return slides.flatMap(({ slide, at, layout }, i) => {
    const found = forbidden(sections[i] ?? '', lesson);
    if (found === undefined) return [];
    const message = `The layout "${layout}" writes ${found} into the slide`;
    return [{ slide, problem: renderDiagnostic('render/forbidden-html', message, { at }) }];
  });
}

interface Miscounted {
  readonly slide: SlideId;
  readonly count: number;
  readonly at: Span;
}

/** The slides of which Marp makes none or several, each tried alone. */
async function miscounted(composition: Composition, styles: StyleCache | undefined): Promise<readonly Miscounted[]> {
  const { runMarp } = await import('./marp.ts');
  const found: Miscounted[] = [];
  for (const slide of composition.slides) {
    const { sections } = await runMarp({ ...composition, slides: [slide] }, styles);
    if (sections.length !== 1) found.push({ slide: slide.slide, count: sections.length, at: slide.at });
  }
  return found;
}

const countProblem = ({ count, at }: Miscounted): Diagnostic =>
  renderDiagnostic('render/slide-count', `Marp makes ${count} slides of what the template wrote for this one`, { at });
