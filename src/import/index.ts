export { importLesson, importReaders, readerFor, readerForBytes } from './import.ts';
export { UnreadableFile } from './model.ts';
