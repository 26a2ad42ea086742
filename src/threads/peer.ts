import { isRefusal } from '../base/index.ts';

/** One end of a channel between two threads. */
export interface Port {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}

/** What the other side may call: functions of values that can be cloned. */
export type Calls = Readonly<Record<string, (...args: never[]) => unknown>>;

interface Call {
  readonly id: number;
  readonly call: string;
  readonly args: readonly never[];
}

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: Trouble;
}

/** What is kept of an exception. */
interface Trouble extends Pick<Error, 'name' | 'message' | 'stack'> {
  /** Of the system's refusals. */
  readonly code?: string;
}

function troubleOf(error: unknown): Trouble {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack = '' } = error;
  return { name, message, stack, ...(isRefusal(error) ? { code: error.code } : {}) };
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Lets two threads call each other's functions; exceptions keep what tells them apart. */
export class Peer<Theirs extends Calls> {
  readonly #port: Port;
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;

  /** @param calls what the other side may call here. */
  constructor(port: Port, calls: Calls) {
    this.#port = port;
    port.on('message', (message) => {
      const arrived = message as Call | Answer;
      if ('call' in arrived) void this.#answer(arrived, calls);
      else this.#settle(arrived);
    });
  }

  /** Calls a function of the other side. Arguments and result are copied. */
  call<Name extends keyof Theirs & string>(
    name: Name,
    ...args: Parameters<Theirs[Name]>
  ): Promise<Awaited<ReturnType<Theirs[Name]>>> {
    const id = ++this.#count;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve, reject });
      this.#port.postMessage({ id, call: name, args });
    });
  }

  async #answer({ id, call, args }: Call, calls: Calls): Promise<void> {
    try {
      this.#port.postMessage({ id, value: await calls[call]?.(...args) } satisfies Answer);
    } catch (error) {
      this.#port.postMessage({ id, error: troubleOf(error) } satisfies Answer);
    }
  }

  #settle({ id, value, error }: Answer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(Object.assign(new Error(error.message), error));
    else waiting?.resolve(value);
  }
}
