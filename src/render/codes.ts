import { defineCodes } from '../base/index.ts';

export const { table: renderCodes, diagnostic: renderDiagnostic } = defineCodes({
  'render/slide-count': {
    severity: 'error',
    summary: 'Marp found another number of slides than the templates wrote.',
    why: 'Slides would no longer match their lines in the outline, their notes and their coverage.',
    mend: 'Look for a line `---` or a heading divider in the layout named in the message.',
  },
  'render/forbidden-html': {
    severity: 'error',
    summary:
      'A template writes HTML that runs, loads or leads away: script, iframe, form, on… attributes, addresses of pictures.',
    why: 'A deck runs nothing but the player and asks no network for anything, also where it is opened in another Marp tool.',
    mend: 'Take the element or attribute out of the layout. Pictures go through the `picture` helper, style into style.css.',
  },
  'render/math': {
    severity: 'error',
    summary: 'A formula is not valid TeX (or uses a command that KaTeX does not know).',
    why: 'The slide shows the source of the formula under a mark in its place.',
    mend: 'Correct the formula; the message is that of KaTeX.',
  },
  'render/drawing-text': {
    severity: 'warning',
    summary: 'The text of a drawing holds an emoji or a formula, which drawings cannot show.',
    why: 'The emoji would be a blank box, the formula its TeX source.',
    mend: 'Use words in the drawing; put the emoji or the formula into the title, the note or a slide of its own.',
  },
  'render/font-missing': {
    severity: 'error',
    summary: 'A font file that the theme names does not exist.',
    why: 'The deck would fall back to whatever font the machine has.',
    mend: 'Add the file or correct the url(…) in the theme’s fonts.css.',
  },
});
