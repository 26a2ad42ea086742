import { defineCodes } from '../../base/index.ts';

export const { table: galleryCodes, diagnostic } = defineCodes({
  'layout/no-example': {
    severity: 'warning',
    summary: 'A layout has no example.yaml, or no example in it.',
    why: 'It cannot be shown in the gallery, and nobody sees what it is for.',
    mend: 'Add example.yaml with a list of `{ name, lang, slide }`.',
  },
  'layout/example': {
    severity: 'error',
    summary: 'An entry of example.yaml is not an example of its layout.',
    why: 'The gallery and the documentation are made from the examples.',
    mend: 'Give each entry a unique `name`, a `lang` and a `slide` with the layout’s own name as `layout`.',
  },
});
