import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { networkInterfaces } from 'node:os';
import { createWatcher } from '../host/index.ts';
import type { LessonId } from '../model/index.ts';
import { Desk, type DeskOptions } from './desk.ts';
import { refusal, type GuardOptions } from './guard.ts';
import { send, textReply } from './reply.ts';
import { answer, type Assets } from './routes.ts';

export interface PreviewOptions extends Omit<DeskOptions, 'watch'> {
  readonly root: string;
  readonly packageRoot: string;
  readonly assets: Assets;
  /** 0 takes any free port. */
  readonly port: number;
  /** Whether phones in the network may move the deck. */
  readonly remote: boolean;
  /** Made at once, before anyone asks. */
  readonly lesson?: LessonId;
}

export interface Preview {
  readonly port: number;
  /** `http://localhost:4330/` */
  readonly url: string;
  /** Addresses for phones, with the token; empty unless remotes are allowed. */
  readonly remotes: readonly string[];
  close(): Promise<void>;
}

/** IPv4 addresses of this computer in its networks. */
const ownAddresses = (): readonly string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);

/**
 * Starts the preview. It listens on the loopback address alone, or on all addresses when remotes are allowed; even then
 * other computers get nothing but the remote, and that with its token only.
 * @throws the error of `listen` when the port is taken.
 */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const { root, packageRoot, remote, assets } = options;
  const watcher = createWatcher({ root, packageRoot, onChange: (file, kind) => desk.changed(file, kind) });
  const desk = new Desk({ ...options, watch: ({ files, folders }) => watcher.watch(files, folders) });
  const addresses = remote ? ownAddresses() : [];
  const token = remote ? randomBytes(18).toString('base64url') : '';
  const guard: { current: GuardOptions } = { current: { port: 0, addresses, token } };
  const server = createServer((request, response) => void serve(request, response, { desk, assets, guard }));
  const stop = async (): Promise<void> => {
    watcher.close();
    desk.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  try {
    const port = await listen(server, options.port, remote ? '0.0.0.0' : '127.0.0.1');
    guard.current = { port, addresses, token };
    watcher.watch(['lectern.yaml'], [desk.maker.config().config.lessons]);
    if (options.lesson !== undefined) void desk.lesson(options.lesson).then((lesson) => lesson?.warmUp());
    const remotes = addresses.map((address) => `http://${address}:${port}/remote?token=${token}`);
    return { port, url: `http://localhost:${port}/`, remotes, close: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function listen(server: Server, port: number, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      const bound = server.address();
      resolve(typeof bound === 'object' && bound ? bound.port : port);
    });
  });
}

interface Serving {
  readonly desk: Desk;
  readonly assets: Assets;
  readonly guard: { readonly current: GuardOptions };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  { desk, assets, guard }: Serving,
): Promise<void> {
  const refused = refusal(request, guard.current);
  if (refused !== undefined) return send(response, textReply(403, `Refused: ${refused}.\n`));
  try {
    const query = new URLSearchParams(request.url?.split('?')[1] ?? '');
    const reply = await answer({ request, response, query, desk, assets });
    if (reply) send(response, reply);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (!response.headersSent) send(response, textReply(500, `Lectern failed: ${message}\n`));
    else response.destroy();
  }
}
