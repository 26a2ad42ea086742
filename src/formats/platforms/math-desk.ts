import type { FormatInput } from '../format.ts';
import { deskOf } from '../pdf/index.ts';
import { Desk } from './desk.ts';

/** A desk for pages and papers of our own: formulas as MathML, pictures inside once they are {@link embedded}. */
export function mathDesk(input: FormatInput, file: string): Desk {
  const own = deskOf(input);
  const formula = (tex: string, isDisplay: boolean): string =>
    (isDisplay ? own.block(`$$\n${tex.trim()}\n$$`) : own.inline(`$${tex.trim()}$`)).markdown;
  return new Desk(input, file, (name) => `data:${name}`, formula);
}

/** HTML with the pictures that the desk has named in it. */
export function embedded(html: string, desk: Desk): string {
  let page = html;
  for (const [name, { bytes, mediaType }] of desk.pictures)
    page = page.replaceAll(`data:${name}`, `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`);
  return page;
}
