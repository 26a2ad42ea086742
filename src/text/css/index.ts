export { fontRules, type FontRule } from './fonts.ts';
export {
  cleanDeclarations,
  cleanSheet,
  settledSheet,
  type CleanSheet,
  type CssFlaw,
  type SheetPolicy,
} from './sheet.ts';
export { untaggingDeclarations } from './untagged.ts';
export { cssLimits } from './limits.ts';
export { harmlessAtRules } from './functions.ts';
export { prefixSelectors } from './selector.ts';
export { cleanValue, unescapeCss, type ValuePolicy } from './value.ts';
export { sectionLengths, sectionProperties } from './lengths.ts';
export { rulesOf } from './rules.ts';
