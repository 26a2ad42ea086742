import type { TableHeads } from './types.ts';

const keys = ['number', 'part', 'detail', 'evidence', 'state', 'time', 'from', 'link', 'to', 'under'] as const;

/** The words of each language in the order of the keys. */
const words: Readonly<Record<string, readonly string[]>> = {
  en: ['No.', 'Part', 'Detail', 'Evidence', 'State', 'Time', 'From', 'Link', 'To', 'Part of'],
  nl: ['Nr.', 'Deel', 'Toelichting', 'Bewijs', 'Stand', 'Tijd', 'Van', 'Verband', 'Naar', 'Onderdeel van'],
  de: ['Nr.', 'Teil', 'Erläuterung', 'Beleg', 'Stand', 'Zeit', 'Von', 'Beziehung', 'Nach', 'Teil von'],
  fr: ['N°', 'Élément', 'Détail', 'Preuve', 'État', 'Moment', 'De', 'Lien', 'À', 'Partie de'],
  es: ['N.º', 'Parte', 'Detalle', 'Evidencia', 'Estado', 'Momento', 'De', 'Relación', 'A', 'Parte de'],
  it: ['N.', 'Parte', 'Dettaglio', 'Prova', 'Stato', 'Momento', 'Da', 'Relazione', 'A', 'Parte di'],
  pt: ['N.º', 'Parte', 'Detalhe', 'Evidência', 'Estado', 'Momento', 'De', 'Relação', 'Para', 'Parte de'],
  pl: ['Nr', 'Element', 'Szczegóły', 'Dowody', 'Stan', 'Czas', 'Od', 'Związek', 'Do', 'Część'],
  sv: ['Nr', 'Del', 'Förklaring', 'Belägg', 'Läge', 'Tid', 'Från', 'Samband', 'Till', 'Del av'],
  da: ['Nr.', 'Del', 'Forklaring', 'Belæg', 'Status', 'Tid', 'Fra', 'Sammenhæng', 'Til', 'Del af'],
  nb: ['Nr.', 'Del', 'Forklaring', 'Belegg', 'Status', 'Tid', 'Fra', 'Sammenheng', 'Til', 'Del av'],
  cs: ['Č.', 'Část', 'Podrobnosti', 'Důkaz', 'Stav', 'Čas', 'Od', 'Vztah', 'Do', 'Součást'],
  uk: ['№', 'Елемент', 'Пояснення', 'Доказ', 'Стан', 'Час', 'Від', 'Зв’язок', 'До', 'Частина'],
  ru: ['№', 'Элемент', 'Пояснение', 'Доказательство', 'Состояние', 'Время', 'От', 'Связь', 'К', 'Часть'],
  el: ['Αρ.', 'Στοιχείο', 'Λεπτομέρεια', 'Τεκμηρίωση', 'Κατάσταση', 'Χρόνος', 'Από', 'Σχέση', 'Προς', 'Μέρος του'],
  he: ['מס׳', 'רכיב', 'פירוט', 'ראיה', 'מצב', 'זמן', 'מ־', 'קשר', 'אל', 'חלק מ־'],
  ar: ['رقم', 'عنصر', 'تفصيل', 'دليل', 'حالة', 'وقت', 'من', 'علاقة', 'إلى', 'جزء من'],
  ja: ['番号', '項目', '詳細', '根拠', '状態', '時期', '起点', '関係', '終点', '上位項目'],
  zh: ['序号', '部分', '说明', '证据', '状态', '时间', '从', '关系', '到', '所属'],
};

/** The heads of tables in a language, English when it is not known. */
export function headsFor(lang: string): TableHeads {
  const own = words[lang.toLowerCase().split('-')[0] ?? ''] ?? words.en ?? [];
  return Object.fromEntries(keys.map((key, i) => [key, own[i] ?? key])) as unknown as TableHeads;
}
