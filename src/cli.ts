#!/usr/bin/env node
// Nothing is imported before the version is known: an older Node would stop at syntax that it cannot read.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Lectern needs Node.js 20.19 or later; this is ${process.versions.node}. Install a newer one from https://nodejs.org (the LTS line).\n`,
  );
  process.exitCode = 2;
} else {
  // Whatever reads or writes a time, in here, in a thread or in the browser, does so as on any other machine.
  process.env.TZ = 'UTC';
  const { load, optimiseLate } = await import('./load.ts');
  optimiseLate();
  await load('main').done;
}
export {};
