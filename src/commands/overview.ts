import type { Diagnostic } from '../base/index.ts';
import type { LessonDone, Manifest } from '../build/index.ts';
import type { LedgerOutput } from '../host/index.ts';
import type { Files } from '../model/index.ts';
import { indexPage } from './index-page.ts';

/** Writes the manifest and the index page of all lessons. */
export function writeOverview(
  output: LedgerOutput,
  files: Files,
  manifest: Manifest,
  done: readonly LessonDone[] = [],
): readonly Diagnostic[] {
  const failed = new Map(
    done.filter((lesson) => lesson.state === 'failed').map((lesson) => [lesson.id, lesson.diagnostics]),
  );
  const write = (path: string, text: string): readonly Diagnostic[] =>
    output.write({ path, bytes: Buffer.from(text) }).diagnostics;
  return [
    ...write('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`),
    ...write(
      'index.html',
      indexPage(manifest, failed, (path) => output.read(path), files),
    ),
  ];
}
