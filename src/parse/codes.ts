import { defineCodes } from '../base/index.ts';
import { yamlCodes } from './codes/yaml.ts';

/** Every code of the parse phase, with its documentation; and the maker of its diagnostics. */
export const { table: parseCodes, diagnostic } = defineCodes({
  ...yamlCodes,
});

/** A code that the parse phase can emit. */
export type ParseCode = keyof typeof parseCodes;
