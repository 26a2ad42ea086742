import type { Role } from './role.ts';
import type { Entries, Store, Stroke } from './store.ts';

/** What passes between the windows beside the shared registers: seen once, never stored. */
export type Passing =
  | { readonly kind: 'laser'; readonly slide: string; readonly at: readonly [number, number] | null }
  | { readonly kind: 'draw'; readonly slide: string; readonly stroke: Stroke };

type Body =
  Passing | { readonly kind: 'here' | 'bye' } | { readonly kind: 'hello' | 'entries'; readonly entries: Entries };
interface Envelope {
  readonly lectern: string;
  readonly session: string;
  readonly from: string;
  readonly role: Role;
  readonly body: Body;
}

const beat = 700;
/** A window that was silent for this many milliseconds counts as closed. */
const silence = 3 * beat;

/** Letters and digits that nobody can guess: names a session or a window. */
export function randomToken(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(36).padStart(2, '0')).join('');
}

/**
 * Keeps the windows of one session equal: the audience's and the lecturer's, and more of them when someone opens more. Messages go over a BroadcastChannel where the browser allows one between
 * files, and always over `postMessage` to the window that opened us, those that we opened and those that wrote to us. A window opened by another
 * keeps its `opener` when either is reloaded, so its heartbeat reaches the reloaded one, which answers to the sender.
 * The session's random token keeps other pages out: on `file://` every origin is `null` and cannot be told apart.
 */
export class Sync {
  readonly #store: Store;
  readonly #lesson: string;
  readonly #session: { readonly token: string; readonly role: Role };
  readonly #self = randomToken();
  readonly #channel: BroadcastChannel | undefined;
  readonly #passing: ((message: Passing) => void)[] = [];
  readonly #onPeer: (() => void)[] = [];
  readonly #peers = new Set<Window>();
  /** When each window of the other role was last heard. */
  readonly #heard = new Map<string, number>();
  #wasConnected = false;

  constructor(store: Store, lesson: string, session: { readonly token: string; readonly role: Role }) {
    this.#store = store;
    this.#lesson = lesson;
    this.#session = session;
    this.#adoptAny(window.opener);
    this.#channel = openChannel(`lectern/${lesson}/${session.token}`);
    this.#channel?.addEventListener('message', ({ data }) => this.#receive(data, null));
    window.addEventListener('message', ({ data, source, origin }) => {
      if (origin === ownOrigin()) this.#receive(data, source);
    });
    window.addEventListener('pagehide', () => this.#send({ kind: 'bye' }));
    store.subscribe((changed, local) => {
      if (local) this.#send({ kind: 'entries', entries: store.entries(changed) });
    });
    this.#hello();
    setInterval(() => this.#beat(), beat);
  }

  /** The handle of a window that we opened. */
  adopt(peer: Window): void {
    this.#peers.add(peer);
  }

  /** Whether a window of the other role is there. */
  get connected(): boolean {
    const now = performance.now();
    return [...this.#heard.values()].some((at) => now - at < silence);
  }

  pass(message: Passing): void {
    this.#send(message);
  }

  onPassing(listener: (message: Passing) => void): void {
    this.#passing.push(listener);
  }

  /** Calls back when the other window appears or disappears. */
  onPeer(listener: () => void): void {
    this.#onPeer.push(listener);
  }

  #beat(): void {
    if (this.connected) this.#send({ kind: 'here' });
    else this.#hello();
    this.#checkPeer();
  }

  /** Introduces this window with all it knows; the other answers with all it knows. */
  #hello(): void {
    this.#send({ kind: 'hello', entries: this.#store.entries() });
  }

  #checkPeer(): void {
    if (this.connected === this.#wasConnected) return;
    this.#wasConnected = this.connected;
    for (const listener of this.#onPeer) listener();
  }

  #send(body: Body): void {
    const { token, role } = this.#session;
    const envelope: Envelope = { lectern: this.#lesson, session: token, from: this.#self, role, body };
    this.#channel?.postMessage(envelope);
    for (const peer of this.#peers) {
      if (peer.closed) this.#peers.delete(peer);
      else peer.postMessage(envelope, location.protocol === 'file:' ? '*' : location.origin);
    }
  }

  #adoptAny(source: unknown): void {
    if (source && source !== window) this.#peers.add(source as Window);
  }

  #receive(data: unknown, source: unknown): void {
    if (
      !isEnvelope(data) ||
      data.session !== this.#session.token ||
      data.lectern !== this.#lesson ||
      data.from === this.#self
    )
      return;
    this.#adoptAny(source);
    const { body, from, role } = data;
    if (body.kind === 'bye') this.#heard.delete(from);
    else if (role !== this.#session.role) this.#heard.set(from, performance.now());
    if (body.kind === 'hello' || body.kind === 'entries') this.#store.merge(body.entries);
    if (body.kind === 'hello') this.#send({ kind: 'entries', entries: this.#store.entries() });
    if (body.kind === 'laser' || body.kind === 'draw') for (const listener of this.#passing) listener(body);
    this.#checkPeer();
  }
}

/** How messages from a window of ours name their origin. */
const ownOrigin = (): string => (location.protocol === 'file:' ? 'null' : location.origin);

function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}

const isEnvelope = (data: unknown): data is Envelope =>
  typeof data === 'object' &&
  data !== null &&
  'lectern' in data &&
  'session' in data &&
  'from' in data &&
  'role' in data &&
  'body' in data;
