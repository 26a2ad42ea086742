import { textFile, type Format } from '../format.ts';
import { Desk } from '../platforms/index.ts';
import { moodleXml } from './moodle.ts';

export const moodleFormat: Format = {
  name: 'moodle-xml',
  summary: 'the questions with their answers for Moodle, with pictures inside',
  standard: false,
  audiences: ['teacher'],
  files: (input) => {
    const desk = new Desk(input, 'quiz.moodle.xml', (name) => `@@PLUGINFILE@@/${name}`);
    const text = moodleXml(input, desk);
    return [{ ...textFile('quiz.moodle.xml', 'application/xml', text), diagnostics: desk.findings }];
  },
};
