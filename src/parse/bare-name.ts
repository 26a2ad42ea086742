import { memo } from '../base/index.ts';

/** A name as it is compared: accents, case, spaces and hyphens make no difference. */
export const bareName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_-]/g, '');

/** The same of a name that a schema or a layout has: what is written on each slide is compared with all of them. */
export const bareKnownName = memo(bareName);

/** A bare name without the sign of a plural. */
export const singularName = (bare: string): string => (bare.endsWith('s') ? bare.slice(0, -1) : bare);
