import type { Outcome } from '../../base/index.ts';

/** How a browser was come by. */
export type BrowserKind = 'bundled' | 'system' | 'cache' | 'path' | 'environment';

/** What `--browser` may say: the browser from the npm package, one installed on this machine, or a path. */
export type BrowserRequest = 'bundled' | 'system' | (string & {});

/** A browser that can be started. */
export interface Executable {
  readonly path: string;
  /** Variables that this browser needs, on top of those every browser gets. */
  readonly env: Readonly<Record<string, string>>;
  /** Whether it sees the fonts and settings of this machine's user; the bundled one does not. */
  readonly usesMachineFonts: boolean;
}

/** A browser that was found, not yet unpacked or started. */
export interface FoundBrowser {
  readonly kind: BrowserKind;
  /** Names the build of the browser without starting it, for cache keys: `bundled 143.0.4`, or path, size and time. */
  readonly identity: string;
  /** For people: a path or a package name. */
  readonly name: string;
  /** Makes it ready to run (unpacks the bundled one); done once, repeated calls are cheap. */
  prepare(): Promise<Outcome<Executable>>;
}

/** Environment variables, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;
