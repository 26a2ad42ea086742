import type { DiagramKind } from '../types.ts';
import { cascade } from './cascade.ts';

/** All kinds of diagrams by the name that templates use. */
export const kinds: Readonly<Record<string, DiagramKind>> = { cascade };
