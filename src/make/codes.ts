import { defineCodes } from '../base/index.ts';

export const { table: buildCodes, diagnostic: buildDiagnostic } = defineCodes({
  'build/unknown-lesson': {
    severity: 'error',
    summary: 'There is no lesson with this id.',
    why: 'Nothing can be built.',
    mend: 'Use the name of a folder under lessons/ that holds a lesson.yaml.',
  },
  'build/no-lessons': {
    severity: 'error',
    summary: 'The project has no lessons.',
    why: 'Nothing can be built.',
    mend: 'Run `lectern new ID`, or go to the folder that holds lessons/.',
  },
  'build/no-questions': {
    severity: 'warning',
    summary: 'A deck of the questions was asked for (`--only questions`), and the lesson asks none.',
    why: 'A deck without slides helps nobody, so none is made.',
    mend: 'Write questions under `quiz:`, or build the lesson without --only.',
  },
  'build/crashed': {
    severity: 'error',
    summary: 'Lectern itself failed while it made this lesson.',
    why: 'This is a bug in Lectern. The other lessons are not affected.',
    mend: 'Report it with the message and the outline.',
  },
  'build/refused': {
    severity: 'error',
    summary: 'The operating system refused something while this lesson was made.',
    why: 'Too many files may be open, the disk full or memory short. The other lessons are not affected.',
    mend: 'Raise the limit that the message names (`ulimit -n` for files) or build with fewer --jobs; then build again.',
  },
  'build/no-mermaid': {
    severity: 'error',
    summary: 'The part of Lectern that draws Mermaid diagrams is missing from this installation.',
    why: 'The bundler leaves it beside the code; without it the slide would show no diagram.',
    mend: 'Install Lectern again; from its sources: run `npm run build` in the folder of Lectern.',
  },
  'build/too-slow': {
    severity: 'error',
    summary: 'Work on this lesson was stopped because it took longer than a lesson may.',
    why: 'Something in it may never end, such as a pattern, a chart or a list that grows without bound. The other lessons are not affected.',
    mend: 'Take out what was added last until it builds; if the lesson is sound and just large, allow more with --time-limit.',
  },
  'build/too-much-memory': {
    severity: 'error',
    summary: 'Work on this lesson was stopped because it needed more memory than a lesson may.',
    why: 'It would have slowed down or stopped everything else on this machine. The other lessons are not affected.',
    mend: 'Split the lesson or its longest text or table; if it is sound and just large, allow more with --memory-limit.',
  },
  'merge/no-manifest': {
    severity: 'error',
    summary: 'A folder to be merged is no output folder of Lectern.',
    why: 'Without a manifest nothing tells which files belong to which lesson.',
    mend: 'Name folders that `lectern build --out FOLDER` has written.',
  },
  'merge/other-tools': {
    severity: 'error',
    summary: 'The folders to be merged were made by different versions of Lectern or of the browser.',
    why: 'Lessons would not look alike, and a rebuild would change some of them.',
    mend: 'Build all shards with the same package-lock.json and the same --browser.',
  },
  'merge/conflict': {
    severity: 'error',
    summary: 'Two folders hold different states of the same lesson.',
    why: 'One would silently overwrite the other.',
    mend: 'Build all shards from the same commit, with the same options.',
  },
  'merge/damaged': {
    severity: 'error',
    summary: 'A file is missing or is not what its manifest lists.',
    why: 'It was changed or lost after it was built, for example on its way between machines.',
    mend: 'Fetch the folder once more, or build the shard again.',
  },
  'verify/no-manifest': {
    severity: 'error',
    summary: 'The output folder has no manifest.json.',
    why: 'There is nothing to compare a new build with.',
    mend: 'Run `lectern build` first.',
  },
  'verify/differs': {
    severity: 'error',
    summary: 'A rebuild from scratch gives other bytes than the manifest lists.',
    why: 'The output was made from other inputs or tools, or something in it depends on the machine.',
    mend: 'Run `lectern build`, then verify once more; if it still differs, report it with the message.',
  },
  'verify/damaged': {
    severity: 'error',
    summary: 'A file in the output folder is missing or was changed after it was built.',
    why: 'It is not what the manifest lists.',
    mend: 'Run `lectern build`: it puts back what was changed.',
  },
  'verify/extra': {
    severity: 'error',
    summary: 'A rebuild makes a file that the manifest does not list, or no longer makes one that it lists.',
    why: 'The output was made from other inputs, options or tools.',
    mend: 'Run `lectern build` with the same options, then verify once more.',
  },
});
