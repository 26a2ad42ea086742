import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Files } from '../../src/model/index.ts';
import { createFiles } from '../../src/host/index.ts';

/** The folder of Lectern's own package.json. */
export const packageRoot = fileURLToPath(new URL('../..', import.meta.url));

/** A project in a temporary folder. */
export interface Project {
  readonly root: string;
  readonly files: Files;
  /** Writes a file, making its folders. */
  write(path: string, content: string | Uint8Array): void;
}

/** Writes a project into a new temporary folder that is removed when the test ends. Paths are relative to the project. */
export function makeProject(content: Readonly<Record<string, string | Uint8Array>>): Project {
  const root = mkdtempSync(join(tmpdir(), 'lectern-test-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const write = (path: string, data: string | Uint8Array): void => {
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, data);
  };
  for (const [path, data] of Object.entries(content)) write(path, data);
  return { root, files: createFiles(root, packageRoot), write };
}
