import { failure, isObject, lineWithin, success, type Outcome, type Span } from '../base/index.ts';
import { decodeUtf8, type Composition, type Drawing, type Files, type MermaidArtist } from '../model/index.ts';
import type { Diagram, MermaidOptions } from './diagrams/index.ts';
import { drawingWords } from './drawing-words.ts';

/**
 * Draws all Mermaid diagrams of a deck at once, so that they share one page.
 * @param artist what draws them; without it each is a finding
 * @returns what became of each, by the path of its drawing
 */
export async function mermaidDrawings(
  composition: Composition,
  files: Files,
  artist: MermaidArtist | undefined,
): Promise<ReadonlyMap<string, Outcome<Diagram>>> {
  const wanted = composition.drawings.filter(({ kind }) => kind === 'mermaid');
  if (wanted.length === 0) return new Map();
  const { mermaidOrder, finishMermaid } = await import('./diagrams/index.ts');
  const jobs = wanted.map((drawing) => {
    const options = optionsFor(drawing, composition, files);
    return { drawing, options, order: mermaidOrder(textOf(drawing), options) };
  });
  const orders = jobs.flatMap(({ order }) => (order.ok ? [order.value] : []));
  const answers = await drawAll(orders, composition, files, artist);
  const drawn = answers.ok ? answers.value.values() : undefined;
  return new Map(
    jobs.map(({ drawing, options, order }): readonly [string, Outcome<Diagram>] => {
      if (!order.ok) return [drawing.path, order];
      const answer = drawn?.next().value;
      if (answer) return [drawing.path, finishMermaid(answer, options)];
      const place = { at: drawing.places.value('/diagram') };
      return [drawing.path, failure(answers.diagnostics.map((found) => ({ ...place, ...found })))];
    }),
  );
}

async function drawAll(
  orders: Parameters<MermaidArtist['draw']>[0],
  composition: Composition,
  files: Files,
  artist: MermaidArtist | undefined,
): ReturnType<MermaidArtist['draw']> {
  if (orders.length === 0) return success([]);
  if (!artist) {
    const { diagramProblem } = await import('./diagrams/codes.ts');
    return failure([diagramProblem('diagram/not-drawn', 'there is no browser to draw Mermaid diagrams with')]);
  }
  const { mermaidFonts } = await import('./mermaid-fonts.ts');
  const texts = orders.map(({ attempts }) => attempts[0]?.text ?? '');
  return artist.draw(orders, mermaidFonts(composition, files, texts));
}

const textOf = ({ data }: Drawing): string => (isObject(data) && typeof data.diagram === 'string' ? data.diagram : '');

function optionsFor(drawing: Drawing, composition: Composition, files: Files): MermaidOptions {
  const { path, width, height, title, alt, steps, places, lang = composition.lang } = drawing;
  return {
    id: path.replace(/^assets\/|\.svg$/g, ''),
    ...{ width, height, lang, title, alt, steps, evidence: composition.evidence },
    words: drawingWords(drawing, composition),
    at: (pointer) => places.value(pointer),
    ...(drawing.share && { share: drawing.share }),
    lineAt: (line) => lineIn(files, places.value('/diagram'), textOf(drawing), line),
  };
}

/** The place of a line that Mermaid names: it counts without front matter, comments and the blank lines before the first. */
function lineIn(files: Files, whole: Span, text: string, line: number): Span | undefined {
  const read = files.read(whole.file);
  const source = read.ok ? decodeUtf8(read.bytes) : undefined;
  return source === undefined ? undefined : lineWithin(source, whole, text, writtenLine(text, line));
}

function writtenLine(text: string, line: number): number {
  const lines = text.split('\n');
  const front = /^\s*---[ \t]*\n[^]*?\n[ \t]*---[ \t]*(?=\n)/.exec(text)?.[0].split('\n').length ?? 0;
  const left = lines.flatMap((words, i) => (i < front || words.trimStart().startsWith('%%') ? [] : [i]));
  const first = left.findIndex((i) => (lines[i] ?? '').trim() !== '');
  return (left[Math.max(0, first) + line - 1] ?? line - 1) + 1;
}
