import { tmpdir } from 'node:os';
import { inspectEnvironment, isWritable, storeEntries, type EnvironmentReport } from '../host/index.ts';
import { cacheFolderOf, findRoot, outputFolder, toolVersion } from '../project/index.ts';
import { exits, type Command, type OptionValues, type Terminal } from './line/command.ts';
import { shared } from './line/options.ts';
import { settingsOf } from './line/settings.ts';

/** Oldest Node that Lectern runs on, as in package.json. */
const oldestNode = [20, 19] as const;

interface Report extends EnvironmentReport {
  readonly lectern: string;
  readonly project: string;
  readonly nodeIsSupported: boolean;
  readonly folders: readonly { readonly use: string; readonly path: string; readonly isWritable: boolean }[];
  readonly cache: { readonly path: string; readonly files: number; readonly bytes: number };
}

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'look at this machine: Node, browsers (each prints a test page), fonts, folders, cache',
  operands: '',
  options: {
    json: { type: 'boolean', help: 'tell it as JSON' },
    out: shared.out,
    'cache-dir': shared['cache-dir'],
  },
  examples: ['lectern doctor', 'lectern doctor --json'],
  async run(_operands, options, terminal) {
    const report = await examine(options, terminal);
    terminal.out(options.json === true ? `${JSON.stringify(report, null, 2)}\n` : describe(report));
    if (!report.browsers.some((browser) => browser.version !== undefined)) return exits.noBrowser;
    const isFine = report.nodeIsSupported && report.folders.every((folder) => folder.isWritable);
    return isFine ? exits.fine : exits.findings;
  },
};

async function examine(options: OptionValues, terminal: Terminal): Promise<Report> {
  const project = findRoot(terminal.cwd);
  const settings = settingsOf(options, terminal);
  const cache = cacheFolderOf(project, settings);
  const entries = cache === undefined ? [] : [...storeEntries(cache)];
  const out = outputFolder(project, { output: 'output' }, settings);
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const folders = { output: out, ...(cache === undefined ? {} : { cache }), temporary: tmpdir() };
  return {
    lectern: toolVersion().version,
    project,
    nodeIsSupported: major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]),
    ...(await inspectEnvironment(terminal.env)),
    folders: Object.entries(folders).map(([use, path]) => ({ use, path, isWritable: isWritable(path) })),
    cache: {
      path: cache ?? 'none',
      files: entries.length,
      bytes: entries.reduce((sum, { size }) => sum + size, 0),
    },
  };
}

const mark = (isFine: boolean): string => (isFine ? '✓' : '✗');

function describe(report: Report): string {
  const { browsers, folders, cache, fontFolders } = report;
  const lines = [
    `${mark(true)} Lectern ${report.lectern}, project ${report.project}`,
    `${mark(report.nodeIsSupported)} Node ${report.node} on ${report.platform}${report.nodeIsSupported ? '' : `: ${oldestNode.join('.')} or later is needed`}`,
    ...browsers.map(({ kind, name, version, milliseconds, fonts, diagnostics }) =>
      version === undefined
        ? `${mark(false)} browser (${kind}) ${name}: ${diagnostics.map((finding) => finding.message).join(' ')}`
        : `${mark(true)} browser (${kind}) ${name}: ${version}, first page after ${milliseconds} ms, falls back to ${fonts} fonts`,
    ),
    ...(browsers.length === 0 ? [`${mark(false)} no browser: npm install @sparticuz/chromium, or install Chrome`] : []),
    `${mark(true)} font folders: ${fontFolders.length === 0 ? 'none, so only the theme’s own fonts' : fontFolders.join(', ')}`,
    ...folders.map(
      ({ use, path, isWritable: fine }) => `${mark(fine)} ${use} folder ${path}${fine ? '' : ' cannot be written'}`,
    ),
    `${mark(true)} cache: ${cache.files} files, ${(cache.bytes / 1e6).toFixed(1)} MB`,
  ];
  return `${lines.join('\n')}\n`;
}
