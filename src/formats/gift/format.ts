import { textFile, type Format } from '../format.ts';
import { Desk } from '../platforms/index.ts';
import { giftText } from './gift.ts';

export const giftFormat: Format = {
  name: 'gift',
  summary: 'the questions with their answers for Moodle, as text (GIFT)',
  standard: false,
  audiences: ['teacher'],
  files: (input) => {
    const desk = new Desk(input, 'quiz.gift');
    const text = giftText(input, desk);
    return [{ ...textFile('quiz.gift', 'text/plain', text), diagnostics: desk.findings }];
  },
};
