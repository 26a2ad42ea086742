export { importLesson, importReaders, readerFor, type ImportedLesson } from './import.ts';
