import type { LectureRecord } from '../wire/index.ts';
import { settle } from './clock.ts';
import { byId, tallyOf } from './quiz.ts';
import type { Player } from './player.ts';

/** What happened so far, of the slides that the deck has. */
export function lectureRecord(player: Player, now: number): LectureRecord {
  const { data, deck, store, plan } = player;
  const { spent } = settle(player.clock, now);
  const ids = deck.slides.map(({ id }) => id);
  const ink = ids.map((id) => [id, store.get(`ink/${id}`) ?? []] as const);
  const visits = store.get('way')?.visits ?? [];
  return {
    lectern: 'lecture',
    version: 1,
    lesson: data.lesson,
    title: data.title,
    plan,
    width: deck.width,
    height: deck.height,
    visits: visits.filter(({ slide }) => deck.get(slide)).map(({ slide, at }) => ({ slide, at: Math.round(at) })),
    spent: Object.fromEntries(ids.flatMap((id) => (spent[id] ? [[id, Math.round(spent[id])]] : []))),
    ink: Object.fromEntries(ink.filter(([, strokes]) => strokes.length > 0)),
    hands: [...byId([...data.sections, ...deck.slides]).values()]
      .filter((question) => tallyOf(player, question).some((hands) => hands > 0))
      .map((question) => {
        const tally = tallyOf(player, question);
        const answers = question.answers.map(({ text }, index) => ({ text, hands: tally[index] ?? 0 }));
        return { id: question.id, question: question.question, answers };
      }),
    remarks: store.get('remarks') ?? '',
  };
}
