import type MarkdownIt from 'markdown-it';
import { Marp } from '@marp-team/marp-core';
import { Element, type Theme } from '@marp-team/marpit';
import { Recent, RecentByOwner } from '../base/index.ts';
import type { Composition } from '../model/index.ts';
import { formulaTrial, shownSource } from './formulas.ts';
import { katexFontMarker } from './katex.ts';
import { packStyle } from './pack.ts';
import { packedStyle, type StyleCache } from './styles.ts';

/** Marp without its own themes, which Lectern never uses, and with Markdown and style sheet apart. */
class PlainMarp extends Marp {
  /** Called by the constructor between the making of the theme set and the parsing of Marp's three themes. */
  protected override applyMarkdownItPlugins(md: unknown): void {
    super.applyMarkdownItPlugins(md);
    this.themeSet.add = (css) => unusedTheme(css);
  }

  /** The style sheet for slides in `<main id="deck">`. */
  pack(css: string, uses: Uses): string {
    // KaTeX's style sheet is added only after a formula has been rendered.
    if (uses.math) this.render('$x$');
    Reflect.deleteProperty(this.themeSet, 'add');
    this.themeSet.default = this.themeSet.add(`/* @theme lectern */\n${css.replaceAll('@theme', '')}`);
    return super.renderStyle(undefined);
  }

  protected override renderStyle(): string {
    return '';
  }
}

/** Stands for a theme that is not needed. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- never asked for anything but its css
const unusedTheme = (css: string): Theme => ({ css }) as Theme;

/** One Marp for each combination of features: the plugins are loaded only when a deck uses them. */
const instances = new Map<string, Promise<PlainMarp>>();

type Uses = Composition['uses'];

export interface Rendered {
  /** One `<section>` element a slide. */
  readonly sections: readonly string[];
  readonly css: string;
}

/** Longer lines of code keep one colour. */
const mostColoured = 1000;

/** Shiki gives up on a line after half a second, so that a busy machine would colour code otherwise than an idle one. */
const steady: PlainMarp['shikiTransformers'][number] = {
  name: 'lectern/steady',
  preprocess(_code, options) {
    options.tokenizeTimeLimit = 0;
    options.tokenizeMaxLineLength = mostColoured;
  },
};

/** The lines of a diff that come and go are marked as such, by their first sign. */
const diffLines: PlainMarp['shikiTransformers'][number] = {
  name: 'lectern/diff',
  line(node, number) {
    if (!['diff', 'patch'].includes(this.options.lang)) return;
    const line = this.source.split('\n')[number - 1] ?? '';
    if (line.startsWith('+')) this.addClassToHast(node, 'added');
    if (line.startsWith('-')) this.addClassToHast(node, 'removed');
  },
};

/** Makes a Marp with the plugins that a deck needs. */
export async function createMarp(uses: Uses): Promise<PlainMarp> {
  const marp = new PlainMarp({
    html: true,
    script: false,
    inlineSVG: false,
    slug: false,
    minifyCSS: true,
    emoji: { unicode: false, shortcode: false },
    math: uses.math ? 'katex' : false,
    container: new Element('main', { id: 'deck', class: 'deck' }),
    markdown: { breaks: false, linkify: false, typographer: false },
  });
  // A style element in a slide is left in place, where it is found and refused.
  const { block, renderer } = marp.markdown as MarkdownIt;
  block.ruler.disable('marpit_style_parse');
  for (const rule of ['html_inline', 'html_block'] as const) renderer.rules[rule] = remembering(renderer.rules[rule]);
  if (uses.math) {
    const { katexMarpCorePlugin } = await import('@marp-team/marp-core/plugins/katex');
    marp.use(
      katexMarpCorePlugin({
        fontPath: katexFontMarker,
        options: { throwOnError: false, strict: false, trust: false, output: 'htmlAndMathml' },
      }),
    );
    await showSources(marp.markdown as MarkdownIt);
  }
  if (uses.code) {
    const { shikiMarpCorePlugin } = await import('@marp-team/marp-core/plugins/shiki');
    marp.use(shikiMarpCorePlugin());
    marp.shikiTransformers.push(steady, diffLines);
  }
  return marp;
}

