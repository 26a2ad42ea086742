import { mhchemParser } from 'mhchemparser';
import type { Expansion } from './commands.ts';

/** What the parser of mhchem writes and KaTeX does not know, in KaTeX's own commands. */
const arrows: readonly (readonly [pattern: RegExp, tex: string])[] = [
  [/\\longrightleftharpoons(?![a-zA-Z])/g, '\\xrightleftharpoons{\\hspace{1.2em}}'],
  [/\\longRightleftharpoons(?![a-zA-Z])/g, '\\xrightequilibrium{\\hspace{1.2em}}'],
  [/\\longLeftrightharpoons(?![a-zA-Z])/g, '\\xleftequilibrium{\\hspace{1.2em}}'],
  [/\\longleftrightarrows(?![a-zA-Z])/g, '\\xrightleftarrows{\\hspace{1.2em}}'],
  [/\\xleftrightarrows(?![a-zA-Z])/g, '\\xrightleftarrows'],
  [/\\xRightleftharpoons(?![a-zA-Z])/g, '\\xrightequilibrium'],
  [/\\xLeftrightharpoons(?![a-zA-Z])/g, '\\xleftequilibrium'],
  [/\\hyphen(?![a-zA-Z])/g, '\\text{-}'],
  [/\\rlap\{\\lower\.1em\{-\}\}\\raise\.1em\{\\tripledash\}/g, '\\overset{\\cdots}{-}'],
  [/\\rlap\{\\lower\.2em\{-\}\}\\rlap\{\\raise\.2em\{\\tripledash\}\}-/g, '\\overset{\\cdots}{=}'],
  [/\\rlap\{\\lower\.2em\{\\tripledash\}\}\\rlap\{\\raise\.2em\{-\}\}-/g, '\\underset{\\cdots}{=}'],
  [/\\tripledash(?![a-zA-Z])/g, '\\cdots'],
];

function chemistry(source: string, kind: 'ce' | 'pu'): string {
  try {
    const tex = mhchemParser.toTex(source, kind);
    return arrows.reduce((text, [pattern, instead]) => text.replace(pattern, instead), tex);
  } catch {
    // What mhchem cannot read is left to the check of formulas, which names it at its place.
    return `\\${kind}{${source}}`;
  }
}

/** `\ce{H2O}` and `\pu{5 m s-1}`. */
export const chemistryCommands: readonly (readonly [string, Expansion])[] = (['ce', 'pu'] as const).map((kind) => [
  kind,
  { takes: 1, become: (source = '') => chemistry(source, kind) },
]);
