export * from './types.ts';
export { coverageCodes } from './codes.ts';
export { coverageOf } from './coverage.ts';
export { checkSaid } from './check-said.ts';
export { checkCoverage, defaultMinimums } from './check.ts';
export { percent } from './share.ts';
export { leftOutList, readingLine } from './reading.ts';
export { acceptLock, lockFile, lockOf, readLock } from './lock.ts';
export type { Change } from './changes.ts';
export { checkLock, compareLock, type Review, type Staleness } from './stale.ts';
export { tellRenamed } from './renamed.ts';
export { relinks } from './relink.ts';
export {
  saidInDeck,
  saidOf,
  sayingNames,
  sayings,
  slideTexts,
  type FoundTerm,
  type Said,
  type Saying,
} from './said/index.ts';
export { likelyLanguage, Passages, termsOf, type Passage, type Term } from './said/index.ts';
