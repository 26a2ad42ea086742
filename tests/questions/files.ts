import type { Format, FormatFile } from '../../src/formats/index.ts';
import { defaultConfig, ownStrings } from '../../src/parse/index.ts';
import { makeProject } from '../support/files.ts';
import { soundKit } from '../support/pipeline.ts';

/** What a format makes of an outline, in the teacher's edition. */
export async function filesOf(
  format: Format,
  outline: unknown,
  more: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<{ readonly files: readonly FormatFile[]; readonly text: string; readonly codes: readonly string[] }> {
  const { made } = await soundKit(outline, more);
  const students = await soundKit(outline, more, 'student');
  const own = makeProject({}).files;
  const files =
    (await format.files?.({
      ...made,
      students: students.made,
      audience: 'teacher',
      papers: defaultConfig.papers,
      player: { script: '', css: '' },
      date: undefined,
      wordsIn: (lang) => ownStrings(own, lang),
    })) ?? [];
  const text = Buffer.from(files[0]?.bytes ?? []).toString();
  return { files, text, codes: files.flatMap(({ diagnostics = [] }) => diagnostics.map(({ code }) => code)) };
}
