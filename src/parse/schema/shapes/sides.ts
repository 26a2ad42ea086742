import type { Json } from '../../../base/index.ts';
import type { Holder } from '../values.ts';

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isText = (value: Json | undefined): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

/** Names of two sides that are words for the audience as well. */
export const namedSides = [
  ['left', 'right'],
  ['links', 'rechts'],
  ['gauche', 'droite'],
  ['izquierda', 'derecha'],
  ['sinistra', 'destra'],
  ['esquerda', 'direita'],
  ['vänster', 'höger'],
  ['venstre', 'højre'],
  ['venstre', 'høyre'],
  ['vasen', 'oikea'],
  ['lewa', 'prawa'],
  ['vlevo', 'vpravo'],
  ['sol', 'sağ'],
  ['слева', 'справа'],
  ['ימין', 'שמאל'],
  ['يمين', 'يسار'],
  ['左', '右'],
  ['왼쪽', '오른쪽'],
  ['bal', 'jobb'],
  ['kiri', 'kanan'],
  ['trái', 'phải'],
  ['stânga', 'dreapta'],
  ['lijevo', 'desno'],
  ['αριστερά', 'δεξιά'],
  ['a', 'b'],
  ['do', "don't"],
  ['do', 'dont'],
  ['dos', 'donts'],
  ['dos', "don'ts"],
  ['myth', 'fact'],
  ['claim', 'fact'],
  ['ventajas', 'inconvenientes'],
  ['vantagens', 'desvantagens'],
  ['zalety', 'wady'],
  ['fordele', 'ulemper'],
  ['fördelar', 'nackdelar'],
  ['előnyök', 'hátrányok'],
  ['장점', '단점'],
  ['kelebihan', 'kekurangan'],
  ['ưu điểm', 'nhược điểm'],
  ['avantaje', 'dezavantaje'],
  ['edut', 'haitat'],
  ['výhody', 'nevýhody'],
  ['avantajlar', 'dezavantajlar'],
  ['плюсы', 'минусы'],
  ['преимущества', 'недостатки'],
  ['πλεονεκτήματα', 'μειονεκτήματα'],
  ['vorher', 'nachher'],
  ['avant', 'après'],
  ['antes', 'después'],
  ['prima', 'dopo'],
  ['优点', '缺点'],
  ['優點', '缺點'],
  ['メリット', 'デメリット'],
  ['利点', '欠点'],
  ['strengths', 'weaknesses'],
  ['stärken', 'schwächen'],
  ['sterktes', 'zwaktes'],
  ['sterke punten', 'zwakke punten'],
  ['forces', 'faiblesses'],
  ['fortalezas', 'debilidades'],
  ['punti di forza', 'punti di debolezza'],
  ['pontos fortes', 'pontos fracos'],
  ['styrkor', 'svagheter'],
  ['styrker', 'svakheter'],
  ['styrker', 'svagheder'],
  ['mocne strony', 'słabe strony'],
  ['сильные стороны', 'слабые стороны'],
  ['pros', 'cons'],
  ['pro', 'contra'],
  ['pro', 'con'],
  ['before', 'after'],
  ['advantages', 'disadvantages'],
  ['vorteile', 'nachteile'],
  ['voordelen', 'nadelen'],
  ['avantages', 'inconvénients'],
  ['ventajas', 'desventajas'],
  ['vantaggi', 'svantaggi'],
] as const;

const heads = ['columns', 'head', 'header', 'headers', 'titles'];

/** Sides as people write them: as a table whose columns are the sides, or as two lists under names of their own. */
export function asSides(slide: Holder): void {
  if (slide.sides !== undefined) return;
  const sides = fromTable(slide) ?? fromNames(slide);
  if (sides !== undefined) slide.sides = sides;
}

function fromTable(slide: Holder): readonly Json[] | undefined {
  const key = heads.find((name) => isList(slide[name]));
  const titles = key === undefined ? undefined : slide[key];
  const { rows } = slide;
  if (key === undefined || !isList(titles) || !isList(rows) || !titles.every(isText)) return undefined;
  if (titles.length < 2 || !rows.every((row) => isList(row) && row.length === titles.length)) return undefined;
  for (const name of [key, 'rows']) Reflect.deleteProperty(slide, name);
  return titles.map((title, i) => ({
    title: String(title),
    points: rows.map((row) => (isList(row) ? (row[i] ?? '') : row)),
  }));
}

/** Names that only say where a side stands. */
const unnamed = new Set(
  namedSides.slice(0, namedSides.findIndex(([first]) => first === 'a') + 1).map(([first]) => first as string),
);

/** What the sides are called: by words for the audience; by those that the title sets against each other; else nothing. */
function titlesOf(keys: readonly string[], title: Json | undefined): readonly string[] {
  if (!unnamed.has(keys[0]?.toLowerCase() ?? ''))
    return keys.map((key) => key.slice(0, 1).toUpperCase() + key.slice(1));
  const parts =
    typeof title === 'string' ? title.split(/ (?:vs\.?|versus|v\.|contra|gegen|tegen|contre|contro) |与|對|对比/i) : [];
  return parts.length === 2 && parts.every((part) => part.trim() !== '')
    ? parts.map((part) => part.trim().replace(/[:?!]$/, ''))
    : keys.map(() => '');
}

function fromNames(slide: Holder): readonly Json[] | undefined {
  const keys = Object.keys(slide);
  const pair = namedSides
    .map((names) => names.map((name) => keys.find((key) => key.toLowerCase() === name)))
    .find((found) => found.every((key) => key !== undefined && (isList(slide[key]) || isText(slide[key]))));
  if (!pair) return undefined;
  const titles = titlesOf(
    pair.map((key = '') => key),
    slide.title,
  );
  return pair.map((key = '', i) => {
    const value = slide[key] ?? null;
    Reflect.deleteProperty(slide, key);
    const title = titles[i] ?? '';
    return isList(value) ? { title, points: value } : { title, body: value };
  });
}
