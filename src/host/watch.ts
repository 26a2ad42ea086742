import { watch as watchFolder, type FSWatcher } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { FileId } from '../base/index.ts';
import { parseFileId } from './file-id.ts';

/** `content`: a file's bytes; `entry`: something appeared, disappeared or was renamed. */
type ChangeKind = 'content' | 'entry';

export interface Watcher {
  /**
   * Adds files and folders to those that are watched; what is not there yet is watched for.
   * @returns whether any of the files was not watched before, so that changes of it may have gone unseen.
   */
  watch(files: Iterable<FileId>, folders: Iterable<FileId>): boolean;
  close(): void;
}

export interface WatchOptions {
  /** The project's folder. */
  readonly root: string;
  /** The folder of Lectern's own package.json. */
  readonly packageRoot: string;
  /** Called for each change; the same change may be told more than once. */
  readonly onChange: (file: FileId, kind: ChangeKind) => void;
  /** Milliseconds between looks at the files themselves, for disks that tell of no changes (default 1 500). */
  readonly interval?: number;
}

/** Folders whose entries must be watched to notice a change of a thing: its own and all above it in the project. */
function foldersAbove(id: FileId): readonly FileId[] {
  if (id.startsWith('lectern:')) return [posix.dirname(id)];
  const above: FileId[] = [];
  for (let folder = posix.dirname(id); ; folder = posix.dirname(folder)) {
    above.push(folder === '.' ? '' : folder);
    if (folder === '.' || folder === '/') return above;
  }
}

/**
 * Tells of changes in the project's files, those that a save by renaming replaces included: folders are watched, not
 * files. Network and container disks may tell nothing, so the files' times are looked at now and then as well.
 */
export function createWatcher(options: WatchOptions): Watcher {
  return new FolderWatcher(options);
}

class FolderWatcher implements Watcher {
  readonly #options: WatchOptions;
  readonly #folders = new Map<FileId, FSWatcher>();
  readonly #files = new Map<FileId, string>();
  readonly #timer: NodeJS.Timeout;
  #isLooking = false;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.#look(), options.interval ?? 1500);
    this.#timer.unref();
  }

  watch(files: Iterable<FileId>, folders: Iterable<FileId>): boolean {
    let isNew = false;
    for (const id of files) {
      if (this.#files.has(id)) continue;
      isNew = true;
      this.#files.set(id, '');
      void this.#signature(id).then((signature) => this.#files.set(id, signature));
      for (const folder of foldersAbove(id)) this.#open(folder);
    }
    for (const folder of folders) for (const id of [folder, ...foldersAbove(folder)]) this.#open(id);
    return isNew;
  }

  close(): void {
    clearInterval(this.#timer);
    for (const watcher of this.#folders.values()) watcher.close();
    this.#folders.clear();
    this.#files.clear();
  }

  #pathOf(id: FileId): string | undefined {
    const place = parseFileId(id);
    return place && join(place.tree === 'lectern' ? this.#options.packageRoot : this.#options.root, place.path);
  }

  #open(folder: FileId): void {
    const path = this.#pathOf(folder);
    if (path === undefined || this.#folders.has(folder)) return;
    try {
      const watcher = watchFolder(path, { persistent: false }, (event, name) => this.#told(folder, event, name));
      watcher.on('error', () => this.#shut(folder));
      this.#folders.set(folder, watcher);
    } catch {
      // Not there yet: the folder above tells when it appears.
    }
  }

  #shut(folder: FileId): void {
    this.#folders.get(folder)?.close();
    this.#folders.delete(folder);
  }

  #told(folder: FileId, event: string, name: string | null): void {
    if (name === null) return;
    const id = folder === '' || folder.endsWith(':') ? `${folder}${name}` : `${folder}/${name}`;
    if (event === 'rename') this.#renewed(id);
    if (this.#files.has(id)) void this.#signature(id).then((signature) => this.#files.set(id, signature));
    this.#options.onChange(id, event === 'rename' ? 'entry' : 'content');
  }

  /** A folder that was replaced must be watched anew, with what lies in it. */
  #renewed(id: FileId): void {
    const inside = [...this.#folders.keys()].filter((folder) => folder === id || folder.startsWith(`${id}/`));
    const wanted = [...this.#files.keys()].filter((file) => file.startsWith(`${id}/`)).flatMap(foldersAbove);
    for (const folder of inside) this.#shut(folder);
    for (const folder of [...inside, ...wanted]) this.#open(folder);
  }

  /** Size, time of change and inode of a file; `none` when it is not there. */
  async #signature(id: FileId): Promise<string> {
    const path = this.#pathOf(id);
    try {
      const { size, mtimeMs, ino } = await stat(path ?? '');
      return `${size}-${mtimeMs}-${ino}`;
    } catch {
      return 'none';
    }
  }

  async #look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    for (const [id, before] of [...this.#files]) {
      const now = await this.#signature(id);
      if (now === before || this.#files.get(id) !== before) continue;
      this.#files.set(id, now);
      if (before !== '') this.#options.onChange(id, now === 'none' || before === 'none' ? 'entry' : 'content');
    }
    this.#isLooking = false;
  }
}
