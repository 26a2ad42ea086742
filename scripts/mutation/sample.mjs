// Plugins of Stryker.
//
// Sample: of all faults it tries as many as SAMPLE says, the same ones for the same SEED. The others are told as
// "CompileError" and count neither way.
//
// Wording: sentences for people are left as they are, since tests hold codes and places and not how they are worded.
import { createHash } from 'node:crypto';

const rank = (seed, { fileName, location, replacement }) =>
  createHash('sha256')
    .update(JSON.stringify([seed, fileName.slice(fileName.lastIndexOf('/src/')), location, replacement]))
    .digest('hex');

class Sample {
  #taken = new Set();

  async init() {}

  /** All faults come at once here, so that a number of them can be drawn. */
  async group(mutants) {
    const { SAMPLE = '0', SEED = '1' } = process.env;
    const ordered = mutants.map((mutant) => [rank(SEED, mutant), mutant.id]).sort(([a], [b]) => (a < b ? -1 : 1));
    this.#taken = new Set(ordered.slice(0, Number(SAMPLE)).map(([, id]) => id));
    return [mutants.map(({ id }) => id)];
  }

  async check(mutants) {
    const result = (id) =>
      this.#taken.has(id) ? { status: 'passed' } : { status: 'compileError', reason: 'not in the sample' };
    return Object.fromEntries(mutants.map(({ id }) => [id, result(id)]));
  }
}

const sentence = /[a-z,;:]+ \S+ [a-z]/;

/** The text of a literal as it is written, without what is put into it. */
function textOf({ node }) {
  if (node.type === 'StringLiteral') return node.value;
  return node.type === 'TemplateLiteral' ? node.quasis.map(({ value }) => value.raw).join('…') : '';
}

const wording = { shouldIgnore: (path) => (sentence.test(textOf(path)) ? 'a sentence for people' : undefined) };

export const strykerPlugins = [
  { kind: 'Ignore', name: 'wording', value: wording },
  { kind: 'Checker', name: 'sample', factory: () => new Sample() },
];
