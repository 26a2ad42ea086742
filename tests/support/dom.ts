import { createBrowserPool, findBrowser } from '../../src/host/index.ts';
import type { BrowserPool } from '../../src/model/index.ts';

/** What a browser's own parser makes of a document. */
export interface Parsed {
  /** Elements and attributes that could run, load or lead away, as written. */
  readonly dangers: readonly string[];
  readonly scripts: number;
  readonly styles: number;
  /** Attributes that name something outside the document; links (`<a href>`) aside. */
  readonly outside: readonly string[];
  /** Text and attribute values of each slide. */
  readonly slides: readonly { readonly id: string; readonly text: string; readonly attributes: string }[];
}

/** Runs in the page, as text: the tests are typed without the DOM. */
const look = (html: string): string => `(() => {
  const page = new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html');
  const dangers = [], outside = [], slides = [];
  const bad = new Set('iframe frame frameset object embed applet base link form input button textarea portal noscript template animate set foreignobject audio video source track plaintext'.split(' '));
  for (const element of page.querySelectorAll('*')) {
    const name = element.localName.toLowerCase();
    // Our own icon is data and loads nothing.
    const isIcon = name === 'link' && element.rel === 'icon' && element.parentElement === page.head && /^data:image\\/svg/.test(element.getAttribute('href'));
    if (bad.has(name) && !isIcon) dangers.push(element.outerHTML.slice(0, 120));
    if (name === 'meta' && element.httpEquiv && element.httpEquiv !== 'Content-Security-Policy') dangers.push(element.outerHTML.slice(0, 120));
    for (const { name: key, value } of element.attributes) {
      if (/^on/i.test(key) || /^\\s*(javascript|vbscript|data:text)/i.test(value)) dangers.push(name + ' ' + key + '=' + value.slice(0, 80));
      if (key === 'style' && /url\\((?!["']?(data:|#))|expression\\s*\\(|@import/i.test(value)) outside.push(name + ' ' + key + '=' + value.slice(0, 80));
      if (['src', 'srcset', 'href', 'xlink:href', 'poster', 'data', 'action', 'background', 'ping'].includes(key) && !(name === 'a' && key === 'href') && !/^(data:image\\/|#)/.test(value)) outside.push(name + ' ' + key + '=' + value.slice(0, 80));
    }
  }
  for (const section of page.querySelectorAll('main > section')) {
    const attributes = [...section.querySelectorAll('*'), section].flatMap((e) => [...e.attributes].map((a) => a.value)).join('\\n');
    slides.push({ id: section.dataset.slide, text: section.textContent, attributes });
  }
  const count = (selector) => page.querySelectorAll(selector).length;
  return { dangers, scripts: count('script'), styles: count('style'), outside, slides };
})()`;

/** A real browser that parses documents without running or fetching anything. */
export class DomParser implements AsyncDisposable {
  readonly #pool: BrowserPool = createBrowserPool({
    find: () => findBrowser({ env: process.env }),
    env: process.env,
    pages: 1,
  });

  async parse(html: string): Promise<Parsed> {
    const done = await this.#pool.run('test', (page) => page.evaluate<Parsed>(look(html)));
    if (!done.ok) throw new Error(done.diagnostics[0]?.message);
    return done.value;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#pool[Symbol.asyncDispose]();
  }
}
