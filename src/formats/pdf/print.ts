import type { Diagnostic, Span } from '../../base/index.ts';
import type { BrowserPage, LoadReport } from '../../model/index.ts';
import type { Unfinished } from '../format.ts';
import { diagnostic } from './codes.ts';
import { finishPdf } from './finish.ts';
import type { PdfMetadata } from './metadata.ts';
import { PdfFormatError } from './objects.ts';
import { formulaMark, prepareTags, readSlides, undoTags, type TagFlaw } from './tags/index.ts';

/** A deck that is printed. */
export interface PrintJob {
  /** Name of the file, for findings. */
  readonly file: string;
  readonly metadata: PdfMetadata;
  /** Title and place of the slide on each page; absent in a document, whose text runs on from page to page. */
  readonly slides?: readonly { readonly title: string; readonly at?: Span }[];
  /** Place for findings about the document as a whole. */
  readonly at?: Span;
}

/**
 * Prints the document that a page has loaded: page size from `@page`, tagged, with an outline from the headings, the same
 * bytes for the same document. Pictures and fonts that failed, refused requests, and what keeps the file from saying that
 * it is accessible are findings; a file in a form that is not known is delivered as it was printed. The page is needed
 * for the printing only: the rest is for whoever asked, when the page has been given back.
 */
export async function printDeck(
  page: BrowserPage,
  report: LoadReport | Promise<LoadReport>,
  job: PrintJob,
): Promise<Unfinished> {
  const [, slides, printed] = await Promise.all([
    page.evaluate(prepareTags, formulaMark),
    page.evaluate(readSlides),
    page.print(),
    // Other tasks of this document find it as it was.
    page.evaluate(undoTags),
  ]);
  const findings = describe(await report, job);
  return () => {
    try {
      const titles = job.slides ? { titles: job.slides.map(({ title }) => title) } : {};
      const { bytes, flaws } = finishPdf(printed, job.metadata, { slides, ...titles });
      return { bytes, diagnostics: [...findings, ...describeFlaws(flaws, job)] };
    } catch (error) {
      if (!(error instanceof PdfFormatError)) throw error;
      const message = `${job.file} is as the browser printed it: it could not be completed (${error.message})`;
      return { bytes: printed, diagnostics: [...findings, diagnostic('pdf/unfinished', message, placeOf(job.at))] };
    }
  };
}

const placeOf = (at: Span | undefined): { readonly at?: Span } => (at ? { at } : {});

function describe(report: LoadReport, { file, at }: PrintJob): readonly Diagnostic[] {
  const place = placeOf(at);
  return [
    ...report.brokenImages.map((image) =>
      diagnostic('pdf/image-broken', `The picture "${image}" could not be decoded for ${file}`, place),
    ),
    ...report.failedFonts.map((font) =>
      diagnostic('pdf/font-failed', `The font "${font}" did not load for ${file}`, place),
    ),
    ...report.refused.map((url) =>
      diagnostic('pdf/request-refused', `The request for ${url} was refused while ${file} was made`, place),
    ),
  ];
}

/** What a screen reader would miss, in words; `part` is what the finding is about, a slide or a document. */
const losses: Readonly<Record<TagFlaw['kind'], (detail: string, part: string) => string>> = {
  'lost-text': (detail, part) => `text of this ${part} is not in the structure of the PDF, from “${detail}”`,
  'extra-text': (detail, part) => `the structure of the PDF says something that the ${part} does not, from “${detail}”`,
  'missing-glyph': (detail, part) =>
    `a character of this ${part} is in none of its fonts${detail === '' ? '' : `, in “${detail}”`}`,
  'unnamed-picture': (_, part) => `a picture in this ${part} does not say what it shows`,
  'page-count': (detail) => `its pages are not the slides (${detail})`,
  rule: (detail) => `it breaks the rule ${detail}`,
  'no-structure': () => 'the browser wrote a PDF without structure',
};

function describeFlaws(flaws: readonly TagFlaw[], job: PrintJob): readonly Diagnostic[] {
  return flaws.map(({ slide, kind, detail }) => {
    const at = slide === undefined ? job.at : (job.slides?.[slide]?.at ?? job.at);
    return diagnostic(
      'pdf/not-accessible',
      `${job.file} makes no claim to be accessible: ${losses[kind](detail, job.slides ? 'slide' : 'document')}`,
      placeOf(at),
    );
  });
}
