import { dirname, join } from 'node:path';
import { ownerTag } from '../owner.ts';

let counter = 0;

/** A name beside a file of an output folder under which it is written first; a later run knows it as a leftover. */
export const temporaryBeside = (target: string): string =>
  join(dirname(target), `.lectern-${ownerTag()}-${++counter}.tmp`);
