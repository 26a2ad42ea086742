import { expect, it } from 'vitest';
import { notesComment } from '../../src/formats/markdown/notes.ts';

it.each(['-->', '--!>', '--->', '-----!>', 'a--><script>', '--\u2028!>', '<!-- a -->'])(
  'notes cannot end their comment with %j',
  (notes) => {
    const comment = notesComment(notes, 'Notes');
    expect(comment.slice(4, -3)).not.toMatch(/--!?>/);
    expect(comment.replaceAll('\u200b', '')).toContain(notes.replace('\u2028', '\n'));
  },
);

it('dashes elsewhere stay as they are', () => {
  expect(notesComment('a -- b --- c', 'Notes')).toBe('<!--\nNotes\n\na -- b --- c\n-->');
});
