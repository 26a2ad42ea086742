import { readDictionary } from '../dictionary.ts';
import { eachCode } from '../tags/fonts.ts';
import { markIn, nameIn } from '../tags/scan.ts';
import { readOperations, readStream, referenceIn, streamDictionary } from '../tags/streams.ts';
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

/** A font while its text is read. */
interface ShownFont {
  readonly digits: 2 | 4;
  readonly take: (code: number) => void;
}

/** What an open mark is. */
type Mark = 'artifact' | 'tag' | 'other';

class Reader {
  readonly #inspection: PaintedFile;
  readonly #named = new Map<number, Set<number>>();
  readonly #codes = new Map<number, Set<number>>();
  readonly #fonts = new Map<number | undefined, ShownFont>();
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
    let font: ShownFont = { digits: 4, take: () => undefined };
    let { isNamed } = stream;
    const { kinds } = operations;
    for (let i = 0; i < kinds.length; i++) {
      const kind = kinds[i];
      if (kind === 'show') {
        eachCode(operations, i, font.digits, font.take);
        if (!isNamed) this.#bare.push(operations.operatorOf(i));
      } else if (kind === 'mark' || kind === 'mark-end') {
        if (kind === 'mark') open.push(this.#begin(operations.operandsOf(i), stream.key, open));
        else open.pop();
        isNamed = stream.isNamed || open.some((mark) => mark !== 'other');
      } else if (kind === 'font') font = this.#font(referenceIn(fonts.get(nameIn(operations.operandsOf(i)))));
      else if (kind === 'draw') this.#draw(referenceIn(objects.get(nameIn(operations.operandsOf(i)))), isNamed);
      else if ((kind === 'paint' || kind === 'shade' || kind === 'picture') && !isNamed)
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

  #font(number: number | undefined): ShownFont {
    const known = this.#fonts.get(number);
    if (known) return known;
    const codes = new Set<number>();
    if (number !== undefined) this.#codes.set(number, codes);
    const head = number === undefined ? '' : this.#inspection.file.objects.get(number)?.toString('latin1', 0, 200);
    const font: ShownFont = {
      digits: number === undefined || head?.includes('/Type0') === true ? 4 : 2,
      take: (code) => codes.add(code),
    };
    this.#fonts.set(number, font);
    return font;
  }

  /** A picture, or a form: a stream of its own. */
  #draw(number: number | undefined, isNamed: boolean): void {
    const { file } = this.#inspection;
    if (number === undefined || !file.objects.has(number)) return;
    const dictionary = streamDictionary(file, number);
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
