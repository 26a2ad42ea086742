import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createEditor } from '../../src/preview/index.ts';
import { run, startBrowser, until } from '../player/browser.ts';
import { packageRoot } from '../support/files.ts';
import { openWorkplace, outline } from './support.ts';

it('a click on a finding starts the editor at its line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern editor '));
  const [program, told] = [join(folder, 'editor.mjs'), join(folder, 'told.txt')];
  writeFileSync(
    program,
    `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(told)}, process.argv.slice(2).join('|'));`,
  );
  const env = { LECTERN_EDITOR: `"${process.execPath}" "${program}" {file} {line} {column}` };
  await using place = await openWorkplace({ editor: createEditor(env, folder, packageRoot) });
  const browser = await startBrowser();
  const page = await browser.newPage();
  await page.goto(`${place.base}/lessons/proef/`);
  await until(page, `document.querySelectorAll('.thumb').length === 3`);
  place.write('lessons/proef/lesson.yaml', outline().replace('layout: title', 'layout: titel'));
  await until(page, `document.querySelector('#panel-findings button.place')`);
  await run(page, `document.querySelector('#panel-findings button.place').click()`);
  for (let left = 200; left > 0 && !existsSync(told); left--) await pause(25);
  await pause(50);
  expect(readFileSync(told, 'utf8')).toBe(`${join(folder, 'lessons/proef/lesson.yaml')}|10|17`);
  await browser.close();
  rmSync(folder, { recursive: true });
});

it('without an editor of its own window, places are links', () => {
  const editor = createEditor({ EDITOR: 'vim' }, '/home/a b', packageRoot);
  expect(editor.linkTo('lessons/x/lesson.yaml', 3, 5)).toBe('vscode://file/home/a%20b/lessons/x/lesson.yaml:3:5');
  expect(createEditor({ VISUAL: 'code --wait' }, '/home/a', packageRoot).linkTo('x', 1, 1)).toBeUndefined();
});
