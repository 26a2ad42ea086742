import { evidenceTones, type OwnEvidenceLevel } from '../../model/index.ts';
import type { Cursor } from '../cursor.ts';
import { present } from '../cursor.ts';

/** The levels of evidence that an author renames or adds; a later one of the same id changes what it names. */
export function readEvidence(list: Cursor): readonly OwnEvidenceLevel[] {
  const levels = new Map<string, OwnEvidenceLevel>();
  for (const item of list.items()) {
    const id = item.get('id').text();
    if (id === undefined) continue;
    const before = levels.get(id);
    const known = (value: unknown) => evidenceTones.find((tone) => tone === value);
    const tone = known(item.get('tone').value) ?? before?.tone ?? known(id) ?? 'claim';
    const label = item.get('label').text() ?? before?.label;
    levels.set(id, present<OwnEvidenceLevel>({ id, label, tone, description: item.get('description').text() }));
  }
  return [...levels.values()];
}
