import type { Diagnostic, FileId, Outcome } from '../../base/index.ts';
import { failure, hashOf, hasErrors, RecentByOwner, success } from '../../base/index.ts';
import type { Source, SourceSection, Statement } from '../../model/index.ts';
import { diagnostic } from '../codes.ts';
import { idPattern } from '../schema/index.ts';
import { slugOf } from '../slug.ts';
import type { Block } from './blocks.ts';
import { blocksOf } from './blocks.ts';
import type { Plain } from './plain.ts';
import { toPlain } from './plain.ts';
import type { Range } from './sentences.ts';
import { splitSentences } from './sentences.ts';

/** The id of the section that holds the text before the first `##` heading. */
export const introId = 'intro';

interface Piece {
  readonly text: string;
  readonly range: Range;
}

interface Draft {
  readonly id: string;
  readonly title: string;
  readonly range: Range;
  readonly idRange: Range;
  readonly pieces: Piece[];
}

/**
 * Splits a Markdown explainer into sections (`##` headings) and statements (sentences).
 * Text before the first `##` belongs to a section `intro`. Each list item and table row is at least one statement;
 * headings, code, comments, footnotes and table headers are none.
 * @param lang BCP 47 tag of the text.
 */
export function parseSource(file: FileId, text: string, lang: string): Outcome<Source> {
  return lately.of(file).getOrMake(
    `${lang}\n${text}`,
    () => splitSource(file, text, lang),
    () => text.length,
  );
}

/** Sources that were split lately: in preview the outline changes far more often than the source. */
const lately = new RecentByOwner<Outcome<Source>>(1_000_000);

function splitSource(file: FileId, text: string, lang: string): Outcome<Source> {
  const { title, drafts } = collect(text, lang);
  const diagnostics = [...checkIds(file, drafts), ...checkContent(file, text, drafts)];
  if (hasErrors(diagnostics)) return failure(diagnostics);
  const sections = drafts.map((draft) => toSection(file, draft));
  return success({ file, ...(title !== undefined && { title }), sections }, diagnostics);
}

function collect(
  text: string,
  lang: string,
): { readonly title: string | undefined; readonly drafts: readonly Draft[] } {
  const drafts: Draft[] = [];
  let title: string | undefined;
  for (const block of blocksOf(text)) {
    if (block.kind === 'heading') {
      const words = toPlain(text, [block.text]).text.trim();
      if (block.level === 1) title ??= words === '' ? undefined : words;
      else if (block.level === 2) drafts.push(newDraft(block, words, drafts.length));
      continue;
    }
    const pieces = block.kind === 'row' ? rowPieces(text, block.cells) : textPieces(text, block.lines, lang);
    const [first] = pieces;
    if (first === undefined) continue;
    if (drafts.length === 0)
      drafts.push({ id: introId, title: title ?? 'Intro', range: first.range, idRange: first.range, pieces: [] });
    drafts.at(-1)?.pieces.push(...pieces);
  }
  return { title, drafts };
}

function newDraft(block: Extract<Block, { kind: 'heading' }>, words: string, count: number): Draft {
  const id = block.id ?? (slugOf(words) || `section-${count + 1}`);
  return { id, title: words, range: block.text, idRange: block.idAt ?? block.text, pieces: [] };
}

function textPieces(source: string, lines: readonly Range[], lang: string): readonly Piece[] {
  const plain = toPlain(source, lines);
  const isJoined = (a: number, b: number): boolean => (plain.group[a] ?? 0) > 0 && plain.group[a] === plain.group[b];
  const sentences = splitSentences(plain.text, lang, isJoined);
  const limits: Range = [lines[0]?.[0] ?? 0, lines.at(-1)?.[1] ?? 0];
  return sentences.map((sentence, i) => ({
    text: plain.text.slice(...sentence),
    range: sourceRange(source, plain, limits, sentences, i),
  }));
}

/** The place of a sentence in the source, with the Markdown marks that touch it. */
function sourceRange(source: string, plain: Plain, limits: Range, sentences: readonly Range[], i: number): Range {
  const bounds = (k: number): Range | undefined => {
    const sentence = sentences[k];
    return sentence && [plain.from[sentence[0]] ?? 0, plain.to[sentence[1] - 1] ?? 0];
  };
  const [first, last] = bounds(i) ?? limits;
  const nextStart = bounds(i + 1)?.[0] ?? limits[1];
  const previousEnd = bounds(i - 1)?.[1] ?? limits[0];
  let [start, end] = [first, last];
  while (end < nextStart && /\S/.test(source.charAt(end))) end++;
  while (start > previousEnd && /\S/.test(source.charAt(start - 1))) start--;
  // Marks between two sentences without a space belong to the first.
  return [start === previousEnd && i > 0 ? first : start, end];
}

function rowPieces(source: string, cells: readonly Range[]): readonly Piece[] {
  const words = cells.map((cell) => toPlain(source, [cell]).text.trim()).filter((text) => text !== '');
  const [first, last] = [cells[0], cells.at(-1)];
  if (first === undefined || last === undefined || words.length === 0) return [];
  return [{ text: words.join(' · '), range: [first[0], last[1]] }];
}

function toSection(file: FileId, draft: Draft): SourceSection {
  const statements = draft.pieces.map((piece, i): Statement => ({
    id: `${draft.id}.${i + 1}`,
    text: piece.text,
    hash: hashOf(piece.text),
    at: { file, start: piece.range[0], end: piece.range[1] },
  }));
  return { id: draft.id, title: draft.title, at: { file, start: draft.range[0], end: draft.range[1] }, statements };
}

function checkIds(file: FileId, drafts: readonly Draft[]): readonly Diagnostic[] {
  const first = new Map<string, Draft>();
  return drafts.flatMap((draft) => {
    const at = { file, start: draft.idRange[0], end: draft.idRange[1] };
    if (!new RegExp(idPattern).test(draft.id))
      return [diagnostic('source/section-id', `\`${draft.id}\` cannot be the id of a section.`, { at })];
    const before = first.get(draft.id);
    first.set(draft.id, before ?? draft);
    if (before === undefined) return [];
    const related = [
      { at: { file, start: before.idRange[0], end: before.idRange[1] }, message: 'It was first used here.' },
    ];
    return [diagnostic('source/duplicate-section', `Two sections have the id \`${draft.id}\`.`, { at, related })];
  });
}

function checkContent(file: FileId, text: string, drafts: readonly Draft[]): readonly Diagnostic[] {
  if (drafts.length === 0) {
    return [
      diagnostic('source/empty', `${file} has no statements.`, {
        at: { file, start: 0, end: Math.min(1, text.length) },
      }),
    ];
  }
  const [only] = drafts;
  const alone =
    drafts.length === 1 && only?.id === introId && only.range === only.idRange && only.pieces[0]?.range === only.range;
  const warning = alone
    ? [
        diagnostic('source/no-sections', 'The source has no `##` headings.', {
          at: { file, start: only.range[0], end: only.range[1] },
        }),
      ]
    : [];
  const empty = drafts.filter((draft) => draft.pieces.length === 0);
  return [
    ...warning,
    ...empty.map((draft) =>
      diagnostic('source/empty', `Section \`${draft.id}\` has no statements.`, {
        at: { file, start: draft.range[0], end: draft.range[1] },
      }),
    ),
  ];
}
