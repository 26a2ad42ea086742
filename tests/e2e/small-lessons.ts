import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { onTestFinished } from 'vitest';
import { hashOf } from '../../src/base/index.ts';

/** The outline of a lesson with a few short slides; `extra` are more slides as YAML. */
export const outline = (title: string, extra = ''): string => `title: ${title}
lang: en
date: 2026-01-05
duration: 10
sections:
  - title: Only section
    slides:
      - { layout: title, id: start }
      - { layout: bullets, title: Two points about ${title}, bullets: [First, Second] }
${extra}`;

/** A project in a temporary folder that is removed when the test ends. */
export interface SmallProject {
  readonly root: string;
  write(path: string, content: string | Uint8Array): void;
  read(path: string): Buffer;
  has(path: string): boolean;
}

export function smallProject(files: Readonly<Record<string, string | Uint8Array>>): SmallProject {
  const root = mkdtempSync(join(tmpdir(), 'small-lectern-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  return { root, write, read: (path) => readFileSync(join(root, path)), has: (path) => existsSync(join(root, path)) };
}

/** A project with lessons `one`, `two`, … */
export const lessonsNamed = (...ids: readonly string[]): SmallProject =>
  smallProject(Object.fromEntries(ids.map((id) => [`lessons/${id}/lesson.yaml`, outline(id)])));

/** The files in a folder with the hash of each, sorted. */
export function hashesIn(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort();
  return Object.fromEntries(paths.map((path) => [path, hashOf(readFileSync(join(folder, path)))]));
}
