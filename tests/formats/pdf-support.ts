import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Outcome, Span } from '../../src/base/index.ts';
import { success } from '../../src/base/index.ts';
import { printDeck, type PdfMetadata } from '../../src/formats/pdf/index.ts';
import type { BrowserPool, PixelSize } from '../../src/model/index.ts';

export interface PrintOptions extends PdfMetadata {
  readonly viewport?: PixelSize;
  /** Titles of the slides. */
  readonly titles?: readonly string[];
  readonly places?: readonly Span[];
  readonly timeout?: number;
}

const slideOf = (title: string, at: Span | undefined) => (at ? { title, at } : { title });

/** Loads a document and prints it as the PDF format does. */
export async function printPdf(
  pool: BrowserPool,
  html: string,
  { viewport, timeout, titles = [], places = [], ...metadata }: PrintOptions,
): Promise<Outcome<Uint8Array>> {
  const printed = await pool.run(
    'deck.pdf',
    async (page) => {
      const report = await page.load(html, viewport ? { viewport } : {});
      return printDeck(page, report, {
        file: 'deck.pdf',
        metadata,
        slides: titles.map((title, i) => slideOf(title, places[i])),
      });
    },
    timeout === undefined ? {} : { timeout },
  );
  if (!printed.ok) return printed;
  const { bytes, diagnostics } = printed.value();
  return success(bytes, diagnostics);
}

/** An entry of the outline, with its children. */
interface Entry {
  readonly title: string;
  readonly items: readonly Entry[];
}

/** A node of the structure tree: role and children; text appears as content ids only. */
interface StructNode {
  readonly role?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children?: readonly StructNode[];
}

/** What an independent reader (pdf.js) finds in a PDF. */
export interface PdfFacts {
  readonly pages: readonly {
    readonly width: number;
    readonly height: number;
    readonly text: string;
    readonly roles: readonly string[];
  }[];
  readonly outline: readonly Entry[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly xmp: string;
  readonly marked: boolean;
}

export async function inspectPdf(bytes: Uint8Array): Promise<PdfFacts> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const { info, metadata } = await document.getMetadata();
  const numbers = Array.from({ length: document.numPages }, (_, i) => i + 1);
  const facts: PdfFacts = {
    pages: await Promise.all(numbers.map((number) => inspectPage(document, number))),
    outline: (await document.getOutline()) ?? [],
    info: info as Record<string, unknown>,
    xmp: (metadata as { getRaw?(): string } | null)?.getRaw?.() ?? '',
    marked: ((await document.getMarkInfo()) as { Marked?: boolean } | null)?.Marked === true,
  };
  await task.destroy();
  return facts;
}

type Document = Awaited<ReturnType<typeof getDocument>['promise']>;

async function inspectPage(document: Document, number: number): Promise<PdfFacts['pages'][number]> {
  const page = await document.getPage(number);
  const [, , width = 0, height = 0] = page.view;
  const content = await page.getTextContent();
  const text = content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
  return {
    width,
    height,
    text: text.replaceAll(/\s+/g, ' ').trim(),
    roles: rolesOf((await page.getStructTree()) as StructNode | null),
  };
}

const rolesOf = (node: StructNode | null): readonly string[] =>
  node === null ? [] : [...(node.role === undefined ? [] : [node.role]), ...(node.children ?? []).flatMap(rolesOf)];
