import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, textWidth, type Font } from '../../src/text/index.ts';

const sans: Font = { family: 'sans', size: 20 };
const linesOf = (text: string, width: number): readonly string[] =>
  breakLines([{ text, font: sans }], width).map((line) => line.text);

describe('the width of text', () => {
  it('is that of the font: bold is wider, mono has one width, italic its own', () => {
    expect(textWidth('A', { family: 'sans', size: 1000 })).toBe(544);
    expect(textWidth('A', { family: 'sans', bold: true, size: 1000 })).toBe(558);
    expect(textWidth('il', { family: 'mono', size: 100 })).toBe(textWidth('WM', { family: 'mono', size: 100 }));
    expect(textWidth('fi', { family: 'sans', italic: true, size: 100 })).not.toBe(textWidth('fi', sans) * 5);
  });

  it('is nothing for marks over letters and soft hyphens, and generous for other scripts', () => {
    expect(textWidth('e\u0301\u00ad\u200b', sans)).toBe(textWidth('e', sans));
    expect(textWidth('漢', sans)).toBeGreaterThanOrEqual(20);
  });
});

describe('lines', () => {
  it('break at spaces and behind hyphens before letters, not in 5-HT\u00a0x', () => {
    expect(linesOf('een twee drie', 60)).toEqual(['een', 'twee', 'drie']);
    expect(linesOf('AMPA-receptor', 80)).toEqual(['AMPA-', 'receptor']);
    expect(linesOf('12-34\u00a056', 10)).toEqual(['12-34\u00a056']);
    expect(linesOf('a\n\nb', 100)).toEqual(['a', '', 'b']);
  });

  it('keep runs of one word together', () => {
    const runs = ['H', '2', 'O is'].map((text) => ({ text, font: sans }));
    expect(breakLines(runs, 1).map((line) => line.text)).toEqual(['H2O', 'is']);
  });

  it('keep every word in order, and are no wider than asked unless one word is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 10, max: 600 }), (text, width) => {
        const lines = breakLines([{ text, font: sans }], width);
        const words = (of: string): string => of.replace(/[ \t\r\n]+/g, '');
        expect(words(lines.map((line) => line.text).join(''))).toBe(words(text));
        for (const line of lines) if (line.text.includes(' ')) expect(line.width).toBeLessThanOrEqual(width);
      }),
    );
  });
});
