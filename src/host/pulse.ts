/** What a supervised process tells the one that watches it. */
export interface Pulse {
  /** What is being done now, for the error when it never ends: a file, and words for what and when. */
  readonly doing?: { readonly file: string; readonly what: string };
  /** Seconds without a sign of life after which the process is stopped. */
  readonly limit?: number;
}

/** Set by {@link supervise} for the process that it starts. */
export const pulseMark = 'LECTERN_SUPERVISED';

/** Milliseconds between two signs of life. */
export const pulseEvery = 250;

const isSupervised = process.send !== undefined && process.env[pulseMark] === '1';

/** Tells the supervising process, if there is one; what is told arrives even when this process hangs directly afterwards. */
export function tellPulse(pulse: Pulse): void {
  if (isSupervised && process.connected) process.send?.(pulse);
}

/** Gives signs of life from now on. A process whose supervisor is gone ends. */
export function startPulse(): void {
  if (!isSupervised) return;
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
  setInterval(() => tellPulse({}), pulseEvery).unref();
}
