import type { CoverageMessage, DeckMessage, FindingsMessage, ShellMessage, ShownPlace } from '../../wire/index.ts';
import { fill } from '../../wire/index.ts';
import { coverageView } from './coverage-view.ts';
import { h, icon } from './dom.ts';
import { findingList, placeControl, type FindingActions } from './findings-view.ts';
import { words } from './page-words.ts';
import { ShellState } from './shell-state.ts';
import { clientName, listen, post } from './stream.ts';
import { Tabs } from './tabs.ts';
import { Thumbnails } from './thumbnails.ts';
import { Toolbar } from './toolbar.ts';

/** What the keys of the deck do when the page around it has them, as in the deck itself. */
const commandOf: Readonly<Record<string, string>> = {
  ArrowRight: 'forward',
  ArrowDown: 'forward',
  PageDown: 'forward',
  ' ': 'forward',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
  Home: 'first',
  End: 'last',
};

const base = `/lessons/${document.body.dataset.lesson ?? ''}/`;
const stream = `${base}live?client=${clientName()}`;

/** The preview of one lesson. */
class Shell {
  readonly #state = new ShellState();
  readonly #frame = h('iframe', { title: fill(words.deck, ''), class: 'deck-frame', allow: 'fullscreen' });
  readonly #overlay = h('section', { class: 'overlay', 'aria-label': words.findingsHere });
  readonly #tabs = new Tabs(words.preview);
  readonly #findings = this.#tabs.add('findings', words.findings);
  readonly #notes = this.#tabs.add('notes', words.notes);
  readonly #coverage = this.#tabs.add('coverage', words.coverage);
  readonly #actions: FindingActions = {
    go: (slide) => this.#go(slide),
    open: (place) => void this.#open(place),
    numberOf: (slide) => this.#state.numberOf(slide),
  };
  readonly #toolbar = new Toolbar(base, this.#actions);
  readonly #thumbnails = new Thumbnails(this.#state, (slide) => this.#go(slide));
  #isLoaded = false;
  #isBehind = false;
  #isConnected = true;

  constructor() {
    const stage = h('main', { class: 'stage' }, h('div', { class: 'screen-frame' }, this.#frame), this.#overlay);
    const slides = h('nav', { class: 'side', 'aria-label': words.slides }, this.#thumbnails.element);
    const panel = h('aside', { class: 'panel', 'aria-label': words.findings }, this.#tabs.element);
    document.body.append(this.#toolbar.element, slides, stage, panel);
    this.#frame.addEventListener('load', () => this.#loaded());
    addEventListener('message', ({ data, origin, source }) => {
      if (origin === location.origin && source === this.#frame.contentWindow) this.#moved(data);
    });
    addEventListener('keydown', (event) => this.#key(event));
    listen(stream, {
      onMessage: (message) => this.#receive(message as ShellMessage | { readonly lecternLive: 'command' }),
      onConnection: (isOpen) => {
        this.#isConnected = isOpen;
        this.#showState();
      },
    });
  }

  #receive(message: ShellMessage | { readonly lecternLive: 'command' }): void {
    if ('lecternLive' in message) {
      if (message.lecternLive === 'deck') this.#newDeck(message);
      else this.#post(message);
    } else this.#afterFrame(() => this.#note(message));
  }

  /** The deck is in the same thread: its new frame goes first. */
  #afterFrame(work: () => void): void {
    requestAnimationFrame(() => setTimeout(work));
  }

  #note(message: FindingsMessage | CoverageMessage): void {
    if (message.lecternPreview === 'findings') {
      const before = this.#state.findings.isCurrent;
      this.#state.findings = message;
      if (before !== message.isCurrent) this.#toolbar.sayBriefly(message.isCurrent ? words.upToDate : words.brokenDeck);
      this.#showFindings();
    } else {
      this.#state.coverage = message;
      this.#showCoverage();
    }
  }

  #newDeck(message: DeckMessage): void {
    if (this.#isLoaded) this.#post(message);
    else this.#isBehind = this.#frame.src !== '';
    const { theme } = this.#state.accept(message);
    this.#afterFrame(() => {
      const { data } = this.#state;
      if (data) this.#toolbar.setTitle(data.title, data.lang);
      this.#frame.title = fill(words.deck, data?.title ?? '');
      if (data) this.#frame.style.aspectRatio = `${data.width}/${data.height}`;
      if (theme) this.#thumbnails.setTheme(this.#state.theme);
      this.#thumbnails.update();
      this.#showNotes();
      // The place in the address survives a reload of the preview.
      if (this.#frame.src === '') this.#frame.src = `${base}deck.html?framed${location.hash}`;
    });
  }

  #loaded(): void {
    this.#isLoaded = this.#frame.src !== '';
    if (this.#isBehind) this.#post(this.#state.whole());
    this.#isBehind = false;
  }

  #post(message: object): void {
    this.#frame.contentWindow?.postMessage(message, location.origin);
  }

  #go(slide: string): void {
    this.#post({ lecternLive: 'go', slide });
  }

  #moved(data: unknown): void {
    if (typeof data !== 'object' || data === null || !('slide' in data) || typeof data.slide !== 'string') return;
    void post(stream, data);
    const step = 'step' in data && Number(data.step) > 0 ? `/${Number(data.step)}` : '';
    history.replaceState(null, '', `#/${encodeURIComponent(data.slide)}${step}`);
    if (data.slide === this.#state.current) return;
    this.#state.current = data.slide;
    this.#thumbnails.mark();
    this.#thumbnails.reveal();
    this.#showFindings();
    this.#showNotes();
    this.#showCoverage();
  }

  /** Keys that nobody else wants move the deck, and never the page around it. */
  #key(event: KeyboardEvent): void {
    const { target, key, ctrlKey, metaKey, altKey, shiftKey } = event;
    const isWanted = target instanceof Element && target.closest('input, select, textarea, [role="tab"]') !== null;
    const isPressed = key === ' ' && target instanceof Element && target.closest('button, a, summary') !== null;
    if (isWanted || isPressed || event.defaultPrevented || ctrlKey || metaKey || altKey) return;
    const command = key === ' ' && shiftKey ? 'back' : commandOf[key];
    if (command === undefined) return;
    event.preventDefault();
    this.#post({ lecternLive: 'command', command });
  }

  async #open({ file, line, column }: ShownPlace): Promise<void> {
    const answer = await post(`${base}open`, { file, line, column });
    if (answer.done !== true) this.#toolbar.say(words.noEditor);
  }

  #showFindings(): void {
    const { findings, isCurrent } = this.#state.findings;
    const here = this.#state.findingsOf(this.#state.current);
    this.#findings.panel.replaceChildren(
      findingList(findings, this.#actions, { withSlide: true, empty: words.noFindings }),
    );
    this.#findings.setCount(
      findings.length,
      findings.some(({ severity }) => severity === 'error'),
    );
    const banner =
      !isCurrent &&
      h('p', { class: 'banner' }, icon('error'), this.#state.slides.length > 0 ? words.brokenDeck : words.firstVersion);
    const general = isCurrent
      ? []
      : findings.filter(({ severity, slide }) => severity === 'error' && slide !== this.#state.current);
    const shown = [...general, ...here];
    this.#overlay.hidden = shown.length === 0 && isCurrent;
    this.#overlay.replaceChildren(
      ...(banner ? [banner] : []),
      ...(shown.length > 0 ? [findingList(shown, this.#actions, { withSlide: false, empty: '' })] : []),
    );
    this.#thumbnails.mark();
    this.#showState();
    this.#showNotes();
  }

  #showState(): void {
    const { findings, isCurrent, took } = this.#state.findings;
    const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
    if (!this.#isConnected) return this.#toolbar.setState('error', words.lost);
    if (!isCurrent) return this.#toolbar.setState('error', fill(words.errors, count('error')));
    const [errors, warnings] = [count('error'), count('warning')];
    const kind = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'good';
    const flaws =
      errors > 0 ? fill(words.errors, errors) : warnings > 0 ? fill(words.warnings, warnings) : words.upToDate;
    this.#toolbar.setState(kind, `${flaws} · ${fill(words.made, took)}`);
  }

  #showNotes(): void {
    const { current, findings, data } = this.#state;
    const facts = this.#state.facts(current);
    const place = findings.places[current];
    const notes = h('div', { class: 'notes', lang: data?.lang });
    // Made by Lectern from Markdown without HTML; the page's policy allows no script in it.
    if (facts?.notes) notes.innerHTML = facts.notes;
    else notes.append(h('p', { class: 'nothing' }, words.noNotes));
    this.#notes.panel.replaceChildren(
      h('h2', { lang: data?.lang }, facts?.title ?? ''),
      h(
        'p',
        { class: 'where' },
        fill(words.slideOf, this.#state.numberOf(current), this.#state.slides.length),
        place ? placeControl(place, words.edit, this.#actions) : '',
      ),
      notes,
    );
  }

  #showCoverage(): void {
    const { coverage, current, data } = this.#state;
    this.#coverage.panel.replaceChildren(coverageView(coverage, current, data?.lang ?? '', this.#actions));
    this.#coverage.setCount(coverage?.uncovered ?? 0, true);
  }
}

new Shell();
