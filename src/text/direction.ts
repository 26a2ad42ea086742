const rightToLeft = /^(?:ar|arc|ckb|dv|fa|he|iw|ks|ku-arab|nqo|ps|sd|syr|ug|ur|yi)\b/i;

/** Whether a language is written from right to left. */
export const isRightToLeft = (lang: string): boolean => rightToLeft.test(lang);
