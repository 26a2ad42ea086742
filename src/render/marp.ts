import { Marp } from '@marp-team/marp-core';
import { Element } from '@marp-team/marpit';
import type { Composition } from '../model/index.ts';
import { katexFontMarker } from './katex.ts';

/** One Marp for each combination of features: the plugins are loaded only when a deck uses them. */
const instances = new Map<string, Promise<Marp>>();

type Uses = Composition['uses'];

export interface Rendered {
  /** One `<section>` element a slide. */
  readonly sections: readonly string[];
  readonly css: string;
}

async function createMarp(uses: Uses): Promise<Marp> {
  const marp = new Marp({
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
  if (uses.math) {
    const { katexMarpCorePlugin } = await import('@marp-team/marp-core/plugins/katex');
    marp.use(
      katexMarpCorePlugin({
        fontPath: katexFontMarker,
        options: { throwOnError: false, strict: false, trust: false, output: 'htmlAndMathml' },
      }),
    );
  }
  if (uses.code) {
    const { shikiMarpCorePlugin } = await import('@marp-team/marp-core/plugins/shiki');
    marp.use(shikiMarpCorePlugin());
  }
  return marp;
}

/** Runs slides through marp-core. `css` is the theme with all layouts, before packing. */
export async function runMarp(composition: Composition): Promise<Rendered> {
  const { uses } = composition;
  const key = JSON.stringify(uses);
  const instance = instances.get(key) ?? createMarp(uses);
  instances.set(key, instance);
  const marp = await instance;
  marp.themeSet.default = marp.themeSet.add(`/* @theme lectern */\n${composition.css.replaceAll('@theme', '')}`);
  const rendered = marp.render(deckMarkdown(composition), { htmlAsArray: true });
  return { sections: rendered.html, css: rendered.css };
}

/** The slides as one Markdown text, with the directives that every slide shares. */
function deckMarkdown({ slides, footer, lang }: Composition): string {
  const front = [
    '---',
    'paginate: true',
    `lang: ${JSON.stringify(lang)}`,
    ...(footer === undefined ? [] : [`footer: ${JSON.stringify(footer)}`]),
    '---',
  ];
  return `${front.join('\n')}\n\n${slides.map((slide) => slide.markdown).join('\n\n---\n\n')}\n`;
}
