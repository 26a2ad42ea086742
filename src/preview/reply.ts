import type { IncomingMessage, ServerResponse } from 'node:http';

/** An answer held in memory. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Content security policy, for pages. */
  readonly policy?: string;
  /** File name under which the browser saves it. */
  readonly download?: string;
}

export const textReply = (status: number, body: string): Reply => ({ status, type: 'text/plain; charset=utf-8', body });
export const notFound = textReply(404, 'There is nothing here.\n');
export const jsonReply = (value: unknown, status = 200): Reply => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
});
export const pageReply = (body: string, policy: string): Reply => ({
  status: 200,
  type: 'text/html; charset=utf-8',
  body,
  policy,
});

/** Pages of the preview: their own script, style and streams, nothing from elsewhere, and no one else may frame them. */
export const ownPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:; connect-src 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

/** Headers of every answer. */
export const commonHeaders = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

const nothingPolicy = "default-src 'none'; frame-ancestors 'none'";

export function send(response: ServerResponse, reply: Reply): void {
  const { status, type, body, policy = nothingPolicy, download } = reply;
  response.writeHead(status, {
    ...commonHeaders,
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'content-security-policy': policy,
    ...(download === undefined ? {} : { 'content-disposition': `attachment; filename="${download}"` }),
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

const maxBody = 4096;

/** The JSON object in a request's body; `undefined` for anything else or anything large. */
export async function readJson(request: IncomingMessage): Promise<Readonly<Record<string, unknown>> | undefined> {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return undefined;
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > maxBody) return undefined;
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
