import type { Hash } from '../base/index.ts';

/**
 * The entry of an action cache as HTTP stores such as bazel-remote check it: an `ActionResult` of the remote execution
 * API with one output file. Only its two members that point to the bytes are written and read.
 * Format: https://github.com/bazelbuild/remote-apis (remote_execution.proto), protobuf's wire format.
 */
export interface Digest {
  readonly hash: Hash;
  readonly size: number;
}

const outputFiles = 2;
const filePath = 1;
const fileDigest = 2;
const digestHash = 1;
const digestSize = 2;

export function encodeActionResult({ hash, size }: Digest): Uint8Array {
  const digest = Buffer.concat([field(digestHash, Buffer.from(hash)), number(digestSize, size)]);
  return field(outputFiles, Buffer.concat([field(filePath, Buffer.from('result')), field(fileDigest, digest)]));
}

/** @returns `undefined` when the bytes are no such entry. */
export function decodeActionResult(bytes: Uint8Array): Digest | undefined {
  try {
    const file = members(bytes).get(outputFiles);
    const digest = file instanceof Uint8Array ? members(file).get(fileDigest) : undefined;
    const found = digest instanceof Uint8Array ? members(digest) : undefined;
    const [hash, size] = [found?.get(digestHash), found?.get(digestSize)];
    if (!(hash instanceof Uint8Array) || typeof size !== 'number') return undefined;
    const text = Buffer.from(hash).toString('latin1');
    return /^[0-9a-f]{64}$/.test(text) ? { hash: text, size } : undefined;
  } catch {
    return undefined;
  }
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) | 128);
  }
}

const number = (tag: number, value: number): Buffer => Buffer.concat([varint(tag * 8), varint(value)]);
const field = (tag: number, bytes: Uint8Array): Buffer =>
  Buffer.concat([varint(tag * 8 + 2), varint(bytes.byteLength), bytes]);

/** The members of a message by number, the last one of each; kinds that are not needed are passed over. */
function members(bytes: Uint8Array): ReadonlyMap<number, number | Uint8Array> {
  const found = new Map<number, number | Uint8Array>();
  let at = 0;
  const read = (): number => {
    let value = 0;
    for (let factor = 1; factor <= 2 ** 49; factor *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) throw new Error('cut off');
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    throw new Error('too long');
  };
  while (at < bytes.byteLength) {
    const tag = read();
    const kind = tag % 8;
    const size = kind === 1 ? 8 : kind === 5 ? 4 : kind === 2 ? read() : 0;
    if (kind !== 0 && size === 0 && kind !== 2) throw new Error('unknown kind');
    if (at + size > bytes.byteLength) throw new Error('cut off');
    found.set(Math.floor(tag / 8), kind === 0 ? read() : bytes.subarray(at, at + size));
    at += size;
  }
  return found;
}
