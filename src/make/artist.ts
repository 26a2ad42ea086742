import { failure, hashOf, hashParts, isObject, success, type Hash } from '../base/index.ts';
import {
  decodeUtf8,
  type BrowserPage,
  type MermaidAnswer,
  type MermaidArtist,
  type MermaidFonts,
  type MermaidOrder,
  type MermaidRefusal,
} from '../model/index.ts';
import { buildDiagnostic } from './codes.ts';
import type { MakerWorld } from './world.ts';

type ArtistWorld = Pick<MakerWorld, 'files' | 'store' | 'browser' | 'browserIdentity' | 'version' | 'drawing'>;

/** The package `mermaid` with the code around it, made when Lectern was installed. */
const scriptFile = 'lectern:dist/mermaid/main.js';

/** A diagram that takes longer, in milliseconds, is given up. Usual ones take a tenth of a second. */
const longest = 10_000;

/**
 * Draws Mermaid diagrams in a page of the browser, all of a lesson in one. Drawings are kept by their content, so that a
 * deck whose diagrams have not changed starts no browser.
 */
export function artistIn(world: ArtistWorld): MermaidArtist {
  const { browser, identity } = world.drawing ?? { browser: world.browser, identity: world.browserIdentity };
  return {
    async draw(orders, fonts) {
      const setting = hashParts(['mermaid/4', world.version, identity, hashOf(JSON.stringify(fonts))]);
      const keys = orders.map((order) => hashParts([setting, JSON.stringify(order)]));
      const answers = await Promise.all(keys.map((key) => kept(world, key)));
      const easel = new Easel(
        orders.filter((_, index) => !answers[index]),
        fonts,
      );
      if (easel.left > 0) {
        const code = scriptIn(world);
        if (code === undefined)
          return failure([buildDiagnostic('build/no-mermaid', 'Mermaid is missing from this installation of Lectern')]);
        while (easel.left > 0) {
          const trouble = await workAt(easel, code, browser);
          if (trouble) return trouble;
        }
      }
      const drawn = easel.answers.values();
      const all = answers.map((answer) => answer ?? drawn.next().value ?? gaveUp);
      for (const [index, answer] of all.entries())
        if (!answers[index] && answer !== gaveUp)
          await world.store.put('ac', keys[index] ?? '', Buffer.from(JSON.stringify(answer)));
      return success(all);
    },
  };
}

const gaveUp: MermaidRefusal = {
  ok: false,
  stopped: true,
  message: `the diagram was not laid out within ${longest / 1000} seconds and was given up`,
};

/** A drawing from the store; anything else found there is a miss. */
async function kept({ store }: ArtistWorld, key: Hash): Promise<MermaidAnswer | undefined> {
  const bytes = await store.get('ac', key);
  if (!bytes) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString());
    return isObject(value) && typeof value.ok === 'boolean' ? (value as unknown as MermaidAnswer) : undefined;
  } catch {
    return undefined;
  }
}

function scriptIn({ files }: ArtistWorld): string | undefined {
  const read = files.read(scriptFile, { within: 'lectern:dist' });
  return read.ok ? decodeUtf8(read.bytes) : undefined;
}

/** Draws until all is done or a diagram hangs. @returns why nothing can be drawn here, if so. */
async function workAt(easel: Easel, code: string, browser: ArtistWorld['browser']) {
  const before = easel.left;
  try {
    const done = await browser.run('Mermaid', (page) => easel.work(page, code), { timeout: longest * (1 + before) });
    return done.ok ? undefined : failure<never>(done.diagnostics);
  } catch (error) {
    if (easel.left === before) throw error;
    return undefined;
  }
}

/** Drawings under way: what is done stays done when the page is lost. */
class Easel {
  readonly answers: MermaidAnswer[] = [];
  readonly #orders: readonly MermaidOrder[];
  readonly #fonts: MermaidFonts;

  constructor(orders: readonly MermaidOrder[], fonts: MermaidFonts) {
    this.#orders = orders;
    this.#fonts = fonts;
  }

  get left(): number {
    return this.#orders.length - this.answers.length;
  }

  /** Draws what is left. Throws when a diagram hangs: the page can then only be thrown away. */
  async work(page: BrowserPage, code: string): Promise<void> {
    await page.load(stage(this.#fonts), { tool: true });
    await page.evaluate(code);
    for (let order = this.#next(); order; order = this.#next()) {
      const answer = await inTime(page.evaluate<MermaidAnswer>(`drawMermaid(${JSON.stringify(order)})`));
      this.answers.push(answer ?? gaveUp);
      if (!answer) throw new Error(gaveUp.message);
    }
  }

  #next(): MermaidOrder | undefined {
    return this.#orders[this.answers.length];
  }
}

async function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), longest);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A page with nothing but the fonts, each used once so that it is loaded before anything is measured. */
const stage = ({ css, text, code }: MermaidFonts): string => `<!doctype html><meta charset="utf-8"><style>
${css}
:root{--font-text:${text};--font-code:${code}}
body{margin:0;font:16px var(--font-text)}
</style><div id="stage"></div>
<p>Aa <b>Aa</b> <i>Aa</i> <b><i>Aa</i></b> <span style="font-weight:600">Aa</span> <code style="font-family:var(--font-code)">Aa</code></p>`;
