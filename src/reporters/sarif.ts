/** For code scanning: SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), with one rule a code. */
import {
  hashParts,
  type Code,
  type CodeDoc,
  type Diagnostic,
  type Fix,
  type Severity,
  type Span,
} from '../base/index.ts';
import { isOwnFile, placesOf, type Place } from './places.ts';
import { wellFormed } from './safe-text.ts';
import type { ReportFunction } from './types.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

function rule(code: Code, doc: CodeDoc | undefined): object {
  if (doc === undefined) return { id: code };
  const help = `${doc.why}\n\n${doc.mend}`;
  return {
    id: code,
    shortDescription: { text: wellFormed(doc.summary) },
    fullDescription: { text: wellFormed(doc.why) },
    help: { text: wellFormed(help), markdown: wellFormed(help) },
    defaultConfiguration: { level: levels[doc.severity] },
  };
}

/** A project-relative path as a URI reference; each step is encoded, so that no name is read as a scheme or a query. */
function uriOf(file: string, prefix: string): string {
  const encode = (path: string): string => path.toWellFormed().split('/').map(encodeURIComponent).join('/');
  if (isOwnFile(file)) return `lectern:${encode(wellFormed(file.slice('lectern:'.length)))}`;
  return encode(wellFormed(`${prefix}${file}`));
}

function region({ start, end }: Place): object | undefined {
  if (start === undefined || end === undefined) return undefined;
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

interface Log {
  readonly place: (span: Span) => Place;
  readonly prefix: string;
}

const artifactLocation = (log: Log, span: Span): object => ({ uri: uriOf(span.file, log.prefix) });

function location(log: Log, span: Span, message?: string): object {
  return {
    physicalLocation: { artifactLocation: artifactLocation(log, span), region: region(log.place(span)) },
    message: message === undefined ? undefined : { text: wellFormed(message) },
  };
}

function fixes(log: Log, fix: Fix | undefined, code: Code): readonly object[] | undefined {
  const deletedRegion = fix === undefined ? undefined : region(log.place(fix.at));
  if (fix === undefined || deletedRegion === undefined) return undefined;
  const replacement = { deletedRegion, insertedContent: { text: wellFormed(fix.replacement) } };
  const change = { artifactLocation: artifactLocation(log, fix.at), replacements: [replacement] };
  return [{ description: { text: `Mend ${code}` }, artifactChanges: [change] }];
}

/** Stays the same when lines move; the place among equal findings keeps twins apart. */
function fingerprint({ code, message, at }: Diagnostic, seen: Map<string, number>): string {
  const base = hashParts([code, wellFormed(message), wellFormed(at?.file ?? '')]);
  const nth = seen.get(base) ?? 0;
  seen.set(base, nth + 1);
  return `${base.slice(0, 16)}:${nth + 1}`;
}

export const sarif: ReportFunction = (diagnostics, options) => {
  const log: Log = { place: placesOf(options), prefix: options.prefix ?? '' };
  const docs = new Map<string, CodeDoc>(Object.entries(options.codes ?? {}));
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const seen = new Map<string, number>();
  const result = (diagnostic: Diagnostic): object => ({
    ruleId: diagnostic.code,
    ruleIndex: codes.indexOf(diagnostic.code),
    level: levels[diagnostic.severity],
    message: { text: wellFormed([diagnostic.message, ...(diagnostic.help ?? [])].join('\n')) },
    locations: diagnostic.at === undefined ? [] : [location(log, diagnostic.at)],
    relatedLocations: diagnostic.related?.map(({ at, message }, id) => ({ id, ...location(log, at, message) })),
    fixes: fixes(log, diagnostic.fix, diagnostic.code),
    partialFingerprints: { 'lectern/v1': fingerprint(diagnostic, seen) },
  });
  const driver = {
    name: 'Lectern',
    semanticVersion: options.version,
    rules: codes.map((code) => rule(code, docs.get(code))),
  };
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results: diagnostics.map(result) };
  const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
  return [`${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, undefined, 2)}\n`];
};
