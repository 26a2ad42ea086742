import { NotPossible } from '../base/index.ts';
import type { LessonId } from '../model/index.ts';
import type { Preview, PreviewOptions } from '../preview/index.ts';
import { openArtist } from './artist.ts';
import { BackgroundChecks } from './background-checks.ts';
import { BackgroundExports } from './background-exports.ts';
import { allCodes } from './codes.ts';
import { tellPhase } from './phase.ts';
import { readPlayer } from './player.ts';
import type { Project } from './project.ts';
import { outputFolder } from './settings.ts';
import { packageRoot } from './tool.ts';

export const firstPort = 4330;
/** How many ports are tried when none is asked for. */
const ports = 20;

/** What to show. */
export interface PreviewWish {
  /** The only lesson, or all. */
  readonly lesson?: LessonId | undefined;
  /** The first free one when it is not given. */
  readonly port?: number | undefined;
  /** Whether a phone may move the slides. */
  readonly remote: boolean;
}

/** A preview that is running. */
export interface RunningPreview {
  readonly address: string;
  /** Links for a phone, one for each network. */
  readonly remotes: readonly string[];
  /** The lines of a QR code. */
  readonly qrLines: (text: string) => readonly string[];
  close(): Promise<void>;
}

/**
 * Starts the server of the preview, with checks and exports in the background.
 * @throws NotPossible when a part of the installation or a free port is missing
 */
export async function openPreview(project: Project, { lesson, port, remote }: PreviewWish): Promise<RunningPreview> {
  // Only this needs the server.
  const { createEditor, previewAssets, qrLines, startPreview } = await import('../preview/index.ts');
  const assets = previewAssets(project.files);
  if (!assets)
    throw new NotPossible(
      'the preview is missing from this installation: run `npm run build` in the folder of Lectern',
    );
  const { root, config, settings } = project;
  const { env } = settings;
  const shares = { root, env, browser: settings.browser };
  const checks = new BackgroundChecks(shares);
  const exports = new BackgroundExports({ ...shares, out: outputFolder(root, config, settings) });
  const drawing = openArtist(project);
  const running = await startOn(startPreview, port, {
    root,
    packageRoot: packageRoot(),
    files: project.files,
    artist: drawing.artist,
    player: readPlayer(project.files),
    editor: createEditor(env, root, packageRoot()),
    assets,
    knownCodes: new Set(Object.keys(allCodes)),
    remote,
    exporter: (id, format) => exports.make(id, format),
    onSettled: (settled) => checks.plan(settled),
    onPhase: (id, phase) => tellPhase(config, id, phase),
    ...(lesson === undefined ? {} : { lesson }),
  });
  return {
    address: lesson === undefined ? running.url : `${running.url}lessons/${lesson}/`,
    remotes: running.remotes,
    qrLines,
    async close() {
      await Promise.all([checks.close(), exports.close(), drawing.close()]);
      await running.close();
    },
  };
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
        throw new NotPossible(`port ${next} cannot be used (${code}): choose another with --port`);
    }
  }
}
