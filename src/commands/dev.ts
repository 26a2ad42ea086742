import { spawn } from 'node:child_process';
import { chooseLessons, firstPort, openPreview, type Project, type RunningPreview } from '../project/index.ts';
import { exits, UsageError, type Command, type OptionValues, type Terminal } from './line/command.ts';
import { showFindings } from './line/findings.ts';
import { numberOption, shared } from './line/options.ts';
import { askForTime } from './line/settings.ts';
import { withProject } from './line/with-project.ts';

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
  const running = await openPreview(project, { lesson, port, remote: options.remote === true });
  announce(running, options.remote === true, terminal);
  if (options.open === true) openBrowser(running.address);
  await ended(terminal.signal);
  await running.close();
  return exits.fine;
}

function announce({ address, remotes, qrLines }: RunningPreview, remote: boolean, terminal: Terminal): void {
  terminal.out(`Preview: ${address}\n`);
  const [phone] = remotes;
  if (phone !== undefined && remote) {
    terminal.out(`\nPhone:   ${remotes.join('\n         ')}\n\n${qrLines(phone).join('\n')}\n\n`);
    terminal.out('Whoever has this link can move your slides and read your notes.\n');
  } else if (remote) terminal.err('This computer is in no network, so no phone can reach it.\n');
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
