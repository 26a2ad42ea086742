import type JSZip from 'jszip';
import { asInline } from '../../escape.ts';
import { UnreadableFile, type Imported, type ImportedAsset, type Loss, type LossKind } from '../../model.ts';
import { openZip } from '../zip.ts';
import { assembled } from './assemble.ts';
import { codeBlock } from './code.ts';
import { chartMarkdown, tableMarkdown } from './data.ts';
import { diagramText } from './diagram.ts';
import { identityOf, placeOf, readPart, related, sizeOf, slidesOf, type Part } from './package.ts';
import { runningShapes, wordsOf, type Running } from './running.ts';
import { blockOf, paragraphsOf } from './text.ts';
import { titleShape } from './title.ts';
import { all, child, first, type XmlNode } from './tree.ts';

const shown = /\.(png|jpe?g|gif|svg|webp)$/i;

/** Reads the slides of a presentation as sections of Markdown, each with its notes. */
export async function readPresentation(bytes: Uint8Array): Promise<Imported> {
  const zip = await openZip(bytes);
  const slides = await slidesOf(zip);
  if (slides.length === 0) throw new UnreadableFile('it holds no slides');
  const reader = new PresentationReader(zip, runningShapes(slides, await sizeOf(zip)));
  for (const slide of slides) await reader.take(slide);
  const core = await readPart(zip, 'docProps/core.xml');
  return reader.finish(langOf(slides), titleIn(core));
}

