export { slideLines } from './lines.ts';
