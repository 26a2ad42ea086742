/** Words for minutes behind a number, where an amount of time is asked for. */
const minutes = new Set(
  'min mins minute minutes minuten minuut minuti minuto minutos minuta minuty minut minuter minutter minuutti minuuttia dakika dk мин минута минуты минут хв хвилин λεπτά λεπτα דקות دقيقة دقائق 分 分钟 分鐘 分間 분 perc menit phút minuut minutit'.split(
    ' ',
  ),
);

/** `12`, `12 min`, `12,5`, `70 %`, `1 h 30`, `10分`, `2 x 45 min`. */
export function numberIn(text: string): number | undefined {
  const parts = ['x', '×', '*', '·'].map((sign) => text.split(sign)).find((found) => found.length === 2);
  const [times, each] = parts?.map((part) => numberIn(part)) ?? [];
  if (times !== undefined && each !== undefined) return times * each;
  const [, hours, rest = '0'] =
    /^(\d{1,2})\s*(?:h|hr|hrs|std|u|uur|ore|hours?|Stunden?|heures?|horas?)\.?\s*(?:(\d{1,2})\s*(?:m|min)?)?$/i.exec(
      text.trim(),
    ) ?? [];
  if (hours !== undefined) return Number(hours) * 60 + Number(rest);
  const found = /^(\d+(?:[.,]\d+)?)\s*(?:min(?:\.|s|ute[ns]?|uten|uut|uti)?|['′]|m|%)?$/i.exec(text.trim())?.[1];
  const number = found ?? beforeWord(text.trim());
  return number === undefined ? undefined : Number(number.replace(',', '.'));
}

/** The digits before a word for minutes. */
function beforeWord(text: string): string | undefined {
  const signs = Array.from(text);
  const end = signs.findIndex((sign) => sign < '0' || sign > '9');
  const word = signs.slice(Math.max(0, end)).join('').trim().toLowerCase();
  return end > 0 && minutes.has(word) ? signs.slice(0, end).join('') : undefined;
}
