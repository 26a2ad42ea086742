export { kitCodes } from './codes.ts';
export { Desk } from './desk.ts';
export { embedded, mathDesk } from './math-desk.ts';
export { partsOf, type Part } from './parts.ts';
export { zipped, zipTime } from './zip.ts';
export { studentDeck } from './deck.ts';
export { selfTest } from './self-test.ts';
