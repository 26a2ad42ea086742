import type { ServerResponse } from 'node:http';
import { commonHeaders } from './reply.ts';

/** What a listener shows: the index, the preview of a lesson, its deck in a window of its own, the phone. */
export type View = 'index' | 'shell' | 'deck' | 'remote';

/** One page that listens. */
export interface Listener {
  readonly view: View;
  readonly lesson: string;
  /** Name that the page gave itself. */
  readonly client: string;
  readonly response: ServerResponse;
}

/** A page that has not taken this many bytes has gone to sleep: it is cut off and asks anew when it wakes. */
const most = 64 * 1024 * 1024;
const heartbeat = 15_000;

/** The open event streams. */
export class Streams {
  readonly #listeners = new Set<Listener>();
  readonly #onGone: (listener: Listener) => void;
  readonly #timer: NodeJS.Timeout;

  /** @param onGone called when a page has left. */
  constructor(onGone: (listener: Listener) => void) {
    this.#onGone = onGone;
    this.#timer = setInterval(() => this.#write(() => true, ':\n\n'), heartbeat);
    this.#timer.unref();
  }

  open(listener: Listener): void {
    const { response } = listener;
    response.writeHead(200, { ...commonHeaders, 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
    response.write('retry: 400\n\n');
    this.#listeners.add(listener);
    response.on('close', () => {
      if (this.#listeners.delete(listener)) this.#onGone(listener);
    });
  }

  /** Sends a message to some listeners. @param id what a listener gives back when it connects again. */
  send(to: (listener: Listener) => boolean, message: object, id?: string): void {
    this.#write(to, `${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(message)}\n\n`);
  }

  some(test: (listener: Listener) => boolean): boolean {
    return [...this.#listeners].some(test);
  }

  close(): void {
    clearInterval(this.#timer);
    for (const { response } of this.#listeners) response.end();
    this.#listeners.clear();
  }

  #write(to: (listener: Listener) => boolean, text: string): void {
    for (const listener of this.#listeners) {
      if (!to(listener)) continue;
      if (listener.response.writableLength > most) listener.response.destroy();
      else listener.response.write(text);
    }
  }
}
