import { describe, expect, it } from 'vitest';
import { attribute, Html, html as made, htmlId, urlPath } from '../../src/page-kit/html.ts';

const text = (page: Html): string => page.text;

// Under another name, since a formatter would lay the templates out.
describe('a template of a page', () => {
  it('escapes what it is given, in text and in quoted attributes', () => {
    const evil = `"><script>'\`&amp;\u0000\ud800`;
    const safe = '&quot;&gt;&lt;script&gt;&#39;&#96;&amp;amp;\ufffd\ufffd';
    expect(text(made`<a title="${evil}">${evil}</a>`)).toBe(`<a title="${safe}">${safe}</a>`);
    expect(text(attribute('title', evil))).toBe(` title="${safe}"`);
  });

  it('takes HTML that it made, numbers, lists and nothing', () => {
    const page = made`<p>${made`<b>${'<'}</b>`}${5}${undefined}${['<', made`<i>`, 0, [undefined, '>']]}</p>`;
    expect(text(page)).toBe('<p><b>&lt;</b>5&lt;<i>0&gt;</p>');
    expect(text(attribute('id', undefined))).toBe('');
    expect(text(attribute('id', ''))).toBe(' id=""');
  });

  it('folds its own indentation, never the white space of a value', () => {
    const page = made`
      <pre>${'  a\n\n  b '}</pre>

      <p> x  </p>
    `;
    expect(text(page)).toBe('\n<pre>  a&#10;&#10;  b </pre>\n<p> x  </p>\n');
    expect(text(made`  <b>${1} </b> `)).toBe('  <b>1 </b> ');
    expect(text(made`a ${1}  \n  ${2} b`)).toBe('a 1\n2 b');
  });
});

it.each([
  ['a.b-1', 's-a.b-1'],
  ['a_b', 's-a_5f_b'],
  ['ü 😀"', 's-_fc__20__1f600__22_'],
  ['', 's-'],
])('the id of %j is %s, and no other text has it', (id, written) => {
  expect(htmlId('s', id)).toBe(written);
});

it.each([
  ['a/b c', 'a/b%20c'],
  ['javascript:alert(1)', 'javascript%3Aalert(1)'],
  ['a?b#c', 'a%3Fb%23c'],
  ['\ud800', '%EF%BF%BD'],
])('the address of %j is %s', (path, address) => {
  expect(urlPath(path)).toBe(address);
});
