import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import type { CoverageMessage, DeckMessage, FindingsMessage } from '../../src/wire/index.ts';
import { openWorkplace, outline, type Workplace } from './support.ts';

type Message = DeckMessage | FindingsMessage | CoverageMessage;

/** Everything that a page of the preview hears. */
async function listen(
  { base }: Workplace,
  lesson = 'proef',
): Promise<{
  readonly heard: Message[];
  readonly until: (test: (all: readonly Message[]) => boolean) => Promise<void>;
  readonly stop: () => void;
}> {
  const abort = new AbortController();
  const response = await fetch(`${base}/lessons/${lesson}/live?client=test`, { signal: abort.signal });
  const heard: Message[] = [];
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  void (async () => {
    let text = '';
    for (;;) {
      const { value, done } = (await reader?.read().catch(() => undefined)) ?? { value: '', done: true };
      if (done) return;
      text += value;
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) {
        const data = /^data: (.*)$/m.exec(part)?.[1];
        if (data !== undefined) heard.push(JSON.parse(data) as Message);
      }
    }
  })();
  return {
    heard,
    until: async (test) => {
      for (let left = 400; left > 0; left--) {
        if (test(heard)) return;
        await pause(25);
      }
      throw new Error(
        `Not within 10 s; heard ${heard.map((message) => JSON.stringify(message).slice(0, 200)).join('\n')}`,
      );
    },
    stop: () => abort.abort(),
  };
}

const decks = (all: readonly Message[]): DeckMessage[] => all.filter((message) => 'lecternLive' in message);
const findings = (all: readonly Message[]): FindingsMessage | undefined =>
  all
    .filter(
      (message): message is FindingsMessage => 'lecternPreview' in message && message.lecternPreview === 'findings',
    )
    .at(-1);
const shows =
  (text: string) =>
  (all: readonly Message[]): boolean =>
    JSON.stringify(decks(all).at(-1)?.slides ?? []).includes(text);

let place: Workplace | undefined;
afterEach(async () => {
  await place?.[Symbol.asyncDispose]();
  place = undefined;
});

it('sends the whole deck first, then only what changed', async () => {
  place = await openWorkplace();
  const { heard, until, stop } = await listen(place);
  await until(shows('De pomp keert om'));
  expect(decks(heard)[0]?.theme).toContain('@font-face');
  place.write('lessons/proef/lesson.yaml', outline('De pomp staat stil').replace('Derde punt', 'Laatste punt'));
  await until(shows('De pomp staat stil'));
  const [, delta] = decks(heard);
  expect(delta?.slides.map((slide) => typeof slide)).toEqual(['object', 'string', 'object']);
  expect(delta?.theme).toBeUndefined();
  expect(delta?.data?.slides[1]?.title).toBe('De pomp staat stil');
  place.write('lessons/proef/lesson.yaml', outline('De pomp staat stil').replace('Derde punt', 'Vierde punt'));
  await until(shows('Vierde punt'));
  expect(decks(heard).at(-1)?.data, 'data that did not change').toBeUndefined();
  stop();
});

it('shows a slide that cannot be made as a plain one, keeps the last deck when there is none, and says where', async () => {
  place = await openWorkplace();
  const { heard, until, stop } = await listen(place);
  await until((all) => findings(all)?.isCurrent === true);
  const broken = outline().replace('layout: bullets', 'layout: qwertz');
  place.write('lessons/proef/lesson.yaml', broken);
  await until((all) => findings(all)?.findings[0]?.code === 'outline/unknown-layout');
  const before = decks(heard).length;
  const [first] = findings(heard)?.findings ?? [];
  expect(first).toMatchObject({ code: 'outline/unknown-layout', severity: 'error', slide: 'pomp' });
  const line = broken.split('\n').findIndex((text) => text.includes('qwertz')) + 1;
  expect(first?.place).toMatchObject({ file: 'lessons/proef/lesson.yaml', line });
  expect(first?.place?.link).toMatch(new RegExp(`^vscode://file/.*/lessons/proef/lesson\\.yaml:${line}:\\d+$`));
  place.write('lessons/proef/lesson.yaml', 'title: [');
  await until((all) => findings(all)?.isCurrent === false);
  rmSync(join(place.root, 'lessons/proef/lesson.yaml'));
  await until((all) => findings(all)?.findings[0]?.code === 'yaml/unreadable');
  expect(decks(heard).length).toBe(before);
  place.write('lessons/proef/lesson.yaml', outline('Weer heel'));
  await until(shows('Weer heel'));
  await until((all) => findings(all)?.isCurrent === true);
  stop();
});

