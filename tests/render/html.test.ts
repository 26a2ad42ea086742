import { describe, expect, it } from 'vitest';
import { keepNamesTogether } from '../../src/render/nobreak.ts';
import { inlineEmoji } from '../../src/render/emoji.ts';
import { numberSteps } from '../../src/render/steps.ts';

describe('keepNamesTogether', () => {
  it('keeps receptor names on one line and leaves markup, code and drawings alone', () => {
    expect(keepNamesTogether('<p title="5-HT">De 5-HT1A-receptor en 5-HT.</p>')).toBe(
      '<p title="5-HT">De 5-HT1A-receptor en <span class="nb">5-HT</span>.</p>',
    );
    expect(keepNamesTogether('<code>5-HT</code><svg><text>5-HT</text></svg>')).not.toContain('nb');
    expect(keepNamesTogether('10-15 and well-known')).toBe('<span class="nb">10-15</span> and well-known');
  });
});

describe('numberSteps', () => {
  it('numbers fragments, marked elements and parts of drawings in the order of the document', () => {
    const html =
      '<li data-marpit-fragment="1">a</li><div data-step="+">b</div><svg><g data-step="1"></g><g data-step="2"></g></svg><p data-step="+">c</p>';
    const numbered = numberSteps(html);
    expect(numbered.steps).toBe(5);
    expect([...numbered.html.matchAll(/data-step="(\d)"/g)].map((match) => match[1])).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
  });
  it('shows parts of a drawing with the same number together', () => {
    expect(numberSteps('<svg><g data-step="2"></g><g data-step="2"></g></svg>').steps).toBe(2);
  });
});

describe('inlineEmoji', () => {
  it('shows emoji as pictures, sequences as one, and leaves signs that are text alone', () => {
    const html = inlineEmoji('<p title="🙂">🙂 👩🏽‍🔬 🇳🇱 ✔️ ✔ ™ 5</p>');
    expect(html.match(/<img class="emoji"/g)).toHaveLength(4);
    expect(html).toContain('alt="👩🏽‍🔬"');
    expect(html).toMatch(/^<p title="🙂">/);
    expect(html).toContain('✔ ™ 5');
    expect(html).not.toMatch(/https?:(?!\/\/www\.w3\.org)/);
  });

  it('keeps a mark after an emoji on its line, and shows emoji in code', () => {
    expect(inlineEmoji('<p>Done 🎯.</p>')).toMatch(/Done <span class="nb"><img [^>]*\/>\.<\/span><\/p>$/);
    expect(inlineEmoji('<pre><code><span>"🎉"</span></code></pre>')).toMatch(/"<img class="emoji" alt="🎉"/);
    expect(inlineEmoji('<svg><text>🎉</text></svg><math><mi>🎉</mi></math>')).not.toContain('<img');
  });
});
