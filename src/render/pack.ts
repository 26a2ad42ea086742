import { preparedFile } from '../base/index.ts';
import type { Composition, PixelSize } from '../model/index.ts';
import { rulesOf } from '../text/index.ts';
import { patternMark } from './styles.ts';

type Uses = Composition['uses'];

/** Packs a whole style sheet: what Marp makes of it for slides in `<main id="deck">`. */
export type Packer = (css: string, uses: Uses) => string;

/**
 * The packed form of Lectern's own rules, made when Lectern is bundled. Marp packs rule by rule and puts the same
 * beginning before every style sheet of one slide size, so a deck with Lectern's own theme needs no packing at all.
 */
export interface OwnRules {
  /** By {@link startKey}. */
  readonly starts: Readonly<Record<string, string>>;
  /** By the text of the rule. */
  readonly rules: Readonly<Record<string, string>>;
}

const startKey = ({ width, height }: PixelSize, { math, code }: Uses): string => [width, height, math, code].join(' ');

/** The size of a slide as compose writes it. */
export const sizeRule = ({ width, height }: PixelSize): string =>
  `section {\n  width: ${width}px;\n  height: ${height}px;\n\n}`;

/** The rule of a lesson with nothing of its own but the pattern of its covers. */
const coverRule = (size: PixelSize): string => sizeRule(size).replace('\n\n', `\n  --pattern: ${patternMark};\n`);

/** Packs the style sheet of a deck; only rules that are not Lectern's own reach `pack`. */
export function packStyle({ css, size, uses }: Composition, pack: Packer, own = ownRules()): string {
  const rules = rulesOf(css);
  if (!own || rules.some((rule) => own.rules[rule] === undefined && resizes(rule, size))) return pack(css, uses);
  const start = own.starts[startKey(size, uses)] ?? startOf(size, uses, pack, own);
  const parts: string[] = [];
  for (const run of runsOf(rules, own)) {
    const part = typeof run === 'string' ? run : packRun(run.join('\n'), { size, uses, pack, start, own });
    if (part === undefined) return pack(css, uses);
    parts.push(part);
  }
  return `${start}${parts.join('')}\n`;
}

/** Marp takes the size of a page from the theme; another one than the deck's changes the beginning. */
function resizes(rule: string, { width, height }: PixelSize): boolean {
  const pieces = rule.split('{');
  return pieces.slice(1).some((body, i) => {
    const list = (pieces[i] ?? '').split(/[;}]/).at(-1) ?? '';
    if (!list.split(',').some((selector) => /(?:^|\s)(?:section|:root)$/.test(selector.trim()))) return false;
    return (body.split('}', 1)[0] ?? '').split(';').some((declaration) => {
      const [name = '', value = ''] = declaration.split(':').map((part) => part.trim());
      return (name === 'width' && value !== `${width}px`) || (name === 'height' && value !== `${height}px`);
    });
  });
}

/** Packed own rules, and runs of other rules that stand together. */
function runsOf(rules: readonly string[], own: OwnRules): readonly (string | string[])[] {
  const runs: (string | string[])[] = [];
  for (const rule of rules) {
    const known = own.rules[rule];
    const last = runs.at(-1);
    if (known !== undefined) runs.push(known);
    else if (typeof last === 'object') last.push(rule);
    else runs.push([rule]);
  }
  return runs;
}

interface PackJob {
  readonly size: PixelSize;
  readonly uses: Uses;
  readonly pack: Packer;
  readonly start: string;
  readonly own: OwnRules;
}

/** Packs rules behind the size of the slide and takes away what stands before them. */
function packRun(css: string, { size, uses, pack, start, own }: PackJob): string | undefined {
  const before = start + (own.rules[sizeRule(size)] ?? '');
  const packed = pack(`${sizeRule(size)}\n${css}`, uses).trimEnd();
  return packed.startsWith(before) ? packed.slice(before.length) : undefined;
}

function startOf(size: PixelSize, uses: Uses, pack: Packer, own: OwnRules): string {
  const packed = pack(sizeRule(size), uses).trimEnd();
  const last = own.rules[sizeRule(size)] ?? '';
  return packed.slice(0, packed.length - last.length);
}

let loaded: OwnRules | false | undefined;

/** What the bundler left beside this code; nothing when Lectern runs unbundled. */
function ownRules(): OwnRules | undefined {
  loaded ??= (preparedFile('own-rules.json') as unknown as OwnRules | undefined) ?? false;
  return loaded === false ? undefined : loaded;
}

const allUses = [false, true].flatMap((math) => [false, true].map((code) => ({ math, code })));

/** Packs the rules of Lectern's own style sheets, for {@link packStyle}. `packers` gives one for each use. */
export function packOwnRules(css: string, sizes: readonly PixelSize[], packer: (uses: Uses) => Packer): OwnRules {
  const texts = [...new Set([...sizes.flatMap((size) => [sizeRule(size), coverRule(size)]), ...rulesOf(css)])];
  const mark = (i: number): string => `.lectern-mark-${i}{color:red}`;
  const plain = { math: false, code: false };
  const marked = packer(plain)(texts.map((text, i) => `${mark(i)}\n${text}`).join('\n'), plain).trimEnd();
  // Before a mark stands what Marp puts before every selector; it belongs to no rule.
  const pieces = marked
    .split(/\.lectern-mark-\d+\{color:red\}/)
    .slice(1)
    .map((piece, i, all) => (i < all.length - 1 ? piece.slice(0, piece.lastIndexOf('}') + 1) : piece));
  if (pieces.length !== texts.length) throw new Error('Marp did not keep the rules apart');
  const rules = Object.fromEntries(texts.map((text, i) => [text, pieces[i] ?? '']));
  const starts = sizes.flatMap((size) =>
    allUses.map((uses) => [startKey(size, uses), startOf(size, uses, packer(uses), { starts: {}, rules })] as const),
  );
  return { starts: Object.fromEntries(starts), rules };
}
