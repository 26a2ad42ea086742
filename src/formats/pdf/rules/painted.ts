import { memo } from '../../../base/index.ts';
import { readDictionary } from '../dictionary.ts';
import { codesIn } from '../tags/fonts.ts';
import { markIn, nameIn } from '../tags/scan.ts';
import { readOperations, readStream, referenceIn } from '../tags/streams.ts';
import { isMark } from '../tags/tree.ts';
import type { PaintedFile } from './parts.ts';

/** What all pages paint, and under which marks. */
export interface Painted {
  /** Painted outside every artifact and every mark that the structure names. */
  readonly bare: readonly string[];
  /** Artifacts inside a mark that the structure names. */
  readonly artifactsInTags: number;
  /** Marks that the structure names inside an artifact. */
  readonly tagsInArtifacts: number;
  /** Codes that text shows, by the object number of the font. */
  readonly codes: ReadonlyMap<number, ReadonlySet<number>>;
  /** How often each form that holds marks is drawn. */
  readonly forms: ReadonlyMap<number, number>;
}

/** Reads every stream that a page paints. */
export function readPainted(inspection: PaintedFile): Painted {
  return new Reader(inspection).read();
}

interface Stream {
  /** Object number of the stream. */
  readonly number: number;
  /** Object number of the page or form that the structure names with its marks. */
  readonly key: number;
  readonly resources: string;
  /** Whether it is drawn where everything is already named. */
  readonly isNamed: boolean;
}

/** What an open mark is. */
type Mark = 'artifact' | 'tag' | 'other';

class Reader {
  readonly #inspection: PaintedFile;
  readonly #named = new Map<number, Set<number>>();
  readonly #codes = new Map<number, Set<number>>();
  readonly #forms = new Map<number, number>();
  readonly #seen = new Set<string>();
  readonly #bare: string[] = [];
  #artifactsInTags = 0;
  #tagsInArtifacts = 0;

  constructor(inspection: PaintedFile) {
    this.#inspection = inspection;
    for (const { elem } of inspection.elems) {
      for (const kid of elem.kids.filter(isMark)) {
        const key = kid.form ?? kid.page;
        this.#named.set(key, (this.#named.get(key) ?? new Set()).add(kid.mark));
      }
    }
  }

  read(): Painted {
    for (const { number, dictionary } of this.#inspection.pages) {
      const stream = referenceIn(dictionary.get('Contents'));
      const resources = dictionary.get('Resources') ?? '<<>>';
      if (stream !== undefined) this.#walk({ number: stream, key: number, resources, isNamed: false });
    }
    return {
      bare: this.#bare,
      artifactsInTags: this.#artifactsInTags,
      tagsInArtifacts: this.#tagsInArtifacts,
      codes: this.#codes,
      forms: this.#forms,
    };
  }

  #walk(stream: Stream): void {
    const operations = readOperations(this.#inspection.file, stream.number);
    const resources = readDictionary(stream.resources);
    const fonts = readDictionary(resources.get('Font') ?? '<<>>');
    const objects = readDictionary(resources.get('XObject') ?? '<<>>');
    const open: Mark[] = [];
    let codes = new Set<number>();
    let digits: 2 | 4 = 4;
    const isNamed = (): boolean => stream.isNamed || open.some((mark) => mark !== 'other');
    for (const [i, kind] of operations.kinds.entries()) {
      const operands = (): string => operations.operandsOf(i);
      if (kind === 'mark') open.push(this.#begin(operands(), stream.key, open));
      else if (kind === 'mark-end') open.pop();
      else if (kind === 'font') [codes, digits] = this.#font(referenceIn(fonts.get(nameIn(operands()))));
      else if (kind === 'show') {
        for (const code of codesIn(operands(), digits)) codes.add(code);
        if (!isNamed()) this.#bare.push(operations.operatorOf(i));
      } else if (kind === 'draw') this.#draw(referenceIn(objects.get(nameIn(operands()))), isNamed());
      else if ((kind === 'paint' || kind === 'shade' || kind === 'picture') && !isNamed())
        this.#bare.push(operations.operatorOf(i));
    }
  }

  #begin(operands: string, key: number, open: readonly Mark[]): Mark {
    const id = markIn(operands);
    const isTag = id !== undefined && this.#named.get(key)?.has(id) === true;
    const isArtifact = operands.trimStart().startsWith('/Artifact');
    if (isArtifact && open.includes('tag')) this.#artifactsInTags++;
    if (isTag && open.includes('artifact')) this.#tagsInArtifacts++;
    return isArtifact ? 'artifact' : isTag ? 'tag' : 'other';
  }

  #font(number: number | undefined): [Set<number>, 2 | 4] {
    if (number === undefined) return [new Set(), 4];
    const codes = this.#codes.get(number) ?? new Set<number>();
    this.#codes.set(number, codes);
    const head = this.#inspection.file.objects.get(number)?.toString('latin1', 0, 200) ?? '';
    return [codes, head.includes('/Type0') ? 4 : 2];
  }

  /** A picture, or a form: a stream of its own. */
  #draw(number: number | undefined, isNamed: boolean): void {
    const { file } = this.#inspection;
    const object = number === undefined ? undefined : file.objects.get(number);
    if (number === undefined || !object) return;
    const dictionary = dictionaryOf(object);
    if (dictionary.get('Subtype') !== '/Form') {
      if (!isNamed) this.#bare.push('Do');
      return;
    }
    if (readStream(file, number).text.includes('/MCID')) this.#forms.set(number, (this.#forms.get(number) ?? 0) + 1);
    const once = `${number} ${isNamed}`;
    if (this.#seen.has(once)) return;
    this.#seen.add(once);
    this.#walk({ number, key: number, resources: dictionary.get('Resources') ?? '<<>>', isNamed });
  }
}

/** The dictionary of a stream, read once: a form may be drawn on every page. */
const dictionaryOf = memo((object: Buffer) => {
  const head = object.toString('latin1', 0, Math.max(0, object.indexOf('stream\n')));
  return readDictionary(head.slice(head.indexOf('obj') + 3) || '<<>>');
});
