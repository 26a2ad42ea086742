import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import JSZip from 'jszip';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectPdf } from '../formats/pdf-support.ts';

const cli = join(import.meta.dirname, '../../dist/cli.js');

/** Words that belong to the teacher only; `mark` makes each of them a needle that occurs nowhere else. */
const outline = (mark: string, right: number): string => `# Remark of the author: ${mark}comment
title: Serotonine in één les
lang: nl
author: A. Docent
plans:
  - { id: kort, minutes: 45 }
objectives:
  - { id: o1, verb: uitleggen, bloom: understand, text: hoe de pomp werkt }
sections:
  - title: De pomp
    id: pomp
    minutes: 45
    omits:
      - { statement: deel.2, reason: ${mark}waiver }
    slides:
      - layout: title
        id: start
        notes: |
          ${mark}notes with **bold**.
      - layout: image
        id: beeld
        title: Een tekening van de pomp zegt meer dan tekst
        image: { src: images/pomp.svg, alt: Een pomp }
        covers: [deel.1]
        notes: ${mark}secondnotes
        ignore: [{ check: picture/alt-short, reason: ${mark}ignore }]
      - layout: image
        id: foto
        title: Een foto van de pomp
        image: { src: images/foto.jpg, alt: Een foto }
      - layout: image
        id: raster
        title: Een raster van de pomp
        image: { src: images/raster.png, alt: Een raster }
      - layout: image
        id: web
        title: Een tweede foto van de pomp
        image: { src: images/web.webp, alt: Nog een foto }
      - layout: quiz
        id: vraag
        question: q1
        notes: The answer is ${mark}answernote
      - layout: discussion
        id: praat
        title: Wat vindt u van de pomp?
        prompts: [d1]
      - layout: references
        id: bronnen
quiz:
  - id: q1
    question: Wat doet de transporter bij deze stof?
    answers:
${['Hij keert om', 'Hij staat stil', 'Hij gaat sneller']
  .map((text, i) => `      - { text: ${text}, correct: ${i === right}, feedback: ${mark}feedback${i} }`)
  .join('\n')}
    explanation: ${mark}explanation
    objectives: [o1]
  - id: q2
    question: ${mark}unshownquestion
    answers:
      - { text: ${mark}unshownanswer, correct: true }
      - { text: Iets anders, correct: false }
discussion:
  - { id: d1, prompt: Waarom keert de pomp om?, hint: ${mark}hint }
references:
  - { id: r1, authors: Verrico et al., year: 2007, title: Transporters, facts: ['${mark}fact 12'] }
`;

/** Names in pictures; the same in both projects, because the name of a copied picture holds its hash. */
const pictures = 'zqpmark';

const source = '# Bron\n\n## Deel {#deel}\n\nDe pomp keert om. De stof wordt meegenomen.\n';

/** What drawing programs and cameras leave in pictures: people's names and folders. */
const svg = (who: string): string => `<?xml version="1.0"?><!-- drawn by ${who} -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 160 90" sodipodi:docname="${who}.svg" inkscape:export-filename="/home/${who}/pomp.png" data-author="${who}">
<metadata>${who}</metadata><sodipodi:namedview inkscape:window-x="${who}"/><rect width="160" height="90" fill="#0a5c6e"/></svg>`;

interface Project {
  readonly root: string;
  readonly home: string;
}

async function makeProject(mark: string, right: number): Promise<Project> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-leak-'));
  const home = join(folder, `${mark}home`);
  const root = join(home, `${mark}project`);
  const lesson = join(root, 'lessons/lek');
  mkdirSync(join(lesson, 'images'), { recursive: true });
  const write = (file: string, bytes: string | Uint8Array): void => writeFileSync(join(lesson, file), bytes);
  write('lesson.yaml', outline(mark, right));
  write('source.md', source);
  write('images/pomp.svg', svg(`${pictures}drawer`));
  const exif = {
    IFD0: { Artist: `${pictures}camera`, ImageDescription: `/home/${pictures}photo`, Copyright: `${pictures}copy` },
  };
  const plain = sharp({ create: { width: 320, height: 180, channels: 3, background: '#17633f' } });
  write('images/foto.jpg', await plain.clone().jpeg().withExif(exif).toBuffer());
  write('images/raster.png', await plain.clone().png().withExif(exif).toBuffer());
  write('images/web.webp', await plain.clone().webp().withExif(exif).toBuffer());
  return { root, home };
}

/** Formats of all kinds; script and lesson plan are for the teacher alone. */
const kit = 'html,pdf,md,coverage,thumbnail,handout,script,plan,quiz,reading,text,site';

/** Builds one edition as another user than the one who runs the tests. */
async function build(
  { root, home }: Project,
  mark: string,
  audience: string,
  formats = kit,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const env = {
    ...process.env,
    HOME: home,
    USER: `${mark}user`,
    LOGNAME: `${mark}user`,
    HOSTNAME: `${mark}host`,
    PWD: root,
  };
  const output = join(root, 'output');
  rmSync(output, { recursive: true, force: true });
  await new Promise<void>((resolve, reject) => {
    const args = [cli, 'build', '--no-cache', '--audience', audience, '--format', formats];
    execFile(process.execPath, args, { cwd: root, env }, (_, out, err) =>
      // Findings are no failure here.
      out.includes('1 built') ? resolve() : reject(new Error(`${out}${err}`)),
    );
  });
  const files = readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(output.length + 1), readFileSync(path)];
    }),
  );
}

