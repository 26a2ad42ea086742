import type { Helper } from '../helper.ts';
import { alignment } from './alignment.ts';
import { attr } from './attr.ts';
import { blocks } from './blocks.ts';
import { callout } from './callout.ts';
import { cite } from './cite.ts';
import { code } from './code.ts';
import { diagram } from './diagram.ts';
import { evidence } from './evidence.ts';
import { heading } from './heading.ts';
import { list } from './list.ts';
import { lit } from './lit.ts';
import { logic } from './logic.ts';
import { picture } from './picture.ts';
import { room } from './room.ts';
import { step } from './step.ts';
import { subheading } from './subheading.ts';
import { t } from './t.ts';
import { tex } from './tex.ts';

/** All helpers a template may call, besides Handlebars' `if`, `unless`, `each`, `with` and `lookup`. */
export const helpers: readonly Helper[] = [
  heading,
  subheading,
  list,
  blocks,
  picture,
  step,
  diagram,
  room,
  code,
  tex,
  attr,
  alignment,
  lit,
  t,
  evidence,
  cite,
  callout,
  ...logic,
];
