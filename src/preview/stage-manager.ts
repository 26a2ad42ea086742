import type { LiveLesson } from './live-lesson.ts';
import type { PositionReport, RemoteCommand, RemoteMessage } from '../wire/index.ts';
import type { Listener, Streams } from './streams.ts';

/** One open deck and where it stands. */
interface OpenDeck {
  readonly listener: Pick<Listener, 'view' | 'lesson' | 'client'>;
  position: PositionReport | undefined;
}

/**
 * Knows which decks are open and where they stand, so that a phone can show and move one of them: the deck that moved
 * or opened last, and a deck in a window of its own before one inside the preview.
 */
export class StageManager {
  readonly #streams: Streams;
  readonly #lessons: ReadonlyMap<string, LiveLesson>;
  /** In the order of their last sign of life. */
  readonly #decks = new Map<string, OpenDeck>();

  constructor(streams: Streams, lessons: ReadonlyMap<string, LiveLesson>) {
    this.#streams = streams;
    this.#lessons = lessons;
  }

  opened(listener: Listener): void {
    if (listener.view !== 'deck' && listener.view !== 'shell') return;
    const known = this.#decks.get(listener.client);
    this.#decks.delete(listener.client);
    this.#decks.set(listener.client, { listener, position: known?.position });
    this.tell();
  }

  left({ client }: Listener): void {
    // A page that connects anew has opened its next stream already.
    if (this.#streams.some((listener) => listener.client === client)) return;
    this.#decks.delete(client);
    this.tell();
  }

  moved(client: string, position: PositionReport): void {
    const deck = this.#decks.get(client);
    if (!deck) return;
    const { position: before } = deck;
    deck.position = position;
    // Only a move makes a deck the leading one: after a save every deck reports where it is.
    if (before?.slide !== position.slide || before.step !== position.step) {
      this.#decks.delete(client);
      this.#decks.set(client, deck);
    }
    this.tell();
  }

  /** Passes a command to the leading deck. @returns whether there is one. */
  command(command: RemoteCommand): boolean {
    const leader = this.#leader();
    if (!leader) return false;
    const { client } = leader.listener;
    this.#streams.send((listener) => listener.client === client, { lecternLive: 'command', command });
    return true;
  }

  /** Tells the phones where the lecture is. */
  tell(): void {
    this.#streams.send(({ view }) => view === 'remote', this.now());
  }

  now(): RemoteMessage {
    const leader = this.#leader();
    const good = leader && this.#lessons.get(leader.listener.lesson)?.good;
    if (!good) return { lecternPreview: 'remote' };
    const { data } = good;
    const index = Math.max(
      0,
      data.slides.findIndex(({ id }) => id === leader.position?.slide),
    );
    const slide = data.slides[index];
    return {
      lecternPreview: 'remote',
      now: {
        lesson: data.title,
        lang: data.lang,
        title: slide?.title ?? '',
        notes: slide?.notes ?? '',
        number: index + 1,
        count: data.slides.length,
        step: leader.position?.step ?? 0,
        steps: slide?.steps ?? 0,
        next: data.slides[index + 1]?.title ?? '',
        screen: leader.position?.screen ?? '',
      },
    };
  }

  #leader(): OpenDeck | undefined {
    const decks = [...this.#decks.values()];
    return decks.findLast(({ listener }) => listener.view === 'deck') ?? decks.at(-1);
  }
}
