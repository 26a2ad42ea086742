import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { SaxesParser } from 'saxes';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clockAfter, plainLines, readHtml, readSlide, writeHtml, writeZip } from '../../src/documents/index.ts';
import { lectern } from '../support/cli.ts';
import { makeFolder } from '../support/papers.ts';
import { inspectPdf } from './pdf-support.ts';

const outline = `title: Signs & formulas
lang: en
author: A. Author
plans:
  - { id: short, minutes: 45, title: Lecture }
objectives:
  - { id: o, verb: name, text: 'the parts of a < b' }
glossary:
  - { term: Zygote, definition: 'the cell & more' }
  - { term: "Odd \\u0007\\uFFFF signs", definition: "as \\e[31mof a terminal\\u0000" }
misconceptions:
  - { wrong: Zeta is small, right: Zeta is large }
discussion:
  - { id: d, prompt: What is theta?, hint: A hidden hint, objectives: [o] }
quiz:
  - id: q
    question: Which one?
    objectives: [o]
    answers: [{ text: This, correct: true }, { text: That }]
sections:
  - title: First part
    id: one
    minutes: 45
    slides:
      - layout: bullets
        id: b
        title: Three things matter
        bullets: ['one & only', 'two < three', 'the rule \`~ = # { } ]]>\`']
        objectives: [o]
        notes: Spoken secretly, with $x^2$ and **weight**.
      - layout: statement
        id: s
        title: A formula says it
        body: 'Energy is $E = mc^2$ here.'
`;

const formats = 'script,plan,reading,text,pictures';

describe('the kit', () => {
  const files = { 'lessons/x/lesson.yaml': outline, 'lectern.yaml': 'papers: { start: "09:00" }\n' };
  const [folder, other] = [makeFolder(files), makeFolder(files)];
  const file = (path: string, root = folder) => readFileSync(join(root, 'output/x', path));
  let out = '';
  beforeAll(async () => {
    ({ out } = await lectern(folder, ['build', '--format', formats, '--no-check', '--no-cache']));
    const args = ['build', '--format', 'text,reading', '--audience', 'student', '--no-check', '--no-cache'];
    await lectern(other, args, { TZ: 'Pacific/Kiritimati' });
    await lectern(other, ['build', '--format', 'reading', '--no-check', '--no-cache'], { TZ: 'America/Anchorage' });
  });
  afterAll(() => {
    for (const root of [folder, other]) rmSync(root, { recursive: true, force: true });
  });

  it('gives the speaker notes and times as Markdown and as an accessible PDF', async () => {
    expect(out).not.toContain('pdf/');
    expect(file('script.md').toString()).toContain('Spoken secretly, with $x^2$ and **weight**.');
    const { pages, xmp } = await inspectPdf(file('script.pdf'));
    expect(xmp).toContain('pdfuaid');
    expect(pages.map(({ text }) => text).join(' ')).toContain('Spoken secretly');
  });

  it('plans the lesson by the clock', async () => {
    const { pages, xmp } = await inspectPdf(file('lesson-plan.pdf'));
    expect(xmp).toContain('pdfuaid');
    const text = pages.map((page) => page.text).join(' ');
    for (const words of ['09:00–09:45', 'Zeta is small', 'Zeta is large', 'What is theta?', 'A hidden hint'])
      expect(text).toContain(words);
    expect(file('lesson-plan.html').toString()).toContain('09:00–09:45');
  });

  it('gives pages for the screen dark colours when the device asks for them', () => {
    for (const page of ['lesson-plan.html', 'reading.html'])
      expect(file(page).toString()).toMatch(/prefers-color-scheme:dark\).*\{\s*:root\{color-scheme:dark;[^}]*--paper:/);
  });

  it('writes all words of the slides as plain text', () => {
    const text = file('deck.txt').toString();
    for (const words of ['- one & only', '- two < three', 'the rule ~ = # { } ]]>', 'E = mc²'])
      expect(text).toContain(words);
    expect(text).not.toContain('secretly');
  });

  it('makes a book of XML that tells no time and no note to students', async () => {
    const zip = await JSZip.loadAsync(file('reading.epub'));
    const texts = await Promise.all(
      Object.values(zip.files).map(async (entry) => [entry.name, await entry.async('string')] as const),
    );
    expect(texts[0]).toEqual(['mimetype', 'application/epub+zip']);
    for (const [name, text] of texts)
      if (/\.(xhtml|opf|xml)$/.test(name))
        expect(() => new SaxesParser({ xmlns: true }).write(text).close()).not.toThrow();
    const all = texts.map(([, text]) => text).join('\n');
    for (const words of ['two &lt; three', '<math', 'alttext=', 'Spoken secretly', 'properties="mathml"'])
      expect(all).toContain(words);
    expect(file('reading.epub').equals(file('reading.epub', other))).toBe(true);
    const student = await JSZip.loadAsync(file('student/reading.epub', other));
    const shown = await Promise.all(Object.values(student.files).map((entry) => entry.async('string')));
    expect(shown.join('')).toContain('two &lt; three');
    for (const path of ['student/reading.html', 'student/deck.txt']) shown.push(file(path, other).toString());
    expect(shown.join('')).not.toMatch(/secretly|hidden hint/);
  });

  it('pictures each slide', async () => {
    expect(await sharp(file('slides/001.png')).metadata()).toMatchObject({ format: 'png', width: 1280, height: 720 });
    expect(await sharp(file('slides/002.webp')).metadata()).toMatchObject({ format: 'webp', width: 1280 });
    expect(await sharp(file('slides/card.png')).metadata()).toMatchObject({ width: 1200, height: 630 });
  });
});

