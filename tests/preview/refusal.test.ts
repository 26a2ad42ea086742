import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { refusal } from '../../src/preview/guard.ts';

const options = { port: 4321, addresses: ['192.168.1.7', 'fe80::1'], token: 'right-token-1' };
interface Ask {
  readonly url?: string | undefined;
  readonly method?: string;
  readonly from?: string | undefined;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}
/** What Node makes of a request; only these parts are read. */
const ask = ({ url = '/', method = 'GET', headers = {}, ...rest }: Ask = {}, more: Partial<typeof options> = {}) => {
  const request = {
    url,
    method,
    headers: { host: 'localhost:4321', ...headers },
    socket: { remoteAddress: 'from' in rest ? rest.from : '127.0.0.1' },
  };
  return refusal(request as unknown as IncomingMessage, { ...options, ...more });
};

describe('who is answered', () => {
  it.each(['localhost:4321', 'LocalHost:4321', '127.0.0.1:4321', '[::1]:4321', '192.168.1.7:4321', '[fe80::1]:4321'])(
    'the host %s',
    (host) => expect(ask({ headers: { host } })).toBe(undefined),
  );
  it.each([undefined, '', 'localhost', 'localhost:80', 'fe80::1:4321', 'evil.example:4321', 'Stryker was here!'])(
    'not the host %s',
    (host) => expect(ask({ headers: { host } })).toBe('wrong host'),
  );
  it('names without a port only on port 80', () => {
    const headers = { host: 'localhost' };
    expect(ask({ headers }, { port: 80 })).toBe(undefined);
    expect(ask({ headers: { host: '[fe80::1]' } }, { port: 80 })).toBe(undefined);
    expect(ask({ headers: { host: 'fe80::1' } }, { port: 80 })).toBe('wrong host');
  });

  it.each(['127.0.0.1', '127.9.9.9', '::ffff:127.0.0.1', '::1'])('this computer as %s', (from) =>
    expect(ask({ from })).toBe(undefined),
  );
  it.each([undefined, '', '192.168.1.9', '10.127.0.1', '1.2.3.127.', '::2', '::ffff:10.0.0.1', 'x127.0.0.1'])(
    'not another computer as %s',
    (from) => expect(ask({ from })).toBe('not from here'),
  );
});

describe('which page asks', () => {
  const origin = 'http://localhost:4321';
  it('one of this server, or the hand of the user', () => {
    expect(ask({ method: 'POST', headers: { origin } })).toBe(undefined);
    expect(ask({ method: 'POST', headers: { origin, host: 'LOCALHOST:4321' } })).toBe(undefined);
    expect(ask({ method: 'HEAD' })).toBe(undefined);
    for (const site of ['same-origin', 'none']) expect(ask({ headers: { 'sec-fetch-site': site } })).toBe(undefined);
  });
  it.each(['null', 'http://evil.example', 'https://localhost:4321', 'http://localhost:4321.evil.example', 'http://127.0.0.1:4321'])(
    'not one of %s',
    (other) => expect(ask({ headers: { origin: other } })).toBe('wrong origin'),
  ); // prettier-ignore
  it.each(['POST', 'PUT', 'DELETE'])('nothing is changed by %s from nowhere', (method) =>
    expect(ask({ method })).toBe('wrong origin'),
  );
  it.each(['cross-site', 'same-site', ''])('only a visit comes from %j', (site) => {
    const headers = { 'sec-fetch-site': site };
    const visit = { ...headers, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect(ask({ headers })).toBe('wrong origin');
    expect(ask({ headers: visit })).toBe(undefined);
    expect(ask({ headers: { ...visit, 'sec-fetch-mode': 'no-cors' } })).toBe('wrong origin');
    expect(ask({ headers: { ...visit, 'sec-fetch-dest': 'iframe' } })).toBe('wrong origin');
    expect(ask({ method: 'POST', headers: { ...visit, origin } })).toBe('wrong origin');
  });
});

describe('the remote', () => {
  const far = { from: '192.168.1.9' };
  const token = (given: string) => ({ ...far, headers: { 'x-lectern-token': given } });
  it.each(['/remote', '/remote/', '/remote/events', '/remote?x=1'])('%s answers with its token only', (url) => {
    expect(ask({ ...token('right-token-1'), url })).toBe(undefined);
    // As long as the right one, one sign off at either end, longer, shorter, and none.
    for (const wrong of ['right-token-2', 'xight-token-1', 'wrong-token-9', 'right-token-11', 'right-token-', ''])
      expect(ask({ ...token(wrong), url })).toBe('no token');
    expect(ask({ ...far, url })).toBe('no token');
    // This computer has no other rule.
    expect(ask({ url })).toBe('no token');
  });
  it('takes the token of its address', () => {
    expect(ask({ ...far, url: '/remote?token=right-token-1' })).toBe(undefined);
    expect(ask({ ...far, url: '/remote?a=b&token=right-token-1&c=d' })).toBe(undefined);
    expect(ask({ ...far, url: '/remote?token=right-token-1x' })).toBe('no token');
    expect(ask({ ...far, url: '/remote?xtoken=right-token-1' })).toBe('no token');
    expect(ask({ ...far, url: '/remote?token=right-token-1%20' })).toBe('no token');
  });
  it('answers nobody when there is no token', () => {
    for (const given of ['', 'Stryker was here!']) expect(ask({ ...token(given), url: '/remote' }, { token: '' })).toBe('no token'); // prettier-ignore
    expect(ask({ url: '/remote?token=' }, { token: '' })).toBe('no token');
    expect(ask({ ...far, url: '/assets/remote.js' }, { token: '' })).toBe('not from here');
  });
  it('shares its script and style, and nothing else', () => {
    for (const url of ['/assets/remote.js', '/assets/remote.css']) expect(ask({ ...far, url })).toBe(undefined);
    for (const url of ['/assets/remote.jsx', '/assets/remote.js?x', '/x/assets/remote.js', '/assets/remote_js', '/remotes', '/x/remote', '/', '/assets/desk.js'])
      expect(ask({ ...far, url })).toBe('not from here'); // prettier-ignore
    const bare = { method: 'GET', headers: { host: 'localhost:4321' }, socket: { remoteAddress: '10.0.0.1' } };
    expect(refusal(bare as unknown as IncomingMessage, options)).toBe('not from here');
  });
});
