import { createHash } from 'node:crypto';
import { hashOf } from '../../base/index.ts';
import { wordsOf } from '../../questions/index.ts';
import type { Card } from './cards.ts';

/** What a collection is made of. */
export interface CollectionInput {
  readonly lesson: string;
  readonly title: string;
  readonly cards: readonly Card[];
  /** Seconds since 1970 that everything bears. */
  readonly time: number;
}

/** The tables of a collection of version 11, which every Anki reads. */
const schema = `
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null, ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null, models text not null, decks text not null, dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null, usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null, flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null, mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null, ivl integer not null, factor integer not null, reps integer not null, lapses integer not null, left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null, type integer not null);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
CREATE INDEX ix_notes_usn on notes (usn);
CREATE INDEX ix_cards_usn on cards (usn);
CREATE INDEX ix_revlog_usn on revlog (usn);
CREATE INDEX ix_cards_nid on cards (nid);
CREATE INDEX ix_cards_sched on cards (did, queue, due);
CREATE INDEX ix_revlog_cid on revlog (cid);
CREATE INDEX ix_notes_csum on notes (csum);`;

/** Ids are milliseconds since 1970 in Anki; these come from a name, so that a card keeps its own. */
const idFrom = (name: string): number =>
  1_400_000_000_000 + (parseInt(hashOf(Buffer.from(name)).slice(0, 12), 16) % 1e11);

const css =
  '.card { font-family: sans-serif; font-size: 20px; text-align: center; } .card p { margin: 0.5em 0; } img { max-width: 100%; }';

function model(id: number, time: number): object {
  const field = (name: string, ord: number): object => ({
    name,
    ord,
    sticky: false,
    rtl: false,
    font: 'Arial',
    size: 20,
    media: [],
  });
  const template = {
    name: 'Card 1',
    ord: 0,
    qfmt: '{{Front}}',
    afmt: '{{FrontSide}}<hr id=answer>{{Back}}',
    did: null,
    bqfmt: '',
    bafmt: '',
  };
  return {
    id,
    name: 'Lectern',
    type: 0,
    mod: time,
    usn: -1,
    sortf: 0,
    did: 1,
    tmpls: [template],
    flds: [field('Front', 0), field('Back', 1)],
    css,
    latexPre: '\\documentclass[12pt]{article}\n\\begin{document}\n',
    latexPost: '\\end{document}',
    tags: [],
    vers: [],
    req: [[0, 'all', [0]]],
  };
}

const deck = (id: number, name: string, time: number): object => ({
  id,
  name,
  mod: time,
  usn: -1,
  lrnToday: [0, 0],
  revToday: [0, 0],
  newToday: [0, 0],
  timeToday: [0, 0],
  collapsed: false,
  browserCollapsed: false,
  desc: '',
  dyn: 0,
  conf: 1,
  extendNew: 0,
  extendRev: 0,
});

const options = {
  id: 1,
  name: 'Default',
  mod: 0,
  usn: 0,
  maxTaken: 60,
  autoplay: true,
  timer: 0,
  replayq: true,
  new: { bury: true, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 7], order: 1, perDay: 20, separate: true },
  rev: { bury: true, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36_500, minSpace: 1, perDay: 100 },
  lapse: { delays: [10], leechAction: 0, leechFails: 8, minInt: 1, mult: 0 },
  dyn: false,
};

const settings = (cards: number, curModel: number): object => ({
  nextPos: cards + 1,
  estTimes: true,
  activeDecks: [1],
  sortType: 'noteFld',
  timeLim: 0,
  sortBackwards: false,
  addToCur: true,
  curDeck: 1,
  newBury: true,
  newSpread: 0,
  dueCounts: true,
  curModel,
  collapseTime: 1200,
});

const checksum = (text: string): number => parseInt(createHash('sha1').update(text).digest('hex').slice(0, 8), 16);

/** A collection of Anki as the bytes of its SQLite file; the same cards make the same bytes. */
export async function collection({ lesson, title, cards, time }: CollectionInput): Promise<Uint8Array> {
  const { default: initSqlJs } = await import('sql.js/dist/sql-wasm-inline.js');
  const { Database } = await initSqlJs();
  const db = new Database();
  try {
    db.run(schema);
    const [modelId, deckId] = [idFrom('lectern'), idFrom(`lectern/${lesson}`)];
    const decks = { 1: deck(1, 'Default', time), [deckId]: deck(deckId, title, time) };
    db.run('INSERT INTO col VALUES (1,?,?,?,11,0,0,0,?,?,?,?,?)', [
      time,
      time * 1000,
      time * 1000,
      JSON.stringify(settings(cards.length, modelId)),
      JSON.stringify({ [modelId]: model(modelId, time) }),
      JSON.stringify(decks),
      JSON.stringify({ 1: options }),
      '{}',
    ]);
    cards.forEach(({ id, front, back, tags }, i) => {
      const note = idFrom(id);
      const guid = hashOf(Buffer.from(id)).slice(0, 16);
      const first = wordsOf(front);
      db.run('INSERT INTO notes VALUES (?,?,?,?,-1,?,?,?,?,0,?)', [
        note,
        guid,
        modelId,
        time,
        ` ${tags.join(' ')} `,
        `${front}\u001f${back}`,
        first,
        checksum(first),
        '',
      ]);
      db.run('INSERT INTO cards VALUES (?,?,?,0,?,-1,0,0,?,0,0,0,0,0,0,0,0,?)', [
        note + 1,
        note,
        deckId,
        time,
        i + 1,
        '',
      ]);
    });
    return db.export();
  } finally {
    db.close();
  }
}
