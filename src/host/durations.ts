import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { isObject } from '../base/index.ts';
import { readOwnFile, replaceFile } from './own-file.ts';

/** How long each lesson took when it was last made, in milliseconds. */
export interface DurationFile {
  of(id: string): number | undefined;
  note(id: string, milliseconds: number): void;
  /** Keeps them for the next run. */
  save(): void;
}

/** @param file where they are kept; if anywhere; a lost or damaged file only costs order. */
export function createDurations(file: string | undefined): DurationFile {
  const durations = file === undefined ? new Map<string, number>() : read(file);
  let dirty = false;
  return {
    of: (id) => durations.get(id),
    note(id, milliseconds) {
      durations.set(id, Math.round(milliseconds));
      dirty = true;
    },
    save() {
      if (!dirty || file === undefined) return;
      dirty = false;
      try {
        mkdirSync(dirname(file), { recursive: true });
        replaceFile(file, JSON.stringify(Object.fromEntries(durations)));
      } catch {
        // The next run orders lessons by size.
      }
    },
  };
}

function read(file: string): Map<string, number> {
  try {
    const value: unknown = JSON.parse(readOwnFile(file)?.toString() ?? '{}');
    const entries = isObject(value) ? Object.entries(value) : [];
    return new Map(entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
  } catch {
    return new Map();
  }
}
