import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { allKinds, outlineAsking } from '../questions/sample.ts';
import { lectern } from '../support/cli.ts';
import { makeFolder } from '../support/papers.ts';

const outline = JSON.stringify(
  outlineAsking(allKinds, 'en', {
    license: 'CC BY <4.0>',
    contact: 'office@example.org',
    objectives: [{ id: 'o', verb: 'name', text: 'a </script> & b' }],
    plans: [{ id: 'p', minutes: 45 }],
  }),
);
const root = makeFolder({ 'lessons/x/lesson.yaml': outline });
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('a site holds the edition of students alone, with a page that links to what is there', async () => {
  const formats = ['--format', 'html,text,site', '--no-check', '--no-cache'];
  const { code } = await lectern(root, ['build', '--site', ...formats]);
  expect(code).toBe(0);
  const site = join(root, 'output/site');
  const page = readFileSync(join(site, 'x/student/index.html'), 'utf8');
  for (const words of ['a &lt;/script&gt; &amp; b', '45 min', 'CC BY &lt;4.0&gt;', 'office@example.org'])
    expect(page).toContain(words);
  const links = [...page.matchAll(/href="([^"#:]+)"/g)].map(([, path = '']) => path);
  expect(links).toEqual(expect.arrayContaining(['deck.html', 'deck.txt']));
  for (const path of links) expect(existsSync(join(site, 'x/student', path)), path).toBe(true);
  const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page) ?? [];
  expect(JSON.parse(data)).toMatchObject({
    '@type': 'LearningResource',
    teaches: ['name a </script> & b'],
    timeRequired: 'PT45M',
    license: 'CC BY <4.0>',
  });
  expect(readFileSync(join(site, 'index.html'), 'utf8')).toContain('href="x/student/index.html"');
  for (const entry of readdirSync(site, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())) {
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    expect(text, entry.name).not.toMatch(/SLC6A4|Both say|Right: = \]\]/);
  }
  const refused = await lectern(root, ['build', '--site', '--audience', 'teacher']);
  expect(refused.code).toBe(2);
});
