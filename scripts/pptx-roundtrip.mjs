/**
 * Proves the way back from PowerPoint: an untouched deck brings no change, thirty edits bring thirty, also after LibreOffice
 * has saved the file (where it is installed), and with `--write` the outline holds them: the edited deck then brings none.
 *
 *   node dist/cli.js build LESSON --format pptx --audience teacher && node scripts/pptx-roundtrip.mjs LESSON
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import JSZip from 'jszip';

const [lesson, wanted = '30'] = process.argv.slice(2);
const cli = resolve('dist/cli.js');
const work = mkdtempSync(join(tmpdir(), 'lectern-roundtrip-'));
let failed = false;

const textOf = (xml) => [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map((match) => match[1]).join('');
const paragraphsOf = (xml) => xml.match(/<a:p>.*?<\/a:p>/gs) ?? [];
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A paragraph with its text in one run, as a person who types it anew leaves it. */
function retyped(paragraph, text) {
  const run = /<a:r>(<a:rPr.*?<\/a:rPr>)/s.exec(paragraph)?.[1] ?? '<a:rPr lang="en"/>';
  const head = /<a:pPr.*?<\/a:pPr>/s.exec(paragraph)?.[0] ?? '';
  return `<a:p>${head}<a:r>${run}<a:t>${text}</a:t></a:r></a:p>`;
}

/** Makes the edits in the parts of a deck; each is one thing that a person does. */
class Editor {
  constructor(zip, slides, notes) {
    Object.assign(this, { zip, slides, notes, made: [], used: new Set() });
  }

  static async open(bytes) {
    const zip = await JSZip.loadAsync(bytes);
    const count = Object.keys(zip.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).length;
    const read = async (name) => (await zip.file(name)?.async('string')) ?? '';
    const numbers = Array.from({ length: count }, (_, i) => i + 1);
    const slides = await Promise.all(numbers.map((i) => read(`ppt/slides/slide${i}.xml`)));
    const notes = await Promise.all(numbers.map((i) => read(`ppt/notesSlides/notesslide${i}.xml`)));
    return new Editor(zip, slides, notes);
  }

  save() {
    this.slides.forEach((xml, i) => this.zip.file(`ppt/slides/slide${i + 1}.xml`, xml));
    this.notes.forEach((xml, i) => xml !== '' && this.zip.file(`ppt/notesSlides/notesslide${i + 1}.xml`, xml));
    return this.zip.generateAsync({ type: 'nodebuffer' });
  }

  told(what, text) {
    this.made.push(`${what}: ${text.slice(0, 60)}`);
  }

