/**
 * `coverage.lock.yaml`: the statements as they were when the lesson was last reviewed, and what carried them.
 * One statement a line in source order, so that a change in version control shows just that statement. The lines use
 * the JSON part of YAML; any YAML tool can read the file, and this module needs none.
 */
import { failure, success, type Diagnostic, type FileId, type Hash, type Json, type Outcome } from '../base/index.ts';
import type { Lesson, StatementId } from '../model/index.ts';
import { carrierKinds, carriersOf, type CarrierKind } from './carriers.ts';
import { diagnostic } from './codes.ts';

interface LockedStatement {
  readonly id: StatementId;
  readonly hash: Hash;
  /** Ids of what carried the statement, by kind, in the order of the outline. */
  readonly carriers: Readonly<Record<CarrierKind, readonly string[]>>;
}

export interface Lock {
  readonly statements: readonly LockedStatement[];
}

const HEAD = [
  '# The source as it was when slides, notes and questions were last reviewed against it.',
  '# Written by `lectern coverage --accept`; commit it, do not edit it.',
  'version: 1',
  'statements:',
];
const members = {
  slide: 'slides',
  question: 'questions',
  misconception: 'misconceptions',
  waiver: 'waivers',
} as const satisfies Record<CarrierKind, string>;

/** Project-relative path of a lesson's lock. */
export const lockFile = (lesson: Lesson): FileId => `${lesson.dir}/coverage.lock.yaml`;

/** JSON text that is YAML too: characters that YAML does not print are escaped. */
const quoted = (value: Json): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

function line({ id, hash, carriers }: LockedStatement): string {
  const parts = carrierKinds
    .filter((kind) => carriers[kind].length > 0)
    .map((kind) => `, ${members[kind]}: [${carriers[kind].map(quoted).join(', ')}]`);
  return `  ${quoted(id)}: { hash: ${hash}${parts.join('')} }`;
}

/** The lock of a lesson as it is now. Everything it says is taken as reviewed. */
export function lockOf(lesson: Lesson): Lock {
  const carriers = carriersOf(lesson);
  const carrying = (kind: CarrierKind, id: StatementId): readonly string[] =>
    carriers
      .filter((carrier) => carrier.kind === kind && carrier.links.some((link) => link.statement === id))
      .map((carrier) => carrier.id);
  const statements = (lesson.source?.sections ?? []).flatMap((section) => section.statements);
  return {
    statements: statements.map(({ id, hash }) => ({
      id,
      hash,
      carriers: {
        slide: carrying('slide', id),
        question: carrying('question', id),
        misconception: carrying('misconception', id),
        waiver: carrying('waiver', id),
      },
    })),
  };
}

/** The text of the lock file for a lesson as it is now: same lesson, same bytes. */
export function acceptLock(lesson: Lesson): string {
  return `${[...HEAD, ...lockOf(lesson).statements.map(line)].join('\n')}\n`;
}

const STATEMENT =
  /^ {2}("(?:[^"\\]|\\.)*"): \{ hash: ([0-9a-f]{64})((?:, [a-z]+: \[(?:"(?:[^"\\]|\\.)*"(?:, (?=")|(?=\])))*\])*) \}$/;
const LIST = /, ([a-z]+): (\[(?:"(?:[^"\\]|\\.)*"(?:, )?)*\])/g;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';

function parseLine(text: string): LockedStatement | undefined {
  const match = STATEMENT.exec(text);
  const id = parseJson(match?.[1] ?? '');
  const hash = match?.[2];
  if (match === null || hash === undefined || !isText(id)) return undefined;
  const lists = new Map<string, readonly string[]>();
  for (const [, name = '', list = ''] of (match[3] ?? '').matchAll(LIST)) {
    const parsed = parseJson(list);
    if (!Array.isArray(parsed) || !parsed.every(isText)) return undefined;
    lists.set(name, parsed);
  }
  const of = (kind: CarrierKind): readonly string[] => lists.get(members[kind]) ?? [];
  return {
    id,
    hash,
    carriers: {
      slide: of('slide'),
      question: of('question'),
      misconception: of('misconception'),
      waiver: of('waiver'),
    },
  };
}

/** Reads a lock file. A line that this version of Lectern did not write is an error at that line. */
export function readLock(text: string, file: FileId): Outcome<Lock> {
  const problems: Diagnostic[] = [];
  const statements = new Map<string, LockedStatement>();
  let seen = 0;
  let offset = 0;
  for (const raw of text.split('\n')) {
    const row = raw.replace(/\r$/, '').replace(/^\ufeff/, '');
    const at = { file, start: offset, end: offset + row.length };
    offset += raw.length + 1;
    if (row === '' || row.startsWith('#')) continue;
    const wanted = HEAD.slice(2)[seen];
    seen++;
    const parsed = wanted === undefined ? parseLine(row) : undefined;
    if (wanted === undefined ? parsed === undefined : row !== wanted) {
      problems.push(
        diagnostic('coverage/lock-invalid', 'This line is no part of a coverage lock.', {
          at,
          help: ['Restore the file, or review the lesson and run `lectern coverage --accept`.'],
        }),
      );
      break;
    }
    if (parsed === undefined) continue;
    if (statements.has(parsed.id))
      problems.push(diagnostic('coverage/lock-invalid', `Statement ${parsed.id} is locked twice.`, { at }));
    statements.set(parsed.id, parsed);
  }
  if (seen < 2 && problems.length === 0)
    problems.push(
      diagnostic('coverage/lock-invalid', 'The coverage lock is empty.', { at: { file, start: 0, end: 0 } }),
    );
  return problems.length > 0 ? failure(problems) : success({ statements: [...statements.values()] });
}
