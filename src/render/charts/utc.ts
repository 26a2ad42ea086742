import { isObject, type Json, type JsonObject } from '../../base/index.ts';

/** The same specification with all times in UTC, so that a chart is the same in every time zone. */
export function inUtc(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(inUtc);
  if (!isObject(value)) return value;
  const inner: JsonObject = Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, key === 'values' ? (part ?? null) : inUtc(part ?? null)]),
  );
  const unit = typeof inner.timeUnit === 'string' ? { timeUnit: utcUnit(inner.timeUnit) } : {};
  const object = isObject(inner.timeUnit) ? { timeUnit: { ...inner.timeUnit, utc: true } } : {};
  const isTime = inner.type === 'temporal' && inner.scale !== null;
  const scale = isTime ? { scale: { type: 'utc', ...(isObject(inner.scale) ? inner.scale : {}) } } : {};
  return { ...inner, ...unit, ...object, ...scale };
}

const utcUnit = (unit: string): string => (unit.startsWith('utc') ? unit : `utc${unit}`);
