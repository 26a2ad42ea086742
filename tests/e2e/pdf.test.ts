import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectPdf, type PdfFacts } from '../formats/pdf-support.ts';
import { copyOfLessons, lectern } from '../support/cli.ts';

const id = 'mdma-serotonine';
const project = copyOfLessons(id);
let pdf: PdfFacts;
let html: string;
beforeAll(async () => {
  const run = await lectern(project.root, ['build', '--format', 'pdf,html', '--no-check']);
  if (run.code !== 0) throw new Error(run.err);
  pdf = await inspectPdf(readFileSync(join(project.root, 'output', id, 'deck-lang.pdf')));
  html = readFileSync(join(project.root, 'output', id, 'deck.html'), 'utf8');
}, 120_000);
afterAll(() => project.remove());

const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/&[a-z0-9#]+;/gi, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');

describe('the PDF of the long plan of the flagship lesson', () => {
  it('has one page for each slide with the title of that slide', () => {
    const titles = [...html.matchAll(/<section [^>]*data-slide[^>]*>[^]*?<h[123][^>]*>([^]*?)<\/h[123]>/g)].map(
      (match) => letters((match[1] ?? '').replace(/<[^>]*>/g, '')),
    );
    expect(titles).toHaveLength(pdf.pages.length);
    const missing = titles.filter((title, i) => !letters(pdf.pages[i]?.text ?? '').includes(title.slice(0, 25)));
    expect(missing).toEqual([]);
  });
  it('is tagged, and says what it is and in which language', () => {
    expect(pdf.marked).toBe(true);
    expect(String(pdf.info.Language)).toMatch(/^nl/);
    expect(String(pdf.info.Title)).not.toBe('');
    expect(String(pdf.info.Author)).not.toBe('');
    for (const { roles } of pdf.pages) expect(roles.some((role) => /^H[1-6]$/.test(role))).toBe(true);
  });
  it('holds no notes and nothing of the machine', () => {
    const text = pdf.pages.map((page) => page.text).join(' ');
    expect(text).not.toContain(project.root);
    expect(text).not.toMatch(/Notities|Presenter/);
  });
});
