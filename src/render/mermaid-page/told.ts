import mermaid from 'mermaid';
import type { MermaidTold } from '../../model/index.ts';

type Row = readonly string[];
type Reader = (db: Db) => MermaidTold | undefined;

/** What Mermaid's parser has read, by the names of its own methods. They differ by kind and are not part of its types. */
type Db = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Db => typeof value === 'object' && value !== null;

function call(db: Db, name: string): unknown {
  const method = db[name];
  return typeof method === 'function' ? (method as () => unknown).call(db) : undefined;
}

/** A label as plain text: its lines joined, marks left out. */
function text(value: unknown): string {
  if (Array.isArray(value)) return value.map(text).join(' ');
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const plain = String(value).replace(/<[^<>]*>|[`*]|\\n/g, ' ');
  return plain.replace(/\s+/g, ' ').trim();
}

const list = (value: unknown): readonly Db[] =>
  (Array.isArray(value) ? value : value instanceof Map ? [...value.values()] : Object.values(value ?? {})).filter(
    isRecord,
  );

/** Parts by their id: a map or an object. */
function named(value: unknown, ...keys: readonly string[]): ReadonlyMap<string, string> {
  const entries: readonly (readonly [unknown, unknown])[] =
    value instanceof Map ? [...value.entries()] : Object.entries(value ?? {});
  return new Map(
    entries.map(([id, part]) => {
      const said = isRecord(part) ? keys.map((key) => text(part[key])).find((words) => words !== '') : undefined;
      return [text(id), said ?? text(id)];
    }),
  );
}

interface Ends {
  readonly parts: ReadonlyMap<string, string>;
  readonly from: string;
  readonly label: string;
  readonly to: string;
}

/** Links between parts, and the parts that no link has. */
function links(found: unknown, { parts, from, label, to }: Ends): MermaidTold {
  const all = list(found).filter((link) => parts.has(text(link[from])) || parts.has(text(link[to])));
  const name = (id: unknown): string => parts.get(text(id)) ?? text(id);
  const rows = all.map((link): Row => [name(link[from]), text(link[label]), name(link[to])]);
  const linked = new Set(all.flatMap((link) => [text(link[from]), text(link[to])]));
  const alone = [...parts].flatMap(([id, words]): Row[] => (linked.has(id) ? [] : [[words, '', '']]));
  return { kind: 'links', rows: [...rows, ...alone] };
}

/** The branches below a part, each with what it hangs under. */
function branches(node: Db, under = ''): Row[] {
  const words = text(node.descr ?? node.label);
  const below = list(node.children).flatMap((child) => branches(child, words));
  return under === '' ? below : [[under, '', words], ...below];
}

const day = (value: unknown): string => {
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return '';
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${value.getFullYear()}-${two(value.getMonth() + 1)}-${two(value.getDate())}`;
};

/** Where a kind of diagram keeps its links and their parts, and the names of their ends. */
interface Linked {
  readonly links: string;
  readonly parts: string;
  /** What a part is called, the best name first. */
  readonly names: readonly string[];
  readonly ends: Omit<Ends, 'parts'>;
}

const linked: readonly Linked[] = [
  {
    links: 'getEdges',
    parts: 'getVertices',
    names: ['text', 'id'],
    ends: { from: 'start', label: 'text', to: 'end' },
  },
  {
    links: 'getMessages',
    parts: 'getActors',
    names: ['description', 'name'],
    ends: { from: 'from', label: 'message', to: 'to' },
  },
  {
    links: 'getRelations',
    parts: 'getClasses',
    names: ['label', 'text'],
    ends: { from: 'id1', label: 'title', to: 'id2' },
  },
  {
    links: 'getRelations',
    parts: 'getStates',
    names: ['descriptions', 'id'],
    ends: { from: 'id1', label: 'relationTitle', to: 'id2' },
  },
];

const has = (db: Db, ...names: readonly string[]): boolean => names.every((name) => typeof db[name] === 'function');

const linkReaders = linked.map(
  (kind): Reader =>
    (db) =>
      has(db, kind.links, kind.parts)
        ? links(call(db, kind.links), { parts: named(call(db, kind.parts), ...kind.names), ...kind.ends })
        : undefined,
);

const readers: readonly Reader[] = [
  ...linkReaders,
  // The ends of these links are keys of their own: they take the names of their parts first.
  (db) =>
    has(db, 'getEntities', 'getRelationships')
      ? links(list(call(db, 'getRelationships')).map(withNames(call(db, 'getEntities'))), {
          parts: named(call(db, 'getEntities'), 'alias', 'label'),
          from: 'entityA',
          label: 'roleA',
          to: 'entityB',
        })
      : undefined,
  (db) => {
    const root = call(db, 'getMindmap');
    return isRecord(root) ? { kind: 'links', rows: branches(root) } : undefined;
  },
  (db) => {
    const sections = db.getShowData === undefined ? undefined : call(db, 'getSections');
    return sections instanceof Map
      ? { kind: 'values', rows: [...sections].map(([part, value]): Row => [text(part), text(value)]) }
      : undefined;
  },
  (db) => {
    const tasks = list(call(db, 'getTasks'));
    const rows = tasks.map((task): Row => {
      const dates = [day(task.startTime), day(task.endTime)].filter((one) => one !== '').join(' – ');
      return [
        text(task.task),
        [dates, 'people' in task ? text(task.score) : '', text(task.events), text(task.people)].join(' ').trim(),
      ];
    });
    return tasks.length > 0 ? { kind: 'values', rows } : undefined;
  },
];

/** Relationships name their entities by ids of Mermaid's own. */
function withNames(entities: unknown): (relation: Db) => Db {
  const names = new Map(
    (entities instanceof Map ? [...entities.entries()] : []).map(([name, entity]: readonly [unknown, unknown]) => [
      isRecord(entity) ? text(entity.id) : '',
      text(name),
    ]),
  );
  return (relation) => ({
    ...relation,
    entityA: names.get(text(relation.entityA)) ?? relation.entityA,
    entityB: names.get(text(relation.entityB)) ?? relation.entityB,
  });
}

/** What a diagram says in rows, for those who do not see it; `undefined` for kinds that are not known. */
export async function tell(source: string): Promise<MermaidTold | undefined> {
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way to what its parser has read
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(source);
    if (!isRecord(db)) return undefined;
    for (const read of readers) {
      const told = read(db);
      if (told?.rows.some((row) => row.some((cell) => cell !== ''))) return told;
    }
  } catch {
    // It was drawn all the same; then its labels describe it.
  }
  return undefined;
}
