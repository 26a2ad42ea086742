import type { FileId } from '../../base/index.ts';
import type { Reference } from '../../model/index.ts';
import { Cursor } from '../cursor.ts';
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
  const named = items.map((item): Named => ({
    id: item.get('id').text() ?? '',
    written: item.get('id').text() !== undefined,
    at: item.get('id').at,
  }));
  uniqueIds(session, 'references', named);
  if (!known || yaml !== undefined)
    links.define(
      'reference',
      named.map((item) => item.id).filter((id) => id !== ''),
    );
  return items.map(readReference);
}
