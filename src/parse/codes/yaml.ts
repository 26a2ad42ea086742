/** Codes for a YAML file that cannot be read at all. */
export const yamlCodes = {
  'yaml/unreadable': {
    severity: 'error',
    summary: 'A YAML file is missing or cannot be read.',
    why: 'Nothing can be made without its content.',
    mend: 'Create the file, correct the path, or give yourself permission to read it.',
  },
  'yaml/encoding': {
    severity: 'error',
    summary: 'The file is not UTF-8.',
    why: 'Places, accents and symbols are only right when everyone reads the same characters.',
    mend: 'Save the file as UTF-8.',
  },
  'yaml/too-large': {
    severity: 'error',
    summary: 'The file is larger than any lesson needs.',
    why: 'A limit on size keeps a build quick and safe.',
    mend: 'Split the file with `include`, or move data to CSV files.',
  },
  'yaml/control-character': {
    severity: 'error',
    summary: 'The file holds a control character, such as NUL.',
    why: 'Control characters are invisible and break the files that are made from the text.',
    mend: 'Remove the character; in quoted text an escape such as "\\t" stands for a tab.',
  },
  'yaml/syntax': {
    severity: 'error',
    summary: 'The text is not YAML.',
    why: 'Indentation, quotes and brackets tell which value belongs to which key.',
    mend: 'Look at the marked place: a missing colon, quote or bracket, a tab, or uneven indentation.',
  },
  'yaml/mended': {
    severity: 'warning',
    summary:
      'A line is no YAML, but it is plain what is meant: a text without quotes, a missing dash or space, an indentation.',
    why: 'The deck is made as it was meant. Other programs, your editor among them, cannot read the file.',
    mend: 'Make the edit that the finding names, or let `lectern check --fix` make it.',
  },
  'yaml/anchor-in-text': {
    severity: 'warning',
    summary: 'A text begins with &, which names a value in YAML; nothing uses the name.',
    why: 'YAML would cut the first word from the text.',
    mend: 'Put quotes around the text.',
  },
  'yaml/too-deep': {
    severity: 'error',
    summary: 'Values are nested deeper than any lesson needs.',
    why: 'A limit on depth keeps a build quick and safe.',
    mend: 'Flatten the structure.',
  },
  'yaml/duplicate-key': {
    severity: 'error',
    summary: 'A key stands twice in one mapping.',
    why: 'Only one of the two values could be used, and you would not see which.',
    mend: 'Remove or rename one of them.',
  },
  'yaml/key': {
    severity: 'error',
    summary: 'A key is not plain text.',
    why: 'Fields have names; a list or mapping cannot be a name.',
    mend: 'Use a text as key, or quote a text that starts with `[`, `{` or `?`.',
  },
  'yaml/alias': {
    severity: 'error',
    summary: 'An alias (`*name`) has no anchor, holds itself, or grows without limit.',
    why: 'Aliases that multiply each other can fill the memory.',
    mend: 'Write the value out, or use `vars` and `include`.',
  },
  'yaml/merge-key': {
    severity: 'error',
    summary: 'The merge key `<<` takes fields from elsewhere.',
    why: 'It is not part of YAML 1.2, and tools disagree on its meaning; the fields are read as if they stood there.',
    mend: 'Write the fields out, or use `vars` and `include`.',
  },
  'yaml/tag': {
    severity: 'error',
    summary: 'A tag such as `!name` is not known.',
    why: 'A lesson is text, numbers, lists and mappings only; a tag could make something else of it.',
    mend: 'Remove the tag, or quote a text that starts with `!`.',
  },
  'yaml/several-documents': {
    severity: 'error',
    summary: 'The file holds more than one YAML document.',
    why: 'Only one could be used.',
    mend: 'Remove the second `---`; in a block of text, indent it.',
  },
  'yaml/directive': {
    severity: 'error',
    summary: 'The file has a YAML directive (`%…`).',
    why: 'A directive changes how values are read, for example `no` into false.',
    mend: 'Remove the line.',
  },
  'yaml/comment-in-text': {
    severity: 'warning',
    summary: 'A text without quotes is cut off at a `#`.',
    why: 'After a space, `#` begins a comment: `Words #1 counts` shows only "Words".',
    mend: 'Put the text in quotes; begin a comment with `# `, with a space.',
  },
  'yaml/escape-in-formula': {
    severity: 'warning',
    summary: 'An escape in double quotes swallows the backslash of a formula.',
    why: 'In double quotes `\\f` of `\\frac` and `\\t` of `\\times` are control characters; the formula comes out broken.',
    mend: 'Use single quotes or a block of text with `|`, or double the backslash.',
  },
  'yaml/number': {
    severity: 'error',
    summary: 'A number is infinite or not a number.',
    why: 'It cannot be shown or calculated with.',
    mend: 'Quote it if it is meant as text.',
  },
} as const;
