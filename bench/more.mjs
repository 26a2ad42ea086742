// The rest of what people do with Lectern: all checks, the whole kit, a long deck, a long text, drawings.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lessonName, sentencesOf, writeDrawings, writeProject } from './lessons.mjs';
import { build, clean, coldBuild, importText } from './tools.mjs';

/** Formats that are made without a browser, and those that need one, each measured alone. */
const kit =
  'html md coverage text gift moodle-xml cartridge qti21 scorm flashcards plan quiz reading pdf pptx handout script pictures thumbnail accessibility';

/** Builds a lesson that was just edited, with what the build before kept. */
async function editedBuild(folder, args) {
  const file = join(folder, 'lessons', lessonName(0), 'lesson.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^author: (.*)$/m, 'author: $1 again'));
  return build(folder, args);
}

/** The default build, and each format of the kit, of one deck, by the time of html and pdf together. */
export async function wholeKit(folder, { race, row, seconds }) {
  writeProject(folder, 1);
  const cold = (format) => () => coldBuild(folder, ['--no-check', '--format', format]);
  const times = await race({
    base: cold('html,pdf'),
    usual: () => coldBuild(folder, []),
    all: cold('all'),
    ...Object.fromEntries(kit.split(' ').map((format) => [`format ${format}`, cold(format)])),
  });
  const ratio = (ms) => ms / times.base;
  row('Default build of a deck, of html and PDF without checks', ratio(times.usual), undefined, seconds(times.usual));
  row(
    'The whole kit of a deck, of html and PDF',
    ratio(times.all),
    3,
    `${seconds(times.all)} and ${seconds(times.base)}`,
  );
  for (const format of kit.split(' '))
    row(`… ${format} alone`, ratio(times[`format ${format}`]), undefined, seconds(times[`format ${format}`]));
}

/** A deck of three hundred slides, by fifteen decks of twenty. */
export async function longDeck(folder, { race, row, seconds }) {
  const [one, many] = [join(folder, 'one'), join(folder, 'many')];
  writeProject(one, 1, 300);
  writeProject(many, 15, 20);
  const args = ['--format', 'html,pdf'];
  const times = await race({ one: () => coldBuild(one, args), many: () => coldBuild(many, args) });
  const detail = `${seconds(times.one)} and ${seconds(times.many)}`;
  row('A deck of 300 slides, of 15 decks of 20', times.one / times.many, 1.5, detail);
}

/** Import of a text of a megabyte, by that of a tenth of it: ten when the time is linear. */
export async function longText(folder, { race, row, seconds }) {
  const text = sentencesOf(1_000_000);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'long.md'), text);
  writeFileSync(join(folder, 'short.md'), text.slice(0, text.indexOf('\n## ', 100_000)));
  const again = (name) => () => {
    if (existsSync(join(folder, 'lessons'))) rmSync(join(folder, 'lessons'), { recursive: true });
    return importText(folder, name);
  };
  const times = await race({ long: again('long.md'), short: again('short.md') });
  const detail = `${seconds(times.long)} and ${seconds(times.short)}`;
  row('Import of 1 MB of text, of that of 0.1 MB', times.long / times.short, 12, detail);
}

/** Decks of drawings with nothing kept, and edited with all drawings kept, by a deck of text of the same length. */
export async function drawings(folder, { race, row, seconds }) {
  const args = ['--format', 'html', '--no-check'];
  const text = join(folder, 'text');
  writeProject(text, 1, 12);
  const plain = (await race({ text: () => coldBuild(text, args) })).text;
  for (const kind of ['mermaid', 'chart']) {
    const own = join(folder, kind);
    writeDrawings(own, kind);
    clean(own);
    const times = await race({ cold: () => coldBuild(own, args), warm: () => editedBuild(own, args) });
    row(`A deck of ten of layout ${kind}, cold, of one of text`, times.cold / plain, undefined, seconds(times.cold));
    row(`… edited, with a warm cache`, times.warm / plain, undefined, seconds(times.warm));
  }
}
