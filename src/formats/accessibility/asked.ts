import type { AccessibilityWords } from '../../wire/index.ts';

/** Why a criterion does not apply. */
export type Reason = keyof AccessibilityWords['reasons'];

/** What a person must judge. */
export type PersonTask = keyof AccessibilityWords['tasks'];

/** The name of a criterion in the language of a page. */
export const nameOf = ({ names }: AccessibilityWords, id: string): string =>
  (names as Readonly<Record<string, string>>)[id] ?? '';
