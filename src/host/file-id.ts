import { posix } from 'node:path';
import type { FileId } from '../base/index.ts';

const ownScheme = 'lectern:';

/** Which tree a file id points into, and its normalised path there (`''` is the tree's root). */
export interface FilePlace {
  readonly tree: 'project' | 'lectern';
  readonly path: string;
}

/**
 * Reads a {@link FileId}. `undefined` for anything that is not a plain relative path inside its tree: absolute paths,
 * other schemes (`file:`, `view-source:`, drive letters), back slashes, control characters, `..` that climbs out.
 */
export function parseFileId(id: FileId): FilePlace | undefined {
  const own = id.startsWith(ownScheme);
  const path = own ? id.slice(ownScheme.length) : id;

  if (/[\u0000-\u001f\u007f\\]/.test(path) || path.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(path))
    return undefined;
  const normal = posix.normalize(path === '' ? '.' : path).replace(/\/$/, '');
  if (normal === '..' || normal.startsWith('../')) return undefined;
  return { tree: own ? 'lectern' : 'project', path: normal === '.' ? '' : normal };
}

/** Whether `inner` is `outer` or lies below it; both normalised. */
export function isWithin(inner: string, outer: string, separator = '/'): boolean {
  return outer === '' || inner === outer || inner.startsWith(outer.endsWith(separator) ? outer : outer + separator);
}
