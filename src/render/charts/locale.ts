interface NumberLocale {
  readonly decimal: string;
  readonly thousands: string;
  readonly grouping: number[];
  readonly currency: [string, string];
}

const comma = (thousands: string): NumberLocale => ({ decimal: ',', thousands, grouping: [3], currency: ['€ ', ''] });
const narrowSpace = '\u202F';

const locales: Readonly<Record<string, NumberLocale>> = {
  nl: comma('.'),
  de: comma('.'),
  es: comma('.'),
  it: comma('.'),
  pt: comma('.'),
  da: comma('.'),
  fr: comma(narrowSpace),
  sv: comma(narrowSpace),
  nb: comma(narrowSpace),
  pl: comma(narrowSpace),
  cs: comma(narrowSpace),
  fi: comma(narrowSpace),
  nn: comma(narrowSpace),
  no: comma(narrowSpace),
  ru: comma(narrowSpace),
  sk: comma(narrowSpace),
  uk: comma(narrowSpace),
  bg: comma(narrowSpace),
  el: comma('.'),
  ro: comma('.'),
  tr: comma('.'),
};

/** How axes write numbers in a language: decimal comma where it is used, else the English way. */
export function numberLocale(lang: string): NumberLocale {
  return (
    locales[lang.toLowerCase().split('-')[0] ?? ''] ?? {
      decimal: '.',
      thousands: ',',
      grouping: [3],
      currency: ['€', ''],
    }
  );
}
