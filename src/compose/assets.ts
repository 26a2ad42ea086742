import { hashOf, hashParts, type Diagnostic, type Json, type Severity, type Span } from '../base/index.ts';
import type { Asset, Drawing, Files, ReadFailure } from '../model/index.ts';
import { composeDiagnostic } from './codes.ts';
import { similarTo } from './similar-file.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  csv: 'text/csv',
};

const reasons: Readonly<Record<ReadFailure, readonly ['asset/missing' | 'asset/outside' | 'asset/too-large', string]>> =
  {
    missing: ['asset/missing', 'does not exist'],
    outside: ['asset/outside', 'leaves the folder of the lesson'],
    'not-a-file': ['asset/outside', 'is not a file'],
    denied: ['asset/missing', 'cannot be read (no permission)'],
    'too-large': ['asset/too-large', 'is larger than 32 MB'],
  };

/** Joins a lesson-relative path; `undefined` for URLs, absolute paths and paths that climb out. */
function resolveInside(folder: string, path: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^[/\\]|\\|\0/i.test(path)) return undefined;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return [folder, ...parts].join('/');
}

const fileName = (path: string): string => (path.split('/').at(-1) ?? '').toLowerCase().replace(/[^a-z0-9.]+/g, '-');

/** Collects the files and drawings that the slides of one lesson name. */
export class AssetCollector {
  readonly assets = new Map<string, Asset>();
  /** Files that texts link to. */
  readonly linked = new Map<string, Asset>();
  readonly drawings = new Map<string, Drawing>();
  readonly diagnostics: Diagnostic[] = [];
  readonly inputs = new Set<string>();
  readonly #files: Files;
  readonly #folder: string;

  constructor(files: Files, folder: string) {
    this.#files = files;
    this.#folder = folder;
  }

  /** Reads a file of the lesson. A file that cannot be used is reported at `at`. */
  file(
    path: string,
    at: Span,
    severity: Severity = 'error',
  ): { readonly id: string; readonly bytes: Uint8Array } | undefined {
    // Windows writes folders so.
    const id = resolveInside(this.#folder, path.replaceAll('\\', '/'));
    if (id === undefined) {
      this.#refuse('outside', path, { at, severity });
      return undefined;
    }
    const read = this.#files.read(id, { within: this.#folder });
    this.inputs.add(id);
    if (read.ok) return { id, bytes: read.bytes };
    const similar = read.reason === 'missing' ? this.#similar(path, id, at) : undefined;
    return similar ?? this.#refuse(read.reason, path, { at, severity });
  }

  /** Adds a picture and returns the path that stands for it in the Markdown. */
  picture(src: string, at: Span, severity: Severity = 'error'): string | undefined {
    const read = this.file(src, at, severity);
    if (!read) return undefined;
    const hash = hashOf(read.bytes);
    const path = `assets/${hash.slice(0, 8)}-${fileName(read.id)}`;
    const mediaType = mediaTypes[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    if (!this.assets.has(path)) this.assets.set(path, { path, mediaType, bytes: read.bytes, hash, file: read.id, at });
    return path;
  }

  /** Adds a file that a text links to and returns its address beside the deck. */
  link(path: string, at: Span): string | undefined {
    const [name = '', anchor] = path.split('#');
    const read = this.file(name, at, 'warning');
    if (!read) return undefined;
    const hash = hashOf(read.bytes);
    const address = `files/${hash.slice(0, 8)}-${fileName(read.id)}`;
    const mediaType = mediaTypes[address.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    this.linked.set(address, { path: address, mediaType, bytes: read.bytes, hash, file: read.id, at });
    return anchor === undefined ? address : `${address}#${encodeURIComponent(anchor.toWellFormed())}`;
  }

  /** Adds a drawing and returns the path that stands for it. Equal drawings of one slide share a path. */
  draw(drawing: Omit<Drawing, 'path'>): string {
    const key = JSON.stringify([
      drawing.kind,
      drawing.width,
      drawing.height,
      drawing.steps,
      drawing.alt,
      drawing.data,
      ...(drawing.share && drawing.share.count > 1 ? [drawing.share.number] : []),
    ] satisfies Json);
    const path = `assets/${drawing.kind.replace(/[^a-z-]/g, '')}-${hashParts([drawing.slide, key]).slice(0, 8)}.svg`;
    this.drawings.set(path, { ...drawing, path });
    return path;
  }

  /** Reports a data file that is a workbook. */
  notATable(path: string, at: Span): void {
    const help = ['In the spreadsheet: Save as, “CSV UTF-8”; then name that file here.'];
    this.diagnostics.push(
      composeDiagnostic('asset/not-a-table', `"${path}" is a workbook, not a CSV file`, { at, help }),
    );
  }

  /** The one file that must be meant: in other case, without its ending, or in a folder below the lesson. */
  #similar(path: string, id: string, at: Span): { readonly id: string; readonly bytes: Uint8Array } | undefined {
    const found = similarTo(id, this.#folder, (folder) => this.#files.list(folder));
    const read = found === undefined ? undefined : this.#files.read(found, { within: this.#folder });
    if (found === undefined || read?.ok !== true) return undefined;
    this.inputs.add(found);
    const own = found.slice(this.#folder.length + 1);
    const fix = `Write \`${own}\`.`;
    this.diagnostics.push(
      composeDiagnostic('asset/missing', `"${path}" does not exist; "${own}" is taken`, {
        at,
        severity: 'warning',
        help: [fix],
      }),
    );
    return { id: found, bytes: read.bytes };
  }

  #refuse(reason: ReadFailure, path: string, details: { readonly at: Span; readonly severity: Severity }): undefined {
    const [code, words] = reasons[reason];
    this.diagnostics.push(
      composeDiagnostic(code, `"${path}" ${words}`, { ...details, help: [this.#advice(path, code)] }),
    );
  }

  #advice(path: string, code: string): string {
    if (path.startsWith('http://') || path.startsWith('https://'))
      return 'Save the file in the folder `images/` of the lesson and name it there: decks load nothing from the web.';
    if (code !== 'asset/missing') return `Use a path relative to ${this.#folder}/.`;
    const folder = resolveInside(this.#folder, path.split('/').slice(0, -1).join('/')) ?? this.#folder;
    const near = this.#files
      .list(folder)
      .filter((entry) => entry.kind === 'file')
      .map((entry) => entry.name);
    return near.length === 0
      ? `The folder ${folder}/ holds no files.`
      : `Files in ${folder}/: ${near.slice(0, 12).join(', ')}.`;
  }
}
