import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** Who may ask. */
export interface GuardOptions {
  readonly port: number;
  /** Addresses of this computer under which phones may ask; empty unless remotes are allowed. */
  readonly addresses: readonly string[];
  /** Secret of the remotes. */
  readonly token: string;
}

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

const inBrackets = (address: string): string => (isIP(address) === 6 ? `[${address}]` : address);

/** The `Host` headers under which this server answers: no other name, so that DNS tricks lead nowhere. */
const hostsOf = ({ port, addresses }: GuardOptions): readonly string[] =>
  [...loopbackNames, ...addresses.map(inBrackets)].flatMap((name) => [
    `${name}:${port}`,
    ...(port === 80 ? [name] : []),
  ]);

const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && (/^(?:::ffff:)?127\./.test(address) || address === '::1');

/** Same length and same characters, in a time that does not tell how many are right. */
function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The token of a request: `?token=` of its address, or the header `x-lectern-token`. */
function tokenOf({ url = '', headers }: IncomingMessage): string {
  const header = headers['x-lectern-token'];
  return typeof header === 'string' ? header : (/[?&]token=([\w-]{1,200})(?:&|$)/.exec(url)?.[1] ?? '');
}

/** Whether the request comes from a page of this server, or from the user's own hand. */
function isOurs({ headers, method }: IncomingMessage, host: string): boolean {
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  if (method !== 'GET' && method !== 'HEAD' && origin === undefined) return false;
  const site = headers['sec-fetch-site'];
  const isVisit = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return site === undefined || site === 'same-origin' || site === 'none' || (isVisit && method === 'GET');
}

/**
 * Why a request gets nothing, or `undefined` when it may be answered. Pages of other sites can make a browser send
 * requests here, and names can be made to point here: the Host, the Origin and the browser's own account of where a
 * request comes from must all be right. From other computers only the remote answers, and only with its token.
 */
export function refusal(request: IncomingMessage, options: GuardOptions): string | undefined {
  const { host } = request.headers;
  if (host === undefined || !hostsOf(options).includes(host.toLowerCase())) return 'wrong host';
  if (!isOurs(request, host.toLowerCase())) return 'wrong origin';
  const { url = '' } = request;
  const isRemote = /^\/remote(?:\/|\?|$)/.test(url);
  if (isRemote) return options.token !== '' && isSame(tokenOf(request), options.token) ? undefined : 'no token';
  const isShared = /^\/assets\/remote\.(?:js|css)$/.test(url) && options.token !== '';
  return isShared || isLoopback(request.socket.remoteAddress) ? undefined : 'not from here';
}
