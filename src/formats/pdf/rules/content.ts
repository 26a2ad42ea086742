import { readArray, readDictionary } from '../dictionary.ts';
import { isStream, objectText } from '../objects.ts';
import { keyOf } from '../tags/tree.ts';
import { referenceIn, referencesIn } from '../tags/streams.ts';
import { isMark, isObjectKid } from '../tags/tree.ts';
import { when, type Inspection, type UaRule } from './inspection.ts';

/**
 * Readers look up a mark in the parent tree, from the page to the structure; it must lead to the element that names the
 * mark. A mark that leads nowhere is as good as none.
 */
function lostMarks({ file, tree, elems }: Inspection): readonly string[] {
  if (!tree) return [];
  const parents = referenceIn(readDictionary(objectText(file, tree.number)).get('ParentTree'));
  if (parents === undefined) return ['no parent tree'];
  const entries = numberTree(file, parents);
  return elems.flatMap(({ elem }) =>
    elem.kids.flatMap((kid) => {
      if (isMark(kid)) {
        const list = entries.get(keyOf(file, kid.form ?? kid.page, 'StructParents')) ?? [];
        return when(list[kid.mark] !== elem.number, `mark ${kid.mark} of ${elem.type}`);
      }
      if (!isObjectKid(kid)) return [];
      return when(entries.get(keyOf(file, kid.object, 'StructParent'))?.[0] !== elem.number, `object ${kid.object}`);
    }),
  );
}

/** The lists of element numbers in a number tree: the n-th is that of mark n; 0 stands for none. */
function numberTree(file: Inspection['file'], number: number): ReadonlyMap<number, readonly number[]> {
  const dictionary = readDictionary(objectText(file, number));
  const kids = referencesIn(dictionary.get('Kids')).flatMap((kid) => [...numberTree(file, kid)]);
  const nums = readArray(dictionary.get('Nums') ?? '[]');
  const own = nums.flatMap((key, i): [number, readonly number[]][] =>
    i % 2 === 1 ? [] : [[Number(key), listIn(file, nums[i + 1] ?? '')]],
  );
  return new Map([...kids, ...own]);
}

/** The list of a page, here or where a reference leads, or the element of an annotation. */
function listIn(file: Inspection['file'], value: string): readonly number[] {
  const reference = referenceIn(value);
  const text = reference === undefined ? value : objectText(file, reference);
  return text.startsWith('[') ? readArray(text).map((item) => referenceIn(item) ?? 0) : [reference ?? 0];
}

const hasReference = ({ file }: Inspection): boolean =>
  [...file.objects.values()].some((object) => {
    if (!isStream(object)) return false;
    const head = object.toString('latin1', 0, 2000);
    return head.includes('/Subtype /Form') && /\/Ref\s*<</.test(head);
  });

/** Rules about what pages paint. */
export const contentRules: readonly UaRule[] = [
  {
    id: '7.1-1',
    says: 'No artifact stands in what the structure names.',
    find: ({ painted }) => when(painted.artifactsInTags > 0, String(painted.artifactsInTags)),
  },
  {
    id: '7.1-2',
    says: 'Nothing that the structure names stands in an artifact.',
    find: ({ painted }) => when(painted.tagsInArtifacts > 0, String(painted.tagsInArtifacts)),
  },
  {
    id: '7.1-3',
    says: 'Everything painted is an artifact or named by the structure.',
    find: (file) => [...file.painted.bare, ...lostMarks(file)],
  },
  { id: '7.20-1', says: 'Nothing is painted from another file.', find: (file) => when(hasReference(file), '/Ref') },
  {
    id: '7.20-2',
    says: 'A form that the structure names is drawn once.',
    find: ({ painted }) => [...painted.forms].filter(([, times]) => times > 1).map(([number]) => `form ${number}`),
  },
];
