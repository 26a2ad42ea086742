import JSZip from 'jszip';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importCommand } from '../../src/commands/import.ts';
import { NotPossible } from '../../src/base/index.ts';
import type { Terminal } from '../../src/commands/line/command.ts';
import { importLesson, readerFor, UnreadableFile } from '../../src/import/index.ts';
import { paragraphsOf } from '../../src/import/readers/pptx/text.ts';
import { readXml } from '../../src/import/readers/pptx/tree.ts';
import { openZip } from '../../src/import/readers/zip.ts';
import { readdirSync } from 'node:fs';
import { stringsIn } from '../support/words.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function assetsOf(name: string, text: string | Uint8Array): Promise<readonly string[]> {
  const reader = readerFor(name);
  if (!reader) throw new Error(name);
  const read = await reader.read(typeof text === 'string' ? bytesOf(text) : text, name);
  return read.assets.flatMap(({ from }) => from ?? []);
}

describe('pictures outside the folder of the file are not asked for', () => {
  it.each([
    '../x.png', 'a/../../x.png', '%2e%2e/x.png', '%2E%2E%2Fx.png', 'a%2f..%2f..%2fx.png', '..\\x.png', 'a%5c..%5c..%5cx.png',
    '/x.png', '\\x.png', '%2fx.png', 'file:///x.png', 'C:/x.png', 'c%3a/x.png', '//host/x.png', 'a%00/x.png', '#x.png',
  ])('%s', async (address) => {
    expect(await assetsOf('a.md', `![a](<${address}>)`)).toEqual([]);
    expect(await assetsOf('a.html', `<img src="${address}">`)).toEqual([]);
  }); // prettier-ignore

  it.each([
    ['images/a.png', 'images/a.png'],
    ['a%20b.png', 'a b.png'],
    ['a%zz.png', 'a%zz.png'],
    ['a..b/c.png', 'a..b/c.png'],
  ])('and %s is %s', async (address, path) => {
    expect(await assetsOf('a.md', `![a](${address})`)).toEqual([path]);
  });
});

describe('the command', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'lectern-import-'));
    mkdirSync(join(root, 'project/lessons'), { recursive: true });
    mkdirSync(join(root, 'texts'));
    writeFileSync(join(root, 'project/lectern.yaml'), 'lessons: lessons\n');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  async function run(file: string): Promise<{ readonly code: number; readonly out: string }> {
    let out = '';
    const terminal: Terminal = {
      cwd: join(root, 'project'),
      env: {},
      out: (text) => (out += text),
      err: (text) => (out += text),
      interactive: false,
      color: false,
      width: 80,
      signal: new AbortController().signal,
    };
    return { code: await importCommand.run([file], { id: 'x' }, terminal), out };
  }

  it('copies no picture through a link that leads out, and reads on when an address makes no sense', async () => {
    writeFileSync(join(root, 'secret.png'), 'secret');
    mkdirSync(join(root, 'away'));
    writeFileSync(join(root, 'away/b.png'), 'secret');
    symlinkSync(join(root, 'secret.png'), join(root, 'texts/a.png'));
    symlinkSync(join(root, 'away'), join(root, 'texts/far'));
    writeFileSync(join(root, 'texts/own.png'), 'own');
    symlinkSync('own.png', join(root, 'texts/near.png'));
    const file = join(root, 'texts/t.md');
    writeFileSync(file, '# T\n\n![a](a.png) ![b](far/b.png) ![c](near.png) ![d](%zz.png)\n\nText.\n');
    const { code } = await run(file);
    expect(code).toBe(0);
    expect(readdirSync(join(root, 'project/lessons/x')).sort()).toEqual(['lesson.yaml', 'near.png', 'source.md']);
  });

  it('says what it cannot read', async () => {
    const file = join(root, 'texts/t.docx');
    writeFileSync(file, 'no zip');
    await expect(run(file)).rejects.toThrow(NotPossible);
  });
});

describe('Word documents', () => {
  const read = async (zip: JSZip): Promise<unknown> => {
    const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    expect(bytes.length).toBeLessThan(2_000_000);
    const reader = readerFor('a.docx');
    return reader && importLesson(reader, bytes, { name: 'a.docx', picture: () => undefined, wordsIn: stringsIn });
  };

  it.each([
    ['a text', 'word/document.xml', 40_000_000],
    ['a picture', 'word/media/image1.png', 210_000_000],
  ])('%s that unpacks to too much is refused, in bounded memory', { timeout: 120_000 }, async (_, path, size) => {
    const zip = new JSZip();
    zip.file('word/document.xml', '<w:document/>').file(path, Buffer.alloc(size, 32));
    await expect(read(zip)).rejects.toThrow(UnreadableFile);
  });

  it.each([
    ['no document in it', {}],
    ['a document that is no XML', { 'word/document.xml': '<w:document' }],
    ['a formula that nests too deep', { 'word/document.xml': `<w:document><m:omath>${'<m:f><m:num>'.repeat(20_000)}` }],
    ['no kinds of content', { 'word/document.xml': '<w:document/>' }],
  ])('%s', async (_, files: Readonly<Record<string, string>>) => {
    const zip = new JSZip();
    for (const [path, text] of Object.entries(files)) zip.file(path, text);
    await expect(read(zip)).rejects.toThrow(UnreadableFile);
  });
});

it('a packed file of very many files is refused', async () => {
  const zip = new JSZip();
  for (let i = 0; i < 10_001; i++) zip.file(`f${i}`, '');
  const bytes = await zip.generateAsync({ type: 'uint8array' });
  await expect(openZip(bytes)).rejects.toThrow('more than 10000 files');
});

it('levels of a presentation that are no levels', () => {
  const xml = '<a:p><a:ppr lvl="-5"><a:buchar/></a:ppr><a:r><a:t>b</a:t></a:r></a:p>';
  const part = { targets: new Map() } as never;
  expect(paragraphsOf(readXml(xml), part).map(({ level }) => level)).toEqual([0]);
});

describe('files that are merely long take time in proportion', () => {
  it.each([
    ['comments that never end', 'a.md', '<!-- '],
    ['notes and directives', 'a.md', '<!-- x --><!-- _class: y -->\n'],
    ['blocks of code that never end', 'a.md', '```x\n'],
    ['pictures in the background', 'a.md', '![bg'],
    ['things that are left out', 'a.html', '<nav>x</nav>\n'],
    ['cells that stand for millions', 'a.html', '<table><tr><td colspan=999999 rowspan=999999>x<tr><td>y'],
    ['a wide row and many short ones', 'a.html', '<td>x<tr>'],
    ['rows', 'a.html', '<table><tr><td>'],
    ['headings', 'a.html', '<h1>'],
    ['marks in marks', 'a.html', '<b>'],
    ['footnotes', 'a.md', 'x ^[a *b*] '],
  ])('%s', { timeout: 120_000 }, async (_, name, piece) => {
    // The first row is as wide as the table has rows.
    const wide =
      piece === '<td>x<tr>' ? (times: number): string => `<table><tr>${'<td>x'.repeat(times)}<tr>` : () => '';
    const head = name === 'a.md' ? '---\nmarp: true\n---\n' : '';
    const cost = async (times: number): Promise<number> => {
      const before = process.cpuUsage();
      await assetsOf(name, head + wide(times) + piece.repeat(times));
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    await cost(100);
    const small = await cost(10_000);
    expect(await cost(40_000)).toBeLessThan(8 * small + 100);
  });
});
