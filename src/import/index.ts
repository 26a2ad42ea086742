export { importLesson, importReaders, readerFor, type ImportedLesson } from './import.ts';
export { UnreadableFile } from './model.ts';
