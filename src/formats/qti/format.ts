import type { Diagnostic } from '../../base/index.ts';
import { plainTitle } from '../../compose/index.ts';
import type { Format, FormatFile, FormatInput } from '../format.ts';
import { Desk, selfTest, studentDeck, zipped } from '../platforms/index.ts';
import { assessment12 } from './items12.ts';
import { item21 } from './items21.ts';
import { cartridgeManifest, itemsManifest, type Entry, type PackageHead } from './manifests.ts';

type Members = readonly (readonly [path: string, bytes: Uint8Array])[];

const headOf = ({ lesson }: FormatInput): PackageHead => ({
  id: lesson.id,
  title: plainTitle(lesson.title),
  lang: lesson.lang,
});

const picturesOf = (desk: Desk, folder: string): Members =>
  [...desk.pictures].map(([name, { bytes }]) => [`${folder}${name}`, bytes] as const);

const archive = (path: string, members: Members, diagnostics: readonly Diagnostic[]): FormatFile => ({
  path,
  mediaType: 'application/zip',
  bytes: zipped(members),
  diagnostics,
});

export const cartridgeFormat: Format = {
  name: 'cartridge',
  summary: 'slides, self-test and questions for Canvas, Blackboard and Brightspace (Common Cartridge 1.1)',
  standard: false,
  writes: true,
  forStudents: true,
  audiences: ['teacher'],
  files(input) {
    const desk = new Desk(input, 'lesson.imscc', (name) => `$IMS-CC-FILEBASE$/pictures/${name}`);
    const head = headOf(input);
    const quiz = assessment12(head.title, desk);
    const test = selfTest(input, { file: 'lesson.imscc (self-test.html)' });
    const deck = studentDeck(input);
    const pages: readonly (readonly [Entry, Uint8Array | undefined])[] = [
      [{ title: head.title, path: 'deck.html', type: 'webcontent' }, deck],
      [
        { title: test.title, path: 'self-test.html', type: 'webcontent' },
        desk.questions.length > 0 ? test.bytes : undefined,
      ],
      [
        { title: `${head.title} (quiz)`, path: 'quiz.xml', type: 'imsqti_xmlv1p2/imscc_xmlv1p1/assessment' },
        desk.questions.length > 0 ? Buffer.from(quiz) : undefined,
      ],
    ];
    const shown = pages.flatMap(([entry, bytes]) => (bytes === undefined ? [] : [[entry, bytes] as const]));
    if (shown.length === 0) return [];
    const pictures = picturesOf(desk, 'pictures/');
    const loose = pictures.map(([path]) => path);
    const manifest = cartridgeManifest(
      head,
      shown.map(([entry]) => entry),
      loose,
    );
    const members: Members = [
      ['imsmanifest.xml', Buffer.from(manifest)],
      ...shown.map(([{ path }, bytes]) => [path, bytes] as const),
      ...pictures,
    ];
    return [archive('lesson.imscc', members, [...desk.findings, ...test.findings])];
  },
};

export const qti21Format: Format = {
  name: 'qti21',
  summary: 'the questions with their answers for platforms that read QTI 2.1',
  standard: false,
  audiences: ['teacher'],
  files(input) {
    const desk = new Desk(input, 'quiz.qti21.zip', (name) => name);
    if (desk.questions.length === 0) return [];
    const items = desk.questions.map((question) => {
      const before = new Set(desk.pictures.keys());
      const text = item21(question, desk, input.lesson.lang);
      const more = [...desk.pictures.keys()].filter((name) => !before.has(name) || text.includes(name));
      return { entry: { title: question.id, path: `${question.id}.xml`, type: '', more }, text };
    });
    const members: Members = [
      [
        'imsmanifest.xml',
        Buffer.from(
          itemsManifest(
            headOf(input),
            items.map(({ entry }) => entry),
          ),
        ),
      ],
      ...items.map(({ entry, text }) => [entry.path, Buffer.from(text)] as const),
      ...picturesOf(desk, ''),
    ];
    return [archive('quiz.qti21.zip', members, desk.findings)];
  },
};
