import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { expandTex } from '../../src/text/index.ts';

const isSet = (tex: string): boolean => {
  katex.renderToString(expandTex(tex), { throwOnError: true, strict: 'ignore' });
  return true;
};

describe('the commands of mhchem', () => {
  it.each([
    'H2O',
    'SO4^2-',
    'A <=> B',
    'A <=>> B',
    'A <--> B',
    'A ->[heat][cat] B',
    '^{14}_{6}C',
    'CaCO3 v',
    'A\\bond{~-}B',
    'Fe^{3+}_{(aq)}',
  ])('\\ce{%s} can be set by KaTeX', (source) => {
    expect(expandTex(`x \\ce{${source}} y`)).not.toContain('\\ce');
    expect(isSet(`\\ce{${source}}`)).toBe(true);
  });
});

describe('the commands of siunitx', () => {
  it.each([
    ['\\SI{9.81}{\\metre\\per\\second\\squared}', '9.81\\,\\mathrm{m}\\,\\mathrm{s}^{-2}'],
    ['\\qty{5}{\\kilo\\gram}', '5\\,\\mathrm{k}\\mathrm{g}'],
    ['\\SI{20}{\\celsius}', '20\\,{}^{\\circ}\\mathrm{C}'],
    ['\\ang{45}', '45^{\\circ}'],
    ['\\num{1.5e-3}', '1.5 \\times 10^{-3}'],
    ['\\si{m/s}', '\\mathrm{m/s}'],
    ['\\SI[per-mode=symbol]{3}{\\square\\metre}', '3\\,\\mathrm{m}^{2}'],
  ])('%s', (written, tex) => {
    expect(expandTex(written)).toBe(tex);
    expect(isSet(written)).toBe(true);
  });
  it('leave other formulas and open braces alone', () => {
    expect(expandTex('\\sin x + \\SIx')).toBe('\\sin x + \\SIx');
    expect(expandTex('\\ce{H2')).toBe('\\ce{H2');
  });
});
