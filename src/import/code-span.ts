import { fenceFor } from '../text/index.ts';

/** Code with as many backticks around it as it needs. */
export function asCode(code: string): string {
  const fence = fenceFor(code, 1);
  const space = /^`|`$/.test(code) ? ' ' : '';
  return fence + space + code + space + fence;
}
