import type { Composition, Drawing } from '../model/index.ts';
import { pageWords } from '../parse/index.ts';
import type { DiagramWords } from '../wire/index.ts';

/** The fixed words of drawings in the language of this one. */
export const drawingWords = (drawing: Drawing, { words }: Composition): DiagramWords =>
  pageWords(drawing.words ?? words, 'diagram').words;
