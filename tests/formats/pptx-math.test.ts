import { describe, expect, it } from 'vitest';
import katex from 'katex';
import { mathXml } from '../../src/formats/pptx/write/math.ts';

const written = (tex: string): string | undefined => {
  const html = katex.renderToString(tex, { output: 'mathml', displayMode: true });
  return mathXml(html.slice(html.indexOf('<math'), html.indexOf('</math>') + '</math>'.length), () => '');
};

describe('a formula for Office', () => {
  it.each([
    [String.raw`\frac{a}{b}`, '<m:f><m:num>'],
    [String.raw`\binom{n}{k}`, 'm:val="noBar"'],
    ['x^2', '<m:sSup>'],
    ['a_i^2', '<m:sSubSup>'],
    [String.raw`\sqrt[3]{x}`, '<m:rad><m:deg>'],
    [String.raw`\sum_{k=1}^{n} k`, '<m:chr m:val="∑"/><m:limLoc m:val="undOvr"/>'],
    [String.raw`\hat x + \overline{AB}`, '<m:acc>'],
    [String.raw`\lim_{x\to 0} f`, '<m:limLow>'],
    [String.raw`\left( \frac12 \right]`, '<m:begChr m:val="("/><m:endChr m:val="]"/>'],
    [String.raw`\begin{aligned} a &= b \\ &= c \end{aligned}`, '<m:mcJc m:val="right"/>'],
    [String.raw`\mathbb{R}`, '<m:scr m:val="double-struck"/>'],
  ])('is written with its own structure: %s', (tex, part) => {
    expect(written(tex)).toContain(part);
  });

  it('leaves no place empty, where programs would show a box or a sign of an error', () => {
    const made = written(
      String.raw`\left(\int_0^1 - \int_1^2\right) {}_a \begin{aligned} a &= b \\ &= c \end{aligned}`,
    );
    expect(made).not.toMatch(/<m:(?:e|num|den|lim)\/>|<m:(?:e|num|den|lim)><\/m:/);
  });

  it('is a picture where Office has nothing like it', () => {
    expect(written(String.raw`\cancel{x}`)).toBeUndefined();
    expect(written(String.raw`\phantom{x} y`)).toBeUndefined();
  });
});
