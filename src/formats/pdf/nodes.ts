import { readDictionary, writeDictionary } from './dictionary.ts';
import { isStream, objectText, setObject, type PdfFile } from './objects.ts';
import { referenceIn, referencesIn } from './tags/streams.ts';
import { elementsOf, readTree } from './tags/tree.ts';

/** Where node identifiers stand besides the tree that looks them up: structure elements, table headers (14.7.2, 14.8.5.7). */
const nodeContext = /\/(?:ID|Headers) (?:\(node\d+\)|\[\(node\d+\)[^\][]*\])/g;
const nodeId = /\(node\d+\)/g;

/**
 * Chrome names structure elements after numbers of DOM nodes. They run on through the life of the browser, and nodes get
 * theirs in no certain order: elements are numbered from 1 in the order of reading instead, and the look-up tree is
 * written anew.
 */
export function renumberNodes(file: PdfFile): void {
  const affected = [...file.objects].filter(
    ([number, object]) => !isStream(object) && objectText(file, number).includes('(node'),
  );
  const tree = affected.length === 0 ? undefined : readTree(file);
  if (!tree) return;
  const names = new Map<string, { readonly name: string; readonly number: number }>();
  for (const { number, entries } of elementsOf(tree.root)) {
    const id = entries.get('ID');
    if (id !== undefined && !names.has(id))
      names.set(id, { name: `(node${String(names.size + 1).padStart(8, '0')})`, number });
  }
  for (const [number, object] of affected) {
    const text = object
      .toString('latin1')
      .replaceAll(nodeContext, (context) => context.replaceAll(nodeId, (id) => names.get(id)?.name ?? id));
    file.objects.set(number, Buffer.from(text, 'latin1'));
  }
  const found = [...names.values()].map(({ name, number }) => `${name} ${number} 0 R`);
  writeLookUp(file, tree.number, found);
}

/** The name tree of elements (7.9.6), in one object. */
function writeLookUp(file: PdfFile, structure: number, names: readonly string[]): void {
  const root = referenceIn(readDictionary(objectText(file, structure)).get('IDTree'));
  if (root === undefined) return;
  for (const number of nameTreeObjects(file, root)) if (number !== root) file.objects.delete(number);
  setObject(file, root, writeDictionary(new Map([['Names', `[${names.join('\n')}]`]])));
}

function nameTreeObjects(file: PdfFile, root: number): readonly number[] {
  const kids = referencesIn(readDictionary(objectText(file, root)).get('Kids'));
  return [root, ...kids.flatMap((kid) => nameTreeObjects(file, kid))];
}
