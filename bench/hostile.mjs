// node bench/hostile.mjs [NAME...] [--lectern path/to/dist/cli.js] [--limit SECONDS]
// Builds a lesson with one input that is merely long, or made to hang, and prints time, processor time and peak memory:
// the rows of the table in docs/reliability.md. With --lectern another build of Lectern is measured in the same way.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lectern: { type: 'string', default: join(dirname(fileURLToPath(import.meta.url)), '../dist/cli.js') },
    limit: { type: 'string', default: '60' },
  },
});

const slide = (fields) => ({ layout: 'statement', title: 'T', body: 'b', ...fields });
const lesson = (slides, more = {}) =>
  JSON.stringify({ title: 'T', lang: 'en', sections: [{ id: 's', title: 'S', slides }], ...more });
const one = (fields, more) => ({ 'lesson.yaml': lesson([slide(fields)], more) });
const source = (text) => ({ ...one({}), 'source.md': `# T\n\n## A\n\n${text}` });
const css = (text) => ({ ...one({}, { presentation: { css: 'own.css' } }), 'own.css': text });
const chart = (chart, data = [{ a: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', b: 1 }]) => ({
  'lesson.yaml': lesson([{ layout: 'chart', title: 'T', alt: 'A', chart, data }]),
});
const svg = (inside) => ({
  'lesson.yaml': lesson([{ layout: 'image', title: 'T', image: { src: 'a.svg', alt: 'A' } }]),
  'a.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`,
});
const point = { mark: 'point', encoding: { x: { field: 'b', type: 'quantitative' } } };

/** Inputs by name: the files of the lesson. */
const inputs = {
  'nothing-unusual': one({}),
  'heading-of-blanks': source(`## a${' '.repeat(200_000)}b {\n\nText.\n`),
  'attributes-unclosed': source(`## a {#${'a'.repeat(200_000)}\n\nText.\n`),
  'table-rules': source(`| a |\n|${'-'.repeat(200_000)}x\n`),
  'css-url': css(`a{b:${'url('.repeat(50_000)}}`),
  'css-tabs': css(`a{b:url(${'\t'.repeat(200_000)}x}`),
  'title-of-pictures': one({ title: '![a]('.repeat(20_000) }),
  'notes-of-dashes': one({ notes: `${'-'.repeat(200_000)}!` }),
  'quotes-in-a-word': one({ body: `a${"'".repeat(100_000)}b` }),
  'csv-zeros': {
    'lesson.yaml': lesson([{ layout: 'chart', title: 'T', alt: 'A', chart: { type: 'bar', x: 'a', y: 'b' }, data: 'd.csv' }]),
    'd.csv': `a,b\nx,${'0'.repeat(200_000)}x\n`,
  },
  'svg-paint': svg(`<path fill="${'url(#R'.repeat(40_000)}"/>`),
  'svg-import': svg(`<style>${'@import'.repeat(40_000)}</style>`),
  'sentences': source('It is so. '.repeat(10_000)),
  'yaml-mistakes': { 'lesson.yaml': `title: "${'\\x'.repeat(100_000)}"` },
  'includes': {
    'lesson.yaml': lesson([{ include: 'i0.yaml' }]),
    ...Object.fromEntries(
      Array.from({ length: 15 }, (_, i) => [`i${i}.yaml`, i < 14 ? `- include: i${i + 1}.yaml\n`.repeat(3) : '- { layout: statement, title: T, body: b }\n']),
    ),
  },
  'css-rules': css('a{b:c}\n'.repeat(200_000)),
  'vega-regexp': chart({ ...point, transform: [{ filter: 'test(/(a+)+$/, datum.a)' }] }),
  'vega-sequence': chart({ ...point, transform: [{ calculate: 'sequence(0, 1e9)', as: 'c' }] }),
  'vega-pad': chart({ ...point, transform: [{ calculate: "pad('a', 1e9, 'b', 'left')", as: 'c' }] }),
  'vega-bins': chart({ mark: 'bar', encoding: { x: { field: 'b', bin: { step: 1e-9 } }, y: { aggregate: 'count' } } }),
  'vega-ticks': chart({ mark: 'point', encoding: { x: { field: 'b', type: 'quantitative', axis: { tickCount: 1e9 } } } }),
}; // prettier-ignore

/** Peak memory and processor time of a process while it runs, where the system tells them. */
function watch(pid) {
  const seen = { megabytes: 0, cpu: 0 };
  const timer = setInterval(() => {
    try {
      const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0;
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
      seen.megabytes = Math.max(seen.megabytes, Math.round(Number(peak) / 1024));
      seen.cpu = (Number(fields[11]) + Number(fields[12])) / 100;
    } catch {
      // It has ended, or the system has no such files.
    }
  }, 50);
  return { seen, stop: () => clearInterval(timer) };
}

async function measure(files) {
  const root = mkdtempSync(join(tmpdir(), 'lectern-hostile-'));
  mkdirSync(join(root, 'lessons/x'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, 'lessons/x', name), text);
  const start = performance.now();
  const child = spawn(
    process.execPath,
    [resolve(values.lectern), 'build', '--format', 'html,md,coverage', '--no-check', '--no-cache'],
    { cwd: root, stdio: 'ignore' },
  );
  const { seen, stop } = watch(child.pid);
  // Of processor time: on a busy machine nothing else can be compared.
  const limit = setInterval(() => seen.cpu > Number(values.limit) && child.kill('SIGKILL'), 100);
  const [code] = await new Promise((done) => child.once('exit', (...how) => done(how)));
  clearInterval(limit);
  stop();
  rmSync(root, { recursive: true, force: true });
  const seconds = (performance.now() - start) / 1000;
  const cpu = code === null ? `> ${values.limit}` : seen.cpu.toFixed(1);
  return { seconds: seconds.toFixed(1), cpu, megabytes: seen.megabytes, code };
} // prettier-ignore

const names = positionals.length > 0 ? positionals : Object.keys(inputs);
process.stdout.write('| input | seconds | processor | MB | exit |\n| --- | --- | --- | --- | --- |\n');
for (const name of names) {
  const { seconds, cpu, megabytes, code } = await measure(inputs[name]);
  process.stdout.write(`| ${name} | ${seconds} | ${cpu} | ${megabytes} | ${code ?? 'killed'} |\n`);
}
