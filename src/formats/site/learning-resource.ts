import { plainText, plainTitle } from '../../compose/index.ts';
import type { FormatInput } from '../format.ts';

/** What the page tells search engines and catalogues: schema.org's LearningResource, of what students may see alone. */
export function learningResource({ lesson }: FormatInput): string {
  const { subtitle, authors, institution, date, level, audience, license, objectives, plans } = lesson;
  const [longest] = plans.map(({ minutes }) => minutes).toSorted((a, b) => b - a);
  const value = {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    name: plainTitle(lesson.title),
    description: subtitle === undefined ? undefined : plainText(subtitle),
    inLanguage: lesson.lang,
    learningResourceType: 'lesson',
    author: authors.map((name) => ({ '@type': 'Person', name: plainText(name) })),
    publisher: institution === undefined ? undefined : { '@type': 'Organization', name: plainText(institution) },
    datePublished: date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : undefined,
    educationalLevel: level === undefined ? undefined : plainText(level),
    audience: audience === undefined ? undefined : { '@type': 'Audience', audienceType: plainText(audience) },
    license: license === undefined ? undefined : plainText(license),
    teaches: objectives.map(({ verb, text }) => `${plainText(verb)} ${plainText(text)}`),
    timeRequired: longest === undefined ? undefined : `PT${longest}M`,
  };
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
