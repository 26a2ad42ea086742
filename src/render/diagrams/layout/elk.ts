import type { ElkNode } from 'elkjs/lib/elk-api.js';
import kernel, { type ElkWorker } from 'elkjs/lib/elk-worker.min.js';

let worker: ElkWorker | undefined;

/**
 * Lays a graph out with the Eclipse Layout Kernel's layered algorithm, in this thread and at once.
 * The kernel (1.6 MB) is a module of the bundle of its own, which runs at the first call.
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
  const started = new kernel.Worker();
  started.onmessage = () => undefined;
  started.dispatcher.saveDispatch({ data: { id: 0, cmd: 'register', algorithms: ['layered'] } });
  return started;
}
