import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Diagnostic } from '../../src/base/index.ts';
import { checkSettings, settle } from '../../src/checks/index.ts';
import { slidesOf, type Config, type Lesson } from '../../src/model/index.ts';
import { defaultConfig, loadCatalogue, ownTemplates, parseConfig, parseLesson } from '../../src/parse/index.ts';
import { makeProject } from '../support/files.ts';

const knownCodes = new Set(['slide/overflow', 'slide/overlap', 'slide/words', 'coverage/incomplete']);

function lessonWith(ignore: readonly object[], config = ''): { lesson: Lesson; settings: Config } {
  const slides = [
    { id: 'one', layout: 'statement', title: 'One', body: 'x', ...(ignore.length > 0 ? { ignore } : {}) },
    { id: 'two', layout: 'statement', title: 'Two', body: 'y' },
  ];
  const outline = {
    title: 'A lesson',
    lang: 'en',
    sections: [{ id: 'main', title: 'Main', minutes: 5, slides }],
    plans: [{ id: 'short', minutes: 5 }],
  };
  const { files } = makeProject({ 'lessons/x/lesson.yaml': stringify(outline), 'lectern.yaml': config });
  const settings = parseConfig(files);
  const parsed = parseLesson(files, 'lessons/x', {
    catalogue: loadCatalogue(files, ['templates', ownTemplates]),
    config: defaultConfig,
  });
  if (!parsed.ok || !settings.ok) throw new Error(JSON.stringify([parsed.diagnostics, settings.diagnostics]));
  return { lesson: parsed.value, settings: settings.value };
}

const findingOn = (lesson: Lesson, id: string, code: Diagnostic['code'] = 'slide/overflow'): Diagnostic => {
  const slide = slidesOf(lesson).find((item) => item.slide.id === id)?.slide;
  return { code, severity: 'error', message: `on ${id}`, ...(slide ? { at: slide.places.value('/body') } : {}) };
};

const options = (config: Config = defaultConfig, notRun: readonly string[] = []) => ({
  config,
  knownCodes,
  notRun: new Set(notRun),
});

describe('settling findings', () => {
  it('drops and counts what a slide ignores, on that slide only', () => {
    const { lesson } = lessonWith([{ check: 'slide/overflow', reason: 'The poster bleeds on purpose.' }]);
    const settled = settle(lesson, [findingOn(lesson, 'one'), findingOn(lesson, 'two')], options());
    expect(settled.ignored).toBe(1);
    expect(settled.diagnostics.map((finding) => finding.message)).toEqual(['on two']);
  });

  it('counts a finding elsewhere that is related to the slide as its own', () => {
    const { lesson } = lessonWith([{ check: 'slide/overflow', reason: 'A long reference.' }]);
    const { at } = findingOn(lesson, 'one');
    const elsewhere: Diagnostic = {
      code: 'slide/overflow',
      severity: 'error',
      message: 'a reference',
      at: { file: 'references.yaml', start: 0, end: 1 },
      related: at ? [{ at, message: 'shown here' }] : [],
    };
    expect(settle(lesson, [elsewhere], options())).toEqual({ diagnostics: [], ignored: 1, aside: [elsewhere] });
  });

  it('warns of an ignore without a finding, unless its check did not run', () => {
    const { lesson } = lessonWith([{ check: 'slide/overflow', reason: 'It was too long once.' }]);
    expect(settle(lesson, [], options()).diagnostics.map((finding) => [finding.code, finding.severity])).toEqual([
      ['check/unused-ignore', 'warning'],
    ]);
    expect(settle(lesson, [], options(defaultConfig, ['slide/overflow'])).diagnostics).toEqual([]);
  });

  it('refuses a code that does not exist and names the nearest', () => {
    const { lesson } = lessonWith([{ check: 'slide/overflw', reason: 'Misspelt.' }]);
    const [finding] = settle(lesson, [], options()).diagnostics;
    expect(finding).toMatchObject({
      code: 'check/unknown-code',
      severity: 'error',
      help: ['Did you mean slide/overflow?'],
    });
  });

  it.each([
    ['diagrams-and-charts/overflow', 'Did you mean slide/overflow?'],
    ['diagrams-and-charts/nothing-like-it', 'All findings are listed in docs/diagnostics.md.'],
  ])('names the one with the same end, or none: %s', (code, help) => {
    const { lesson } = lessonWith([{ check: code, reason: 'From elsewhere.' }]);
    expect(settle(lesson, [], options()).diagnostics[0]?.help).toEqual([help]);
  });

  it('gives findings the severity that lectern.yaml sets', () => {
    const { lesson, settings } = lessonWith(
      [],
      'checks:\n  slide/overflow: off\n  slide/overlap: { severity: info }\n',
    );
    const found = [
      findingOn(lesson, 'one'),
      findingOn(lesson, 'one', 'slide/overlap'),
      findingOn(lesson, 'one', 'slide/words'),
    ];
    const settled = settle(lesson, found, options(settings)).diagnostics;
    expect(settled.map((finding) => [finding.code, finding.severity])).toEqual([
      ['slide/words', 'error'],
      ['slide/overlap', 'info'],
    ]);
  });

  it('finds codes in lectern.yaml that do not exist', () => {
    const { settings } = lessonWith([], 'checks:\n  slides/overflow: off\n');
    expect(checkSettings(settings, knownCodes)).toMatchObject([
      { code: 'check/unknown-code', help: ['Did you mean slide/overflow?'], at: { file: 'lectern.yaml' } },
    ]);
  });

  it('sorts by place, the worst first', () => {
    const { lesson } = lessonWith([]);
    const found = [
      findingOn(lesson, 'two'),
      { ...findingOn(lesson, 'one'), severity: 'info' as const },
      findingOn(lesson, 'one', 'slide/overlap'),
    ];
    expect(
      settle(lesson, found, options()).diagnostics.map((finding) => `${finding.severity} ${finding.message}`),
    ).toEqual(['error on one', 'info on one', 'error on two']);
  });
});
