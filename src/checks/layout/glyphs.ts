import { defineCodes, graphemesOf } from '../../base/index.ts';
import type { LayoutCheck } from '../check.ts';
import { packagesFor } from './font-advice.ts';
import { placed, Placer } from './place.ts';

const { table, diagnostic } = defineCodes({
  'slide/glyph-missing': {
    severity: 'error',
    summary: 'No font of the deck has a character; its place is empty, a box, or drawn by a font of the machine.',
    why: 'The character looks different on every machine, or is not there at all.',
    mend: 'Use another character, write formulas between dollar signs, or add a font that has it with `presentation: { fonts: … }`.',
  },
  'slide/font-fallback': {
    severity: 'warning',
    summary: 'A font that the style sheet asks for is not in the deck, and the machine’s font takes its place.',
    why: 'Widths and line breaks differ from machine to machine: what fits here overflows there.',
    mend: "Use one of the theme's fonts, or add the font file to the theme with @font-face.",
  },
});

/** `U+2192 "→"` */
const nameOf = (character: string): string => {
  const hex = (part: string): string => (part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const points = Array.from(character, (part) => `U+${hex(part)}`);
  return `${points.join(' ')} "${character}"`;
};

/** What a drawing asks for without naming a font: any font is right. */
const generic = /^(?:(?:ui-)?(?:sans-)?serif|(?:ui-)?monospace|system-ui|cursive|fantasy|math)$/i;

/** The command and the line that bring fonts; `undefined` when no package is known, or all of them are there. */
function advice(packages: readonly string[], present: readonly string[]): string | undefined {
  const lacking = packages.filter((name) => !present.includes(name));
  if (lacking.length === 0) return undefined;
  const line = `presentation: { fonts: [${[...present, ...lacking].map((name) => `'${name}'`).join(', ')}] }`;
  return `Run \`npm install ${lacking.join(' ')}\` in the folder of the project, and write in the outline: ${line}`;
}

/** Characters that are named in a message; more are counted. */
const most = 6;
/** Slides that are told of one by one. */
const mostSlides = 3;

function namesOf(gaps: readonly { readonly characters: string }[]): string {
  const all = [...new Set(gaps.flatMap(({ characters }) => graphemesOf(characters).map(({ segment }) => segment)))];
  const more = all.length > most ? ` and ${all.length - most} more` : '';
  return all.slice(0, most).map(nameOf).join(', ') + more;
}

export const glyphsCheck: LayoutCheck = {
  name: 'glyphs',
  codes: table,
  judge(scene, context) {
    const { lesson } = context;
    const placer = new Placer(context);
    const missing = scene.slides.flatMap((slide) => slide.gaps.filter(({ whole }) => !whole));
    const packages = packagesFor(missing.map(({ characters }) => characters).join(''), lesson.lang);
    const fallbacks = scene.slides.flatMap((slide) =>
      slide.gaps
        .filter(({ whole, families }) => whole && !generic.test(families))
        .map(({ families, used, block }) =>
          diagnostic(
            'slide/font-fallback',
            `Slide "${slide.id}": no font of the deck is called ${families}; ${used === '' ? 'a font of the machine' : used} takes its place.`,
            placed(placer.find(slide, block)),
          ),
        ),
    );
    const help = advice(packages, lesson.presentation.fonts);
    const lacking = scene.slides
      .map((slide) => ({ slide, gaps: slide.gaps.filter(({ whole }) => !whole) }))
      .filter(({ gaps }) => gaps.length > 0);
    // A script that the fonts lack is one fault, however many slides are written in it.
    const told = lacking.length > mostSlides ? [{ ...lacking[0], gaps: lacking.flatMap(({ gaps }) => gaps) }] : lacking;
    return [
      ...fallbacks,
      ...told.flatMap(({ slide, gaps }) => {
        const [first] = gaps;
        if (slide === undefined || first === undefined) return [];
        const where =
          lacking.length > mostSlides ? `${lacking.length} slides, "${slide.id}" first` : `Slide "${slide.id}"`;
        const message = `${where}: the deck's fonts have no ${namesOf(gaps)}. In the PDF their place is empty or a box, and in a browser it depends on the machine.`;
        const place = placed(placer.find(slide, first.block));
        return [diagnostic('slide/glyph-missing', message, { ...place, ...(help && { help: [help] }) })];
      }),
    ];
  },
};
