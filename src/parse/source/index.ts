export { introId, parseSource } from './parse.ts';
export { splitSentences } from './sentences.ts';
