import { hashOf, success } from '../../base/index.ts';
import type { LedgerOutput } from './ledger.ts';

/** An output folder that exists only here: what is written to it can be read again, and nothing reaches the disk. */
export function createMemoryOutput(): LedgerOutput {
  const files = new Map<string, Uint8Array>();
  const write: LedgerOutput['write'] = ({ path, bytes }) => {
    const before = files.get(path);
    files.set(path, bytes);
    return success({ path, changed: before === undefined || hashOf(before) !== hashOf(bytes) });
  };
  return {
    folder: '',
    write,
    writeAll: (batch) =>
      Promise.resolve(
        batch.flatMap((file) => {
          const made = file.bytes();
          return made.ok ? write({ path: file.path, bytes: made.value }).diagnostics : made.diagnostics;
        }),
      ),
    remove: (path) => files.delete(path),
    holds: (path, hash) => {
      const bytes = files.get(path);
      return bytes !== undefined && hashOf(bytes) === hash;
    },
    read: (path) => files.get(path),
    exclusively: (work) => Promise.resolve().then(work),
    settle: () => undefined,
    isSettled: () => false,
    save: () => undefined,
  };
}
