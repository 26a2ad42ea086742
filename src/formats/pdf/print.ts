import { failure, success, type Diagnostic, type Outcome, type Span } from '../../base/index.ts';
import type { BrowserPool, LoadReport, PixelSize } from '../../model/index.ts';
import { diagnostic } from './codes.ts';
import { finishPdf, type FinishedPdf, type PdfMetadata } from './finish.ts';
import { PdfFormatError } from './objects.ts';

export interface PrintOptions extends PdfMetadata {
  /** Names the document in diagnostics: `output/x/deck.pdf`. */
  readonly label: string;
  /** Size of the page in CSS pixels, for layout before printing; the printed size comes from `@page`. */
  readonly viewport?: PixelSize;
  /** Place for diagnostics about the document as a whole. */
  readonly at?: Span;
  /** Milliseconds for one try. */
  readonly timeout?: number;
}

/**
 * Prints a self-contained HTML document to PDF: page size from `@page`, tagged, with an outline from the headings, the
 * same bytes for the same document. The document's script does not run and every request but `data:` is refused.
 * Pictures and fonts that failed, and refused requests, are warnings.
 */
export async function printPdf(pool: BrowserPool, html: string, options: PrintOptions): Promise<Outcome<FinishedPdf>> {
  const { label, viewport, timeout } = options;
  const printed = await pool.run(
    label,
    async (page) => {
      const report = await page.load(html, viewport ? { viewport } : {});
      return { report, bytes: await page.print() };
    },
    timeout === undefined ? {} : { timeout },
  );
  if (!printed.ok) return failure(printed.diagnostics);
  const { report, bytes } = printed.value;
  const findings = describe(report, options);
  try {
    return success(finishPdf(bytes, options), findings);
  } catch (error) {
    if (!(error instanceof PdfFormatError)) throw error;
    const message = `${label}: the browser's PDF could not be completed (${error.message}).`;
    return success({ bytes, pages: 0 }, [...findings, diagnostic('pdf/unfinished', message)]);
  }
}

function describe(report: LoadReport, { label, at }: PrintOptions): readonly Diagnostic[] {
  const place = at ? { at } : {};
  return [
    ...report.brokenImages.map((image) =>
      diagnostic('pdf/image-broken', `${label}: the picture "${image}" could not be decoded.`, place),
    ),
    ...report.failedFonts.map((font) =>
      diagnostic('pdf/font-failed', `${label}: the font "${font}" did not load.`, place),
    ),
    ...report.refused.map((url) =>
      diagnostic('pdf/request-refused', `${label}: the request for ${url} was refused.`, place),
    ),
  ];
}

/**
 * The date that a reproducible document bears: `SOURCE_DATE_EPOCH` (seconds, reproducible-builds.org) when it is set,
 * else midnight UTC of the lesson's own date, else none.
 */
export function documentDate(lessonDate: string | undefined, sourceDateEpoch: string | undefined): Date | undefined {
  const seconds =
    sourceDateEpoch === undefined || !/^\d{1,12}$/.test(sourceDateEpoch) ? undefined : Number(sourceDateEpoch);
  const date = seconds === undefined ? new Date(`${lessonDate ?? ''}T00:00:00Z`) : new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 ? undefined : date;
}