/** All that can be read in a file: its bytes, what its compressed streams hold, and UTF-16 text as PDF writes it. */
async function readable(path: string, bytes: Uint8Array): Promise<string> {
  const raw = Buffer.from(bytes);
  const parts = [raw.toString('latin1'), raw.toString('utf8')];
  // Pictures inside HTML and SVG.
  for (const [, data = ''] of raw.toString('latin1').matchAll(/base64,([A-Za-z0-9+/=]{40,})/g))
    parts.push(Buffer.from(data, 'base64').toString('latin1'));
  if (path.endsWith('.epub')) {
    for (const member of Object.values((await JSZip.loadAsync(raw)).files))
      parts.push(member.name, await member.async('string'));
  }
  if (path.endsWith('.pdf')) {
    for (const start of raw.toString('latin1').matchAll(/stream\r?\n/g)) {
      const from = start.index + start[0].length;
      try {
        parts.push(inflateSync(raw.subarray(from), { finishFlush: 2 }).toString('latin1'));
      } catch {
        // Not compressed this way: its bytes are searched as they are.
      }
    }
    const { pages, info, xmp, outline: entries } = await inspectPdf(bytes);
    parts.push(pages.map(({ text }) => text).join('\n'), JSON.stringify(info), xmp, JSON.stringify(entries));
  }
  const hex = parts
    .join('\n')
    .replace(/<([0-9A-Fa-f]{4,})>/g, (_, digits: string) => Buffer.from(digits, 'hex').toString('latin1'));
  return `${hex}\n${hex.replaceAll('\0', '')}`.toLowerCase();
}

const [one, two] = ['zq1mark', 'zq2mark'];
let first: Project;
let second: Project;
beforeAll(async () => {
  first = await makeProject(one, 0);
  second = await makeProject(two, 2);
});
afterAll(() => {
  for (const { home } of [first, second]) rmSync(join(home, '..'), { recursive: true, force: true });
});

const made = new Map<string, Promise<ReadonlyMap<string, Uint8Array>>>();
/** An edition of the first project, built once. */
function firstFor(audience: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = made.get(audience) ?? build(first, one, audience);
  made.set(audience, files);
  return files;
}

describe.each(['student', 'public'])('the edition for a %s', (audience) => {
  it('holds no note, answer, reason, remark, name or folder, in any file', async () => {
    const files = await firstFor(audience);
    expect([...files.keys()].sort()).toEqual(
      expect.arrayContaining([`lek/${audience}/deck.html`, `lek/${audience}/deck.md`, `lek/${audience}/deck.pdf`]),
    );
    expect([...files.keys()].some((path) => /coverage|script|lesson-plan/.test(path))).toBe(false);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['handout.pdf', 'reading.epub', 'deck.txt'].map((name) => `lek/${audience}/${name}`)),
    );
    for (const [path, bytes] of files) {
      const text = await readable(path, bytes);
      expect(/.{0,60}zq\wmark.{0,20}/.exec(text)?.[0], path).toBeUndefined();
      expect(text, path).not.toContain(tmpdir().toLowerCase() + '/lectern');
      if (hostname().length > 4) expect(text, path).not.toContain(hostname().toLowerCase());
    }
    const html = new TextDecoder().decode(files.get(`lek/${audience}/deck.html`));
    expect(html).toContain('Wat doet de transporter');
    const data = JSON.parse(
      /<script type="application\/json" id="lectern-data">(.*?)<\/script>/s.exec(html)?.[1] ?? '',
    ) as {
      slides: { notes: string; questions: unknown[]; statements: unknown[] }[];
    };
    for (const slide of data.slides) expect(slide).toMatchObject({ notes: '', questions: [], statements: [] });
    // The words of the player (“correct answer”) are the same in every deck of a language.
    expect(JSON.stringify({ ...data, words: undefined })).not.toMatch(/"(?:correct|explanation|feedback|hint|reason)"/);
  });

  it('is the same to the byte whatever the teacher wrote: nothing can be told from it', async () => {
    const [a, b] = [await firstFor(audience), await build(second, two, audience)];
    expect([...a.keys()].sort()).toEqual([...b.keys()].sort());
    for (const [path, bytes] of a) {
      if (path === 'manifest.json') continue;
      expect(Buffer.compare(bytes, b.get(path) ?? new Uint8Array()), path).toBe(0);
    }
  });
});

it('gives the teacher all of it', async () => {
  const files = await build(first, one, 'teacher', 'html,md');
  const html = await readable('deck.html', files.get('lek/deck.html') ?? new Uint8Array());
  for (const word of ['notes', 'secondnotes', 'answernote', 'explanation']) expect(html).toContain(one + word);
  expect(html).toContain('"correct":true');
  const md = new TextDecoder().decode(files.get('lek/deck.md'));
  expect(md).toContain(`${one}notes`);
});
