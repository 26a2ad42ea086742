import type { EvidenceLevel } from '../../model/index.ts';
import type { Cursor } from '../cursor.ts';
import { present } from '../cursor.ts';

type Tone = EvidenceLevel['tone'];
const tones: readonly Tone[] = ['human', 'animal', 'in-vitro', 'review', 'claim', 'legal'];

/** The labels of the built-in levels by language; English for a language that is not here. */
const labels: Readonly<Record<string, Readonly<Record<Tone, string>>>> = {
  en: { human: 'Human', animal: 'Animal', 'in-vitro': 'In vitro', review: 'Review', claim: 'Claim', legal: 'Legal' },
  nl: { human: 'Mens', animal: 'Dier', 'in-vitro': 'In vitro', review: 'Overzicht', claim: 'Bewering', legal: 'Wet' },
  de: {
    human: 'Mensch',
    animal: 'Tier',
    'in-vitro': 'In vitro',
    review: 'Übersicht',
    claim: 'Behauptung',
    legal: 'Recht',
  },
  fr: {
    human: 'Humain',
    animal: 'Animal',
    'in-vitro': 'In vitro',
    review: 'Synthèse',
    claim: 'Affirmation',
    legal: 'Droit',
  },
  es: {
    human: 'Humanos',
    animal: 'Animales',
    'in-vitro': 'In vitro',
    review: 'Revisión',
    claim: 'Afirmación',
    legal: 'Derecho',
  },
  it: {
    human: 'Esseri umani',
    animal: 'Animali',
    'in-vitro': 'In vitro',
    review: 'Rassegna',
    claim: 'Affermazione',
    legal: 'Diritto',
  },
  pt: {
    human: 'Humanos',
    animal: 'Animais',
    'in-vitro': 'In vitro',
    review: 'Revisão',
    claim: 'Afirmação',
    legal: 'Direito',
  },
  pl: {
    human: 'Ludzie',
    animal: 'Zwierzęta',
    'in-vitro': 'In vitro',
    review: 'Przegląd',
    claim: 'Twierdzenie',
    legal: 'Prawo',
  },
  sv: {
    human: 'Människor',
    animal: 'Djur',
    'in-vitro': 'In vitro',
    review: 'Översikt',
    claim: 'Påstående',
    legal: 'Juridik',
  },
  da: {
    human: 'Mennesker',
    animal: 'Dyr',
    'in-vitro': 'In vitro',
    review: 'Oversigt',
    claim: 'Påstand',
    legal: 'Jura',
  },
  nb: { human: 'Mennesker', animal: 'Dyr', 'in-vitro': 'In vitro', review: 'Oversikt', claim: 'Påstand', legal: 'Jus' },
  cs: { human: 'Lidé', animal: 'Zvířata', 'in-vitro': 'In vitro', review: 'Přehled', claim: 'Tvrzení', legal: 'Právo' },
  uk: {
    human: 'Люди',
    animal: 'Тварини',
    'in-vitro': 'In vitro',
    review: 'Огляд',
    claim: 'Твердження',
    legal: 'Право',
  },
  ru: {
    human: 'Люди',
    animal: 'Животные',
    'in-vitro': 'In vitro',
    review: 'Обзор',
    claim: 'Утверждение',
    legal: 'Право',
  },
  el: {
    human: 'Άνθρωποι',
    animal: 'Ζώα',
    'in-vitro': 'In vitro',
    review: 'Ανασκόπηση',
    claim: 'Ισχυρισμός',
    legal: 'Δίκαιο',
  },
  he: { human: 'בני אדם', animal: 'בעלי חיים', 'in-vitro': 'במבחנה', review: 'סקירה', claim: 'טענה', legal: 'חוק' },
  ar: { human: 'بشر', animal: 'حيوانات', 'in-vitro': 'في المختبر', review: 'مراجعة', claim: 'ادعاء', legal: 'قانون' },
  ja: { human: 'ヒト', animal: '動物', 'in-vitro': '試験管内', review: '総説', claim: '主張', legal: '法律' },
  zh: { human: '人类', animal: '动物', 'in-vitro': '体外', review: '综述', claim: '主张', legal: '法律' },
};

/** The built-in evidence levels, renamed and added to by the author. */
export function readEvidence(list: Cursor, lang: string): readonly EvidenceLevel[] {
  const words = labels[lang.split('-')[0]?.toLowerCase() ?? ''] ?? labels.en;
  const levels = new Map<string, EvidenceLevel>(
    tones.map((tone) => [tone, { id: tone, label: words?.[tone] ?? tone, tone }]),
  );
  for (const item of list.items()) {
    const id = item.get('id').text();
    if (id === undefined) continue;
    const before = levels.get(id);
    const tone = tones.find((known) => known === item.get('tone').value) ?? before?.tone ?? 'claim';
    const label = item.get('label').text() ?? before?.label ?? id;
    levels.set(id, present<EvidenceLevel>({ id, label, tone, description: item.get('description').text() }));
  }
  return [...levels.values()];
}
