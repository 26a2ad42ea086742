import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { calendarFormat, escapedText, folded } from '../../src/formats/calendar/format.ts';
import { citationFormat } from '../../src/formats/citation/format.ts';
import { defaultConfig } from '../../src/parse/index.ts';
import { soundKit } from '../support/pipeline.ts';

const outline = (more: object): object => ({
  title: 'Ice: "cold", & {wet}; #1',
  lang: 'en',
  sections: [{ id: 's', title: 'S', slides: [{ layout: 'statement', statement: 'Ice is cold.' }] }],
  ...more,
});

async function made(more: object, start?: string) {
  const { made: lesson } = await soundKit(outline(more));
  const papers = { ...defaultConfig.papers, ...(start === undefined ? {} : { start }) };
  const input = {
    ...lesson,
    audience: 'teacher',
    papers,
    date: undefined,
    player: { script: '', css: '' },
    wordsIn: () => new Map(),
  } as const;
  const text = async (format: typeof citationFormat): Promise<string | undefined> => {
    const [file] = (await format.files?.(input)) ?? [];
    return file && Buffer.from(file.bytes).toString();
  };
  const missing = [citationFormat, calendarFormat].flatMap((format) => format.missing?.(input) ?? []);
  return {
    citation: await text(citationFormat),
    calendar: await text(calendarFormat),
    codes: missing.map(({ code }) => code),
  };
}

describe('the citation', () => {
  it('says whose work it is, read by a parser of YAML', async () => {
    const { citation, codes } = await made({
      authors: ['Ada: "x" # y', 'Bo'],
      date: '2026-11-28',
      license: 'CC BY 4.0',
      institution: 'U & V',
    });
    expect(codes).toEqual([]);
    expect(parse(citation ?? '')).toMatchObject({
      'cff-version': '1.2.0',
      title: 'Ice: "cold", & {wet}; #1',
      authors: [{ name: 'Ada: "x" # y' }, { name: 'Bo' }],
      'date-released': '2026-11-28',
      license: 'CC-BY-4.0',
      'preferred-citation': { type: 'slides', year: 2026, institution: { name: 'U & V' } },
    });
  });

  it('is not made of nobody, nor an entry of no day, and that is said', async () => {
    expect(await made({})).toEqual({ citation: undefined, calendar: undefined, codes: ['kit/nobody', 'kit/no-day'] });
    expect((await made({ authors: ['A'], license: 'Ask me' })).citation).not.toContain('license');
  });
});

describe('the entry of a calendar', () => {
  it('stands at the wall time of its day, with signs escaped', async () => {
    const plans = [
      { id: 'p', minutes: 45 },
      { id: 'q', minutes: 90 },
    ];
    const { calendar = '' } = await made({ date: '2026-11-28', plans }, '23:00');
    const lines = calendar.split('\r\n');
    expect(lines).toContain('DTSTART:20261128T230000');
    expect(lines).toContain('DTEND:20261129T003000');
    expect(lines).toContain('SUMMARY:Ice: "cold"\\, & {wet}\\; #1');
    const moved = await made({ date: '2027-01-02', plans });
    const uid = (text: string | undefined): string | undefined =>
      text?.split('\r\n').find((line) => line.startsWith('UID:'));
    expect(uid(moved.calendar)).toBe(uid(calendar));
    expect(moved.calendar).toContain('DTSTART;VALUE=DATE:20270102\r\nDTEND;VALUE=DATE:20270103\r\n');
  });

  it('is folded by bytes, between characters, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const line = `SUMMARY:${escapedText(text)}`;
        const parts = folded(line).split('\r\n');
        for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
        expect(parts.map((part, i) => (i === 0 ? part : part.slice(1))).join('')).toBe(line);
        expect(line).not.toMatch(/[\r\n]/);
      }),
    );
  });
});
