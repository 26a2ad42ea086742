declare module 'elkjs/lib/elk-worker.min.js' {
  import type { ElkNode } from 'elkjs/lib/elk-api.js';

  /** ELK's in-process worker: it answers before `saveDispatch` returns. */
  export interface ElkWorker {
    onmessage: (answer: { readonly data: { readonly error?: unknown; readonly data?: ElkNode } }) => void;
    readonly dispatcher: { saveDispatch(message: { readonly data: object }): void };
  }
  const kernel: { readonly Worker: new () => ElkWorker };
  export default kernel;
}
