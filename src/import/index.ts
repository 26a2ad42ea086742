export { importLesson, importReaders, readerFor, readerForBytes, type ImportedLesson } from './import.ts';
export { UnreadableFile } from './model.ts';
