import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
  type Dirent,
} from 'node:fs';
import { join, sep } from 'node:path';
import type { Files, ReadFailure, ReadResult } from '../model/index.ts';
import { isWithin, parseFileId, type FilePlace } from './file-id.ts';

/** The largest file that is read unless the caller says otherwise: 32 MB. */
const defaultMaxBytes = 32 * 1024 * 1024;

/** One call of the system, where Node's own way looks at each folder above. */
const realPath = realpathSync.native;

/** Lectern's own files are read from here unless the caller names another folder. */
const ownTemplates = 'lectern:templates';

/**
 * Makes the door to the project's files and to those that ship with Lectern (`lectern:templates/…`).
 * Only regular files are opened, links are followed only as far as they stay in the allowed folder, and opening never
 * waits, so a FIFO or a device named by a hostile lesson can neither be read nor hang the build.
 * @param root the project's folder.
 * @param packageRoot the folder of Lectern's own package.json.
 */
export function createFiles(root: string, packageRoot: string): Files {
  const roots = { project: realPath(root), lectern: realPath(packageRoot) };
  return {
    read(file, options = {}) {
      const place = parseFileId(file);
      const fence = parseFileId(options.within ?? (place?.tree === 'lectern' ? ownTemplates : ''));
      if (!place || fence?.tree !== place.tree || !isWithin(place.path, fence.path)) return refuse('outside');
      return attempt(() => readInside(roots[place.tree], place, fence, options.maxBytes ?? defaultMaxBytes));
    },
    list(folder) {
      const place = parseFileId(folder);
      return place ? listInside(roots[place.tree], place) : [];
    },
  };
}

const refuse = (reason: ReadFailure): ReadResult => ({ ok: false, reason });

function attempt(read: () => ReadResult): ReadResult {
  try {
    return read();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const missing = ['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'].includes(code);
    return refuse(missing ? 'missing' : 'denied');
  }
}

function readInside(root: string, place: FilePlace, fence: FilePlace, maxBytes: number): ReadResult {
  const folder = fence.path === '' ? root : realPath(join(root, fence.path));
  const path = realPath(join(root, place.path));
  if (!isWithin(folder, root, sep) || !isWithin(path, folder, sep)) return refuse('outside');
  if (!statSync(path).isFile()) return refuse('not-a-file');
  // The links are resolved already; a file swapped for a link or FIFO meanwhile is refused by these two flags.
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    return readOpen(descriptor, maxBytes);
  } finally {
    closeSync(descriptor);
  }
}

/** Reads to the end, not to the size that `stat` claims: some special files claim to be empty, and files can grow. */
function readOpen(descriptor: number, maxBytes: number): ReadResult {
  const stat = fstatSync(descriptor);
  if (!stat.isFile()) return refuse('not-a-file');
  if (stat.size > maxBytes) return refuse('too-large');
  let buffer = Buffer.allocUnsafe(stat.size + 1);
  let length = 0;
  for (;;) {
    const count = readSync(descriptor, buffer, length, buffer.length - length, null);
    if (count === 0) return { ok: true, bytes: new Uint8Array(buffer.buffer, buffer.byteOffset, length) };
    length += count;
    if (length > maxBytes) return refuse('too-large');
    if (length === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(Math.max(length, 4096))]);
  }
}

type Kind = ReturnType<Files['list']>[number]['kind'];

function listInside(root: string, place: FilePlace): ReturnType<Files['list']> {
  try {
    const folder = realPath(join(root, place.path));
    if (!isWithin(folder, root, sep)) return [];
    return readdirSync(folder, { withFileTypes: true })
      .map((entry) => ({ name: entry.name, kind: kindIn(root, folder, entry) }))
      .sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  } catch {
    return [];
  }
}

/** What is no link lies where it seems to lie. */
function kindIn(root: string, folder: string, entry: Dirent): Kind {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : kindOf(root, join(folder, entry.name));
}

function kindOf(root: string, path: string): Kind {
  try {
    const real = realPath(path);
    if (!isWithin(real, root, sep)) return 'other';
    const stat = statSync(real);
    return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
  } catch {
    return 'other';
  }
}
