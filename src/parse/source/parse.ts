import type { Diagnostic, FileId, Outcome, Span } from '../../base/index.ts';
import { hashOf, hasErrors, RecentByOwner, failure, success } from '../../base/index.ts';
import { explainerRole, type Source, type SourceSection, type Statement } from '../../model/index.ts';
import { diagnostic } from '../codes.ts';
import { unreadText } from './account.ts';
import type { Block } from './block.ts';
import { blocksOf } from './blocks.ts';
import { SectionIds } from './ids.ts';
import { leftOutOf } from './left-out.ts';
import { withPlainLineEnds } from './lines.ts';
import { partRange, partsOf, type Part, type Parts } from './outline.ts';
import type { Range } from './sentences.ts';
import { piecesOf, type Piece } from './statements.ts';

/** A statement with what it was made from. */
export interface ReadStatement extends Statement {
  readonly piece: Piece;
}

/** A section of the source with its blocks, for an importer. */
export interface ReadSection {
  readonly section: SourceSection;
  readonly part: Part;
  readonly statements: readonly ReadStatement[];
}

/** A source as read: the model, and the blocks that it was made from. */
export interface ReadSource {
  readonly source: Source;
  readonly sections: readonly ReadSection[];
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Splits a Markdown text into sections (by its headings) and statements (sentences).
 * Text before the first section belongs to a section `intro`. Each list item and table row is at least one statement;
 * headings, code, pictures, comments, footnotes and table headers are none, and are listed as left out.
 * @param lang BCP 47 tag of the text.
 */
export function parseSource(file: FileId, text: string, lang: string): Outcome<Source> {
  return lately.of(file).getOrMake(
    `${lang}\n${text}`,
    () => {
      const { source, diagnostics } = readSourceText(file, text, lang);
      return hasErrors(diagnostics) ? failure(diagnostics) : success(source, diagnostics);
    },
    () => text.length,
  );
}

/** Sources that were split lately: in preview the outline changes far more often than the source. */
const lately = new RecentByOwner<Outcome<Source>>(1_000_000);

/** Reads a source with everything that an importer wants to know about it. */
export function readSourceText(file: FileId, written: string, lang: string): ReadSource {
  const { text, original } = withPlainLineEnds(written);
  const span = ([start, end]: Range): Span => ({ file, start: original(start), end: original(end) });
  const blocks = blocksOf(text);
  const parts = partsOf(blocks);
  const ids = new SectionIds(parts.parts, span);
  const sections = parts.parts.map((part, i) => readSection(text, part, { ids, lang, span, number: i + 1, parts }));
  const title = parts.title?.plain.text.trim() ?? '';
  const source: Source = {
    file,
    ...(title !== '' && { title }),
    texts: [{ file, role: explainerRole, ...(title !== '' && { title }) }],
    sections: sections.map(({ section }) => section),
    leftOut: leftOutOf(text, blocks, parts.inner, span),
  };
  const unread = unreadText(text, blocks).map((range) =>
    diagnostic('source/unread', 'Lectern did not read this text.', { at: span(range) }),
  );
  return {
    source,
    sections,
    text,
    diagnostics: [...ids.diagnostics, ...contentFindings(source, parts, span), ...unread],
  };
}

interface Reading {
  readonly ids: SectionIds;
  readonly lang: string;
  readonly span: (range: Range) => Span;
  readonly number: number;
  readonly parts: Parts;
}

function readSection(text: string, part: Part, { ids, lang, span, number, parts }: Reading): ReadSection {
  const range = partRange(part);
  const id = ids.of(part, number, range);
  const title =
    part.heading === undefined ? (parts.title?.plain.text.trim() ?? '') || 'Intro' : part.heading.plain.text.trim();
  const statements = piecesOf(text, part.blocks, lang).map((piece, i): ReadStatement => ({
    id: `${id}.${i + 1}`,
    text: piece.text,
    hash: hashOf(piece.text),
    at: span(piece.range),
    piece,
  }));
  const plain = statements.map(({ id, text, hash, at }): Statement => ({ id, text, hash, at }));
  return { section: { id, title, at: span(range), statements: plain }, part, statements };
}

function contentFindings(source: Source, { parts }: Parts, span: (range: Range) => Span): readonly Diagnostic[] {
  const { sections, file } = source;
  if (sections.length === 0) return [diagnostic('source/empty', `${file} has no statements.`, { at: span([0, 1]) })];
  const [only] = parts;
  const first: Block | undefined = only?.blocks.find(({ kind }) => kind !== 'aside');
  const unnamed = parts.length === 1 && only?.heading === undefined && first !== undefined;
  const warning = unnamed
    ? [diagnostic('source/no-sections', 'The source has no headings that divide it.', { at: span(first.at) })]
    : [];
  const empty = sections
    .filter(({ statements }) => statements.length === 0)
    .map(({ id, at }) => diagnostic('source/empty', `Section \`${id}\` has no statements.`, { at }));
  return [...warning, ...empty];
}
