import { defineCodes } from '../base/index.ts';

/** The findings of the host: what the machine, the file system or the browser would not do. */
export const { table: hostCodes, diagnostic } = defineCodes({
  'output/invalid-path': {
    severity: 'error',
    summary: 'An artifact would be written outside the output folder or under a name that some system cannot hold.',
    why: 'A crafted lesson id could otherwise overwrite files elsewhere; a name like CON cannot be unpacked on Windows.',
    mend: 'Rename the lesson or artifact: letters, digits, hyphens, dots inside the name, and / between folders.',
  },
  'output/symlink': {
    severity: 'error',
    summary: 'The output folder, or a folder in it, is a symbolic link.',
    why: 'Writing through a link changes files outside the folder that was named.',
    mend: 'Remove the link, or name the folder it points to with --out.',
  },
  'output/among-sources': {
    severity: 'error',
    summary: 'The output folder is the project itself, or is mixed up with the lessons, templates or history in it.',
    why: 'A build would write its files between the sources, and could overwrite some of them.',
    mend: 'Name a folder of its own with --out or, in lectern.yaml, with output.',
  },
  'project/link-out': {
    severity: 'error',
    summary: 'A folder of the project is a symbolic link that leads out of the project.',
    why: 'A project that comes from somebody else could otherwise make Lectern read, write or remove files elsewhere.',
    mend: 'Put a real folder in its place, or name the folder outside with --out or --cache-dir.',
  },
  'output/write-failed': {
    severity: 'error',
    summary: 'The system refused to write an artifact. The previous file, if any, is intact.',
    why: 'The disk may be full, the folder not writable, or too many files open.',
    mend: 'Free space, change the permissions or choose another folder with --out; then build again.',
  },
  'browser/not-found': {
    severity: 'error',
    summary: 'No usable browser was found.',
    why: 'PDF, PPTX, pictures and layout checks need Chrome, Chromium or Edge to lay out the slides.',
    mend: 'Install @sparticuz/chromium (Linux x64) or Chrome, or name one with --browser or PUPPETEER_EXECUTABLE_PATH.',
  },
  'browser/launch-failed': {
    severity: 'error',
    summary: 'The browser was found but did not start.',
    why: 'It exited, hung or did not speak the DevTools protocol within the time limit.',
    mend: 'Read its last words in the message; try --browser bundled or --browser system; run lectern doctor.',
  },
  'browser/crashed': {
    severity: 'error',
    summary: 'The browser died twice while it worked on the same job.',
    why: 'Memory may be short, or the content makes the browser crash. Other lessons are not affected.',
    mend: 'Build this lesson alone; look for very large pictures; give the machine or container more memory.',
  },
  'browser/timeout': {
    severity: 'error',
    summary: 'The browser did not finish a job within its time limit, twice.',
    why: 'The content may be too heavy for this machine, or the browser hangs.',
    mend: 'Build with fewer --jobs; look for very large pictures or effects on the slides.',
  },
});
