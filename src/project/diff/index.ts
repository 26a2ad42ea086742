export { compareVersions } from './diff.ts';
