import { defineCodes } from '../base/index.ts';

export const { table: composeCodes, diagnostic: composeDiagnostic } = defineCodes({
  'template/syntax': {
    severity: 'error',
    summary: 'A Handlebars template cannot be parsed.',
    why: 'No slide that uses the layout can be made.',
    mend: 'Correct the template at the place shown; the message is that of the Handlebars parser.',
  },
  'template/unescaped': {
    severity: 'error',
    summary: 'A template writes a value without escaping it ({{{x}}} or {{&x}}).',
    why: 'Lesson text could then break out of its slide. Fields with a Markdown format are already safe Markdown.',
    mend: 'Write {{x}}. For Markdown give the field `format: inline` or `format: block` in fields.yaml.',
  },
  'template/unknown-helper': {
    severity: 'error',
    summary: 'A template calls a helper that does not exist.',
    why: 'The template cannot be run.',
    mend: 'Use one of the helpers listed in docs/templates.md.',
  },
  'template/unknown-partial': {
    severity: 'error',
    summary: 'A template includes a partial that does not exist, or names it at run time.',
    why: 'The template cannot be run; names computed from lesson text would let text choose code.',
    mend: 'Add the file to templates/partials/ or write the name of an existing partial.',
  },
  'template/cycle': {
    severity: 'error',
    summary: 'A partial includes itself, directly or through others.',
    why: 'It would never end.',
    mend: 'Break the cycle named in the message.',
  },
  'template/too-much': {
    severity: 'error',
    summary: 'A template writes more than two megabytes or loops more than 100 000 times for one slide.',
    why: 'No slide needs that; it is a loop gone wrong, or made to exhaust the machine.',
    mend: 'Limit what the template loops over.',
  },
  'template/too-long': {
    severity: 'error',
    summary: 'A template has more than 5 000 expressions (`{{…}}`).',
    why: 'Reading it could take minutes; a layout needs a few dozen.',
    mend: 'Loop over the fields with `{{#each}}` instead of repeating.',
  },
  'template/failed': {
    severity: 'error',
    summary: 'A helper was called with something it cannot use.',
    why: 'The slide would be wrong or empty at that place.',
    mend: 'Correct the call in the template, or the field it uses.',
  },
  'text/markup': {
    severity: 'warning',
    summary:
      'A text holds a mark that means something in another tool and not here, or a mark that lacks its other half.',
    why: 'The audience would see the mark itself, or miss what it stands for.',
    mend: 'Write what the message says; docs/authoring.md lists every mark that text may hold. Put signs that are meant as they are between backticks.',
  },
  'asset/missing': {
    severity: 'error',
    summary: 'A picture or data file that the lesson names does not exist.',
    why: 'The slide would show an empty frame.',
    mend: 'Correct the path (it is relative to the folder of the lesson) or add the file.',
  },
  'asset/outside': {
    severity: 'error',
    summary: 'A path leaves the folder of the lesson, is absolute, is a URL, or leads to something that is not a file.',
    why: 'Only files of the lesson may end up in its artifacts, and nothing is fetched from a network.',
    mend: 'Copy the file into the folder of the lesson and use its relative path.',
  },
  'asset/not-a-table': {
    severity: 'error',
    summary: 'The data of a chart are a workbook of a spreadsheet program.',
    why: 'Charts read CSV: plain text, whose changes can be seen.',
    mend: 'Save the sheet as CSV and name that file.',
  },
  'asset/too-large': {
    severity: 'error',
    summary: 'A file is larger than 32 MB.',
    why: 'It would be inlined into every artifact.',
    mend: 'Save a picture with at most 2560 pixels on its longer side, as JPEG or WebP; divide a table, or show only the rows that the slide needs.',
  },
  'lesson/no-slides': {
    severity: 'error',
    summary: 'A lesson has no slides.',
    why: 'There is nothing to render.',
    mend: 'Add slides to a section.',
  },
  'lesson/language-words': {
    severity: 'warning',
    summary: 'A lesson is in a language for which there is no file of fixed words.',
    why: 'The words that layouts write themselves, such as "Sources" or "Learning objectives", stay English.',
    mend: 'Copy templates/strings/en.yaml of Lectern to templates/strings/<language>.yaml of the project and translate its words.',
  },
  'theme/token': {
    severity: 'error',
    summary: 'A token of the presentation holds more than one plain value of CSS.',
    why: 'It would end its declaration and change other rules, or load something from outside.',
    mend: 'Write a colour, a length, a font list or a calculation such as calc(2 * var(--gap)). Rules belong in the file named by `presentation: { css: … }`.',
  },
  'theme/font': {
    severity: 'error',
    summary: 'A font of `presentation: fonts:` is not there or cannot be read.',
    why: 'The characters that it was to draw would be blank in the PDF and different on every machine.',
    mend: 'Install the package with npm, or put the font file (WOFF 2, WOFF, TTF or OTF) beside the outline.',
  },
  'theme/css': {
    severity: 'error',
    summary: 'A style sheet of the lesson or the project is not valid CSS.',
    why: 'What follows the mistake would be lost or would change other rules.',
    mend: 'Correct the style sheet at the place shown: a brace, quote or comment that is not closed, or text that is no rule.',
  },
  'theme/css-too-much': {
    severity: 'error',
    summary: 'A style sheet has more than 500 000 characters, 5 000 rules, or brackets more than 100 deep.',
    why: 'Reading and packing it could take minutes; Lectern’s own theme has some 300 rules.',
    mend: 'Keep the rules that the slides use.',
  },
  'theme/css-untags': {
    severity: 'warning',
    summary: 'A style sheet uses an effect that takes text out of the structure of the PDF.',
    why: 'What is faded, blurred, blended or shadowed is written to the PDF as a picture: screen readers pass it over.',
    mend: 'Use a colour instead of `opacity`, a border instead of a shadow; leave `filter` and blending out.',
  },
  'theme/css-left-out': {
    severity: 'warning',
    summary: 'A part of a style sheet was left out because it could load or run something.',
    why: 'A deck asks nothing of a network or a disk, wherever it is shown; only plain rules, `data:` pictures and `data:` fonts stay.',
    mend: 'Remove the part, or write the picture as a `data:` URL. Pictures of slides belong in the outline.',
  },
  'theme/palette': {
    severity: 'warning',
    summary: 'The theme has no palette of this name.',
    why: 'The deck keeps the colours of the theme.',
    mend: 'Use one of the palettes that the message names, or set `tokens: { accent: … }`.',
  },
  'theme/missing': {
    severity: 'error',
    summary: 'The theme, or a file it needs, does not exist.',
    why: 'The deck would have no style.',
    mend: 'Use a theme that exists in templates/themes/, or add the file.',
  },
});
