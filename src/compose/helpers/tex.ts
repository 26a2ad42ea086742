import type { Helper } from '../helper.ts';
import { partedTex } from '../fit/index.ts';
import { textOf } from '../helper.ts';
import { escapeText, mathText } from '../text/index.ts';
import { Rich } from '../text/rich.ts';

/** A formula field holds TeX alone; dollar signs or brackets around it, as people paste them, are not part of it. */
const withoutDollars = (tex: string): string =>
  /^\s*(?:\$\$([^$]+)\$\$|\$([^$]+)\$|\\\[([^]+)\\\]|\\\(([^]+)\\\))\s*$/
    .exec(tex)
    ?.slice(1)
    .find((inner) => inner !== undefined) ?? tex;

/** What an em of the smallest formula takes. */
const smallestSet = 28 * 1.15 * 1.08;

/** A formula in TeX: a block of its own, or in the line with `inline=true`. */
export const tex: Helper = {
  name: 'tex',
  usage: '{{tex formula}} {{tex symbol inline=true}} — a formula',
  run: ({ params: [value], hash, slide }) => {
    const written = value instanceof Rich ? value.source : textOf(value);
    const bare = withoutDollars(written);
    const source = mathText(bare);
    if (source === '') return undefined;
    // A dollar sign or an open backslash at the end would end the formula early in a Marp tool.
    if (/(^|[^\\])\$|\\$/.test(source)) return Rich.trusted(`<code>${escapeText(source)}</code>`, source);
    slide.use('math');
    slide.formula(bare.trim(), hash.inline !== true);
    if (hash.inline === true) return Rich.trusted(`$${source}$`, source);
    const shown = partedTex(source, slide.width / smallestSet);
    return Rich.trusted(`\n\n$$\n${shown}\n$$\n\n`, source);
  },
};
