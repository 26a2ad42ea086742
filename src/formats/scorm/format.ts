import { plainTitle } from '../../compose/index.ts';
import { escapeXml, questionsOf } from '../../questions/index.ts';
import type { Format } from '../format.ts';
import { selfTest, studentDeck, zipped } from '../platforms/index.ts';
import { scormManifest } from './manifest.ts';
import { scormScript } from './script.ts';

export const scormFormat: Format = {
  name: 'scorm',
  summary: 'slides and self-test as one SCORM 1.2 package, with score and completion',
  standard: false,
  writes: true,
  forStudents: true,
  audiences: ['teacher'],
  files(input) {
    const { lesson } = input;
    const deck = studentDeck(input);
    if (deck === undefined) return [];
    const title = plainTitle(lesson.title);
    const before = `<iframe src="deck.html" title="${escapeXml(title)}" allowfullscreen></iframe>`;
    const script = scormScript(questionsOf(lesson).length > 0);
    const path = 'lesson.scorm.zip';
    const page = selfTest(input, { file: path, before, script });
    const members = [
      ['imsmanifest.xml', Buffer.from(scormManifest(lesson.id, title, ['index.html', 'deck.html']))],
      ['index.html', page.bytes],
      ['deck.html', deck],
    ] as const;
    return [{ path, mediaType: 'application/zip', bytes: zipped(members), diagnostics: page.findings }];
  },
};
