export { importLesson, importReaders, readerFor, readerForBytes } from './import.ts';
export { UnreadableFile } from './model.ts';
export { encodeRecord, recordOf } from './onto/record.ts';
export type { SeenParagraph, SeenRun, SeenShape } from './onto/seen.ts';
export { readDeck, type SeenDeck } from './readers/pptx/deck.ts';
export { changesOf } from './onto/changes.ts';
export type { Change } from './onto/change.ts';
export type { Leaf } from './onto/leaves.ts';
export { asYaml, flow } from './escape.ts';
