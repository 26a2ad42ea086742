import { closesEarly, isInBrackets, missingBrackets, quotedItems } from './flow.ts';

/** How one line of YAML was changed so that it can be read, with what to tell its author. */
export interface LineMend {
  readonly line: string;
  readonly help: string;
}

const quoteIt = 'Put quotes around this text.';

/** A line in parts: indentation, dashes of list items, a key with its colon, and the rest. */
const parts = /^([ \t\u00a0]*)((?:- +)*)((?:[\p{L}_][\p{L}\p{N}_-]*|"[^"]*"|'[^']*') ?:(?!\S)[ \t]*)?(.*)/su;

interface Line {
  readonly indent: string;
  readonly dashes: string;
  readonly key: string;
  readonly rest: string;
}

export function partsOf(line: string): Line {
  const [, indent = '', dashes = '', key = '', rest = ''] = parts.exec(line.trimEnd()) ?? [];
  return { indent, dashes, key, rest };
}

/** Where the key or text of a line begins, behind the dashes. */
export function columnOf(line: string): number {
  const { indent, dashes } = partsOf(line);
  return indent.length + dashes.length;
}

const written = ({ indent, dashes, key, rest }: Line): string => indent + dashes + key + rest;

/** Single quotes: nothing in them has a meaning but the quote itself. */
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A text in its own quotes, whole. */
const isQuoted = (text: string): boolean => /^"(?:[^"\\]|\\.)*"$|^'(?:[^']|'')*'$/.test(text);

/** The text of a value that its author put into quotes, of which one is missing or stands inside. */
function bare(rest: string): string {
  const first = rest.charAt(0);
  const inner = rest.slice(1);
  const isOpen = (first === '"' || first === "'") && !inner.includes(first);
  return isOpen ? inner : rest;
}

type Rule = (line: Line) => LineMend | undefined;

const tabs: Rule = (line) =>
  /[\t\u00a0]/.test(line.indent)
    ? {
        line: written({ ...line, indent: line.indent.replaceAll('\u00a0', ' ').replaceAll('\t', '  ') }),
        help: 'Indent with spaces: YAML does not allow tabs there.',
      }
    : undefined;

/** `title:Text`, `-text`. */
const missingSpace: Rule = (line) => {
  if (line.key !== '') return undefined;
  const [, key, value] = /^([a-z][a-z-]*):([^\s/].*)$/i.exec(line.rest) ?? [];
  if (key !== undefined)
    return { line: written({ ...line, rest: `${key}: ${value}` }), help: 'Put a space after the colon.' };
  const item = /^-(?=[^\s-])(.*)$/.exec(line.rest)?.[1];
  return item === undefined
    ? undefined
    : { line: written({ ...line, rest: `- ${item}` }), help: 'Put a space after the dash.' };
};

const equals: Rule = (line) => {
  const [, key, value] = (line.key === '' ? /^([a-z][a-z-]*)\s*=\s*(\S.*)$/i.exec(line.rest) : undefined) ?? [];
  return key === undefined
    ? undefined
    : {
        line: written({ ...line, rest: `${key}: ${value}` }),
        help: 'Write a colon and a space after the key, not an equals sign.',
      };
};

/** `* text` as an item of a list. */
const star: Rule = (line) =>
  line.key === '' && /^[*•–—·]\s+\S/.test(line.rest)
    ? {
        line: written({ ...line, rest: line.rest.replace(/^[*•–—·]\s+/, '- ') }),
        help: 'An item of a list begins with a dash and a space.',
      }
    : undefined;

/** A text with a colon or a hash in it, or that begins with a sign that has a meaning in YAML. */
const isOdd = /: |:$| #|^["'*&!%@`,\]}?]|^[|>](?![-+\d]*$)|^[[{].*[^\]}]$/;

/** A text that YAML takes for something else. */
const quote: Rule = (line) => {
  const { rest, key, dashes } = line;
  // A slide or record in braces is no text.
  if (key === '' && /^\{.*: /.test(rest)) return undefined;
  if (isQuoted(rest) || (key === '' && dashes === '')) return undefined;
  if (!isOdd.test(rest) && !closesEarly(rest)) return undefined;
  return { line: written({ ...line, rest: quoted(bare(rest)) }), help: quoteIt };
};

/** `[3, 4` and `{ a: b`: several values of which the last has no bracket behind it. */
const bracket: Rule = (line) => {
  const missing = missingBrackets(line.rest);
  const isList = line.rest.startsWith('{') ? line.rest.includes(': ') : line.rest.includes(',');
  return missing === '' || !isList || line.rest.includes('. ') || line.rest.includes(' #')
    ? undefined
    : { line: written({ ...line, rest: line.rest.trimEnd() + missing }), help: 'Close the bracket.' };
};

/** `y: b unit: kg` inside braces. */
const comma: Rule = (line) => {
  if (!/[{[]/.test(line.rest)) return undefined;
  const mended = line.rest.replace(/([^\s,{[:]) +(?=[a-z][\w-]*: )/gi, '$1, ');
  return mended === line.rest
    ? undefined
    : { line: written({ ...line, rest: mended }), help: 'Put a comma between two values.' };
};

/** A text with a colon inside braces: up to the comma before the next key, or the bracket. */
const quoteInFlow: Rule = (line) => {
  const mended = line.rest.replace(
    /([{,]\s*[a-z][\w-]*: +)([^"'{[\s][^{}[\]"']{0,500}?)(?=\s{0,20}(?:,\s{0,20}[a-z][\w-]*: |\}))/gi,
    (whole, before: string, text: string) => (/: |[,#]|^[*&!%@`]/.test(text) ? before + quoted(text) : whole),
  );
  return !/[{[]/.test(line.rest) || mended === line.rest
    ? undefined
    : { line: written({ ...line, rest: mended }), help: quoteIt };
};

/** Texts in a list in brackets that YAML takes for something else, and places left empty. */
const items: Rule = (line) => {
  const mended = quotedItems(line.rest);
  return mended === undefined
    ? undefined
    : { line: written({ ...line, rest: mended }), help: 'Put quotes around such texts, and "" in an empty place.' };
};

const rules: readonly Rule[] = [tabs, missingSpace, star, equals, bracket, comma, items, quoteInFlow, quote];

/** Ways in which a line may be meant that YAML cannot read, the likeliest first. */
export const mendsOf = (line: string): readonly LineMend[] =>
  rules
    .map((rule) => rule(partsOf(line)))
    .filter((mend) => mend !== undefined && mend.line !== line.trimEnd()) as LineMend[];

/** A line whose text must stand in quotes, so quoted. */
export const quotedLine = (line: string): LineMend | undefined =>
  isInBrackets(partsOf(line).rest) ? undefined : (bracket(partsOf(line)) ?? quote(partsOf(line)));

/** Whether a line opens brackets that it does not close: what is wrong with it shows further down. */
export const isOpen = (line: string): boolean => missingBrackets(partsOf(line).rest) !== '';
