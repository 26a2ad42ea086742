import { afterAll, describe, expect, it } from 'vitest';
import { DomParser } from '../support/dom.ts';
import { errorsOf, kitFrom, lessonOf } from '../support/pipeline.ts';

const dom = new DomParser();
afterAll(() => dom[Symbol.asyncDispose]());

const fields =
  'title: Own\ndescription: A layout of the lesson.\ntype: object\nx-title: optional\nproperties:\n  text: { type: string, format: inline }\n  tag: { type: string, format: text }\n  items: { type: array, items: { type: string, format: inline } }\n';

const kit = (template: string, more: Readonly<Record<string, string>> = {}, slide: object = {}) =>
  kitFrom(lessonOf([{ layout: 'own', title: 'T', text: 'words', items: ['a', 'b'], ...slide }]), {
    'lessons/x/templates/layouts/own/fields.yaml': fields,
    'lessons/x/templates/layouts/own/layout.hbs': template,
    ...more,
  });

const partial = (name: string): string => `lessons/x/templates/partials/${name}.hbs`;

/** Milliseconds of processor time. */
async function timed<T>(run: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const start = process.cpuUsage();
  const value = await run();
  const { user, system } = process.cpuUsage(start);
  return { value, ms: (user + system) / 1000 };
}

describe('templates that reach for more than they are given (S6)', () => {
  it.each([
    '{{constructor}}',
    '{{text.constructor.constructor}}',
    '{{lookup this "constructor"}}',
    '{{#with (lookup this "__proto__")}}{{toString}}{{/with}}',
    '{{this.__proto__.polluted}}',
    '{{#each this}}{{@key}}={{this.constructor.name}} {{/each}}',
    '{{items.length.constructor}}',
    '{{#with text}}{{source.constructor}}{{markdown.constructor}}{{/with}}',
    '{{__defineGetter__}}{{valueOf}}{{hasOwnProperty}}',
    '{{@root.constructor}}{{@root.__proto__}}',
    '{{#with text as |constructor|}}{{constructor.constructor}}{{/with}}',
    '{{text.markdown.__proto__.constructor}}',
  ])('gives nothing for %s', async (template) => {
    const { value, ms } = await timed(() => kit(`# x\n\n${template}`));
    expect(ms).toBeLessThan(3000);
    expect(value.files['deck.md'] ?? '').not.toMatch(/native code|\[object|function |class /);
    expect(JSON.stringify(value.diagnostics)).not.toMatch(/native code/);
  });

  it.each<[template: string, code: string, times?: number]>([
    ['{{{text}}}', 'template/unescaped'],
    ['{{&text}}', 'template/unescaped'],
    ['{{> (lookup this "tag")}}', 'template/unknown-partial'],
    ['{{> missing}}', 'template/unknown-partial'],
    ['{{#> layout}}x{{/layout}}', 'template/unknown-partial'],
    ['{{#*inline "x"}}y{{/inline}}', 'template/unknown-partial'],
    ['{{log text}}', 'template/unknown-helper'],
    ['{{helperMissing text}}', 'template/unknown-helper'],
    ['{{blockHelperMissing text}}', 'template/unknown-helper'],
    ['{{__write text}}', 'template/unknown-helper'],
    ['{{text}}'.repeat(200_000), 'template/too-long'],
    ['{{#if text}}', 'template/syntax'],
    ['{{text', 'template/syntax'],
    ['{{picture text}}', 'template/failed'],
    ['{{#if text}}', 'template/syntax', 5000],
    ['{{f (', 'template/syntax', 5000],
  ])('refuses %s with %s', async (template, code, times = 1) => {
    const { value, ms } = await timed(() => kit(`# x\n\n${template.repeat(times)}`));
    expect(errorsOf(value)[0]).toMatch(new RegExp(`^${code} `));
    expect(value.diagnostics.find((finding) => finding.code === code)?.at?.file).toBe(
      'lessons/x/templates/layouts/own/layout.hbs',
    );
    expect(ms).toBeLessThan(3000);
  });

  it.each<[name: string, template: string, partials: Readonly<Record<string, string>>, code: string]>([
    ['a partial that includes itself', '{{> a}}', { a: '{{> a}}' }, 'template/cycle'],
    ['two that include each other', '{{> a}}', { a: '{{> b}}', b: '{{> a}}' }, 'template/cycle'],
    [
      'partials that double thirty times',
      '{{> p0}}',
      Object.fromEntries(
        Array.from({ length: 31 }, (_, i) => [`p${i}`, i === 30 ? 'x' : `{{> p${i + 1}}}{{> p${i + 1}}}`]),
      ),
      'template/too-much',
    ],
    ['loops in loops', `${'{{#each @root.items}}'.repeat(20)}x${'{{/each}}'.repeat(20)}`, {}, 'template/too-much'],
    [
      'long text in a loop',
      `${'{{#each @root.items}}'.repeat(9)}${'x'.repeat(100_000)}${'{{/each}}'.repeat(9)}`,
      {},
      'template/too-much',
    ],
    [
      'long text in partials',
      '{{> p0}}',
      Object.fromEntries(
        Array.from({ length: 12 }, (_, i) => [
          `p${i}`,
          i === 11 ? 'x'.repeat(100_000) : `{{> p${i + 1}}}{{> p${i + 1}}}`,
        ]),
      ),
      'template/too-much',
    ],
  ])('ends: %s', async (_, template, partials, code) => {
    const files = Object.fromEntries(Object.entries(partials).map(([name, text]) => [partial(name), text]));
    const { value, ms } = await timed(() => kit(`# x\n\n${template}`, files));
    expect(errorsOf(value)[0]).toMatch(new RegExp(`^${code} `));
    expect(ms).toBeLessThan(3000);
  });

  it.each(['{{#if text}}', '{{^if text}}', '{{else if text}}'])('ends: thousands of %s', async (open) => {
    const close = open.startsWith('{{else') ? '' : '{{/if}}';
    const start = close === '' ? '{{#if text}}' : '';
    const end = close === '' ? '{{/if}}' : '';
    const { value, ms } = await timed(() => kit(`# x\n\n${start}${open.repeat(3000)}x${close.repeat(3000)}${end}`));
    expect(errorsOf(value)[0]).toMatch(/^template\/(syntax|failed) /);
    expect(ms).toBeLessThan(3000);
  });

  it('does not read a mapping of the outline as a template or as safe text', async () => {
    const program = { type: 'Program', body: [{ type: 'MustacheStatement', path: 0, params: [], loc: {} }] };
    const forged = { markdown: '<script>x</script>', source: 'x', string: '<script>' };
    for (const text of [program, forged]) {
      const result = await kit('# x\n\n{{text}}', {}, { text });
      const { dangers } = await dom.parse(result.files['deck.html'] ?? '');
      // A mapping where text is meant is shown as text.
      expect(dangers).toEqual([]);
      expect(result.files['deck.html']).not.toContain('<script>x');
    }
  });
});

describe('templates that write what runs or loads (S2, S3)', () => {
  it.each([
    '<script>fetch("//127.0.0.1:1")</script>',
    '<scr{{tag}}>x</script>',
    '<iframe src="//127.0.0.1:1"></iframe>',
    '<meta http-equiv="refresh" content="0;url=//127.0.0.1:1">',
    '<base href="//127.0.0.1:1/">',
    '<link rel="dns-prefetch" href="//127.0.0.1:1">',
    '<object data="//127.0.0.1:1"></object>',
    '<form action="//127.0.0.1:1"><input autofocus></form>',
    '<div onclick="x()">a</div>',
    '<div class="a"onmouseover=x()>a</div>',
    '<img src="//127.0.0.1:1/x.png">',
    '<img src=x.png>',
    '<video poster="//127.0.0.1:1"></video>',
    '<a href="javascript:x()">a</a>',
    '<p style="background:url(//127.0.0.1:1)">a</p>',
    '<style>@import "//127.0.0.1:1";</style>',
    '<svg><script>x</script></svg>',
    '<svg onload="x()"></svg>',
  ])('is refused with its slide: %s', async (template) => {
    const result = await kit(`# x\n\n<div>\n\n{{text}}\n\n</div>\n\n${template}`, {}, { tag: 'ipt' });
    expect(errorsOf(result)[0]).toMatch(/^render\/forbidden-html /);
    expect(result.made?.deck.slides.map(({ standIn }) => standIn)).toEqual([true]);
    expect((await dom.parse(result.files['deck.html'] ?? '')).dangers).toEqual([]);
    expect(result.files['deck.md']).not.toContain(template.replaceAll('{{tag}}', 'ipt'));
  });
  it('may write plain HTML', async () => {
    const { files, diagnostics } = await kit(
      '# x\n\n<div class="a" id="b" data-step="+">\n\n{{text}}\n\n</div>\n\n<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>',
    );
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect((await dom.parse(files['deck.html'] ?? '')).dangers).toEqual([]);
  });
});