it('reads slides as text: numbers of lists, tables, pictures, nothing twice', () => {
  const slide = `<section><div class="marker"><p>1</p></div><h2>Title</h2><ol><li><div class="number"><p>3</p></div><div><p>three</p></div></li><li><div class="number"><p>4</p></div><div><p>four</p></div></li></ol><svg role="img" aria-label="A pump"><text>pump</text></svg><table><tr><td>a</td><td>b</td></tr></table><footer>foot</footer></section>`;
  const { title, body, pictures } = readSlide(slide, { pictures: false, formulas: 'set', level: 4 });
  expect(writeHtml(title)).toBe('Title');
  expect(plainLines(body)).toEqual(['3. three', '4. four', 'a | b']);
  expect(pictures.map(({ alt }) => alt)).toEqual(['A pump']);
  expect(writeHtml(readHtml('<p>a<br>&lt; &amp; "b"</p>'))).toBe('<p>a<br />&lt; &amp; "b"</p>');
});

it('keeps small signs in a text: their picture, and their letter where only words count', () => {
  const sign = '<img class="emoji" alt="😀" src="data:image/svg+xml,x">';
  const slide = `<section><h2>Sky ${sign}</h2><ul><li>Rain ${sign}</li><li>${sign}</li></ul></section>`;
  for (const pictures of [true, false]) {
    const { title, body } = readSlide(slide, { pictures, formulas: 'set', level: 4 });
    const kept = '<img class="emoji" alt="😀" src="data:image/svg+xml,x" />';
    expect(writeHtml(title)).toBe(`Sky ${kept}`);
    expect(writeHtml(body)).toBe(`<ul><li>Rain ${kept}</li><li>${kept}</li></ul>`);
    expect(plainLines(body)).toEqual(['- Rain 😀', '- 😀']);
  }
});

it('counts the clock on over midnight', () => {
  expect([clockAfter('09:00', 75), clockAfter('23:50', 20)]).toEqual(['10:15', '00:10']);
});

it('writes archives that other programs open', () => {
  const root = makeFolder({ 'x/empty': '' });
  const bytes = writeZip([
    { path: 'mimetype', bytes: Buffer.from('text'), stored: true },
    { path: 'ä/b.txt', bytes: Buffer.from('words '.repeat(99)) },
  ]);
  const path = join(root, 'a.zip');
  const code =
    'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);print(z.testzip(),z.namelist(),len(z.read("ä/b.txt")))';
  writeFileSync(path, bytes);
  expect(
    execFileSync('python3', ['-c', code, path], { env: { PYTHONIOENCODING: 'utf-8' } })
      .toString()
      .trim(),
  ).toBe("None ['mimetype', 'ä/b.txt'] 594");
  rmSync(root, { recursive: true, force: true });
});
