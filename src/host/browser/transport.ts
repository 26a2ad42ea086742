import type { ConnectionTransport } from 'puppeteer-core/internal/puppeteer-core-browser.js';
import type { BrowserProcess } from './process.ts';

/** No message of a healthy browser comes near this (a PDF of 300 MB); more is garbage without an end. */
const maxMessageBytes = 512 * 1024 * 1024;

/**
 * Carries DevTools messages over the browser's pipes: JSON texts, each ended by a NUL byte
 * (Chromium, `content/browser/devtools/devtools_pipe_handler.cc`). What does not look like one closes the transport.
 */
export function pipeTransport(browser: BrowserProcess): ConnectionTransport {
  let parts: Buffer[] = [];
  let size = 0;
  const transport: ConnectionTransport = {
    // Bytes, not a string: Node encodes a long string anew for each part that the pipe has room for.
    send: (message) => void browser.commands.write(Buffer.from(`${message}\0`)),
    close: () => browser.kill(),
  };
  const stop = (): void => {
    browser.answers.destroy();
    parts = [];
  };
  const deliver = (message: Buffer): void => {
    if (message[0] !== 0x7b || message[message.length - 1] !== 0x7d) return stop();
    const text = message.toString('utf8');
    // A turn of the event loop between messages, so that what one message settles has run before the next arrives.
    setImmediate(() => {
      // Puppeteer's handler is asynchronous and throws on malformed JSON.
      Promise.resolve(transport.onmessage?.(text) as unknown).catch(stop);
    });
  };
  browser.answers.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      const last = chunk.subarray(start, end);
      deliver(parts.length === 0 ? last : Buffer.concat([...parts, last]));
      parts = [];
      size = 0;
      start = end + 1;
    }
    if (start === chunk.length) return;
    parts.push(chunk.subarray(start));
    size += chunk.length - start;
    if (size > maxMessageBytes) stop();
  });
  browser.answers.once('close', () => transport.onclose?.());
  return transport;
}
