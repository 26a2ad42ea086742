/** A name for this page that no other has. */
export const clientName = (): string =>
  [...crypto.getRandomValues(new Uint8Array(9))].map((byte) => byte.toString(36).padStart(2, '0')).join('');

export interface StreamOptions {
  readonly onMessage: (message: unknown) => void;
  /** Told when the connection is lost and when it is there again. */
  readonly onConnection: (isOpen: boolean) => void;
}

const askAgain = 500;

/**
 * Listens to the server while the page can be seen. A browser allows few streams to one server, so that pages in the
 * background let go of theirs; they get what they missed when they are looked at again.
 */
export function listen(address: string, { onMessage, onConnection }: StreamOptions): void {
  let source: EventSource | undefined;
  const open = (): void => {
    if (source || document.visibilityState === 'hidden') return;
    source = new EventSource(address);
    source.addEventListener('open', () => onConnection(true));
    source.addEventListener('error', () => {
      onConnection(false);
      // A server that has just started may refuse; the browser then gives up for good, but we ask again.
      if (source?.readyState !== EventSource.CLOSED) return;
      source = undefined;
      setTimeout(open, askAgain);
    });
    source.addEventListener('message', ({ data }) => onMessage(JSON.parse(String(data))));
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') return open();
    source?.close();
    source = undefined;
  });
  open();
}

/** Sends JSON to the server. @returns its answer, or an empty object when there is none. */
export async function post(
  address: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, unknown>>> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return response.ok ? ((await response.json()) as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
