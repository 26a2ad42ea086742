import { createRequire } from 'node:module';
import type { ElkNode } from 'elkjs/lib/elk-api.js';

/** ELK's in-process worker: it answers before `saveDispatch` returns. */
interface ElkWorker {
  onmessage: (answer: { readonly data: { readonly error?: unknown; readonly data?: ElkNode } }) => void;
  readonly dispatcher: { saveDispatch(message: { readonly data: object }): void };
}

let worker: ElkWorker | undefined;

/**
 * Lays a graph out with the Eclipse Layout Kernel's layered algorithm, in this thread and at once.
 * The kernel (1.6 MB) is loaded at the first call.
 * @throws when the graph is malformed, which is a bug of the caller
 */
export function layoutGraph(graph: ElkNode): ElkNode {
  worker ??= startWorker();
  let result: ElkNode | undefined;
  let error: unknown;
  worker.onmessage = ({ data }) => {
    result = data.data;
    error = data.error;
  };
  worker.dispatcher.saveDispatch({ data: { id: 1, cmd: 'layout', graph } });
  if (!result) throw new Error('ELK gave no layout', { cause: error });
  return result;
}

function startWorker(): ElkWorker {
  const { Worker } = createRequire(import.meta.url)('elkjs/lib/elk-worker.min.js') as { Worker: new () => ElkWorker };
  const started = new Worker();
  started.onmessage = () => undefined;
  started.dispatcher.saveDispatch({ data: { id: 0, cmd: 'register', algorithms: ['layered'] } });
  return started;
}
