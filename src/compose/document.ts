import type { Diagnostic, FileId } from '../base/index.ts';
import { decodeUtf8, type Files } from '../model/index.ts';
import { ownTemplates } from '../parse/index.ts';
import { styleSheet } from './css.ts';
import { TemplateEnvironment, type Compiled, type TemplateText } from './environment.ts';
import type { SlideWriter } from './helper.ts';
import { Rich } from './text/rich.ts';

/** A document written from its template, with the style sheet that stands beside it. */
export interface WrittenDocument {
  readonly html: string;
  readonly css: string;
  /** What is wrong with templates and style sheets of the project. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface DocumentJob {
  readonly files: Files;
  /** Template folders, nearest first. */
  readonly folders: readonly FileId[];
  /** Folder of the document in `templates/documents`. */
  readonly name: string;
  /** All that the template sees. */
  readonly context: object;
  /** Fixed words of the lesson's language by key. */
  readonly words: Readonly<Record<string, string>>;
  readonly lang: string;
}

/** HTML of our own for a template, which writes it as it is. Every other text it escapes. */
export const ownHtml = (html: string): Rich => Rich.trusted(html, html);

/** A lesson of three hundred slides with long notes stays far below. */
const limits = { characters: 40_000_000, iterations: 2_000_000 };

let environment: TemplateEnvironment | undefined;

/**
 * Fills in the template `templates/documents/<name>/document.hbs` of the nearest folder. One of the project that has
 * flaws is told, and Lectern's own takes its place.
 */
export function writeDocument(job: DocumentJob): WrittenDocument {
  const diagnostics: Diagnostic[] = [];
  const css = ['paper', job.name].map((name) => {
    const found = nearest(job, name === 'paper' ? 'documents/paper.css' : `documents/${name}/style.css`);
    const sheet = styleSheet(found.file, found.text);
    diagnostics.push(...sheet.diagnostics);
    return sheet.css;
  });
  const own = `documents/${job.name}/document.hbs`;
  for (const folders of [job.folders, [ownTemplates]]) {
    const written = fill(nearest({ ...job, folders }, own), job);
    diagnostics.push(...written.diagnostics);
    if (written.html !== undefined) return { html: written.html, css: css.join('\n'), diagnostics };
  }
  return { html: '', css: css.join('\n'), diagnostics };
}

function nearest({ files, folders }: Pick<DocumentJob, 'files' | 'folders'>, path: string): TemplateText {
  for (const folder of folders) {
    const file = `${folder}/${path}`;
    const read = files.read(file);
    const text = read.ok ? decodeUtf8(read.bytes) : undefined;
    if (text !== undefined) return { file, text };
  }
  return { file: `${ownTemplates}/${path}`, text: '' };
}

function fill(
  template: TemplateText,
  { context, words, lang }: DocumentJob,
): { readonly html?: string; readonly diagnostics: readonly Diagnostic[] } {
  environment ??= new TemplateEnvironment(new Map(), limits);
  const compiled: Compiled = environment.compile(template);
  if (!compiled.template) return compiled;
  const written = compiled.template.run(context, documentWriter(words, lang));
  return 'problem' in written
    ? { diagnostics: [written.problem] }
    : { html: written.markdown, diagnostics: compiled.diagnostics };
}

/** What helpers may do in a document: words and letters, no drawings. */
const documentWriter = (words: DocumentJob['words'], lang: string): SlideWriter => ({
  title: undefined,
  width: 0,
  room: () => 0,
  headingLevel: 2,
  lang,
  pages: { number: 1, count: 1, offset: 0 },
  steps: false,
  fields: {},
  alt: '',
  evidence: () => undefined,
  reference: () => undefined,
  word: (key) => words[key] ?? key,
  draw: () => '',
  use: () => undefined,
  formula: () => undefined,
});