it('shows the last of 200 saves in a second, without making 200 decks', async () => {
  place = await openWorkplace();
  const { heard, until, stop } = await listen(place);
  await until(shows('De pomp keert om'));
  // Another process writes, as an editor does; this one is busy making decks.
  const script = `const { writeFileSync } = require('node:fs');
    const [file, text] = process.argv.slice(1);
    const started = Date.now();
    for (let save = 1; save <= 200; save++) {
      writeFileSync(file, text.replaceAll('NUMMER', save));
      while (Date.now() < started + save * 5);
    }`;
  const writer = spawn(process.execPath, [
    '-e',
    script,
    join(place.root, 'lessons/proef/lesson.yaml'),
    outline('Versie NUMMER van de pomp'),
  ]);
  await once(writer, 'exit');
  await until(shows('Versie 200 van de pomp'));
  await pause(500);
  expect(shows('Versie 200 van de pomp')(heard)).toBe(true);
  expect(findings(heard)?.isCurrent).toBe(true);
  expect(decks(heard).length).toBeLessThan(150);
  stop();
});

it('sees saves by renaming, pictures, templates, the source and included files', async () => {
  place = await openWorkplace();
  const { until, stop } = await listen(place);
  await until(shows('De pomp keert om'));
  place.write('lessons/proef/.lesson.yaml.swp', outline('Hernoemd bestand'));
  renameSync(join(place.root, 'lessons/proef/.lesson.yaml.swp'), join(place.root, 'lessons/proef/lesson.yaml'));
  await until(shows('Hernoemd bestand'));

  const picture = (color: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="${color}"/></svg>`;
  const withImage = outline().replace(
    '- layout: title\n        id: start',
    '- layout: image\n        id: start\n        title: Een beeld zegt meer dan tekst\n        image: { src: images/a.svg, alt: Een vlak }',
  );
  place.write('lessons/proef/lesson.yaml', withImage);
  await until((all) => findings(all)?.findings.some(({ code }) => code === 'asset/missing') === true);
  place.write('lessons/proef/images/a.svg', picture('#123456'));
  await until(shows('#123456'));
  place.write('lessons/proef/images/a.svg', picture('#654321'));
  await until(shows('#654321'));

  const template = '<!-- nothing -->{{heading}}\n\nSjabloon van het project\n';
  place.write('templates/layouts/eigen/layout.hbs', template.replace('<!-- nothing -->', ''));
  place.write(
    'templates/layouts/eigen/fields.yaml',
    'title: Eigen\ndescription: Proef\ntype: object\nproperties: {}\n',
  );
  place.write('templates/layouts/eigen/style.css', '');
  place.write(
    'lessons/proef/lesson.yaml',
    outline()
      .replace('layout: bullets\n        id: slot', 'layout: eigen\n        id: slot')
      .replace(/ {8}bullets:\n {10}- Een punt\n {10}- Nog een punt\n/, ''),
  );
  await until(shows('Sjabloon van het project'));
  place.write('templates/layouts/eigen/layout.hbs', '{{heading}}\n\nNieuw sjabloon\n');
  await until(shows('Nieuw sjabloon'));

  place.write('lessons/proef/source.md', '# Bron\n\n## Deel {#deel}\n\nEen bewering in de bron.\n');
  await until((all) =>
    all.some(
      (message) => 'lecternPreview' in message && message.lecternPreview === 'coverage' && message.uncovered === 1,
    ),
  );
  stop();
});
