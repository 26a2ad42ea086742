export { kitCodes } from './codes.ts';
export { Desk } from './desk.ts';
export { partsOf, type Part } from './parts.ts';
