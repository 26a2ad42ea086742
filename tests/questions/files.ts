import type { Format, FormatFile, FormatInput } from '../../src/formats/index.ts';
import { openDesk } from '../../src/make/desk.ts';
import { defaultConfig, ownStrings, ownTemplates } from '../../src/parse/index.ts';
import { makeProject } from '../support/files.ts';
import { soundKit } from '../support/pipeline.ts';

type More = Readonly<Record<string, string | Uint8Array>>;

/** All that a format sees of an outline in the teacher's edition. */
export async function inputOf(outline: unknown, more: More = {}): Promise<FormatInput> {
  const { made } = await soundKit(outline, more);
  const students = await soundKit(outline, more, 'student');
  const own = makeProject({}).files;
  return {
    ...made,
    students: students.made,
    audience: 'teacher',
    papers: defaultConfig.papers,
    desk: await openDesk({ ...made, files: own, folders: [ownTemplates] }),
    player: { script: '', css: '' },
    date: undefined,
    wordsIn: (lang) => ownStrings(own, lang),
  };
}

/** What a format makes of an outline, in the teacher's edition. */
export async function filesOf(
  format: Format,
  outline: unknown,
  more: More = {},
): Promise<{ readonly files: readonly FormatFile[]; readonly text: string; readonly codes: readonly string[] }> {
  const files = (await format.files?.(await inputOf(outline, more))) ?? [];
  const text = Buffer.from(files[0]?.bytes ?? []).toString();
  return { files, text, codes: files.flatMap(({ diagnostics = [] }) => diagnostics.map(({ code }) => code)) };
}
