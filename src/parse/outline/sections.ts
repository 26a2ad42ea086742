import type { Section, Slide } from '../../model/index.ts';
import { Cursor } from '../cursor.ts';
import type { YamlFile } from '../yaml/file.ts';
import type { Named } from './ids.ts';
import { uniqueIds } from './ids.ts';
import type { RawSlide } from './include.ts';
import { Includer, ownId } from './include.ts';
import { readMinutes } from './minutes.ts';
import type { Ids } from './parts.ts';
import type { Session } from './session.ts';
import type { SlideContext } from './meant-layout.ts';
import { readSlide } from './slide.ts';
import type { Scope } from './variables.ts';

/** The sections with their slides; slides get ids that are unique in the lesson. */
export function readSections(
  context: SlideContext,
  yaml: YamlFile,
  list: Cursor,
  ids: Ids,
  scope: Scope,
): readonly Section[] {
  const { session, links, statements, plans } = context;
  const includer = new Includer(session, context.catalogue);
  const sections = list.items();
  const raw = sections.map((section) => includer.slides(yaml, section.get('slides'), scope, [yaml.file]));
  const named = raw.flat().map((slide): Named => nameSlide(session, slide));
  const slideIds = uniqueIds(session, 'slides', named);
  let next = 0;
  return sections.map((section, i): Section => ({
    id: ids[i] ?? '',
    title: section.get('title').text() ?? '',
    minutes: readMinutes(links, section.get('minutes'), plans) ?? {},
    covers: statements.sections(section.get('covers')),
    omits: statements.waivers(section.get('omits')),
    slides: (raw[i] ?? []).flatMap((slide, place): readonly Slide[] => {
      const id = slideIds[next++] ?? '';
      return session.isFull ? [] : [readSlide(context, slide, id, place === 0)];
    }),
    at: section.at,
    places: section.places,
  }));
}

function nameSlide(session: Session, slide: RawSlide): Named {
  const id = new Cursor(slide.value, slide.yaml.places, slide.pointer).get('id');
  return { id: ownId(session, slide), written: id.text() !== undefined, at: id.at };
}
