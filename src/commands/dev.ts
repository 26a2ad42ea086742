import { spawn } from 'node:child_process';
import { NotPossible } from '../base/index.ts';
import type { Preview, PreviewOptions } from '../preview/index.ts';
import {
  allCodes,
  BackgroundChecks,
  BackgroundExports,
  chooseLessons,
  openArtist,
  outputFolder,
  packageRoot,
  readPlayer,
  tellPhase,
  type Project,
} from '../project/index.ts';
import { exits, UsageError, type Command, type OptionValues, type Terminal } from './line/command.ts';
import { showFindings } from './line/findings.ts';
import { numberOption, shared } from './line/options.ts';
import { askForTime } from './line/settings.ts';
import { withProject } from './line/with-project.ts';

const firstPort = 4330;
/** How many ports are tried when none is asked for. */
const ports = 20;

export const devCommand: Command = {
  name: 'dev',
  summary: 'open a live preview that follows every save, with presenter view',
  operands: '[LESSON]',
  options: {
    port: { type: 'string', value: 'N', help: `the port to listen on (default: the first free one from ${firstPort})` },
    open: { type: 'boolean', help: 'open the preview in the browser' },
    remote: { type: 'boolean', help: 'let a phone in the same network move the slides, with a secret link' },
    out: shared.out,
    browser: shared.browser,
    'time-limit': shared['time-limit'],
  },
  examples: ['lectern dev', 'lectern dev mdma-serotonine --open', 'lectern dev --remote'],
  run(operands, options, terminal) {
    if (operands.length > 1) throw new UsageError('dev takes one lesson at most');
    askForTime(options);
    const port = numberOption(options, 'port', { min: 1, max: 65535 });
    return withProject(terminal, 'pretty', (project) => preview(project, operands, options, port, terminal), options);
  },
};

async function preview(
  project: Project,
  operands: readonly string[],
  options: OptionValues,
  port: number | undefined,
  terminal: Terminal,
): Promise<number> {
  const chosen = chooseLessons(project, operands);
  if (!chosen.ok) return showFindings(chosen.diagnostics, project.files, 'pretty', terminal);
  const lesson = operands.length > 0 ? chosen.value[0] : undefined;
  // Only this command needs the server.
  const { createEditor, previewAssets, qrLines, startPreview } = await import('../preview/index.ts');
  const assets = previewAssets(project.files);
  if (!assets)
    throw new NotPossible(
      'the preview is missing from this installation: run `npm run build` in the folder of Lectern',
    );
  const { root, config } = project;
  const shares = { root, env: terminal.env, browser: project.settings.browser };
  const checks = new BackgroundChecks(shares);
  const exports = new BackgroundExports({ ...shares, out: outputFolder(root, config, project.settings) });
  const drawing = openArtist(project);
  const running = await startOn(startPreview, port, {
    root,
    packageRoot: packageRoot(),
    files: project.files,
    artist: drawing.artist,
    player: readPlayer(project.files),
    editor: createEditor(terminal.env, root, packageRoot()),
    assets,
    knownCodes: new Set(Object.keys(allCodes)),
    remote: options.remote === true,
    exporter: (id, format) => exports.make(id, format),
    onSettled: (settled) => checks.plan(settled),
    onPhase: (id, phase) => tellPhase(project.config, id, phase),
    ...(lesson === undefined ? {} : { lesson }),
  });
  const address = lesson === undefined ? running.url : `${running.url}lessons/${lesson}/`;
  announce(running, address, options.remote === true ? qrLines : undefined, terminal);
  if (options.open === true) openBrowser(address);
  await ended(terminal.signal);
  await Promise.all([checks.close(), exports.close(), drawing.close()]);
  await running.close();
  return exits.fine;
}

/** Starts on the port that was asked for, or on the first free one. */
async function startOn(
  start: (options: PreviewOptions) => Promise<Preview>,
  port: number | undefined,
  options: Omit<PreviewOptions, 'port'>,
): Promise<Preview> {
  for (let next = port ?? firstPort; ; next++) {
    try {
      return await start({ ...options, port: next });
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
      if (port !== undefined || next >= firstPort + ports)
        throw new UsageError(`port ${next} cannot be used (${code}): choose another with --port`);
    }
  }
}

function announce(
  { remotes }: Preview,
  address: string,
  qrLines: ((text: string) => readonly string[]) | undefined,
  terminal: Terminal,
): void {
  terminal.out(`Preview: ${address}\n`);
  const [phone] = remotes;
  if (phone !== undefined && qrLines) {
    terminal.out(`\nPhone:   ${remotes.join('\n         ')}\n\n${qrLines(phone).join('\n')}\n\n`);
    terminal.out('Whoever has this link can move your slides and read your notes.\n');
  } else if (qrLines) terminal.err('This computer is in no network, so no phone can reach it.\n');
  terminal.err('Ctrl-C ends it.\n');
}

const ended = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** Opens the user's browser; a computer without one shows nothing. */
function openBrowser(address: string): void {
  const { platform } = process;
  const [command, ...before] =
    platform === 'darwin' ? ['open'] : platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  const started = spawn(command ?? '', [...before, address], { detached: true, stdio: 'ignore' });
  started.on('error', () => undefined);
  started.unref();
}
