import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/commands/line/run.ts';
import { makeProject } from '../support/files.ts';
import { inspectPdf, type PdfFacts } from './pdf-support.ts';

const lesson = `title: T
lang: en
sections:
  - title: S
    slides:
      - { layout: statement, title: Whole, body: Nothing hides here. }
      - { layout: bullets, title: Stepped, steps: true, bullets: [alpha, bravo, charlie] }
      - layout: cascade
        title: Drawn
        steps: true
        nodes: [{ label: Delta }, { label: Echo }]
        alt: Delta leads to Echo.
`;

async function build(options: readonly string[]): Promise<PdfFacts> {
  const { root } = makeProject({ 'lessons/x/lesson.yaml': lesson });
  let err = '';
  const code = await runCommandLine(['build', '--format', 'pdf', '--no-cache', '--no-check', ...options], {
    cwd: root,
    env: process.env,
    out: () => undefined,
    err: (text) => void (err += text),
    interactive: false,
    color: false,
    width: 100,
    signal: new AbortController().signal,
  });
  if (code !== 0) throw new Error(err);
  return inspectPdf(readFileSync(join(root, 'output/x/deck.pdf')));
}

describe('a PDF with steps', () => {
  it('has one page for each state, and hides what comes later', async () => {
    const { pages, outline } = await build(['--steps']);
    const texts = pages.map(({ text }) => text);
    expect(texts[0]).toContain('Nothing hides here.');
    const seen = texts.map((text) => ['alpha', 'bravo', 'charlie'].filter((word) => text.includes(word)).length);
    expect(seen.slice(0, 5)).toEqual([0, 0, 1, 2, 3]);
    expect(texts.slice(5).map((text) => [text.includes('Delta'), text.includes('Echo')])).toEqual([
      [false, false],
      [true, false],
      [true, true],
    ]);
    expect(outline.map(({ title }) => title)).toEqual(['Whole', 'Stepped', 'Drawn']);
  });

  it('has one page for each slide, in its last state, without the option', async () => {
    const { pages } = await build([]);
    expect(pages.length).toBe(3);
    expect(pages[1]?.text).toContain('charlie');
    expect(pages[2]?.text).toContain('Echo');
  });
});
