export { chaptersOf, webVtt, youTube } from './chapters.ts';
export { lectureCodes, diagnostic as lectureDiagnostic } from './codes.ts';
export { inkedDeck } from './ink.ts';
export { newMinutes } from './minutes.ts';
export { readLecture } from './read.ts';
