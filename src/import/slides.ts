import type { ReadSection, ReadStatement } from '../parse/index.ts';
import { asMarkdown } from './escape.ts';

/** A slide of the new lesson. */
export interface DraftSlide {
  readonly layout: string;
  readonly title: string;
  /** Fields as YAML values. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly statements: readonly ReadStatement[];
}

/** So many sentences of running text a slide takes, and so many items of a list. */
const mostSentences = 3;
const mostItems = 6;
const longestTitle = 90;

const firstWords = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const clause = Math.max(cut.lastIndexOf(', '), cut.lastIndexOf('; '), cut.lastIndexOf(': '));
  if (clause > most / 3) return cut.slice(0, clause);
  const space = cut.lastIndexOf(' ');
  return `${(space > 0 ? cut.slice(0, space) : cut).toWellFormed()} …`;
};

/** A title that states something: the first sentence, or its first clause. */
export const titleOf = (statement: ReadStatement): string =>
  asMarkdown(firstWords(statement.text.replace(/[.;:]$/, ''), longestTitle));

const groupTitle = ([first]: readonly ReadStatement[]): string => (first === undefined ? '' : titleOf(first));

type Kind = 'table' | 'list' | 'steps' | 'quote' | 'formula' | 'text';

function kindOf({ piece: { block } }: ReadStatement): { readonly kind: Kind; readonly key: string } {
  if (block.kind === 'row') return { kind: 'table', key: `table ${block.holder.table}` };
  if (block.kind === 'formula') return { kind: 'formula', key: `formula ${block.at[0]}` };
  if (block.kind !== 'text') return { kind: 'text', key: 'text' };
  const { list, ordered, quote } = block.holder;
  if (list !== undefined) return { kind: ordered === true ? 'steps' : 'list', key: `list ${list}` };
  return quote === true ? { kind: 'quote', key: `quote` } : { kind: 'text', key: 'text' };
}

interface Group {
  readonly kind: Kind;
  readonly key: string;
  readonly statements: ReadStatement[];
}

/** Neighbouring statements of one kind, in portions that a slide holds. */
function groupsOf(statements: readonly ReadStatement[]): readonly Group[] {
  const groups: Group[] = [];
  for (const statement of statements) {
    const { kind, key } = kindOf(statement);
    const last = groups.at(-1);
    const most = kind === 'text' || kind === 'quote' ? mostSentences : kind === 'formula' ? 1 : mostItems;
    if (last?.key === key && last.statements.length < most) last.statements.push(statement);
    else groups.push({ kind, key, statements: [statement] });
  }
  return groups;
}

const is =
  '(?:is|are|means|refers to|is een|zijn|betekent|heet|ist|sind|bedeutet|heißt|bezeichnet|est|sont|désigne|signifie|es|son|significa|è|é)';
const definition = new RegExp(
  `^((?:(?:An?|The|Een|De|Het|Eine?|Der|Die|Das|Une?|La|Le|Les|El|Un|Una|Il|O|A) )?[\\p{L}\\p{N}'’ -]{2,40}?) ${is} (.{10,})$`,
  'u',
);

/** Dates at the start of at least three sentences. */
const dated =
  /^(?:(?:In|Op|On|Am|Im|En|Nel|Em|Since|Sinds|Seit)\s+)?((?:\d{1,2}[. ]+\p{L}+ )?(?:1[0-9]|20)\d\d)\b[,:]?(.+)$/u;

function textSlide({ statements }: Group): DraftSlide {
  const [first] = statements;
  const title = first === undefined ? '' : titleOf(first);
  const events = statements.map(({ text }) => dated.exec(text));
  if (statements.length >= 3 && events.every((event) => event !== null)) return timeline(title, statements, events);
  const match = definition.exec(first?.text ?? '');
  if (statements.length <= 2 && match?.[1] !== undefined && match[2] !== undefined) {
    const example = statements[1] && { example: asMarkdown(statements[1].text) };
    return {
      layout: 'definition',
      title,
      fields: { term: asMarkdown(match[1]), definition: asMarkdown(match[2]), ...example },
      statements,
    };
  }
  const body = statements.map(({ text }) => asMarkdown(text)).join('\n\n');
  return { layout: 'statement', title, fields: { body }, statements };
}

function timeline(
  title: string,
  statements: readonly ReadStatement[],
  events: readonly (RegExpExecArray | null)[],
): DraftSlide {
  const shown = events.map((event) => ({
    when: event?.[1] ?? '',
    label: asMarkdown(firstWords((event?.[2] ?? '').trim(), 60)),
  }));
  return {
    layout: 'timeline',
    title,
    fields: { events: shown, alt: shown.map(({ when }) => when).join(', ') },
    statements,
  };
}

function listSlide({ statements, kind }: Group, lead: string): DraftSlide {
  const title = lead === '' ? groupTitle(statements) : lead;
  const items = statements.map(({ text }) => asMarkdown(text));
  if (kind === 'steps' && items.length >= 3 && items.length <= 5 && statements.every(({ text }) => text.length <= 40))
    return {
      layout: 'cascade',
      title,
      fields: { nodes: items.map((label) => ({ label })), alt: items.join(' → ') },
      statements,
    };
  return { layout: 'bullets', title, fields: { bullets: items }, statements };
}

function tableSlide({ statements }: Group, section: ReadSection, lead: string): DraftSlide {
  const rows = statements.map(({ piece: { block } }) =>
    block.kind === 'row' ? block.cells.map(({ text }) => asMarkdown(text.trim())) : [],
  );
  const [first] = statements;
  const number = first?.piece.block.kind === 'row' ? first.piece.block.holder.table : undefined;
  const header = section.part.blocks.find(
    (block) => block.kind === 'row' && block.header === true && block.holder.table === number,
  );
  const width = Math.max(...rows.map((row) => row.length));
  const head = header?.kind === 'row' ? header.cells.map(({ text }) => asMarkdown(text.trim())) : [];
  const fill = (row: readonly string[]): string[] =>
    Array.from({ length: Math.max(width, head.length) }, (_, i) =>
      row[i] === undefined || row[i] === '' ? '–' : row[i],
    );
  const title = lead || (first === undefined ? '' : titleOf(first));
  if (Math.max(width, head.length) < 2)
    return { layout: 'bullets', title, fields: { bullets: rows.map((row) => row.join(' ')) }, statements };
  if (width > 7)
    return {
      layout: 'statement',
      title,
      fields: { body: rows.map((row) => row.join(' · ')).join('\n\n') },
      statements,
    };
  return { layout: 'table', title, fields: { head: fill(head), rows: rows.map(fill) }, statements };
}

/** The slides for the statements of one section. */
export function slidesFor(section: ReadSection): readonly DraftSlide[] {
  const groups = groupsOf(section.statements);
  return groups.map((group, i): DraftSlide => {
    const before = groups[i - 1]?.statements.at(-1)?.text ?? '';
    const lead = before.endsWith(':') ? asMarkdown(firstWords(before.slice(0, -1), longestTitle)) : '';
    if (group.kind === 'table') return tableSlide(group, section, lead);
    if (group.kind === 'list' || group.kind === 'steps') return listSlide(group, lead);
    if (group.kind === 'quote') {
      const quote = group.statements.map(({ text }) => asMarkdown(text)).join(' ');
      return {
        layout: 'quote',
        title: groupTitle(group.statements),
        fields: { quote, by: asMarkdown(section.section.title) || '–' },
        statements: group.statements,
      };
    }
    return textSlide(group);
  });
}
