import type { CoverageMessage, DeckMessage, FindingsMessage } from '../../wire/index.ts';

type SlideFacts = NonNullable<DeckMessage['data']>['slides'][number];

/** What the preview of one lesson shows, as the server told it last. */
export class ShellState {
  slides: readonly { readonly id: string; readonly html: string }[] = [];
  theme = '';
  data: DeckMessage['data'];
  findings: FindingsMessage = { lecternPreview: 'findings', isCurrent: true, took: 0, findings: [], places: {} };
  coverage: CoverageMessage | undefined;
  current = '';

  /** Takes over a new version of the deck. @returns the ids of slides that changed, and whether the theme did. */
  accept(message: DeckMessage): { readonly changed: ReadonlySet<string>; readonly theme: boolean } {
    const known = new Map(this.slides.map(({ id, html }) => [id, html]));
    const changed = new Set<string>();
    this.slides = message.slides.map((slide) => {
      if (typeof slide !== 'string') return { id: slide.keep, html: known.get(slide.keep) ?? '' };
      const id = idOf(slide);
      if (known.get(id) !== slide) changed.add(id);
      return { id, html: slide };
    });
    const theme = message.theme !== undefined && message.theme !== this.theme;
    if (message.theme !== undefined) this.theme = message.theme;
    if (message.data) this.data = message.data;
    if (!this.slides.some(({ id }) => id === this.current)) this.current = this.slides[0]?.id ?? '';
    return { changed, theme };
  }

  /** The whole deck as a message, for a frame that has just loaded. */
  whole(): DeckMessage {
    const { theme, data } = this;
    return { lecternLive: 'deck', theme, slides: this.slides.map(({ html }) => html), ...(data ? { data } : {}) };
  }

  facts(id: string): SlideFacts | undefined {
    return this.data?.slides.find((slide) => slide.id === id);
  }

  /** The number printed on a slide. */
  numberOf(id: string): number {
    return this.slides.findIndex((slide) => slide.id === id) + 1;
  }

  findingsOf(id: string): FindingsMessage['findings'] {
    return this.findings.findings.filter(({ slide }) => slide === id);
  }
}

const idOf = (html: string): string => {
  const template = document.createElement('template');
  template.innerHTML = html.slice(0, html.indexOf('>') + 1);
  return template.content.querySelector('section')?.dataset.slide ?? '';
};
