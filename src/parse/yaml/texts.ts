import type { Scalar } from 'yaml';
import type { Diagnostic, FileId } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';

/** A hash sign directly before a word, after a value on the same line. */
const cutOff = /[ \t]*#(?=[^\s#!])[^\r\n]*/y;

/** Escapes of double quotes that give an invisible character: `\f`, `\b`, `\v`, `\a`, `\e`, `\0`, `\L`, `\P`. */
const control = /(?<!\\)(?:\\\\)*(\\[abefv0LP])(?=\p{L})/u;
/** `\t`, `\n` and `\r` that begin a command of LaTeX. */
const command =
  /(?<!\\)(?:\\\\)*(\\(?:t(?:au|an|anh|ext\w*|heta|imes|ilde|o|op|frac|riangle)|n(?:u|abla|eq?|eg|ot|otin|i)|r(?:ho|ight\w*|angle|ceil|floor|m))(?![A-Za-z]))/;

/** What YAML makes of a text without a word, though its author most likely meant something else. */
export function textFlaws(file: FileId, text: string, node: Scalar): readonly Diagnostic[] {
  const [start, end] = node.range ?? [0, 0];
  if (node.type === 'QUOTE_DOUBLE') return escapes(file, text.slice(start, end), start);
  const isText = node.type === 'PLAIN' && (typeof node.value === 'string' || start === end);
  return isText ? comments(file, text, start, end) : [];
}

/** A remark after a text of several words or with a capital, which may well belong to it: `C # major`. */
const remark = /[ \t]+# *\S[^\r\n]*/y;
const isId = /^[a-z0-9][a-z0-9-]*$/;

function comments(file: FileId, text: string, start: number, end: number): readonly Diagnostic[] {
  cutOff.lastIndex = end;
  remark.lastIndex = end;
  const isText = start < end && !isId.test(text.slice(start, end));
  const sign = cutOff.test(text) ? cutOff : isText && remark.test(text) ? remark : undefined;
  if (!sign) return [];
  sign.lastIndex = end;
  const found = sign.exec(text)?.[0].trimStart();
  if (found === undefined) return [];
  const at = sign.lastIndex - found.length;
  const word = /^\S+/.exec(found)?.[0] ?? '#';
  const what = start === end ? 'the value is empty' : 'the text ends before it';
  return [
    diagnostic('yaml/comment-in-text', `\`${word}\` begins a comment: ${what}.`, {
      at: { file, start: at, end: at + word.length },
      help:
        sign === cutOff
          ? ['Put the text in quotes. A comment has a space after #.']
          : ['Put the text in quotes if the rest belongs to it; put a comment on a line of its own.'],
    }),
  ];
}

function escapes(file: FileId, raw: string, start: number): readonly Diagnostic[] {
  const found = control.exec(raw) ?? (raw.includes('$') ? command.exec(raw) : null);
  const escape = found?.[1]?.slice(0, 2);
  if (!found || escape === undefined) return [];
  const at = start + found.index + found[0].length - (found[1]?.length ?? 0);
  return [
    diagnostic(
      'yaml/escape-in-formula',
      `In double quotes \`${escape}\` is one invisible character, not a backslash.`,
      {
        at: { file, start: at, end: at + escape.length },
        help: ['Put the text in single quotes, or write it as a block with `|`.'],
      },
    ),
  ];
}
