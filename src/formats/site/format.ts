import { textFile, type Format } from '../format.ts';
import { lessonPage } from './page.ts';

export const siteFormat: Format = {
  name: 'site',
  summary: 'a page of the lesson for students: objectives, duration, downloads (see --site)',
  standard: false,
  audiences: ['student', 'public'],
  closing: (input, evidence) => [textFile('index.html', 'text/html', lessonPage(input, evidence))],
};
