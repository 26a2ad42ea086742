import type { Files } from '../model/index.ts';
import { parseFileId } from './file-id.ts';

/** What a project may bring along to change how lessons are made: templates, themes and style sheets. */
const isOwnCode = (id: string): boolean => {
  const place = parseFileId(id);
  if (!place || place.tree === 'lectern') return false;
  const names = place.path.toLowerCase().split('/');
  return names.includes('templates') || names.includes('node_modules') || place.path.toLowerCase().endsWith('.css');
};

/** The files of a project that nobody has looked at yet: its templates, themes and style sheets are as if they were not there. */
export const untrustedFiles = (files: Files): Files => ({
  read: (id, options) => (isOwnCode(id) ? { ok: false, reason: 'missing' } : files.read(id, options)),
  list: (folder) => (isOwnCode(folder) ? [] : files.list(folder)),
});
