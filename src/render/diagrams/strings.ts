import type { DiagramStrings } from './types.ts';

const english: DiagramStrings = {
  uncertain: 'uncertain',
  reached: 'reached',
  notReached: 'not reached',
  inhibits: 'inhibits',
};
const words: Readonly<Record<string, DiagramStrings>> = {
  en: english,
  nl: { uncertain: 'onzeker', reached: 'bereikt', notReached: 'niet bereikt', inhibits: 'remt' },
  de: { uncertain: 'unsicher', reached: 'erreicht', notReached: 'nicht erreicht', inhibits: 'hemmt' },
  fr: { uncertain: 'incertain', reached: 'atteint', notReached: 'non atteint', inhibits: 'inhibe' },
  es: { uncertain: 'incierto', reached: 'alcanzado', notReached: 'no alcanzado', inhibits: 'inhibe' },
  it: { uncertain: 'incerto', reached: 'raggiunto', notReached: 'non raggiunto', inhibits: 'inibisce' },
  pt: { uncertain: 'incerto', reached: 'alcançado', notReached: 'não alcançado', inhibits: 'inibe' },
  pl: { uncertain: 'niepewne', reached: 'osiągnięte', notReached: 'nieosiągnięte', inhibits: 'hamuje' },
  sv: { uncertain: 'osäkert', reached: 'uppnått', notReached: 'inte uppnått', inhibits: 'hämmar' },
  da: { uncertain: 'usikkert', reached: 'nået', notReached: 'ikke nået', inhibits: 'hæmmer' },
  nb: { uncertain: 'usikkert', reached: 'nådd', notReached: 'ikke nådd', inhibits: 'hemmer' },
  cs: { uncertain: 'nejisté', reached: 'dosaženo', notReached: 'nedosaženo', inhibits: 'tlumí' },
  uk: { uncertain: 'непевно', reached: 'досягнуто', notReached: 'не досягнуто', inhibits: 'пригнічує' },
  ru: { uncertain: 'неясно', reached: 'достигнуто', notReached: 'не достигнуто', inhibits: 'подавляет' },
  el: { uncertain: 'αβέβαιο', reached: 'επιτεύχθηκε', notReached: 'δεν επιτεύχθηκε', inhibits: 'αναστέλλει' },
  he: { uncertain: 'לא ודאי', reached: 'הושג', notReached: 'לא הושג', inhibits: 'מעכב' },
  ar: { uncertain: 'غير مؤكد', reached: 'تحقق', notReached: 'لم يتحقق', inhibits: 'يثبط' },
  ja: { uncertain: '不確か', reached: '到達', notReached: '未到達', inhibits: '抑制する' },
  zh: { uncertain: '不确定', reached: '已达到', notReached: '未达到', inhibits: '抑制' },
};

/** The fixed words of a language, English when it is not known. */
export function wordsFor(lang: string): DiagramStrings {
  return words[lang.toLowerCase().split('-')[0] ?? ''] ?? english;
}
