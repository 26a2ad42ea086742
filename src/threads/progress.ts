import { phases, type Phase } from '../make/index.ts';

const names = Object.keys(phases) as readonly Phase[];

/** Which phase of a lesson has begun, in memory that both threads see: a message would wake the other one each time. */
export type Progress = Int32Array<SharedArrayBuffer>;

/** The progress of a lesson that has not been begun. */
export const newProgress = (): Progress => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** Notes that a phase begins. */
export const notePhase = (progress: Progress, phase: Phase): void =>
  void Atomics.store(progress, 0, names.indexOf(phase));

/** The phase that was begun last. */
export const phaseOf = (progress: Progress): Phase => names[Atomics.load(progress, 0)] ?? 'start';
