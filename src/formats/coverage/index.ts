export { coverageHtml } from './page.ts';
export { coverageJson } from './json.ts';
export type { CoverageExtras } from './view.ts';
