import type { IncomingMessage, ServerResponse } from 'node:http';
import { deckHtml, staticHtml } from '../formats/html/index.ts';
import { exportFormats, type Desk, type ExportFormat } from './desk.ts';
import type { LiveLesson } from './live-lesson.ts';
import type { ExportReply, PositionReport, RemoteCommand } from '../wire/index.ts';
import { ownStrings, pageWords } from '../parse/index.ts';
import { indexPage, remotePage, shellPage, type Speech } from './pages.ts';
import { jsonReply, notFound, ownPolicy, pageReply, readJson, textReply, type Reply } from './reply.ts';
import type { View } from './streams.ts';

const remoteCommands: readonly RemoteCommand[] = ['forward', 'back', 'nextSlide', 'previousSlide', 'black'];

/** Scripts and style sheets of the pages, by file name. */
export type Assets = ReadonlyMap<string, string>;

export interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
  readonly desk: Desk;
  readonly assets: Assets;
}

/** An answer, or nothing when the response stays open as a stream. */
type Answer = Reply | undefined | Promise<Reply | undefined>;
type Handler = (visit: Visit, ...parts: string[]) => Answer;

const id = '([a-z0-9][a-z0-9-]{0,99})';
const lesson = (rest: string): RegExp => new RegExp(`^/lessons/${id}/${rest}$`);
const badRequest = textReply(400, 'This request cannot be read.\n');

/** Every address that answers. Nothing is decoded and nothing is looked up in a folder: other addresses are not there. */
const routes: readonly (readonly [method: 'GET' | 'POST', path: RegExp, handler: Handler])[] = [
  ['GET', /^\/$/, ({ desk }) => pageReply(indexPage(speech(desk, desk.lang())), ownPolicy)],
  ['GET', /^\/live$/, (visit) => listen(visit, 'index', '')],
  ['GET', /^\/assets\/([a-z]+\.(?:js|css))$/, ({ assets }, name = '') => asset(assets, name)],
  ['GET', lesson(''), (visit, name = '') => withLesson(visit, name, shell)],
  ['GET', lesson('deck\\.html'), (visit, name = '') => withLesson(visit, name, deck)],
  ['GET', lesson('cover\\.html'), (visit, name = '') => withLesson(visit, name, cover)],
  ['GET', lesson('live'), (visit, name = '') => withLesson(visit, name, () => listen(visit, viewOf(visit), name))],
  ['POST', lesson('live'), (visit) => position(visit)],
  ['POST', lesson('open'), (visit) => openEditor(visit)],
  ['POST', lesson('export'), (visit, name = '') => withLesson(visit, name, makeExport)],
  ['GET', lesson('exports/([a-z]+)'), ({ desk }, name = '', format = '') => exported(desk, name, format)],
  [
    'GET',
    /^\/remote$/,
    ({ desk }) => pageReply(remotePage(speech(desk, desk.stage.now().now?.lang ?? desk.lang())), ownPolicy),
  ],
  ['GET', /^\/remote\/live$/, (visit) => listen(visit, 'remote', '')],
  ['POST', /^\/remote\/command$/, (visit) => command(visit)],
];

/** Answers a request that the guard let through. */
export async function answer(visit: Visit): Promise<Reply | undefined> {
  const { method, url = '' } = visit.request;
  const path = url.split('?')[0] ?? '';
  const wanted = method === 'HEAD' ? 'GET' : method;
  for (const [known, pattern, handler] of routes) {
    const match = known === wanted ? pattern.exec(path) : null;
    if (match) return handler(visit, ...match.slice(1));
  }
  return wanted === 'GET' || wanted === 'POST' ? notFound : textReply(405, 'Only GET and POST.\n');
}

function asset(assets: Assets, name: string): Reply {
  const body = assets.get(name);
  const type = name.endsWith('.js') ? 'text/javascript; charset=utf-8' : 'text/css; charset=utf-8';
  return body === undefined ? notFound : { status: 200, type, body };
}

async function withLesson(
  visit: Visit,
  name: string,
  run: (visit: Visit, lesson: LiveLesson) => Answer,
): Promise<Reply | undefined> {
  const found = await visit.desk.lesson(name);
  return found ? run(visit, found) : notFound;
}

/** The words of the pages for a language. */
const speech = ({ options }: Desk, lang: string): Speech => pageWords(ownStrings(options.files, lang), 'preview');

