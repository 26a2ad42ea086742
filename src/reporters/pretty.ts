/** For people: place, message, the source line with carets, related places, ways to mend it, and a summary. */
import type { Diagnostic, Related, Span } from '../base/index.ts';
import { painter, type Paint } from './colors.ts';
import { frameOf } from './frame.ts';
import { countOf } from './order.ts';
import { placesOf, type Place } from './places.ts';
import { oneLine } from './safe-text.ts';
import type { ReportFunction, ReportOptions } from './types.ts';

interface Page {
  readonly paint: Paint;
  readonly place: (span: Span) => Place;
  readonly width: number;
  readonly codes: ReportOptions['codes'];
  /** Codes whose general way to mend has been told. */
  readonly told: Set<string>;
}

const written = ({ file, start }: Place): string =>
  start === undefined ? oneLine(file) : `${oneLine(file)}:${start.line}:${start.column}`;

function frame(page: Page, span: Span, indent: string, neighbours = true): readonly string[] {
  const { lines } = page.place(span);
  if (lines === undefined || lines.text === '') return [];
  const digits = String(lines.count).length;
  const room = Math.max(20, page.width - indent.length - digits - 4);
  return frameOf(lines, span, room, neighbours).map(({ number, text }) => {
    const gutter = page.paint('dim', `${String(number ?? '').padStart(digits)} |`);
    const shown = number === undefined ? page.paint('error', text) : text;
    return `${indent}${gutter} ${shown}`.trimEnd();
  });
}

function related(page: Page, { at, message }: Related): readonly string[] {
  return [`  ${page.paint('bold', written(page.place(at)))}: ${oneLine(message)}`, ...frame(page, at, '    ', false)];
}

/** What mends this finding; when it says nothing itself, what mends findings of its kind, once. */
function helpOf({ codes, told }: Page, { code, help = [], severity }: Diagnostic): readonly string[] {
  if (help.length > 0 || severity === 'info' || told.has(code)) return help;
  told.add(code);
  const mend = codes?.[code]?.mend;
  return mend === undefined ? [] : [mend];
}

function block(page: Page, diagnostic: Diagnostic): string {
  const { at, severity, code, message } = diagnostic;
  const where = at === undefined ? '' : `${page.paint('bold', written(page.place(at)))}: `;
  return [
    `${where}${page.paint(severity, severity)} ${page.paint('dim', `${oneLine(code)}:`)} ${oneLine(message)}`,
    ...(at === undefined ? [] : frame(page, at, '  ')),
    ...(diagnostic.related ?? []).flatMap((item) => related(page, item)),
    ...helpOf(page, diagnostic).map((line) => `  ${page.paint('help', 'help:')} ${oneLine(line)}`),
  ].join('\n');
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

function summary(diagnostics: readonly Diagnostic[], paint: Paint): string {
  const count = countOf(diagnostics);
  const parts = [
    count.error > 0 ? paint('error', plural(count.error, 'error')) : '',
    count.warning > 0 ? paint('warning', plural(count.warning, 'warning')) : '',
    count.info > 0 ? paint('info', plural(count.info, 'remark')) : '',
  ].filter((part) => part !== '');
  const files = new Set(diagnostics.flatMap(({ at }) => (at === undefined ? [] : [at.file]))).size;
  return `${parts.join(', ')}${files > 0 ? ` in ${plural(files, 'file')}` : ''}`;
}

/** So many findings of one kind in one file are shown; nobody reads more of them, and a flood hides the rest. */
const mostAlike = 100;
/** Remarks ask for nothing, so that a few of a kind stand for all. */
const mostRemarksAlike = 3;

/** The blocks, with one line in place of those of a kind that a file has too many of. */
function* blocksOf(page: Page, diagnostics: readonly Diagnostic[]): Generator<string> {
  const left = new Map<string, number>();
  const alike = new Map<string, number>();
  for (const diagnostic of diagnostics) {
    const { at, severity, code } = diagnostic;
    const isRemark = severity === 'info';
    const kind = `${isRemark && at !== undefined ? 'remarks: ' : ''}${code}${at === undefined ? '' : ` in ${at.file}`}`;
    // What is written the same way on every slide is told once.
    const same = `${diagnostic.message}\n${at?.file ?? ''}`;
    if (severity === 'warning' && alike.has(same)) {
      alike.set(same, (alike.get(same) ?? 0) + 1);
      continue;
    }
    alike.set(same, 0);
    const room = left.get(kind) ?? (isRemark ? mostRemarksAlike : mostAlike);
    left.set(kind, room - 1);
    if (room > 0) yield block(page, diagnostic);
  }
  for (const [same, times] of alike)
    if (times > 0) yield oneLine(`${plural(times, 'more place')} with: ${same.slice(0, same.lastIndexOf('\n'))}`);
  for (const [kind, room] of left) if (room < 0) yield oneLine(`${-room} more ${kind}`);
}

/** Empty when there is nothing to report. */
export const pretty: ReportFunction = function* (diagnostics, options) {
  if (diagnostics.length === 0) return;
  const { color = false, width = 100, codes } = options;
  const page: Page = { paint: painter(color), place: placesOf(options), width, codes, told: new Set() };
  for (const text of blocksOf(page, diagnostics)) yield `${text}\n\n`;
  yield `${summary(diagnostics, page.paint)}\n`;
};