/** The language of most of the runs. */
function langOf(slides: readonly Part[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { root } of slides)
    for (const run of all(root, 'a:rpr')) {
      const lang = run.attributes.get('lang');
      if (lang !== undefined && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(lang))
        counts.set(lang, (counts.get(lang) ?? 0) + 1);
    }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

const titleIn = (core: Part | undefined): string | undefined => {
  const title = first(core?.root, 'dc:title');
  const text =
    title && core
      ? core.xml
          .slice(title.start, title.end)
          .replace(/<[^>]{0,200}>/g, '')
          .trim()
      : '';
  return text === '' || text === 'PowerPoint Presentation' ? undefined : text;
};

class PresentationReader {
  readonly #zip: JSZip;
  /** Texts that stand on every slide. */
  readonly #running: ReadonlyMap<XmlNode, Running>;
  /** What of them has been told. */
  readonly #told = { header: new Set<string>(), footer: new Set<string>(), number: new Set<string>() };
  readonly #sections: string[] = [];
  readonly #assets: ImportedAsset[] = [];
  readonly #paths = new Map<string, string>();
  readonly #losses: Loss[] = [];
  #title = '';
  /** Title of the first slide: what a file says of itself is often that of the file it was copied from. */
  #first = '';
  #number = 0;

  constructor(zip: JSZip, running: ReadonlyMap<XmlNode, Running>) {
    this.#zip = zip;
    this.#running = running;
  }

  finish(lang: string | undefined, own: string | undefined): Imported {
    const title = (this.#first || own) ?? (this.#title || undefined);
    return {
      markdown: `${this.#sections.join('\n\n')}\n`,
      ...(title !== undefined && { title }),
      ...(lang !== undefined && { lang }),
      isDeck: true,
      assets: this.#assets,
      losses: [...this.#losses, ...this.#runningLosses()],
    };
  }

  /** Heads and feet of the slides, each once. */
  #runningLosses(): readonly Loss[] {
    return (['header', 'footer'] as const).flatMap((kind) => {
      const texts = [...this.#told[kind]].filter((text) => text !== '');
      return texts.length === 0 ? [] : [{ kind, of: [texts.join('; ')] }];
    });
  }

  async take(slide: Part): Promise<void> {
    this.#number += 1;
    const tree = first(slide.root, 'p:sptree');
    const title = titleShape(tree, this.#running);
    const said = title ? paragraphsOf(child(title, 'p:txbody'), slide) : [];
    const own = said.map(({ plain }) => plain).join(' ');
    const name = own || this.#title || String(this.#number);
    this.#title ||= own;
    if (this.#number === 1) this.#first = own;
    const blocks: string[] = [];
    for (const shape of tree?.children ?? [])
      if (shape !== title) blocks.push(...(await this.#shape(shape, slide, name)));
    if (first(slide.root, 'p:sld')?.attributes.get('show') === '0') this.#lose('hidden-slide', name);
    const notes = await this.#notes(slide);
    if ([...slide.targets.values()].some(({ kind }) => kind === 'comments')) this.#lose('comments', name);
    const parts = [`## ${asInline(name)}`, ...assembled(blocks), notes === '' ? '' : `::: notes\n\n${notes}\n\n:::`];
    this.#sections.push(parts.filter((part) => part.trim() !== '').join('\n\n'));
  }

  /** Says what was lost, with the slide. */
  #lose(kind: LossKind, name: string): void {
    this.#losses.push({ kind, of: [`${this.#number}. ${name}`] });
  }

  async #shape(shape: XmlNode, slide: Part, name: string): Promise<readonly string[]> {
    switch (shape.name) {
      case 'p:sp': {
        const running = this.#running.get(shape);
        if (!running) return [codeBlock(shape) ?? textOf(shape, slide)];
        this.#told[running].add(wordsOf(shape));
        return [];
      }
      case 'p:pic':
        return this.#picture(shape, slide);
      case 'p:graphicframe':
        return this.#frame(shape, slide, name);
      case 'p:grpsp':
      case 'mc:alternatecontent':
      case 'mc:choice': {
        const found: string[] = [];
        for (const one of shape.children) found.push(...(await this.#shape(one, slide, name)));
        return found;
      }
      default:
        return [];
    }
  }

  async #picture(shape: XmlNode, slide: Part): Promise<readonly string[]> {
    // Ornament of the layout says nothing.
    if (first(shape.children[0], 'adec:decorative')) return [];
    if (first(shape, 'a:videofile') ?? first(shape, 'a:audiofile')) {
      this.#lose('picture-media', `${this.#number}`);
      return [];
    }
    const ids = [first(shape, 'asvg:svgblip'), first(shape, 'a:blip')].map((blip) => blip?.attributes.get('r:embed'));
    const path = ids.map((id) => slide.targets.get(id ?? '')).find((target) => target?.isOutside === false)?.path;
    if (path === undefined) return [];
    const own = await this.#asset(path);
    return own === undefined ? [] : [`![${asInline(identityOf(shape).alt)}](${own})`];
  }

  async #asset(path: string): Promise<string | undefined> {
    const known = this.#paths.get(path);
    if (known !== undefined) return known;
    const ending = shown.exec(path)?.[1]?.toLowerCase().replace('jpeg', 'jpg');
    const bytes = await this.#zip.file(path)?.async('uint8array');
    if (ending === undefined || bytes === undefined) {
      this.#losses.push({
        kind: bytes === undefined ? 'picture-missing' : 'picture-kind',
        of: [`${this.#number}. ${path}`],
      });
      return undefined;
    }
    const own = `images/picture-${this.#assets.length + 1}.${ending}`;
    this.#assets.push({ path: own, bytes });
    this.#paths.set(path, own);
    return own;
  }

  async #frame(frame: XmlNode, slide: Part, name: string): Promise<readonly string[]> {
    const table = first(frame, 'a:tbl');
    if (table) return [tableMarkdown(table, slide)];
    const chart = first(frame, 'c:chart');
    const path = slide.targets.get(chart?.attributes.get('r:id') ?? '')?.path;
    if (chart && path !== undefined) {
      const part = await readPart(this.#zip, path);
      const data = part ? chartMarkdown(part.root, identityOf(frame).alt) : '';
      if (data === '') this.#lose('chart', name);
      return [data];
    }
    const diagram = first(frame, 'dgm:relids');
    const list = diagram ? await this.#diagram(diagram, slide) : '';
    this.#lose(list !== '' ? 'smartart-text' : diagram ? 'smartart' : 'object', name);
    return [list];
  }

  async #diagram(diagram: XmlNode, slide: Part): Promise<string> {
    const path = slide.targets.get(diagram.attributes.get('r:dm') ?? '')?.path;
    const part = path === undefined ? undefined : await readPart(this.#zip, path);
    return part ? diagramText(part) : '';
  }

  async #notes(slide: Part): Promise<string> {
    const path = related(slide, 'notesSlide');
    const notes = path === undefined ? undefined : await readPart(this.#zip, path);
    const body = all(notes?.root, 'p:sp').find((shape) => placeOf(shape) === 'body');
    return notes ? blockOf(paragraphsOf(child(body, 'p:txbody'), notes), false) : '';
  }
}

/** The text of a shape; places for text are lists unless they say otherwise. */
function textOf(shape: XmlNode, slide: Part): string {
  const place = placeOf(shape);
  const paragraphs = paragraphsOf(child(shape, 'p:txbody'), slide);
  const isListed = (place === 'body' || place === 'obj') && paragraphs.length > 1;
  return blockOf(paragraphs, isListed);
}
