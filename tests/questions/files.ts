import type { Format, FormatFile } from '../../src/formats/index.ts';
import { soundKit } from '../support/pipeline.ts';

/** What a format makes of an outline, in the teacher's edition. */
export async function filesOf(
  format: Format,
  outline: unknown,
  more: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<{ readonly files: readonly FormatFile[]; readonly text: string; readonly codes: readonly string[] }> {
  const { made } = await soundKit(outline, more);
  const input = { ...made, audience: 'teacher' as const, player: { script: '', css: '' }, date: undefined };
  const files = (await format.files?.(input)) ?? [];
  const text = Buffer.from(files[0]?.bytes ?? []).toString();
  return { files, text, codes: files.flatMap(({ diagnostics = [] }) => diagnostics.map(({ code }) => code)) };
}
