import { posix } from 'node:path';
import type { Code, Diagnostic, FileId, Outcome } from '../../base/index.ts';
import { failure, hasErrors, success } from '../../base/index.ts';
import type { CheckSetting, Config, Files } from '../../model/index.ts';
import { diagnostic } from '../codes.ts';
import { Cursor } from '../cursor.ts';
import { builtInPresentation, readPresentation } from '../outline/parts.ts';
import { checkStrictly } from '../schema/index.ts';
import { tidy } from '../tidy.ts';
import { readFailureText } from '../yaml/decode.ts';
import { loadYaml } from '../yaml/load.ts';
import { configSchema, paperChoices } from './schema.ts';

/** The name of the configuration file, at the root of the project. */
const configFile: FileId = 'lectern.yaml';

/** The configuration of a project without lectern.yaml. */
export const defaultConfig: Config = {
  lessons: 'lessons',
  output: 'output',
  presentation: builtInPresentation,
  coverage: { sections: 100, statements: 100 },
  papers: { size: 'a4', slides: 3, text: 'points', versions: 1 },
  checks: {},
  hosts: [],
};

/** Reads lectern.yaml; a project without one has the {@link defaultConfig}. */
export function parseConfig(files: Files, file: FileId = configFile): Outcome<Config> {
  const read = files.read(file);
  if (!read.ok && read.reason === 'missing') return success(defaultConfig);
  if (!read.ok)
    return failure([
      diagnostic('yaml/unreadable', `${file} ${readFailureText(read.reason)}.`, { at: { file, start: 0, end: 0 } }),
    ]);
  const yaml = loadYaml(file, read.bytes);
  if (!yaml.ok) return yaml;
  const { value, places } = yaml.value;
  if (value === null) return success({ ...defaultConfig, file });
  const root = new Cursor(value, places);
  const flaws = checkStrictly(configSchema, value, { places, pointer: '' });
  const diagnostics = tidy([...flaws, ...checkFolders(root)]);
  return hasErrors(diagnostics) ? failure(diagnostics) : success(readConfig(file, root), yaml.diagnostics);
}

function readConfig(file: FileId, root: Cursor): Config {
  const { lessons, output, presentation, coverage } = defaultConfig;
  return {
    file,
    lessons: folder(root.get('lessons')) ?? lessons,
    output: folder(root.get('output')) ?? output,
    presentation: readPresentation(root.get('presentation'), presentation),
    coverage: {
      sections: root.get('coverage').get('sections').number() ?? coverage.sections,
      statements: root.get('coverage').get('statements').number() ?? coverage.statements,
    },
    papers: readPapers(root.get('papers')),
    checks: readChecks(root.get('checks')),
    hosts: root.get('hosts').texts(),
  };
}

const found = <T>(values: readonly T[], value: unknown): T | undefined => values.find((one) => one === value);

function readPapers(papers: Cursor): Config['papers'] {
  const { size, slides, text, versions } = defaultConfig.papers;
  const start = papers.get('start').text();
  return {
    size: found(paperChoices.size, papers.get('size').text()) ?? size,
    slides: found(paperChoices.slides, papers.get('slides').number()) ?? slides,
    text: found(paperChoices.text, papers.get('text').text()) ?? text,
    versions: papers.get('versions').number() ?? versions,
    ...(start === undefined ? {} : { start }),
  };
}

function readChecks(checks: Cursor): Config['checks'] {
  return Object.fromEntries(
    checks.entries().map(([code, setting]): [Code, CheckSetting] => {
      const severity = setting.text() ?? setting.get('severity').text();
      const options = Object.fromEntries(
        setting
          .entries()
          .filter(([name]) => name !== 'severity')
          .map(([name, option]) => [name, option.value]),
      );
      return [code as Code, { ...(isSeverity(severity) && { severity }), options: options, at: setting.at }];
    }),
  );
}

const isSeverity = (word: string | undefined): word is NonNullable<CheckSetting['severity']> =>
  word === 'off' || word === 'info' || word === 'warning' || word === 'error';

/** A normalised folder inside the project; `undefined` when nothing is written. */
function folder(path: Cursor): FileId | undefined {
  const text = path.text();
  return text === undefined ? undefined : posix.normalize(text).replace(/^\.\//, '').replace(/\/$/, '');
}

function checkFolders(root: Cursor): readonly Diagnostic[] {
  const outside = [root.get('lessons'), root.get('output')].flatMap((path) => {
    const name = folder(path);
    const unsafe =
      name !== undefined &&
      (name === '.' || name.startsWith('..') || /^([/~.]|[a-z][a-z0-9+.-]*:)|[\\\u0000-\u001f]/i.test(name));
    return unsafe
      ? [diagnostic('config/path', `\`${path.text() ?? ''}\` is not a folder inside the project.`, { at: path.at })]
      : [];
  });
  const lessons = folder(root.get('lessons')) ?? defaultConfig.lessons;
  const output = folder(root.get('output')) ?? defaultConfig.output;
  const overlap = `${lessons}/`.startsWith(`${output}/`) || `${output}/`.startsWith(`${lessons}/`);
  const at = root.get(root.get('output').value === undefined ? 'lessons' : 'output').at;
  return overlap && outside.length === 0
    ? [diagnostic('config/overlap', `The folders \`${lessons}\` and \`${output}\` overlap.`, { at })]
    : outside;
}
