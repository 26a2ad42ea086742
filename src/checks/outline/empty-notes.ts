import { defineCodes } from '../../base/index.ts';
import { slidesOf } from '../../model/index.ts';
import type { Check } from '../check.ts';

const { table, diagnostic } = defineCodes({
  'slide/empty-notes': {
    severity: 'info',
    summary: 'A slide has no notes for the lecturer.',
    why: 'The slide carries few words on purpose; what must be said with it stands in the notes, the script and the handout.',
    mend: 'Write under `notes` what you say with the slide: the explanation, the example, the step to the next slide.',
  },
});

export const emptyNotesCheck: Check = {
  name: 'empty-notes',
  codes: table,
  run({ lesson }) {
    return slidesOf(lesson)
      .filter(({ slide }) => slide.notes === undefined && (slide.role === 'teaching' || slide.role === 'closing'))
      .map(({ slide }) =>
        diagnostic('slide/empty-notes', `Slide "${slide.id}" has no notes.`, {
          at: slide.places.value(slide.title === undefined ? '/layout' : '/title'),
          help: ['Add `notes: |` with what you say, in two to five sentences.'],
        }),
      );
  },
};
