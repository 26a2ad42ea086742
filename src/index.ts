/**
 * Lectern as a library: opens a folder with lessons and gives what is made of it, and found in it, as data.
 *
 * @packageDocumentation
 */
export { openProject } from './project/library.ts';
export type {
  BuildOptions,
  BuildResult,
  BuiltArtifact,
  BuiltLesson,
  CheckOptions,
  CoveredStatement,
  CoverageResult,
  Edition,
  Finding,
  LessonCoverage,
  Project,
  ProjectOptions,
  Result,
  RunOptions,
  Watching,
  WatchOptions,
} from './project/api.ts';
