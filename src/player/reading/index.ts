import { replaceHash } from '../address.ts';
import { formatHash, parseHash } from '../position.ts';
import type { ReadingView, Ui } from '../ui.ts';
import { readingAddress, readingPlace } from './address.ts';
import { colourNames, paintWith, variantOf, type Colours } from './colours.ts';
import { remember, stored } from './remember.ts';
import { readingId } from './slide.ts';
import { wordsOf } from '../strings.ts';
import { buildView, type View } from './view.ts';

/** Below this width a slide is too small to read: phones, and 400 % zoom (WCAG 1.4.10). */
const narrow = '(max-width: 44em)';
const places = { colours: 'lectern/colours', view: 'lectern/view' } as const;
/** How long the page must stand still before the address follows, in milliseconds. */
const still = 200;

/** The lesson as flowing text in place of the slides. */
export class Reader implements ReadingView {
  readonly #ui: Omit<Ui, 'reader'>;
  #view: View | undefined;
  /** Opened because the window is narrow, and closed when it is not any more. */
  #isAutomatic = false;
  /** What the address asked for before the slides took it over. */
  readonly #asked = readingPlace(location.hash);
  #colours: Colours = stored(places.colours, colourNames) ?? '';

  constructor(ui: Omit<Ui, 'reader'>) {
    this.#ui = ui;
  }

  get isOpen(): boolean {
    return this.#view !== undefined;
  }

  /** The command: opens the view at the slide on screen, or goes back to the slide that is being read. */
  toggle(): void {
    if (this.#ui.player.session.role !== 'audience') return;
    this.#isAutomatic = false;
    if (this.isOpen) this.#close();
    else this.#open(true);
    remember('session', places.view, this.isOpen ? 'text' : 'slides');
  }

  /** Builds the view again from slides that have changed. */
  refresh(): void {
    if (!this.isOpen) return;
    const top = scrollY;
    this.#build();
    scrollTo(0, top);
  }

  /** Follows an address of the reading view, or, while it is open, one of a slide; `false` for any other. */
  follow(hash: string): boolean {
    const { player } = this.#ui;
    const asked = readingPlace(hash);
    const slide = asked ? asked.slide : parseHash(hash, player.deck.slides)?.slide;
    if (!asked && (!this.isOpen || slide === undefined)) return false;
    if (!this.isOpen) this.#open(true);
    if (slide !== undefined) this.#show(slide, true);
    return true;
  }

  /** Opens by itself on a narrow window, and where the address asks for it. */
  mount(): void {
    const { player } = this.#ui;
    if (this.#asked) {
      const slide = player.deck.get(this.#asked.slide ?? '')?.id;
      if (slide !== undefined) player.restore({ slide, step: 0 });
      this.#open(false);
    }
    this.#openWhenNarrow();
    for (const media of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'])
      matchMedia(media).addEventListener('change', () => this.#paint(this.#colours));
    let last = player.position.slide;
    player.watch(['position'], () => {
      const { slide } = player.position;
      if (this.isOpen && slide !== last) this.#show(slide, true);
      last = slide;
    });
    let timer = 0;
    addEventListener('scroll', () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => this.#showAddress(), still);
    });
  }

  #openWhenNarrow(): void {
    // The page around a preview is narrow by itself.
    if (document.querySelector('meta[name="lectern-live"]')) return;
    const query = matchMedia(narrow);
    const settle = (): void => {
      if (query.matches && !this.isOpen && stored(places.view, ['slides']) === undefined) {
        this.#isAutomatic = true;
        this.#open(false);
      } else if (!query.matches && this.#isAutomatic && this.isOpen) this.#close();
    };
    query.addEventListener('change', settle);
    settle();
  }

  #open(takesFocus: boolean): void {
    const { player, announcer } = this.#ui;
    player.setLocal({ reading: true, tool: '' });
    document.documentElement.classList.add('lp-reading');
    this.#build();
    this.#show(player.position.slide, takesFocus);
    if (takesFocus) announcer.say(wordsOf(player.data.words).reading.opened);
    this.#showAddress();
  }

  #close(): void {
    const { player, announcer } = this.#ui;
    const slide = this.#slideInView();
    this.#view?.dispose();
    this.#view = undefined;
    document.documentElement.classList.remove('lp-reading');
    document.documentElement.style.colorScheme = '';
    scrollTo(0, 0);
    player.setLocal({ reading: false });
    if (slide !== undefined && slide !== player.position.slide) player.restore({ slide, step: 0 });
    replaceHash(formatHash(player.position));
    announcer.say(`${wordsOf(player.data.words).reading.closed}: ${player.slide.title}`);
  }

  #build(): void {
    const { player } = this.#ui;
    const words = wordsOf(player.data.words);
    this.#view?.dispose();
    this.#view = buildView({
      player,
      strings: words.reading,
      lang: words.lang,
      colours: this.#colours,
      close: () => this.toggle(),
      go: (id) => this.#goTo(id),
      paint: (colours) => {
        remember('local', places.colours, colours);
        this.#paint(colours);
      },
    });
    player.deck.element.before(this.#view.element);
    this.#paint(this.#colours);
  }

  #paint(colours: Colours): void {
    this.#colours = colours;
    if (this.#view) paintWith(this.#ui.player.deck, this.#view.element, variantOf(colours));
  }

  /** A link in the text: to a part of it, or to a slide. */
  #goTo(id: string): void {
    const { slides } = this.#ui.player.deck;
    const slide = id.startsWith('s-') ? id.slice(2) : parseHash(`#${id}`, slides)?.slide;
    bring(slide === undefined ? id : readingId(slide), true);
    this.#showAddress();
  }

  /** The first slide stands below the title, the bar and the contents. */
  #show(slide: string, takesFocus: boolean): void {
    if (slide !== this.#ui.player.route.stops[0]?.id) return bring(readingId(slide), takesFocus);
    scrollTo(0, 0);
    if (takesFocus) document.getElementById('lr-text')?.focus({ preventScroll: true });
  }

  /** The address names the slide that is being read, so that a reload comes back to it. */
  #showAddress(): void {
    if (!this.isOpen) return;
    const slide = scrollY < 80 ? undefined : this.#slideInView();
    // A window that is narrow gives addresses that show the slide in a wide one.
    const position = { slide: slide ?? this.#ui.player.position.slide, step: 0 };
    replaceHash(this.#isAutomatic ? formatHash(position) : readingAddress(slide));
  }

  /** The slide whose text stands at the top of the window. */
  #slideInView(): string | undefined {
    const all = [...(this.#view?.element.querySelectorAll<HTMLElement>('[data-slide]') ?? [])];
    const line = Math.min(160, innerHeight / 3);
    return (all.findLast((one) => one.getBoundingClientRect().top <= line) ?? all[0])?.dataset.slide;
  }
}

function bring(id: string, takesFocus: boolean): void {
  const target = document.getElementById(id);
  target?.scrollIntoView({ block: 'start', behavior: 'instant' });
  if (takesFocus) target?.focus({ preventScroll: true });
}
