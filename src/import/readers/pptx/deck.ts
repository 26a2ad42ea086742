import { UnreadableFile } from '../../model.ts';
import type { SeenSlide } from '../../onto/seen.ts';
import { decodeRecord, type DeckRecord } from '../../onto/record.ts';
import { openZip } from '../zip.ts';
import { readPart, related, slidesOf } from './package.ts';
import { seenSlide } from './seen.ts';
import { all, first } from './tree.ts';

/** A presentation as it shows itself, with what it says of the lesson that it came from. */
export interface SeenDeck {
  readonly slides: readonly SeenSlide[];
  readonly record?: DeckRecord;
}

/** Name of the properties that hold the record, before their numbers. */
const property = 'Lectern ';

/** Reads a presentation to find what was changed in it. @throws UnreadableFile when it is none. */
export async function readDeck(bytes: Uint8Array): Promise<SeenDeck> {
  const zip = await openZip(bytes);
  const parts = await slidesOf(zip);
  if (parts.length === 0) throw new UnreadableFile('it holds no slides');
  const slides: SeenSlide[] = [];
  for (const part of parts) {
    const path = related(part, 'notesSlide');
    slides.push(seenSlide(part, path === undefined ? undefined : await readPart(zip, path)));
  }
  const custom = await readPart(zip, 'docProps/custom.xml');
  const values = all(custom?.root, 'property').flatMap((one): readonly (readonly [number, string])[] => {
    const name = one.attributes.get('name') ?? '';
    const number = name.startsWith(property) ? Number(name.slice(property.length)) : NaN;
    return Number.isNaN(number) ? [] : [[number, first(one, 'vt:lpwstr')?.text ?? '']];
  });
  const record = decodeRecord(values.toSorted((a, b) => a[0] - b[0]).map(([, text]) => text));
  return { slides, ...(record && { record }) };
}
