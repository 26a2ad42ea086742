import { createSocket } from 'node:dgram';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createBrowserPool, findBrowser } from '../../src/host/index.ts';
import type { BrowserPool } from '../../src/model/index.ts';
import { inspectPdf, printPdf } from '../formats/pdf-support.ts';
import { folderWith } from '../host/support.ts';

const secret = 'TOKEN-8f1c2d';

/** Every way that a document can name something outside itself; `U` is the canary's address. */
const loads = [
  '<img src="http://U/img"><img srcset="http://U/srcset 2x"><picture><source srcset="http://U/source"><img></picture>',
  '<link rel="stylesheet" href="http://U/css"><link rel="preload" as="font" href="http://U/preload"><link rel="icon" href="http://U/icon">',
  '<link rel="preconnect" href="http://U/"><link rel="dns-prefetch" href="http://U/"><link rel="prefetch" href="http://U/prefetch"><link rel="prerender" href="http://U/pre"><link rel="modulepreload" href="http://U/module"><link rel="manifest" href="http://U/manifest">',
  '<style>@import url(http://U/import); @font-face{font-family:f;src:url(http://U/font)} body{font-family:f;background:url(http://U/bg);cursor:url(http://U/cursor),auto}</style>',
  '<video poster="http://U/poster" src="http://U/video" autoplay></video><audio src="http://U/audio" autoplay></audio><track src="http://U/track">',
  '<iframe src="http://U/frame"></iframe><iframe srcdoc="<img src=http://U/srcdoc>"></iframe><object data="http://U/object"></object><embed src="http://U/embed">',
  '<svg><image href="http://U/svg"/><use href="http://U/use#x"/><script href="http://U/svgscript"/></svg><svg><feImage href="http://U/fe"/></svg>',
  '<base href="http://U/"><img src="based"><a href="http://U/a" ping="http://U/ping">a</a>',
  '<meta http-equiv="refresh" content="0;url=http://U/refresh"><meta http-equiv="refresh" content="0;url=file:///etc/passwd">',
  '<form action="http://U/form"><input type="image" src="http://U/input" autofocus onfocus="this.form.submit()"></form>',
  '<meta http-equiv="refresh" content="0;url=http://lectern.invalid/">',
  '<math href="http://U/math"></math><body background="http://U/background"><table background="http://U/table">',
  '<script type="speculationrules">{"prefetch":[{"source":"list","urls":["http://U/speculation"]}]}</script>',
];

/** Script that would say so if it ran. */
const scripts = [
  '<script>document.title="RAN";document.body.prepend("RAN");fetch("http://U/fetch");new WebSocket("ws://U/ws");new EventSource("http://U/es");navigator.sendBeacon("http://U/beacon");new Worker("http://U/worker");new RTCPeerConnection({iceServers:[{urls:"stun:U"}]}).createDataChannel("x")</script>',
  '<img src="x:" onerror="document.body.prepend(\'RAN\')"><svg onload="document.body.prepend(\'RAN\')"></svg><body onload="document.body.prepend(\'RAN\')">',
  '<script type="module">document.body.prepend("RAN")</script><script src="data:text/javascript,document.body.prepend(\'RAN\')"></script>',
  '<iframe srcdoc="<script>parent.document.body.prepend(\'RAN\')</script>"></iframe><iframe src="javascript:parent.document.body.prepend(\'RAN\')"></iframe>',
  '<meta http-equiv="refresh" content="0;url=javascript:document.body.prepend(\'RAN\')"><details open ontoggle="document.body.prepend(\'RAN\')">',
  '<form name="fonts"></form><img name="querySelectorAll"><form name="body"></form><img name="images" src="data:,">',
];

describe('printing hostile documents (S2, S3, S4)', () => {
  let pool: BrowserPool;
  let canary: Server;
  let address: string;
  const touched: string[] = [];
  const datagrams = createSocket('udp4');

  beforeAll(async () => {
    pool = createBrowserPool({ find: () => findBrowser({ env: process.env }), env: process.env, pages: 1 });
    canary = createServer((socket) => {
      touched.push('connection');
      socket
        .on('error', () => undefined)
        .once('data', (data) => touched.push(data.toString('latin1').split('\r\n')[0] ?? ''));
    });
    await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
    const { port } = canary.address() as AddressInfo;
    address = `127.0.0.1:${port}`;
    datagrams.on('message', () => touched.push('datagram'));
    await new Promise<void>((resolve) => datagrams.bind(port, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await pool[Symbol.asyncDispose]();
    datagrams.close();
    canary.close();
  });

  const print = async (body: string) => {
    const html = `<!doctype html><html><meta charset="utf-8"><body><h1>Still here</h1>${body}`;
    const printed = await printPdf(pool, html, { title: 'x', authors: [], lang: 'en', timeout: 15_000 });
    if (!printed.ok) throw new Error(printed.diagnostics[0]?.message);
    return (await inspectPdf(printed.value)).pages.map(({ text }) => text).join(' ');
  };

  it('has a canary that sings', async () => {
    const socket = connect(Number(address.split(':')[1]), '127.0.0.1');
    await vi.waitUntil(() => touched.length > 0);
    socket.destroy();
    touched.length = 0;
  });

  it.each([...loads, ...scripts])('%#: neither connects nor runs: %s', async (body) => {
    for (const host of [address, address.replace('127.0.0.1', 'localhost')]) {
      const text = await print(body.replaceAll('U', host));
      expect(text).toContain('Still here');
      expect(text).not.toContain('RAN');
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(touched).toEqual([]);
  });

  it('shows no file of the machine', async () => {
    const url = pathToFileURL(
      join(
        folderWith({
          'secret.txt': secret,
          'secret.svg': `<svg xmlns="http://www.w3.org/2000/svg"><text y="20">${secret}</text></svg>`,
        }),
        'secret',
      ),
    ).href;
    const text = await print(
      `<iframe src="${url}.txt"></iframe><img src="${url}.svg" alt="a"><object data="${url}.txt"></object><embed src="${url}.svg"><meta http-equiv="refresh" content="0;url=${url}.txt"><link rel="stylesheet" href="${url}.txt">`,
    );
    expect(text).toContain('Still here');
    expect(text).not.toContain(secret);
  });
});
