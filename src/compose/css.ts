import { Recent, type Diagnostic, type FileId } from '../base/index.ts';
import {
  settledSheet,
  harmlessAtRules,
  untaggingDeclarations,
  type CleanSheet,
  type CssFlaw,
  type SheetPolicy,
} from '../text/index.ts';
import { composeDiagnostic } from './codes.ts';

/** A style sheet as it goes into the deck, and what was wrong with it. */
export interface StyleSheet {
  readonly css: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Addresses that ask nobody for anything: data inside the style sheet, and parts of the page itself. */
const inside = /^(?:data:(?:image|font)\/|#)/i;
const policy: SheetPolicy = {
  atRules: harmlessAtRules,
  url: (address) => (inside.test(address) ? address : undefined),
};

/** Many lessons share the style sheets of a project. */
const lately = new Recent<CleanSheet | { readonly flaw: CssFlaw }>(4_000_000);

/** What to write instead of an effect that takes text out of the tags of the PDF. */
const help: Readonly<Record<string, string>> = {
  opacity: 'Write a lighter `color` instead.',
  'text-shadow': 'Leave it out, or put a plain `background` behind the words.',
};

/** More are not told one by one. */
const mostTold = 20;

/**
 * A style sheet of a project or lesson without anything that would ask a network or a disk for something, run or give
 * the deck another theme. Lectern's own sheets stay as they are.
 */
export function styleSheet(file: FileId, text: string): StyleSheet {
  if (text.trim() === '' || file.startsWith('lectern:')) return { css: text, diagnostics: [] };
  const cleaned = lately.getOrMake(
    text,
    () => settledSheet(text, policy),
    () => text.length * 2,
  );
  if ('flaw' in cleaned) return { css: '', diagnostics: [flawOf(file, cleaned.flaw)] };
  const told = cleaned.leftOut.slice(0, mostTold).map(({ what, start, end }) => {
    const message = `${what} was left out: a style sheet can load and run nothing`;
    return composeDiagnostic('theme/css-left-out', message, { at: { file, start, end } });
  });
  const untagging = untaggingDeclarations(text)
    .slice(0, mostTold)
    .map(({ property, value, start, end }) =>
      composeDiagnostic('theme/css-untags', `\`${property}: ${value}\` takes text out of the tags of the PDF.`, {
        at: { file, start, end },
        help: [help[property] ?? 'Leave it out.'],
      }),
    );
  return { css: cleaned.css, diagnostics: [...told, ...untagging] };
}

function flawOf(file: FileId, { kind, message, offset }: CssFlaw): Diagnostic {
  const at = { file, start: offset, end: offset + 1 };
  return kind === 'excess'
    ? composeDiagnostic('theme/css-too-much', `The style sheet is too much to read: ${message}`, { at })
    : composeDiagnostic('theme/css', `The style sheet cannot be read: ${message}`, { at });
}
