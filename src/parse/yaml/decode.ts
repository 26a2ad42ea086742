import type { Diagnostic, FileId, Outcome } from '../../base/index.ts';
import { failure, success } from '../../base/index.ts';
import { decodeUtf8 } from '../../model/index.ts';
import type { ReadFailure } from '../../model/index.ts';
import { diagnostic } from '../codes.ts';

/** Largest text file that is parsed, in bytes. A lesson of 60 slides has about 60 kB; the import of a book of 1 MB makes 2.5 MB. */
export const maxTextBytes = 4 * 1024 * 1024;

// Tab, line feed and carriage return are text; the other C0 controls and DEL are not.

const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/**
 * Turns the bytes of a text file into characters.
 * @returns an error at the first character that is no UTF-8 or is a control character. A byte order mark is dropped.
 */
export function decodeText(file: FileId, bytes: Uint8Array): Outcome<string> {
  const size = `${file} has ${(bytes.length / 1024 / 1024).toFixed(1)} MB; the limit is ${maxTextBytes / 1024 / 1024} MB.`;
  if (bytes.length > maxTextBytes)
    return failure([diagnostic('yaml/too-large', size, { at: { file, start: 0, end: 0 } })]);
  const text = decodeUtf8(bytes);
  if (text === undefined || text.startsWith('\u0000') || text.charCodeAt(1) === 0)
    return failure([encodingError(file, bytes)]);
  const found = control.exec(text);
  if (found !== null) {
    const name = `U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    const at = { file, start: found.index, end: found.index + 1 };
    return failure([diagnostic('yaml/control-character', `The file holds the control character ${name}.`, { at })]);
  }
  return success(text);
}

function encodingError(file: FileId, bytes: Uint8Array): Diagnostic {
  const [first, second] = bytes;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const wide = marked || first === 0 || second === 0;
  const start = wide ? 0 : Math.max(0, new TextDecoder('utf-8').decode(bytes).indexOf('\ufffd'));
  const message = wide ? 'The file looks like UTF-16, not UTF-8.' : 'The file is not UTF-8 from here on.';
  const help = ['Save the file as UTF-8 (in most editors: "Save with encoding").'];
  return diagnostic('yaml/encoding', message, { at: { file, start, end: start + 1 }, help });
}

const sentences: Readonly<Record<ReadFailure, string>> = {
  missing: 'does not exist',
  outside: 'lies outside the folder that may be read',
  'not-a-file': 'is not a regular file',
  'too-large': `is larger than ${maxTextBytes / 1024 / 1024} MB`,
  denied: 'may not be read (no permission)',
};

/** Says why a file could not be read, as the end of a sentence that begins with its name. */
export const readFailureText = (reason: ReadFailure): string => sentences[reason];
