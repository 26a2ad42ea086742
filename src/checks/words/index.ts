export { spellingCheck } from './spelling.ts';
