import { failure, isObject, success, type Json, type Outcome } from '../base/index.ts';
import { findErrors } from '../parse/index.ts';
import type { LectureRecord } from '../wire/index.ts';
import { diagnostic } from './codes.ts';
import { lectureSchema } from './schema.ts';

/** Reads what the player saved. The file may come from anybody: only what its schema names is believed. */
export function readLecture(name: string, text: string): Outcome<LectureRecord> {
  const refuse = (why: string): Outcome<LectureRecord> =>
    failure([diagnostic('after/not-a-record', `${name} is not the file of a lecture: ${why}`)]);
  const value = parsed(text);
  if (!isObject(value) || value.lectern !== 'lecture') return refuse('it does not say that it is one');
  if (typeof value.version === 'number' && value.version > 1)
    return failure([
      diagnostic('after/newer', `${name} is of version ${value.version}, and this Lectern reads version 1`),
    ]);
  const [error] = findErrors(lectureSchema, value, {});
  if (error) return refuse(`${error.path === '' ? 'it' : error.path} breaks “${error.keyword}” of its schema`);
  return success(value as unknown as LectureRecord);
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
