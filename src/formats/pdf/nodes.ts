import { readDictionary, writeDictionary } from './dictionary.ts';
import { objectText, setObject, type PdfFile } from './objects.ts';
import { referenceIn, referencesIn } from './tags/streams.ts';
import { elementsOf, type StructureTree } from './tags/tree.ts';

/** Where table headers are named in the attributes of a cell (14.8.5.7). */
const nodeContext = /\/(?:ID|Headers) (?:\(node\d+\)|\[\(node\d+\)[^\][]*\])/g;
const nodeId = /\(node\d+\)/g;

/**
 * Chrome names structure elements after numbers of DOM nodes. They run on through the life of the browser, and nodes get
 * theirs in no certain order: elements are numbered from 1 in the order of reading instead, and the look-up tree is
 * written anew. The elements themselves are written with the structure.
 */
export function renumberNodes(file: PdfFile, tree: StructureTree): void {
  const names = new Map<string, { readonly name: string; readonly number: number }>();
  for (const { number, entries } of elementsOf(tree.root)) {
    const id = entries.get('ID');
    if (id !== undefined && !names.has(id))
      names.set(id, { name: `(node${String(names.size + 1).padStart(8, '0')})`, number });
  }
  const renamed = (text: string): string => text.replaceAll(nodeId, (id) => names.get(id)?.name ?? id);
  for (const { entries } of elementsOf(tree.root)) {
    for (const [key, value] of entries) {
      if (!value.includes('(node')) continue;
      if (key === 'ID') entries.set(key, renamed(value));
      else if (key !== 'Alt' && key !== 'ActualText' && key !== 'T')
        entries.set(key, value.replaceAll(nodeContext, renamed));
    }
  }
  writeLookUp(
    file,
    tree.number,
    [...names.values()].map(({ name, number }) => `${name} ${number} 0 R`),
  );
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
