import type { Document, Scalar, YAMLParseError } from 'yaml';
import { isScalar, visit } from 'yaml';
import type { Diagnostic, FileId } from '../../base/index.ts';
import type { ParseCode } from '../codes.ts';
import { diagnostic } from '../codes.ts';
import { show } from '../schema/words.ts';

type Flaw = Pick<YAMLParseError, 'code' | 'message' | 'pos'>;

/** Most syntax errors that are shown for one file. */
const maxSyntaxErrors = 10;

/** Mistakes inside one value: the parser reads on after them as if nothing had happened. */
const local: ReadonlySet<Flaw['code']> = new Set(['BAD_ALIAS', 'BAD_DQ_ESCAPE', 'BAD_SCALAR_START', 'NON_STRING_KEY']);

const special: Readonly<Partial<Record<Flaw['code'], ParseCode>>> = {
  TAG_RESOLVE_FAILED: 'yaml/tag',
  NON_STRING_KEY: 'yaml/key',
  BAD_ALIAS: 'yaml/alias',
};

const indentation = 'Give all keys of one mapping, and all dashes of one list, the same indentation.';

/** Help for a message of the package that begins so; the codes alone are too coarse. */
const helpForMessage: readonly (readonly [start: RegExp, help: string])[] = [
  [/^Sequence item without -|^All (mapping|sequence) items must start/, indentation],
  [/must be sufficiently indented and end with|^Expected flow .* to end with/, 'Close the bracket.'],
  [/^Missing closing/, 'Close the quote. A quote inside a quoted text is doubled in single quotes.'],
  [/^Implicit map keys need/, 'Put a colon and a space after the key, or correct the indentation.'],
  [/^Missing space after :/, 'Put a space after the colon.'],
  [/^Missing ,/, 'Put a comma between two values, or quote the text.'],
  [/^Comments must be separated/, 'Put a space before #, or quote the text.'],
];

const helpForCode: Readonly<Partial<Record<Flaw['code'], string>>> = {
  TAB_AS_INDENT: 'Indent with spaces; YAML does not allow tabs there.',
  UNEXPECTED_TOKEN: 'Is a comma, quote or bracket missing before it? Quote a text that holds such a mark.',
  BAD_INDENT: indentation,
  BLOCK_AS_IMPLICIT_KEY: 'A text that holds ": " must be quoted, or written as a block with `|`.',
  MULTILINE_IMPLICIT_KEY: 'A key must fit on one line; is a colon missing?',
  BAD_SCALAR_START: 'Quote a text that starts with a special character such as @ or `.',
  BAD_DQ_ESCAPE: 'In double quotes a backslash must be doubled (\\\\), or use single quotes.',
};

/** The mistakes that make a text no YAML. Those that only follow from an earlier one are left out. */
export function syntaxErrors(file: FileId, text: string, document: Document.Parsed): Diagnostic[] {
  const first = document.errors.findIndex(({ code }) => !local.has(code));
  const errors = first < 0 ? document.errors : document.errors.slice(0, first + 1);
  const tags = first < 0 ? document.warnings.filter(({ code }) => code === 'TAG_RESOLVE_FAILED') : [];
  return [...errors.slice(0, maxSyntaxErrors), ...tags.slice(0, maxSyntaxErrors)].map((flaw) =>
    flaw.message.startsWith('Missing closing') ? openQuote(file, text, document, flaw) : translate(file, text, flaw),
  );
}

/** An unclosed quote, at the place where it opens; the package names the place where the text was given up. */
function openQuote(file: FileId, text: string, document: Document.Parsed, flaw: Flaw): Diagnostic {
  let start = flaw.pos[0];
  visit(document.contents, {
    Scalar(_key, node: Scalar) {
      const range = node.range;
      const holds = range && range[0] < flaw.pos[0] && range[1] >= flaw.pos[0];
      if (!holds || !isScalar(node) || !/["']/.test(text.charAt(range[0]))) return undefined;
      start = range[0];
      return visit.BREAK;
    },
  });
  const help = helpOf(flaw);
  return diagnostic('yaml/syntax', 'The quote that opens here is not closed.', {
    at: { file, start, end: start + 1 },
    ...(help !== undefined && { help: [help] }),
  });
}

const helpOf = ({ code, message }: Flaw): string | undefined =>
  helpForMessage.find(([pattern]) => pattern.test(message))?.[1] ?? helpForCode[code];

function translate(file: FileId, text: string, flaw: Flaw): Diagnostic {
  const { code, message, pos } = flaw;
  const help = helpOf(flaw);
  // A wrong indentation is marked at the first word of its line.
  const blank = help === indentation ? (/^ */.exec(text.slice(pos[0], pos[0] + 1000))?.[0].length ?? 0) : 0;
  const start = pos[0] + blank;
  const end = Math.max(pos[1], start + 1);
  const found = text.slice(start, end).trim();
  const isVariable = text.slice(start - 1, start + 1) === '${';
  const advice = isVariable ? 'Inside [ ] and { } a text with `${name}` must be quoted.' : help;
  const sentence =
    help === indentation
      ? 'This line is indented more or less than the lines it belongs to.'
      : code === 'UNEXPECTED_TOKEN'
        ? `Unexpected ${show(found)} here.`
        : `${(message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '').replace(/[.:]$/, '')}.`;
  return diagnostic(special[code] ?? 'yaml/syntax', sentence, {
    at: { file, start, end },
    ...(advice !== undefined && { help: [advice] }),
  });
}
