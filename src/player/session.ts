import type { Role } from './role.ts';
import type { Entries } from './store.ts';
import { randomToken } from './sync.ts';

/** What a window is, and what it remembers over a reload. */
export interface Session {
  readonly role: Role;
  readonly token: string;
  /** The shared state before the reload. */
  readonly entries: Entries;
  /** Remembers the shared state; a full or forbidden storage is no error. */
  save(entries: Entries): void;
}

const hashPattern = /^#(presenter|audience)(?:=([0-9a-z]{8,64}))?$/;

/** True for a hash that opens a kind of window rather than a slide. */
export const namesRole = (hash: string): boolean => hashPattern.test(hash);

/**
 * Works out the role from the hash (`#presenter=token`, `#audience=token`, `#presenter`) and the token from the hash,
 * or from before the reload (from the storage or the history, or else from the window's name), or a new one. Each window of a browser
 * tab has its own `sessionStorage`.
 */
export function openSession(lesson: string): Session {
  const key = `lectern/${lesson}${location.pathname}`;
  const match = hashPattern.exec(location.hash);
  const stored = readStored(key);
  const role: Role = match?.[1] === 'presenter' ? 'presenter' : 'audience';
  const token = match?.[2] ?? stored?.token ?? tokenInName(role) ?? randomToken();
  window.name = windowName(role, token);
  return {
    role,
    token,
    entries: stored?.token === token ? stored.entries : {},
    save: (entries) => write(key, JSON.stringify({ token, entries })),
  };
}

interface Stored {
  readonly token: string;
  readonly entries: Entries;
}

function readStored(key: string): Stored | undefined {
  try {
    const stored = JSON.parse(readText(key) ?? 'null') as Partial<Stored> | null;
    return typeof stored?.token === 'string' && typeof stored.entries === 'object'
      ? { token: stored.token, entries: stored.entries }
      : undefined;
  } catch {
    return undefined;
  }
}

/** The storage comes first; where it is forbidden or full, the entry of this page in the history keeps the text. */
function readText(key: string): string | null {
  const kept: unknown = history.state;
  const inHistory = typeof kept === 'object' && kept !== null ? (kept as Readonly<Record<string, string>>)[key] : null;
  try {
    return sessionStorage.getItem(key) ?? inHistory ?? null;
  } catch {
    return inHistory ?? null;
  }
}

function write(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
    return;
  } catch {
    // Forbidden or full.
  }
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Forbidden.
  }
  try {
    history.replaceState({ [key]: value }, '');
  } catch {
    // Too much or too often for the history as well: the lecture goes on, only a reload starts from the hash link.
  }
}

/** The name of a window of a session: the browser finds it again by it, and keeps it over a reload. */
export const windowName = (role: Role, token: string): string => `lectern-${role}-${token}`;

/** The token from before a reload where the browser gives no storage. */
const tokenInName = (role: Role): string | undefined =>
  new RegExp(`^lectern-${role}-([0-9a-z]{8,64})$`).exec(window.name)?.[1];

/** The hash that opens a window of this session. */
export const roleAddress = (role: Role, token: string): string => `#${role}=${token}`;

/** The address of another window of this session. */
export function windowAddress(role: Role, token: string): string {
  return `${location.href.split('#')[0] ?? ''}${roleAddress(role, token)}`;
}
