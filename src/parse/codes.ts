import { defineCodes } from '../base/index.ts';
import { configCodes } from './codes/config.ts';
import { layoutCodes } from './codes/layout.ts';
import { linkCodes } from './codes/links.ts';
import { outlineCodes } from './codes/outline.ts';
import { sourceCodes } from './codes/source.ts';
import { yamlCodes } from './codes/yaml.ts';

/** Every code of the parse phase, with its documentation; and the maker of its diagnostics. */
export const { table: parseCodes, diagnostic } = defineCodes({
  ...yamlCodes,
  ...outlineCodes,
  ...linkCodes,
  ...layoutCodes,
  ...sourceCodes,
  ...configCodes,
});

/** A code that the parse phase can emit. */
export type ParseCode = keyof typeof parseCodes;
