import { statfsSync } from 'node:fs';
import type { Executable } from './types.ts';

/** Chrome needs about this much shared memory for one page; Docker gives 64 MB by default. */
const enoughSharedMemory = 512 * 1024 * 1024;

/** Nothing leaves the machine: no name resolves (addresses neither), and the browser's own services are off. */
const noNetwork = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-proxy-server',
  '--disable-background-networking',
  '--disable-client-side-phishing-detection',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-pings',
  '--dns-prefetch-disable',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
];

/** The same pixels and glyph positions on every machine. */
const sameEverywhere = [
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--disable-lcd-text',
  '--hide-scrollbars',
  '--lang=en-US',
];

/** Features that keep old pages, set up a new frame with each document (40 ms), wait, or ask questions. */
const features = [
  'BackForwardCache',
  'RenderDocument',
  'PaintHolding',
  'Translate',
  'OptimizationHints',
  'MediaRouter',
  'DialMediaRouteProvider',
];

const quiet = [
  `--disable-features=${features.join(',')}`,
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-gpu',
  '--disable-hang-monitor',
  '--disable-popup-blocking',
  '--disable-prompt-on-repost',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
  '--password-store=basic',
  '--use-mock-keychain',
];

/**
 * The command line of the browser.
 * @param options.profile folder for its profile, private and short-lived.
 * @param options.sandbox whether to keep Chrome's sandbox; it cannot run as root, nor where user namespaces are off.
 */
export function browserFlags(options: {
  readonly profile: string;
  readonly sandbox: boolean;
  readonly executable: Executable;
}): readonly string[] {
  const container = ['--disable-dev-shm-usage'].filter(() => process.platform === 'linux' && !hasSharedMemory());
  const sandbox = options.sandbox ? [] : ['--no-sandbox', '--no-zygote'];
  return [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${options.profile}`,
    // Nothing is kept: no databases to set up at the start and to remove at the end.
    '--incognito',
    ...noNetwork,
    ...sameEverywhere,
    ...quiet,
    ...container,
    ...sandbox,
    'about:blank',
  ];
}

function hasSharedMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize >= enoughSharedMemory;
  } catch {
    return false;
  }
}