function shell({ desk }: Visit, found: LiveLesson): Reply {
  const { id: name, lang, title } = found.listed();
  return pageReply(shellPage(name, title, speech(desk, lang)), ownPolicy);
}

const framed = "frame-ancestors 'self'";

/** The deck with the player. Inside the preview (`?framed`) the page around it brings new versions. */
function deck({ query, desk }: Visit, { id: name, good }: LiveLesson): Reply {
  if (!good) return pageReply('<!doctype html><html lang="en"><title>–</title>', framed);
  const live = query.has('framed') ? '' : `/lessons/${name}/live?view=deck&revision=${good.revision}`;
  return pageReply(deckHtml(good.deck, good.data, desk.options.player, { live }), framed);
}

/** Letters of a shrunk slide keep their distances. */
const smallText = '\nbody{overflow:hidden;text-rendering:geometricPrecision}';

/** The first slide alone, as a picture for the index. */
function cover(_: Visit, { good }: LiveLesson): Reply {
  if (!good) return notFound;
  const { deck: whole, data } = good;
  return pageReply(
    staticHtml({ ...whole, css: whole.css + smallText, slides: whole.slides.slice(0, 1) }, data.title),
    framed,
  );
}

const viewOf = ({ query }: Visit): View => (query.get('view') === 'deck' ? 'deck' : 'shell');

async function listen(visit: Visit, view: View, name: string): Promise<undefined> {
  const { request, response, query, desk } = visit;
  const client = query.get('client') ?? '';
  const listener = { view, lesson: name, client, response };
  desk.streams.open(listener);
  const only = (other: object): boolean => other === listener;
  if (view === 'index') {
    desk.streams.send(only, desk.lessons());
    void desk.list();
  } else if (view === 'remote') {
    desk.streams.send(only, desk.stage.now());
  } else {
    const found = await desk.lesson(name);
    const known = request.headers['last-event-id'] ?? query.get('revision');
    const whole = found?.whole();
    if (whole && known !== found?.good?.revision) desk.streams.send(only, whole, found?.good?.revision);
    if (found && view === 'shell') {
      desk.streams.send(only, found.findings());
      const coverage = found.coverage();
      if (coverage) desk.streams.send(only, coverage);
    }
    desk.stage.opened(listener);
    void found?.warmUp();
  }
  return undefined;
}

async function position({ request, query, desk }: Visit): Promise<Reply> {
  const body = await readJson(request);
  const { slide, step, screen } = body ?? {};
  if (typeof slide !== 'string' || typeof step !== 'number' || typeof screen !== 'string') return badRequest;
  const report: PositionReport = { slide, step, screen };
  desk.stage.moved(query.get('client') ?? '', report);
  return jsonReply({});
}

async function command({ request, desk }: Visit): Promise<Reply> {
  const body = await readJson(request);
  const wanted = remoteCommands.find((name) => name === body?.command);
  return wanted ? jsonReply({ done: desk.stage.command(wanted) }) : badRequest;
}

async function openEditor({ request, desk }: Visit): Promise<Reply> {
  const { file, line, column } = (await readJson(request)) ?? {};
  const isPlace = typeof file === 'string' && Number.isInteger(line) && Number.isInteger(column) && Number(line) > 0;
  // Only files that the project's own door would open.
  if (!isPlace || !desk.options.files.read(file).ok) return badRequest;
  return jsonReply({ done: await desk.options.editor.open(file, Number(line), Number(column)) });
}

async function makeExport({ request, desk }: Visit, found: LiveLesson): Promise<Reply> {
  const { format } = (await readJson(request)) ?? {};
  const wanted = exportFormats.find((known) => known === format);
  if (!wanted) return badRequest;
  const { file, problems } = await desk.options.exporter(found.id, wanted);
  const reply: ExportReply = { problems: found.shown(problems) };
  if (!file) return jsonReply(reply);
  desk.exports.set(`${found.id} ${wanted}`, file);
  return jsonReply({ ...reply, file: { path: file.path, address: `/lessons/${found.id}/exports/${wanted}` } });
}

function exported(desk: Desk, name: string, format: string): Reply {
  const found = desk.exports.get(`${name} ${format as ExportFormat}`);
  if (!found) return notFound;
  const download = `${name}-${found.path.slice(found.path.lastIndexOf('/') + 1)}`;
  return { status: 200, type: found.mediaType, body: found.bytes, download };
}
