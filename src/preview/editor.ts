import { spawn } from 'node:child_process';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FileId } from '../base/index.ts';

/** How a place is opened. */
export interface Editor {
  /** Address for a link that opens it; absent when {@link Editor.open} must be asked. */
  linkTo(file: FileId, line: number, column: number): string | undefined;
  /** Starts the user's editor. @returns whether it could be started. */
  open(file: FileId, line: number, column: number): Promise<boolean>;
}

type Arguments = (path: string, line: number, column: number) => readonly string[];

const colons: Arguments = (path, line, column) => [`${path}:${line}:${column}`];
const gotoFlag: Arguments = (path, line, column) => ['--goto', `${path}:${line}:${column}`];
const plus: Arguments = (path, line) => [`+${line}`, path];
const jetBrains: Arguments = (path, line, column) => ['--line', String(line), '--column', String(column), path];

/** Editors with a window of their own: one that needs the terminal would fight the server for it. */
const windowed: Readonly<Record<string, Arguments>> = {
  code: gotoFlag,
  'code-insiders': gotoFlag,
  codium: gotoFlag,
  vscodium: gotoFlag,
  cursor: gotoFlag,
  windsurf: gotoFlag,
  subl: colons,
  zed: colons,
  gvim: plus,
  gedit: plus,
  kate: (path, line, column) => ['--line', String(line), '--column', String(column), path],
  emacsclient: (path, line, column) => ['--no-wait', `+${line}:${column}`, path],
  mate: (path, line) => ['--line', String(line), path],
  idea: jetBrains,
  webstorm: jetBrains,
  pycharm: jetBrains,
};

interface Program {
  readonly command: string;
  readonly before: readonly string[];
  readonly arguments: Arguments;
}

/** Splits `"/opt/my editor/run" --wait` at blanks outside double quotes; there is no shell. */
const wordsOf = (text: string): readonly string[] =>
  [...text.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');

/**
 * The program to start: `LECTERN_EDITOR` as it is (its `{file}`, `{line}` and `{column}` are filled in when it has
 * them), else `VISUAL` or `EDITOR` when it names an editor with a window of its own.
 */
function programOf(env: Readonly<Record<string, string | undefined>>): Program | undefined {
  const own = env.LECTERN_EDITOR?.trim();
  if (own) {
    const [command = '', ...before] = wordsOf(own);
    if (before.some((word) => word.includes('{file}')))
      return { command, before: [], arguments: (...place) => before.map((word) => filled(word, place)) };
    return { command, before, arguments: windowed[nameOf(command)] ?? colons };
  }
  for (const text of [env.VISUAL, env.EDITOR]) {
    const [command = '', ...before] = wordsOf(text ?? '');
    const known = windowed[nameOf(command)];
    if (known) return { command, before: before.filter((word) => !/^(?:-w|--wait)$/.test(word)), arguments: known };
  }
  return undefined;
}

const nameOf = (command: string): string => basename(command.replaceAll('\\', '/')).replace(/\.(?:exe|cmd|sh)$/i, '');
const filled = (word: string, [path, line, column]: readonly [string, number, number]): string =>
  word.replaceAll('{file}', path).replaceAll('{line}', String(line)).replaceAll('{column}', String(column));

/** @param root the project's folder; places in files that ship with Lectern lie in `packageRoot`. */
export function createEditor(
  env: Readonly<Record<string, string | undefined>>,
  root: string,
  packageRoot: string,
): Editor {
  const program = programOf(env);
  const pathOf = (file: FileId): string =>
    file.startsWith('lectern:') ? join(packageRoot, file.slice('lectern:'.length)) : join(root, file);
  return {
    linkTo: (file, line, column) =>
      program ? undefined : `vscode://file${pathToFileURL(pathOf(file)).pathname}:${line}:${column}`,
    open: (file, line, column) =>
      new Promise((resolve) => {
        if (!program) return resolve(false);
        const { command, before } = program;
        const started = spawn(command, [...before, ...program.arguments(pathOf(file), line, column)], {
          detached: true,
          stdio: 'ignore',
          shell: false,
        });
        started.once('error', () => resolve(false));
        started.once('spawn', () => {
          started.unref();
          resolve(true);
        });
      }),
  };
}
