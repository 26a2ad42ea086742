import { memo } from '../../../base/index.ts';
import { readDictionary, type PdfDictionary } from '../dictionary.ts';
import { objectText } from '../objects.ts';
import { pdfText } from '../tags/guard.ts';
import { isObjectKid } from '../tags/tree.ts';
import { when, type Inspection, type UaRule } from './inspection.ts';

interface Annotation {
  readonly number: number;
  readonly dictionary: PdfDictionary;
  readonly kind: string;
  /** Type of the element that holds it. */
  readonly parent: string | undefined;
}

/** Read once for all rules. */
const annotationsOf = memo((file: Inspection) => readAnnotations(file));

function readAnnotations({ file, pages, elems }: Inspection): readonly Annotation[] {
  const owned = new Map<number, string>();
  for (const { elem } of elems) for (const kid of elem.kids.filter(isObjectKid)) owned.set(kid.object, elem.type);
  return pages.flatMap(({ annotations }) =>
    annotations.map((number) => {
      const dictionary = readDictionary(objectText(file, number));
      return { number, dictionary, kind: dictionary.get('Subtype') ?? '', parent: owned.get(number) };
    }),
  );
}

/** Each annotation of some kinds is as it should be. */
const each = (
  id: string,
  says: string,
  { of, isRight }: { readonly of: (kind: string) => boolean; readonly isRight: (annotation: Annotation) => boolean },
): UaRule => ({
  id,
  says,
  find: (file) =>
    annotationsOf(file)
      .filter((annotation) => of(annotation.kind) && !isRight(annotation))
      .map(({ kind, number }) => `${kind.slice(1)} ${number}`),
});

const isLink = (kind: string): boolean => kind === '/Link';
const isField = (kind: string): boolean => kind === '/Widget';
const isPrinterMark = (kind: string): boolean => kind === '/PrinterMark';
const hasWords = ({ dictionary }: Annotation): boolean => pdfText(dictionary.get('Contents') ?? '()').trim() !== '';
const never = (): boolean => false;

/** Rules about links and other annotations. */
export const annotationRules: readonly UaRule[] = [
  each('7.18.1-1', 'Annotations stand in an element of their own.', {
    of: (kind) => !isLink(kind) && !isField(kind) && !isPrinterMark(kind),
    isRight: ({ parent }) => parent === 'Annot',
  }),
  each('7.18.1-2', 'Annotations say what they are.', { of: (kind) => !isField(kind), isRight: hasWords }),
  each('7.18.2-1', 'There are no marks for trapping.', { of: (kind) => kind === '/TrapNet', isRight: never }),
  {
    id: '7.18.3-1',
    says: 'The key Tab follows the structure.',
    find: ({ pages }) =>
      pages.flatMap(({ annotations, dictionary }, i) =>
        when(annotations.length > 0 && dictionary.get('Tabs') !== '/S', `page ${i + 1}`),
      ),
  },
  each('7.18.5-1', 'Links stand in a link element.', { of: isLink, isRight: ({ parent }) => parent === 'Link' }),
  each('7.18.5-2', 'Links say where they lead.', { of: isLink, isRight: hasWords }),
  each('7.18.8-1', 'Marks for printers are not in the structure.', {
    of: isPrinterMark,
    isRight: ({ parent }) => parent === undefined,
  }),
];
