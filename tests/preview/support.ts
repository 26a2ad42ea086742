import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { createFiles } from '../../src/host/index.ts';
import { baseCss } from '../../src/page-kit/index.ts';
import { createEditor, startPreview, type Assets, type Preview, type PreviewOptions } from '../../src/preview/index.ts';
import { bundlePlayer } from '../player/fixture.ts';

const packageRoot = join(import.meta.dirname, '../..');

/** The pages' scripts as `scripts/bundle.mjs` ships them. */
async function bundlePages(): Promise<Assets> {
  const names = ['index', 'shell', 'remote'].flatMap((name) => [`${name}.ts`, `${name}.css`]);
  const { outputFiles } = await build({
    entryPoints: names.map((name) => join(packageRoot, 'src/preview/browser', name)),
    outdir: 'out',
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome115',
  });
  return new Map(
    outputFiles.map(({ path, text }) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      return [name, name.endsWith('.css') ? baseCss + text : text];
    }),
  );
}

/** A lesson of three slides: one with steps, notes on each. */
export const outline = (title = 'De pomp keert om'): string => `title: Testles
lang: nl
plans:
  - { id: kort, minutes: 45 }
sections:
  - title: Deel een
    id: een
    minutes: 45
    slides:
      - layout: title
        id: start
        notes: Welkom bij de les.
      - layout: bullets
        id: pomp
        title: ${title}
        steps: true
        bullets:
          - Eerste punt
          - Tweede punt
          - Derde punt
        notes: Vertel over **de pomp**.
      - layout: bullets
        id: slot
        title: Wat er overblijft na de les
        bullets:
          - Een punt
          - Nog een punt
`;

export interface Workplace extends AsyncDisposable {
  readonly root: string;
  readonly preview: Preview;
  readonly base: string;
  /** Writes a file of the project. */
  write(file: string, text: string): void;
  read(file: string): string;
}

/** A project in a folder of its own with a running preview. */
export async function openWorkplace(
  options: Partial<PreviewOptions> & { readonly lessons?: string } = {},
): Promise<Workplace> {
  const root = mkdtempSync(join(tmpdir(), 'lectern-preview-'));
  const write = (file: string, text: string): void => {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  if (options.lessons === undefined) write('lessons/proef/lesson.yaml', outline());
  else cpSync(options.lessons, join(root, 'lessons'), { recursive: true });
  const { js, css } = await bundlePlayer();
  const preview = await startPreview({
    root,
    packageRoot,
    files: createFiles(root, packageRoot),
    player: { script: js, css },
    assets: await bundlePages(),
    editor: createEditor({}, root, packageRoot),
    knownCodes: new Set(),
    exporter: () => Promise.resolve({ problems: [] }),
    port: 0,
    remote: false,
    ...options,
  });
  return {
    root,
    preview,
    base: `http://127.0.0.1:${preview.port}`,
    write,
    read: (file) => readFileSync(join(root, file), 'utf8'),
    [Symbol.asyncDispose]: async () => {
      await preview.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** One request with exactly these headers and this path, nothing normalised. */
export function ask(
  { port }: Preview,
  path: string,
  options: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string } = {},
): Promise<Answer> {
  const { method = 'GET', headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, path, method, headers: { host: `127.0.0.1:${port}`, ...headers }, agent: false },
      (response) => {
        let text = '';
        const done = (): void => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
        response.on('data', (chunk) => {
          text += String(chunk);
          // A stream never ends by itself: its first words are enough.
          if (response.headers['content-type'] === 'text/event-stream') {
            done();
            request.destroy();
          }
        });
        response.on('end', done);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
