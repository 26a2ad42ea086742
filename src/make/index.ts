export { artistIn } from './artist.ts';
export { build, type BuildOptions, type LessonDone } from './build.ts';
export { lessonSize, shardOf, type Durations } from './order.ts';
export type { BuiltLesson } from './build-lesson.ts';
export type { CheckSet } from './check.ts';
export { createMaker } from './thread-maker.ts';
export { phases, type Phase } from './phase.ts';
export { stoppedLesson, type StopReason } from './stopped.ts';
export type { LessonMaker } from './restore.ts';
export { buildCodes, buildDiagnostic } from './codes.ts';
export {
  lessonFolder,
  makeLesson,
  parseOne,
  templateFolders,
  type MadeLesson,
  type MakeOptions,
  type MakeResult,
} from './lesson.ts';
export { removeStale } from './stale.ts';
export { compareArtifacts, type Rebuilt } from './compare.ts';
export { mergedFiles, mergeManifests, type MergedFile, type Part } from './merge.ts';
export { readManifest, updateManifest, type Manifest, type ManifestLesson } from './manifest.ts';
export type { ArtifactRecord, LessonRecord, LessonSummary } from './record.ts';
export { Observer, sightingsOf, subjectOf, type Trace } from './trace.ts';
export type { MakerWorld, NewArtifact, OutputFolder, World, WriteResult } from './world.ts';
