import { expect, it } from 'vitest';
import { readExamples } from '../../../src/pages/gallery/index.ts';
import { loadCatalogue } from '../../../src/parse/index.ts';
import { makeProject } from '../../support/files.ts';

const folder = 'templates/layouts/own';
const layout = {
  [`${folder}/fields.yaml`]: 'title: Own\ndescription: A layout.\ntype: object\nproperties: {}\n',
  [`${folder}/layout.hbs`]: '# x',
};
const normal = '- { name: normal, lang: en, slide: { layout: own, title: A point is made } }\n';

/** The codes of a layout whose examples are these. */
function codes(examples?: string): readonly string[] {
  const { files } = makeProject(examples === undefined ? layout : { ...layout, [`${folder}/example.yaml`]: examples });
  const found = loadCatalogue(files, ['templates']).get('own');
  if (!found?.ok) throw new Error(JSON.stringify(found?.diagnostics));
  return readExamples(files, found.value).diagnostics.map(({ code }) => code);
}

it('layout/no-example: a layout without examples', () => {
  expect(codes()).toEqual(['layout/no-example']);
  expect(codes('[]\n')).toEqual(['layout/no-example']);
  expect(codes(normal)).toEqual([]);
});

it('layout/example: an example without its parts, or with the name of another', () => {
  expect(codes('- words\n')).toEqual(['layout/example']);
  expect(codes('- { name: normal, slide: {} }\n')).toEqual(['layout/example']);
  expect(codes(normal + normal)).toEqual(['layout/example']);
});
