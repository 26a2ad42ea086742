import type { JsonObject } from '../base/index.ts';

const text = (most: number): JsonObject => ({ type: 'string', maxLength: most });
const time: JsonObject = { type: 'number', minimum: 0, maximum: 1e9 };
const count: JsonObject = { type: 'integer', minimum: 0, maximum: 9999 };
const object = (properties: JsonObject): JsonObject => ({
  type: 'object',
  required: Object.keys(properties),
  additionalProperties: false,
  properties,
});
const list = (items: JsonObject, most: number): JsonObject => ({ type: 'array', items, maxItems: most });
const bySlide = (value: JsonObject): JsonObject => ({ type: 'object', additionalProperties: value });

const stroke = object({
  tool: { enum: ['pen', 'highlighter'] },
  color: { type: 'string', pattern: '^#[0-9a-f]{6}$' },
  points: list({ type: 'number', minimum: -20_000, maximum: 20_000 }, 20_000),
});

/** What a file of a lecture holds. A version that adds something gets a new number. */
export const lectureSchema: JsonObject = object({
  lectern: { const: 'lecture' },
  version: { const: 1 },
  lesson: text(200),
  title: text(2000),
  plan: text(200),
  width: { type: 'number', minimum: 1, maximum: 20_000 },
  height: { type: 'number', minimum: 1, maximum: 20_000 },
  visits: list(object({ slide: text(400), at: time }), 20_000),
  spent: bySlide(time),
  ink: bySlide(list(stroke, 20_000)),
  hands: list(
    object({
      id: text(400),
      question: text(4000),
      answers: list(object({ text: text(4000), hands: count }), 200),
    }),
    2000,
  ),
  remarks: text(40_000),
});
