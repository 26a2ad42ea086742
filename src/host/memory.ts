import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of garbage that are let lie. */
const leastRoom = 32 * 1024 * 1024;

/**
 * Makes a function that collects garbage when there is much of it. V8 lets garbage grow to several times what is in use,
 * and more the longer a process runs: good for a server that has the machine to itself, bad for a build beside a browser.
 * A collection takes some 15 ms, once in twenty lessons.
 */
export function createSweeper(): () => void {
  let most = leastRoom;
  let collect: (() => void) | undefined;
  return () => {
    if (heldBytes() < most) return;
    collect ??= garbageCollector();
    collect();
    const kept = heldBytes();
    most = kept + Math.max(leastRoom, kept / 2);
  };
}

/** Bytes of V8's heap that are in use or garbage, and of the buffers beside it. */
function heldBytes(): number {
  const { used_heap_size: heap, external_memory: external } = getHeapStatistics();
  return heap + external;
}

/** V8's own, which scripts see only when a flag is set before their context is made. */
function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const found: unknown = runInNewContext('typeof gc === "function" ? gc : undefined');
  setFlagsFromString('--no-expose-gc');
  return typeof found === 'function' ? () => void Reflect.apply(found, undefined, []) : () => undefined;
}
