import type { FileId } from '../../base/index.ts';
import type { Reference } from '../../model/index.ts';
import { Cursor } from '../cursor.ts';
import { slugOf } from '../slug.ts';
import { checkValue, referencesFileSchema } from '../schema/index.ts';
import type { Named } from './ids.ts';
import { uniqueIds } from './ids.ts';
import type { Links } from './links.ts';
import { readReference } from './parts.ts';
import type { Session } from './session.ts';

/** The references of the outline, and then those of references.yaml beside it. */
export function readReferences(session: Session, root: Cursor, dir: FileId, links: Links): readonly Reference[] {
  const file = `${dir}/references.yaml`;
  const known = session.files.list(dir).some((entry) => entry.name === 'references.yaml');
  const yaml = known ? session.yaml(file) : undefined;
  const items = [...root.get('references').items()];
  if (yaml !== undefined) {
    session.add(checkValue(referencesFileSchema, yaml.value, { places: yaml.places, pointer: '' }));
    const top = new Cursor(yaml.value, yaml.places);
    items.push(...(Array.isArray(yaml.value) ? top : top.get('references')).items());
  }
  const named = items.map((item): Named => {
    const written = item.get('id').text();
    return { id: written ?? madeId(item), written: written !== undefined, at: item.get('id').at };
  });
  const ids = uniqueIds(session, 'references', named);
  if (!known || yaml !== undefined) links.define('reference', ids);
  return items.map((item, i) => readReference(item, ids[i] ?? ''));
}

/** `knuth1973`: the first author and the year, from their fields or from a reference in one piece. */
function madeId(item: Cursor): string {
  const title = item.get('title').text() ?? '';
  const author = /[\p{L}-]+/u.exec(item.get('authors').text() ?? title)?.[0] ?? '';
  const year = item.get('year').text() ?? /\b(?:1[5-9]|20)\d\d\b/.exec(title)?.[0] ?? '';
  return slugOf(author + year) || 'reference';
}