type Rule = MarkdownIt['renderer']['rules'][string];

/** Longer HTML is rarely the same twice. */
const mostHtml = 2000;

/** A rule that writes HTML of templates, which is the same on many slides: what comes out depends on nothing else. */
function remembering(rule: Rule): Rule {
  const known = new Recent<string>(500_000);
  return (tokens, index, ...more) => {
    const html = tokens[index]?.content ?? '';
    const make = (): string => rule?.(tokens, index, ...more) ?? html;
    return html.length > mostHtml ? make() : known.getOrMake(html, make, (made) => html.length + made.length);
  };
}

/** A formula that cannot be set is shown as its source; KaTeX would set the rest of it and print a command in red. */
async function showSources(md: MarkdownIt): Promise<void> {
  const trial = await formulaTrial();
  for (const [name, display] of [
    ['marp_math_inline', false],
    ['marp_math_block', true],
  ] as const) {
    const rule = md.renderer.rules[name];
    md.renderer.rules[name] = (tokens, index, ...more) => {
      const tex = tokens[index]?.content ?? '';
      const error = trial(tex, display);
      if (error === undefined) return rule?.(tokens, index, ...more) ?? '';
      const source = shownSource(tex, error, (text) => md.utils.escapeHtml(text));
      return display ? `<p>${source}</p>` : source;
    };
  }
}

/** Runs slides through marp-core. `composition.css` is the theme with all layouts, before packing. */
export async function runMarp(composition: Composition, styles?: StyleCache): Promise<Rendered> {
  const { uses } = composition;
  const key = JSON.stringify(uses);
  const instance = instances.get(key) ?? createMarp(uses);
  instances.set(key, instance);
  const marp = await instance;
  const css = await packedStyle(composition, (plain) => packStyle(plain, (css) => marp.pack(css, uses)), styles);
  return { sections: renderSlides(marp, composition), css };
}

/** Slides that were rendered lately, by all that their HTML depends on. */
const lately = new RecentByOwner<string>(1_000_000);

/** Marp takes the square of the length of a run of blanks in a tag, as in a text alternative; no slide needs so many. */
const shortRuns = (markdown: string): string => markdown.replace(/(\s{200})\s+/g, '$1');

/** One section a slide. Slides that were rendered before are not rendered again: in preview that is all but one. */
function renderSlides(marp: PlainMarp, composition: Composition): readonly string[] {
  const { slides } = composition;
  const front = frontMatter(composition);
  const renderAll = (markdowns: readonly string[]): readonly string[] =>
    marp.render(`${front}\n\n${markdowns.join('\n\n---\n\n')}\n`, { htmlAsArray: true }).html;
  const markdowns = slides.map((slide) => shortRuns(slide.markdown));
  // A comment may be a directive of Marp's, which can reach beyond its slide.
  if (markdowns.some((markdown) => markdown.includes('<!--'))) return renderAll(markdowns);
  const start = `${JSON.stringify(composition.uses)}\n${front}\n`;
  const recent = lately.of(composition.lesson);
  const known = markdowns.map((markdown) => recent.get(start + markdown));
  const missing = markdowns.filter((_, i) => known[i] === undefined);
  const rendered = missing.length === 0 ? [] : renderAll(missing);
  if (rendered.length !== missing.length) return renderAll(markdowns);
  missing.forEach((markdown, i) => {
    const html = rendered[i] ?? '';
    recent.put(start + markdown, html, markdown.length + html.length);
  });
  const fresh = rendered.values();
  return known.map((html) => html ?? fresh.next().value ?? '');
}

/** The directives that every slide shares. */
function frontMatter({ footer, lang }: Composition): string {
  const lines = [
    '---',
    'paginate: true',
    `lang: ${JSON.stringify(lang)}`,
    ...(footer === undefined ? [] : [`footer: ${JSON.stringify(footer)}`]),
    '---',
  ];
  return lines.join('\n');
}
