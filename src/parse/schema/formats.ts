/** The text kinds that a schema can ask for by `format`, with what an author reads when the text does not fit. */
export const formats: Readonly<
  Record<string, { readonly fits: (text: string) => boolean; readonly expected: string }>
> = {
  inline: { fits: (text) => !text.trim().includes('\n'), expected: 'text on one line' },
  block: { fits: () => true, expected: 'text' },
  text: { fits: () => true, expected: 'text' },
  tex: { fits: () => true, expected: 'a formula in TeX' },
  code: { fits: () => true, expected: 'code' },
  color: {
    fits: (text) => /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(text),
    expected: 'a colour such as "#0a5c7a"',
  },
  date: { fits: isDate, expected: 'a calendar date such as 2026-11-23' },
  language: { fits: isLanguage, expected: 'a language tag such as nl, en or de-CH' },
};

/** A day of the calendar, or words for it, which are shown as they are written. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return !text.trim().includes('\n');
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
