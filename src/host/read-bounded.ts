/**
 * Reads an answer from the network until it is longer than it may be, whatever length it claims.
 * @returns `undefined` when it is longer.
 */
export async function readBounded({ body }: Response, mostBytes: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
    length += read.value.byteLength;
    if (length > mostBytes) {
      await reader?.cancel();
      return undefined;
    }
    parts.push(read.value);
  }
  return Buffer.concat(parts);
}
