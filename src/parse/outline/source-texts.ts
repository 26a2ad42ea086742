import type { FileId } from '../../base/index.ts';
import { explainerRole, type Source, type SourceSection } from '../../model/index.ts';
import { present, type Cursor } from '../cursor.ts';
import { slugOf } from '../slug.ts';
import { parseSource } from '../source/index.ts';
import { decodeText } from '../yaml/decode.ts';
import type { Session } from './session.ts';

interface Wanted {
  readonly file: FileId;
  readonly role: string;
  readonly title?: string;
  /** Where the outline names it; absent for source.md, which need not be there. */
  readonly named?: Cursor;
}

/** The texts that the outline names under `sources`, or source.md. */
function wantedTexts(list: Cursor, dir: FileId): readonly Wanted[] {
  const named = list.items().flatMap((item): readonly Wanted[] => {
    const file = item.get('file').text();
    if (file === undefined) return [];
    const role = item.get('role').text()?.toLowerCase() ?? explainerRole;
    return [
      present<Wanted>({ file: `${dir}/${file}`, role, title: item.get('title').text(), named: item.get('file') }),
    ];
  });
  return named.length > 0 ? named : [{ file: `${dir}/source.md`, role: explainerRole }];
}

/** A section under another id, its statements with it. */
const renamed = (section: SourceSection, id: string): SourceSection => ({
  ...section,
  id,
  statements: section.statements.map((statement, i) => ({ ...statement, id: `${id}.${i + 1}` })),
});

/** A section of a further text gets the name of its file before its id when another section has the id. */
function distinct(section: SourceSection, file: FileId, taken: ReadonlySet<string>): SourceSection {
  if (!taken.has(section.id)) return section;
  const name = slugOf(file.slice(file.lastIndexOf('/') + 1).replace(/\.[a-z]+$/i, '')) || 'text';
  let id = `${name}-${section.id}`;
  for (let number = 2; taken.has(id); number++) id = `${name}-${section.id}-${number}`;
  return renamed(section, id);
}

function readText(session: Session, { file, named }: Wanted, lang: string): Source | 'faulty' | undefined {
  const path = file.split('/');
  if (path.includes('..') || path.includes('')) {
    session.report('outline/value', 'A source must be a file beside the outline.', named && { at: named.at });
    return 'faulty';
  }
  const bytes = session.readOptional(file);
  if (bytes === undefined) {
    if (named !== undefined) session.report('source/missing', `There is no file ${file}.`, { at: named.at });
    return named === undefined ? undefined : 'faulty';
  }
  const text = decodeText(file, bytes);
  session.add(text.diagnostics);
  const source = text.ok ? parseSource(file, text.value, lang) : undefined;
  session.add(source?.diagnostics ?? []);
  return source?.ok === true ? source.value : 'faulty';
}

/** The source of a lesson: `undefined` when there is none, `'faulty'` when it has errors. */
export function readSource(session: Session, list: Cursor, dir: FileId, lang: string): Source | 'faulty' | undefined {
  const wanted = wantedTexts(list, dir);
  const read = wanted.map((text) => ({ text, source: readText(session, text, lang) }));
  const sections: SourceSection[] = [];
  const ids = new Set<string>();
  const sound = read.flatMap(({ text, source }) => (typeof source === 'object' ? [{ text, source }] : []));
  for (const { text, source } of sound) {
    for (const section of source.sections) {
      const own = distinct(section, text.file, ids);
      ids.add(own.id);
      sections.push(own);
    }
  }
  const [first] = sound;
  if (first === undefined) return read.some(({ source }) => source === 'faulty') ? 'faulty' : undefined;
  if (sound.length < read.length) return 'faulty';
  return {
    ...first.source,
    texts: sound.map(({ text: { file, role, title }, source }) =>
      present({ file, role, title: title ?? source.title }),
    ),
    sections,
    leftOut: sound.flatMap(({ source }) => source.leftOut),
  };
}
