// npm run test:shared-cache
// Two machines' worth of builds with one cache behind a real nginx with WebDAV (Debian's, on this machine only): cold, warm,
// slow, broken, lying and full. Prints a table; fails when bytes differ or a cache in trouble stops a build.
// The layout is that of bazel-remote: /ac/<sha256> and /cas/<sha256> by GET and PUT.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { lessonYaml } from '../bench/lessons.mjs';
import { hashesIn } from './hashes.mjs';

const cli = join(fileURLToPath(new URL('..', import.meta.url)), 'dist/cli.js');
const work = mkdtempSync(join(tmpdir(), 'lectern-shared-cache-'));
const lessons = 12;

if (spawnSync('nginx', ['-v']).error) {
  console.log('nginx is not installed: apt-get install nginx');
  process.exit(1);
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const settings = (port) => `daemon off;
pid ${work}/nginx.pid;
error_log ${work}/error.log;
events {}
http {
  access_log ${work}/access.log;
  client_body_temp_path ${work}/body;
  client_max_body_size 64m;
  server {
    listen 127.0.0.1:${port};
    root ${work}/store;
    location /good/ { dav_methods PUT; create_full_put_path on; }
    location /slow/ { alias ${work}/store/good/; limit_rate 20k; }
    location /broken/ { return 500; }
    location /readonly/ { alias ${work}/store/good/; limit_except GET { deny all; } }
    location /lying/ac/ { alias ${work}/store/good/ac/; }
    location /lying/cas/ { return 200 'not what was asked for'; }
    location /empty/ { dav_methods PUT; create_full_put_path on; client_max_body_size 1; }
  }
}
`;

/** A machine: a project of its own, a cache of its own. */
function machine(name) {
  const folder = join(work, name);
  for (let index = 0; index < lessons; index++) {
    mkdirSync(join(folder, `lessons/lesson-${index}`), { recursive: true });
    writeFileSync(join(folder, `lessons/lesson-${index}/lesson.yaml`), lessonYaml(index));
  }
  return folder;
}

function build(folder, ...options) {
  const start = performance.now();
  const ran = spawnSync(process.execPath, [cli, 'build', '--format', 'html,pdf', ...options], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: join(folder, 'home') },
  });
  return { seconds: (performance.now() - start) / 1000, status: ran.status, said: ran.stdout + ran.stderr };
}

const requests = () => readFileSync(join(work, 'access.log'), 'utf8').split('\n').length - 1;
const port = await freePort();
mkdirSync(join(work, 'store/good'), { recursive: true });
// Its workers run as another user when this is root.
spawnSync('chmod', ['-R', 'a+rwX', work]);
writeFileSync(join(work, 'nginx.conf'), settings(port));
const nginx = spawn('nginx', ['-c', join(work, 'nginx.conf')], { stdio: 'inherit' });
let failed = false;
try {
  await sleep(500);
  const url = (name) => `http://127.0.0.1:${port}/${name}`;
  const alone = machine('alone');
  const first = build(alone);
  const expected = hashesIn(join(alone, 'output'));
  const rows = [['no shared cache', first, 0]];
  const kinds = [
    ['cold: the first machine', 'good'],
    ['warm: the second machine', 'good'],
    ['warm, read only', 'readonly', '--cache-read-only'],
    ['slow: 20 kB a second', 'slow', '--cache-read-only'],
    ['broken: every answer is 500', 'broken'],
    ['lying: wrong bytes', 'lying', '--cache-read-only'],
    ['full: every PUT is refused', 'empty'],
  ];
  for (const [index, [name, place, ...options]] of kinds.entries()) {
    const folder = machine(`machine-${index}`);
    const before = requests();
    const ran = build(folder, '--cache-url', url(place), ...options);
    rows.push([name, ran, requests() - before]);
    if (ran.status !== 0 || hashesIn(join(folder, 'output')) !== expected) {
      failed = true;
      console.log(`✗ ${name}: exit ${ran.status}, or other bytes\n${ran.said}`);
    }
  }
  nginx.kill();
  await sleep(300);
  const gone = machine('gone');
  rows.push(['gone: nobody answers', build(gone, '--cache-url', url('good')), 0]);
  if (hashesIn(join(gone, 'output')) !== expected) failed = true;
  console.log(`${lessons} lessons of 20 slides, HTML and PDF with checks\n`);
  console.log('| cache | time | of none | requests | told |\n|---|---|---|---|---|');
  for (const [name, { seconds, said }, asked] of rows) {
    const told = said.split('\n').find((line) => line.includes('cache')) ?? '';
    console.log(`| ${name} | ${seconds.toFixed(1)} s | ${(seconds / first.seconds).toFixed(2)} | ${asked} | ${told} |`);
  }
} finally {
  nginx.kill();
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