  /** The slides of which nothing has been edited, in their order, those that show one page of several aside. */
  *fresh() {
    const ids = this.slides.map((xml) => /<p:cSld name="s-([^"]*)"/.exec(xml)?.[1] ?? '');
    for (const [i, id] of ids.entries())
      if (!this.used.has(i) && !/-\d+$/.test(id) && !ids.includes(`${id}-2`)) yield i;
  }

  edit(count, what, change) {
    for (const i of this.fresh()) {
      if (count === 0) return;
      const text = change(i);
      if (text === undefined) continue;
      this.used.add(i);
      this.told(what, text);
      count--;
    }
  }

  replace(i, old, by) {
    this.slides[i] = this.slides[i].replace(old, () => by);
    return textOf(old);
  }

  shapes(i, sign) {
    return (this.slides[i].match(/<p:sp>.*?<\/p:sp>/gs) ?? []).filter((shape) => sign.test(shape));
  }

  titles(count) {
    this.edit(count, 'title', (i) => {
      if (i === 0) return undefined;
      const [paragraph] = this.shapes(i, /type="title"/).flatMap(paragraphsOf);
      if (paragraph === undefined || /y="-/.test(this.shapes(i, /type="title"/)[0])) return undefined;
      return this.replace(i, paragraph, retyped(paragraph, `${textOf(paragraph)} (revised)`));
    });
  }

  lists(i) {
    return this.shapes(i, /name="List · /)
      .map(paragraphsOf)
      .find((items) => items.length > 2 && items.every((item) => !/spc="\d{3,}"/.test(item)));
  }

  items(count, what, change) {
    this.edit(count, what, (i) => {
      const items = this.lists(i);
      return items && change(i, items);
    });
  }

  notesOf(count) {
    this.edit(count, 'notes', (i) => {
      const paragraph = paragraphsOf(this.notes[i]).find((one) => textOf(one).split(' ').length > 6);
      if (paragraph === undefined) return undefined;
      const words = textOf(paragraph).split(' ');
      words[2] = 'truly';
      this.notes[i] = this.notes[i].replace(paragraph, () => retyped(paragraph, words.join(' ')));
      return textOf(paragraph);
    });
  }

  rowsOf(i) {
    const rows = this.slides[i].match(/<a:tr .*?<\/a:tr>/gs) ?? [];
    return rows.length > 3 && !rows.some((row) => /Span=|Merge=/.test(row)) ? rows : undefined;
  }

  rows(count, what, change) {
    this.edit(count, what, (i) => {
      const rows = this.rowsOf(i);
      return rows && change(i, rows);
    });
  }

  async order(change) {
    const xml = await this.zip.file('ppt/presentation.xml').async('string');
    const ids = xml.match(/<p:sldId [^>]*\/>/g);
    this.zip.file(
      'ppt/presentation.xml',
      xml.replace(/<p:sldIdLst>.*?<\/p:sldIdLst>/s, `<p:sldIdLst>${change(ids).join('')}</p:sldIdLst>`),
    );
  }

  /** Slides that nobody has edited are moved, taken out, and put in anew. */
  async structure() {
    const [moved, gone, near] = [...this.fresh()].filter((i) => i > 1).slice(-4);
    for (const i of [moved, gone, near]) this.used.add(i);
    const number = this.slides.length + 1;
    const title =
      '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title 1"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en"/><a:t>What a colleague adds</a:t></a:r></a:p></p:txBody></p:sp>';
    const body = title
      .replace('id="2"', 'id="3"')
      .replace('Title 1', 'Text 2')
      .replace('<p:ph type="title"/>', '<p:ph idx="1"/>')
      .replace('What a colleague adds', 'One thought of a colleague');
    this.slides.push(
      this.slides[near]
        .replace(/ name="s-[^"]*"/, '')
        .replace(/(<\/p:grpSpPr>).*(<\/p:spTree>)/s, (_, head, tail) => head + title + body + tail),
    );
    this.notes.push('');
    const relations = await this.zip.file(`ppt/slides/_rels/slide${near + 1}.xml.rels`).async('string');
    this.zip.file(
      `ppt/slides/_rels/slide${number}.xml.rels`,
      relations.replace(/<Relationship [^>]*(?:notesSlide|image|hyperlink)"[^>]*\/>/g, ''),
    );
    const types = await this.zip.file('[Content_Types].xml').async('string');
    this.zip.file(
      '[Content_Types].xml',
      types.replace(
        '</Types>',
        `<Override PartName="/ppt/slides/slide${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slide+xml"/></Types>`,
      ),
    );
    const main = await this.zip.file('ppt/_rels/presentation.xml.rels').async('string');
    this.zip.file(
      'ppt/_rels/presentation.xml.rels',
      main.replace(
        '</Relationships>',
        `<Relationship Id="rId9999" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide" Target="slides/slide${number}.xml"/></Relationships>`,
      ),
    );
    // Sections would name slides that are gone; a program writes them anew.
    const presentation = await this.zip.file('ppt/presentation.xml').async('string');
    this.zip.file('ppt/presentation.xml', presentation.replace(/<p:extLst>.*?<\/p:extLst>/s, ''));
    await this.order((ids) => {
      const own = ids[moved];
      const rest = ids.filter((_, i) => i !== moved && i !== gone);
      rest.splice(2, 0, own);
      rest.splice(rest.indexOf(ids[near]) + 1, 0, '<p:sldId id="9999" r:id="rId9999"/>');
      return rest;
    });
    this.told('slide moved', String(moved + 1));
    this.told('slide taken out', String(gone + 1));
    this.told('slide added', String(number));
  }
}

async function edited(bytes) {
  const editor = await Editor.open(bytes);
  await editor.structure();
  editor.rows(1, 'row taken out', (i, rows) => editor.replace(i, rows[2], ''));
  editor.rows(1, 'row added', (i, rows) => {
    const cells = rows.at(-1).replace(/<a:p>.*?<\/a:p>/gs, (paragraph) => retyped(paragraph, 'new cell'));
    return editor.replace(i, rows.at(-1), rows.at(-1) + cells);
  });
  editor.rows(2, 'cell', (i, rows) => {
    const cell = paragraphsOf(rows[1]).at(-1);
    return editor.replace(
      i,
      rows[1],
      rows[1].replace(cell, () => retyped(cell, 'other')),
    );
  });
  editor.items(2, 'item taken out', (i, items) => editor.replace(i, items[1], ''));
  editor.items(2, 'item added', (i, items) =>
    editor.replace(i, items[1], items[1] + retyped(items[1], 'One more &amp; “better” point')),
  );
  editor.items(2, 'item', (i, items) =>
    editor.replace(i, items[0], retyped(items[0], `${textOf(items[0]).replaceAll('­', '')} too`)),
  );
  editor.notesOf(5);
  editor.titles(Number(wanted) - editor.made.length);
  return { bytes: await editor.save(), made: editor.made };
}

function imported(file, { root = '.', write = false } = {}) {
  const run = spawnSync(
    process.execPath,
    [cli, 'import', resolve(file), '--onto', lesson, ...(write ? ['--write'] : [])],
    { encoding: 'utf8', cwd: root },
  );
  const [, changes = -1, conflicts = -1, left = -1] =
    /(\d+) changes?, (\d+) conflicts?, (\d+) not/.exec(run.stdout) ?? [];
  return { out: run.stdout + run.stderr, figures: [changes, conflicts, left].map(Number) };
}

function prove(what, file, figures, options) {
  const found = imported(file, options);
  const isRight = found.figures.every((figure, i) => figure === figures[i]);
  console.log(`${isRight ? 'ok' : 'NOT ok'}  ${what}: ${found.figures.join(', ')}`);
  if (!isRight) console.log(found.out);
  failed ||= !isRight;
}

function resaved(file) {
  if (spawnSync('which', ['soffice']).status !== 0) return undefined;
  spawnSync('soffice', ['--headless', '--convert-to', 'pptx', '--outdir', join(work, 'office'), file]);
  const own = join(work, 'office', file.slice(file.lastIndexOf('/') + 1));
  return existsSync(own) ? own : undefined;
}

const deck = join('output', lesson, 'deck.pptx');
prove('an untouched deck', deck, [0, 0, 0]);
const { bytes, made } = await edited(readFileSync(deck));
const file = join(work, 'edited.pptx');
writeFileSync(file, bytes);
if (process.env.SHOW) console.log(made.map((one) => `  ${one}`).join('\n'));
prove(`${made.length} edits`, file, [made.length, 0, 0]);
const office = resaved(resolve(deck));
if (office) prove('an untouched deck that LibreOffice saved', office, [0, 0, 0]);
const officeEdited = resaved(file);
if (officeEdited) prove(`${made.length} edits, saved by LibreOffice`, officeEdited, [made.length, 0, 0]);
const root = join(work, 'project');
for (const name of ['lessons', 'lectern.yaml', 'templates'])
  if (existsSync(name) && name !== 'templates') cpSync(name, join(root, name), { recursive: true });
prove('written into the outline', file, [made.length, 0, 0], { root, write: true });
const checked = spawnSync(process.execPath, [cli, 'check', lesson], { encoding: 'utf8', cwd: root });
console.log(`${checked.stdout.includes(': error') ? 'NOT ok' : 'ok'}  the outline is sound`);
if (checked.stdout.includes(': error') || process.env.SHOW)
  console.log(
    checked.stdout.slice(0, 3000),
    spawnSync('diff', ['-u', `lessons/${lesson}/lesson.yaml`, join(root, 'lessons', lesson, 'lesson.yaml')], {
      encoding: 'utf8',
    }).stdout,
  );
if (process.env.KEEP) console.log(work);
else rmSync(work, { recursive: true });
process.exitCode = failed ? 1 : 0;
