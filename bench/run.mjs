// npm run bench [-- --rounds 3] [--small] [--write]
// Measures Lectern against Marp CLI and a bare Puppeteer script on the same generated decks, in one run, and prints the
// ratios. Only ratios travel between machines. `--small` leaves out the part with 1 000 lessons; `--write` puts the table
// into docs/performance.md.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lessonName, writeProject } from './lessons.mjs';
import { median } from './measure.mjs';
import { drawings, longDeck, longText, wholeKit } from './more.mjs';
import { tableOf, writeTable } from './report.mjs';
import { build, clean, coldBuild, findMarp, floor, marp, prepare, sizeOf } from './tools.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    small: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const pages = availableParallelism();
const peer = findMarp();
const rows = [];
const work = mkdtempSync(join(tmpdir(), 'lectern-bench-'));

const say = (text) => process.stderr.write(`${text}\n`);
const seconds = (ms) => (ms === undefined ? '–' : `${(ms / 1000).toFixed(2)} s`);

function row(what, value, goal, detail) {
  const verdict = goal === undefined ? '' : value <= goal ? 'met' : 'missed';
  rows.push({ what, value, goal, verdict, detail });
  say(`${what}: ${value.toFixed(3)}${goal === undefined ? '' : ` (goal ${goal}, ${verdict})`} — ${detail}`);
}

/** Runs each candidate once a round, one after the other, so that a busy moment of the machine hits all of them. */
async function race(candidates) {
  const times = Object.fromEntries(Object.keys(candidates).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, go] of Object.entries(candidates)) {
      const { code, ms, text } = await go();
      if (code !== 0) throw new Error(`${name} failed:\n${text.slice(-2000)}`);
      times[name].push(ms);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

async function pdf(count, name, goals) {
  const folder = await prepare(join(work, `pdf-${count}`), count);
  const times = await race({
    floor: () => floor(folder, count === 1 ? 1 : pages),
    lectern: () => coldBuild(folder, ['--format', 'pdf', '--no-check']),
    checked: () => coldBuild(folder, ['--format', 'pdf']),
    ...(peer ? { marp: () => marp(folder, peer, ['--pdf']) } : {}),
  });
  const detail = `Lectern ${seconds(times.lectern)}, floor ${seconds(times.floor)}, Marp CLI ${seconds(times.marp)}`;
  row(`${name}, of the floor`, times.lectern / times.floor, goals.floor, detail);
  if (peer) row(`${name}, of Marp CLI`, times.lectern / times.marp, goals.marp, detail);
  row(`${name} with all checks, of the floor`, times.checked / times.floor, 1.2, seconds(times.checked));
  return folder;
}

async function html(folder) {
  if (!peer) return;
  const times = await race({
    lectern: () => coldBuild(folder, ['--format', 'html', '--no-check']),
    marp: () => marp(folder, peer, []),
  });
  const detail = `Lectern ${seconds(times.lectern)}, Marp CLI ${seconds(times.marp)}`;
  row('100 decks HTML, of Marp CLI', times.lectern / times.marp, 0.12, detail);
}

async function bytes(folder) {
  await floor(folder, 1);
  const own = sizeOf(join(folder, 'out', `${lessonName(0)}.pdf`));
  await coldBuild(folder, ['--format', 'pdf', '--no-check']);
  const ours = sizeOf(join(folder, 'output', lessonName(0), 'deck.pdf'));
  row("PDF bytes, of Chrome's own", ours / own, 1.1, `${ours} and ${own} bytes`);
}

async function many() {
  const args = ['--format', 'html,pdf'];
  const peak = {};
  for (const count of [20, 200, 1000]) {
    const folder = join(work, `many-${count}`);
    writeProject(folder, count);
    const full = await coldBuild(folder, args, { memory: true });
    peak[count] = { ...full };
    say(`${count} lessons: ${seconds(full.ms)}, node ${mb(full.own)}, with browser ${mb(full.tree)}`);
    if (count === 1000) await incremental(folder, args, full.ms);
    clean(folder);
  }
  for (const count of [200, 1000]) {
    const detail = `${mb(peak[count].own)} and ${mb(peak[20].own)}; with the browser ${mb(peak[count].tree)} and ${mb(peak[20].tree)}`;
    row(`Peak memory at ${count} decks with all checks, of that at 20`, peak[count].own / peak[20].own, 1.2, detail);
    row(`… with the browser`, peak[count].tree / peak[20].tree, 1.2, detail);
  }
}

async function incremental(folder, args, fullTime) {
  const again = [];
  for (let round = 0; round < rounds; round++) again.push((await build(folder, args)).ms);
  const noop = median(again);
  row('No-op rebuild of 1 000, of the full build', noop / fullTime, 0.01, `${seconds(noop)} and ${seconds(fullTime)}`);
  const file = join(folder, 'lessons', lessonName(500), 'lesson.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('Bench', 'Somebody else'));
  const edited = await build(folder, args);
  const built = Number(/^(\d+) built/m.exec(edited.text)?.[1] ?? NaN);
  row('Lessons built after one edit among 1 000', built, 1, seconds(edited.ms));
}

const mb = (size) => `${Math.round(size / 1e6)} MB`;

try {
  say(`${pages} cores, Node ${process.version}, Marp CLI ${peer?.version ?? 'not installed'}, ${rounds} rounds`);
  const single = await pdf(1, 'Cold single PDF', { floor: 1.15, marp: 0.4 });
  await bytes(single);
  const hundred = await pdf(100, '100 decks PDF', { floor: 1.1, marp: 0.22 });
  await html(hundred);
  const tools = { race, row, seconds };
  await wholeKit(join(work, 'kit'), tools);
  await longDeck(join(work, 'long-deck'), tools);
  await longText(join(work, 'long-text'), tools);
  await drawings(join(work, 'drawings'), tools);
  if (!values.small) await many();
  const table = tableOf(rows);
  process.stdout.write(`${table}\n`);
  const day = new Date().toISOString().slice(0, 10);
  const versions = `Node ${process.version}, Marp CLI ${peer?.version ?? 'not installed'}`;
  const about = `Measured on ${day} with \`npm run bench\` on ${pages} cores, ${versions}, the bundled Chromium; medians of ${rounds} rounds.`;
  if (values.write) writeTable(table, about);
} finally {
  rmSync(work, { recursive: true, force: true });
}
