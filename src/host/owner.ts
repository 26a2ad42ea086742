import { readlinkSync } from 'node:fs';

/**
 * Names what this process leaves on disk for a moment, so that a later run can tell leftovers of a killed process from
 * the work of a running one. On Linux the tag holds the process-id namespace too: containers that share a folder do
 * not share process numbers.
 */
export function ownerTag(): string {
  return `${namespaceId()}-${process.pid}`;
}

/** Whether `tag` was made in this namespace by a process that no longer runs. Unknown tags are left alone. */
export function isAbandoned(tag: string): boolean {
  const [, namespace, pid] = /^(\d+)-(\d+)$/.exec(tag) ?? [];
  return namespace === namespaceId() && !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

let ownNamespace: string | undefined;

function namespaceId(): string {
  ownNamespace ??= readNamespace();
  return ownNamespace;
}

function readNamespace(): string {
  try {
    return /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0';
  } catch {
    return '0';
  }
}
