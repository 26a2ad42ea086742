export * from './types.ts';
export { coverageCodes } from './codes.ts';
export { coverageOf } from './coverage.ts';
export { checkSaid } from './check-said.ts';
export { checkCoverage, defaultMinimums } from './check.ts';
export { percent } from './share.ts';
export { leftOutList, readingLine, type PartNames } from './reading.ts';
export { acceptLock, lockFile, lockOf, readLock, type Lock, type LockedStatement } from './lock.ts';
export type { Change, ChangeKind } from './changes.ts';
export { checkLock, compareLock, type Review, type Staleness } from './stale.ts';
export { tellRenamed } from './renamed.ts';
export { relinks, type RelinkOptions } from './relink.ts';
export type { Carrier, CarrierKind } from './carriers.ts';
export {
  saidOf,
  sayingNames,
  sayings,
  slideTexts,
  type FoundTerm,
  type Said,
  type Saying,
  type SlideTexts,
} from './said/index.ts';
export { likelyLanguage, Passages, termsOf, type Passage } from './said/index.ts';
