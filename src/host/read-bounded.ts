/** Bytes a second that an answer must bring, once it has been read for so many milliseconds. */
export interface Pace {
  readonly bytesPerSecond: number;
  readonly after: number;
}

/**
 * Reads an answer from the network until it is longer than it may be, whatever length it claims, or comes too slowly.
 * @returns why it was not read to the end, if so.
 */
export async function readBounded(
  { body }: Response,
  mostBytes: number,
  pace?: Pace,
): Promise<Uint8Array | 'too large' | 'too slow'> {
  const parts: Uint8Array[] = [];
  const start = performance.now();
  let length = 0;
  const reader = body?.getReader();
  for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
    length += read.value.byteLength;
    const why = length > mostBytes ? 'too large' : pace && isSlow(length, performance.now() - start, pace);
    if (why) {
      await reader?.cancel();
      return why;
    }
    parts.push(read.value);
  }
  return Buffer.concat(parts);
}

const isSlow = (length: number, milliseconds: number, { bytesPerSecond, after }: Pace) =>
  milliseconds > after && length < (milliseconds / 1000) * bytesPerSecond ? 'too slow' : undefined;
