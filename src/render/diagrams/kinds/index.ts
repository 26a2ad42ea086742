import type { DiagramKind } from '../types.ts';
import { cascade } from './cascade.ts';
import { conceptMap } from './concept-map.ts';
import { cycle } from './cycle.ts';
import { evidenceLadder } from './evidence-ladder.ts';
import { hierarchy } from './hierarchy.ts';
import { matrix } from './matrix.ts';
import { pathway } from './pathway.ts';
import { qr } from './qr.ts';
import { timeline } from './timeline.ts';
import { venn } from './venn.ts';

/** All kinds of diagrams by the name that templates use. */
export const kinds: Readonly<Record<string, DiagramKind>> = {
  cascade,
  timeline,
  'evidence-ladder': evidenceLadder,
  matrix,
  cycle,
  'concept-map': conceptMap,
  hierarchy,
  pathway,
  qr,
  venn,
};
