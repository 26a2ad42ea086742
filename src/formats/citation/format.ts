import { plainText, plainTitle } from '../../compose/index.ts';
import type { Lesson } from '../../model/index.ts';
import { textFile, type Format } from '../format.ts';
import { diagnostic } from '../platforms/codes.ts';

/** A string of YAML, by the rules of JSON: YAML 1.2 reads them all. */
const quoted = (text: string): string => JSON.stringify(text.toWellFormed());

/** The terms of Creative Commons as SPDX names them: the schema knows no other names, and what it does not know is left out. */
function spdxOf(license: string): string | undefined {
  const name = plainText(license).toUpperCase().split(' ').filter(Boolean).join('-');
  const versions = ['1.0', '2.0', '2.5', '3.0', '4.0'];
  const kinds = ['CC-BY', 'CC-BY-SA', 'CC-BY-NC', 'CC-BY-ND', 'CC-BY-NC-SA', 'CC-BY-NC-ND'];
  const known = [...kinds.flatMap((kind) => versions.map((version) => `${kind}-${version}`)), 'CC0-1.0'];
  return known.find((one) => one === name);
}

const isDay = (date: string): boolean => {
  const [year = '', month = '', day = ''] = date.split('-');
  const written = new Date(`${date}T00:00:00Z`);
  return year.length === 4 && month.length === 2 && day.length === 2 && !Number.isNaN(written.getTime());
};

/** How the lesson is to be cited, in the Citation File Format 1.2.0; nothing for a lesson of nobody. */
function citation({ title, subtitle, authors, institution, date, license, lang }: Lesson): string | undefined {
  const names = authors.map(plainText).filter((name) => name !== '');
  const by = names.length > 0 ? names : [plainText(institution ?? '')].filter((name) => name !== '');
  if (by.length === 0) return undefined;
  // Which part of a name is the family's, only its bearer knows: the whole name stands as that of an entity.
  const authorLines = (indent: string): string => by.map((name) => `${indent}- name: ${quoted(name)}\n`).join('');
  const released = date !== undefined && isDay(date) ? date : undefined;
  const spdx = license === undefined ? undefined : spdxOf(license);
  const line = (indent: string, key: string, value: string | undefined): string =>
    value === undefined ? '' : `${indent}${key}: ${value}\n`;
  return [
    'cff-version: 1.2.0\n',
    `message: ${quoted('If you use this lesson, please cite it as below.')}\n`,
    'type: dataset\n',
    `title: ${quoted(plainTitle(title))}\n`,
    `authors:\n${authorLines('  ')}`,
    line('', 'abstract', subtitle === undefined ? undefined : quoted(plainText(subtitle))),
    line('', 'date-released', released && quoted(released)),
    line('', 'license', spdx),
    'preferred-citation:\n',
    '  type: slides\n',
    `  title: ${quoted(plainTitle(title))}\n`,
    `  authors:\n${authorLines('    ')}`,
    line('  ', 'year', released && String(Number(released.slice(0, 4)))),
    line('  ', 'date-released', released && quoted(released)),
    institution === undefined ? '' : `  institution:\n    name: ${quoted(plainText(institution))}\n`,
    lang.split('-')[0]?.length === 2 ? `  languages:\n    - ${quoted(lang.split('-')[0] ?? '')}\n` : '',
  ].join('');
}

export const citationFormat: Format = {
  name: 'citation',
  summary: 'how the lesson is to be cited, as CITATION.cff',
  standard: false,
  audiences: ['teacher', 'student', 'public'],
  missing: ({ lesson }) =>
    citation(lesson) === undefined
      ? [
          diagnostic('kit/nobody', 'CITATION.cff is not made: the outline names no author and no institution', {
            at: lesson.places.value(''),
            help: ['Add `authors: [Name]` to the outline.'],
          }),
        ]
      : [],
  files: ({ lesson }) => {
    const text = citation(lesson);
    return text === undefined ? [] : [textFile('CITATION.cff', 'text/yaml', text)];
  },
};
